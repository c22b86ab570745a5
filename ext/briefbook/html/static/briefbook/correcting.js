// Correcting: what is wrong with a mark, as the block of TOML that a seed's sidecar takes.
"use strict";
globalThis.briefbookCorrecting = (() => {
  const { quote, quoted, address } = globalThis.briefbookQuoting;
  const { make, field, toClipboard, word, sendWords } = globalThis.briefbookForms;
  const KINDS = [
    ["person", word("named person")], ["institution", word("institution")], ["anonymous", word("anonymous")], ["group", word("group")],
    ["document", word("document")], ["publication", word("publication")], ["unknown", word("no source named")],
  ];
  const MARKS = { date: word("date"), body: word("body"), statement: word("statement"), source: word("source") };

  // What can be said of a mark: words for people, the key of the block, and how its value is asked for.
  const ANSWERS = {
    date: [[word("It is no date"), "remove"], [word("It is another date (2022-01-12, 2022-01, 2021-Q4, 2022)"), "value"]],
    body: [[word("It names no body"), "remove"], [word("It is another body (its id, as nato or osce)"), "body"]],
    statement: [[word("Nobody says this here"), "remove"], [word("Somebody else says it"), "source"]],
    source: [[word("It is of another kind"), "kind"], [word("It has another name"), "rename"]],
  };

  const offset = (block, node) => {
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEndBefore(node);
    return range.toString().length;
  };

  // The marks of one kind in a block: pieces that follow one another and are alike are one mark.
  const found = (block, kind, selector, sameAs) => {
    const marks = [];
    for (const element of block.querySelectorAll(selector)) {
      const from = offset(block, element);
      const to = from + element.textContent.length;
      const last = marks.at(-1);
      if (last?.to === from && sameAs(last.element) === sameAs(element)) last.to = to;
      else if (to > from) marks.push({ kind, block, element, from, to });
    }
    return marks;
  };

  const marksOf = (block) => {
    const said = (element) => element.dataset.said;
    return [
      ...found(block, "date", ".brief-date", (element) => element.dataset.hint),
      ...found(block, "body", "a:has(> .std-term)", (element) => element.href),
      // Words that two sources say are named by neither.
      ...found(block, "statement", "[data-said]", said).filter(({ element }) => !said(element).includes(" ")),
    ].map((mark) => ({ ...mark, words: block.textContent.slice(mark.from, mark.to) }));
  };

  // The article's sources, by the names that the page has of them at its end; not those called alike.
  const sources = () => {
    const names = [...document.querySelectorAll(".brief-sources-list li strong")].map((name) => name.textContent);
    return names.filter((name) => names.indexOf(name) === names.lastIndexOf(name))
      .map((name) => ({ kind: "source", words: name }));
  };

  // The block of a mark; null where the mark's words cannot be told from others.
  const toml = (mark, key, value, kind = "") => {
    const lines = [`[[${mark.kind}]]`];
    if (mark.kind === "source") lines.push(`name = ${quoted(mark.words)}`);
    else {
      const selector = quote(mark.block, mark.from, mark.to);
      if (!selector) return null;
      for (const part of ["exact", "prefix", "suffix"]) if (selector[part]) lines.push(`${part} = ${quoted(selector[part])}`);
    }
    lines.push(key === "remove" ? "remove = true" : `${key} = ${quoted(value)}`);
    if (kind && key === "source") lines.push(`kind = "${kind}"`);
    return `${lines.join("\n")}\n`;
  };

  const build = (place) => {
    const { sidecar, hasSidecar, newFile, editFile, forge, contact } = place.dataset;
    let marks = [];
    const which = make("select");
    const wrong = make("select");
    const value = make("input", { spellcheck: false, maxLength: 200 });
    const valueField = field(word("What is so"), value);
    const kind = make("select", {}, make("option", { value: "", textContent: word("a source that the article has") }), ...KINDS.map(([name, words]) => make("option", { value: name, textContent: words })));
    const kindField = field(word("Its kind"), kind);
    const trouble = make("p", { className: "brief-trouble" });
    trouble.setAttribute("role", "alert");
    const shown = make("pre");
    const certainty = make("input", { type: "checkbox", checked: globalThis.briefbookCertainty.isShown() });
    const send = make("button", { type: "submit", className: "brief-send", textContent: sendWords(forge) });
    const copy = make("button", { type: "button", textContent: word("Copy the block") });
    const mail = make("button", { type: "button", textContent: word("Send by e-mail"), hidden: !contact });
    const close = make("button", { type: "button", className: "brief-close", textContent: word("Close") });
    const status = make("p", { className: "brief-status" });
    status.setAttribute("role", "status");
    const dialog = make("dialog", { className: "brief-form" },
      make("form", { method: "dialog", noValidate: true },
        make("h2", { textContent: word("A mark that is wrong") }),
        field(word("The mark"), which),
        field(word("What is wrong"), wrong),
        valueField,
        kindField,
        shown,
        trouble,
        make("p", { className: "brief-ways" }, send, copy, mail, close),
        status,
        make("p", {}, make("label", {}, certainty, " ", word("Show on this device how often the rules behind marks are right")))));
    dialog.setAttribute("aria-label", word("A mark that is wrong"));
    document.body.append(dialog);

    const mark = () => marks[which.value];
    const ask = () => {
      const key = wrong.value;
      valueField.hidden = key === "remove" || key === "kind";
      kindField.hidden = key !== "source" && key !== "kind";
      kind.options[0].hidden = key === "kind";
      if (key === "kind" && !kind.value) kind.value = KINDS[0][0];
    };
    const answered = () => {
      ask();
      const key = wrong.value;
      const given = key === "kind" ? kind.value : value.value.trim();
      if (key !== "remove" && !given) return null;
      return toml(mark(), key, given, kind.value);
    };
    const show = () => { shown.textContent = answered() ?? ""; };
    const choose = () => {
      wrong.replaceChildren(...ANSWERS[mark().kind].map(([words, key]) => make("option", { value: key, textContent: words })));
      value.value = kind.value = "";
      show();
    };
    const proposal = () => {
      const block = answered();
      trouble.textContent = block ? "" : word("Say what is so. Where the form cannot tell the words from others, write the block by hand.");
      return block;
    };
    which.addEventListener("change", choose);
    dialog.addEventListener("input", (event) => { if (event.target !== which) show(); });
    certainty.addEventListener("change", () => globalThis.briefbookCertainty.show(certainty.checked));
    dialog.addEventListener("submit", async (event) => {
      event.preventDefault();
      const block = proposal();
      if (!block) return;
      const copied = await toClipboard(dialog, block);
      const isNew = hasSidecar === undefined;
      const [where, whole] = address(isNew ? newFile : editFile, sidecar, block);
      globalThis.open(where, "_blank", "noopener");
      const pasted = isNew ? word("In the page that has opened, paste it into the new file {sidecar}.", { sidecar }) : word("In the page that has opened, paste it at the end.");
      status.textContent = [
        copied ? word("The block is in your clipboard.") : word("The block could not be copied: take it from here."),
        whole ? word("The page that has opened holds it as well: propose it there.") : pasted,
      ].join(" ");
    });
    copy.addEventListener("click", async () => {
      const block = proposal();
      if (block) status.textContent = await toClipboard(dialog, block) ? word("Copied. It belongs at the end of {sidecar}.", { sidecar }) : word("The block could not be copied: take it from here.");
    });
    mail.addEventListener("click", () => {
      const block = proposal();
      if (block) location.href = `mailto:${contact}?subject=${encodeURIComponent(word("A mark: {sidecar}", { sidecar }))}&body=${encodeURIComponent(block)}`;
    });
    close.addEventListener("click", () => dialog.close());

    // block: of the article's text; near: the mark that is pointed at, or the id of a callout.
    return (block, near) => {
      marks = [...(block ? marksOf(block) : []), ...sources()];
      if (!marks.length) return;
      which.replaceChildren(...marks.map(({ kind: name, words }, at) => make("option", { value: String(at), textContent: `${MARKS[name]}: ${words}` })));
      const isMeant = ({ element }) => element && (near instanceof Node ? element.contains(near) || near.contains(element) : element.dataset.said === near);
      const at = marks.findIndex(isMeant);
      which.value = String(Math.max(0, at));
      trouble.textContent = status.textContent = "";
      choose();
      if (!dialog.open) dialog.showModal();
      wrong.focus();
    };
  };

  let form = null;
  return { marksOf, sources, toml, open: (place, block, near) => (form ??= build(place))(block, near) };
})();
