// Notes: the form in which a reader writes a note, and the ways in which its file reaches the book.
"use strict";
globalThis.briefbookNotes = (() => {
  const { blocks, quote, fileName, file, address, issueOn } = globalThis.briefbookQuoting;
  const MAX_BODY = 10000;
  const REPLY = "replying";
  const { motivations, references } = globalThis.briefbookOffered;
  const { make, field, toClipboard, word, sendWords } = globalThis.briefbookForms;

  const stored = (key, value) => {
    try {
      if (value === undefined) return JSON.parse(localStorage.getItem(key) ?? "null");
      localStorage.setItem(key, JSON.stringify(value));
    } catch { /* a browser may refuse storage, from file:// for one */ }
    return null;
  };

  let form = null;

  const build = (place) => {
    const { seed, folder, bibliography, newFile, editFile, newIssue, forge, contact } = place.dataset;
    const passage = make("textarea", { rows: 3, spellcheck: false });
    const trouble = make("p", { className: "brief-trouble" });
    trouble.setAttribute("role", "alert");
    const why = make("select", {}, ...motivations.map(([value, words]) => make("option", { value, textContent: word("It {does}", { does: words }) })));
    const whose = make("input", { maxLength: 100 });
    const whoseField = field(word("Who answers, if not you"), whose);
    const body = make("textarea", { rows: 7, maxLength: MAX_BODY, required: true });
    const counter = make("p", { className: "brief-counter" });
    const preview = make("div", { className: "brief-preview" });
    const known = make("datalist", { id: "brief-references" }, ...references
      .map(([value, label]) => make("option", { value, label })));
    const sources = make("input", { autocomplete: "off", spellcheck: false });
    sources.setAttribute("list", known.id);
    const newSource = globalThis.briefbookNewSource(references.map(([value]) => value));
    const author = make("input", { autocomplete: "name", maxLength: 100, required: true });
    const github = make("input", { autocomplete: "username", maxLength: 39 });
    const send = make("button", { type: "submit", className: "brief-send", textContent: sendWords(forge) });
    const copy = make("button", { type: "button", textContent: word("Copy the file") });
    const download = make("button", { type: "button", textContent: word("Download the file") });
    const issue = make("button", { type: "button", textContent: word("Open an issue") });
    const mail = make("button", { type: "button", textContent: word("Send by e-mail"), hidden: !contact });
    const close = make("button", { type: "button", className: "brief-close", textContent: word("Close") });
    const status = make("p", { className: "brief-status" });
    status.setAttribute("role", "status");
    const entry = make("pre");
    const addEntry = make("button", { type: "button", textContent: word("Copy the entry, and open the bibliography") });
    const entryPart = make("div", { hidden: true }, make("p", { textContent: word("The source belongs into {bibliography}, too. Until it stands there, the check of the note says that it is missing.", { bibliography }) }), entry, addEntry);

    const dialog = make("dialog", { className: "brief-form" },
      make("form", { method: "dialog", noValidate: true },
        make("h2", { textContent: word("A note on this passage") }),
        field(word("The passage, in the words of the article"), passage),
        field(word("Why you write"), why),
        whoseField,
        field(word("Your note"), body, counter),
        make("details", {}, make("summary", { textContent: word("How it will look") }), preview),
        field(word("Where readers can check it: keys of the bibliography"), sources, known),
        newSource.details,
        field(word("Your name, as readers shall see it"), author),
        field(word("Your name on GitHub, if you like"), github),
        trouble,
        make("p", { className: "brief-ways" }, send, copy, download, issue, mail, close),
        status,
        entryPart));
    dialog.setAttribute("aria-label", word("A note on this passage"));
    document.body.append(dialog);

    // On a low screen the form's foot is out of sight.
    const tell = (words) => {
      status.textContent = words;
      status.scrollIntoView({ block: "nearest" });
    };

    const key = `briefbook-note-${seed}`;
    let chosenAt = { block: null, from: 0 };

    const cited = () => {
      const own = newSource.entry();
      return [...new Set([...sources.value.split(/[\s,]+/).filter(Boolean), ...(own ? [own.key] : [])])];
    };

    // Where the passage stands: in the paragraph it was chosen from, nearest to there, or else anywhere.
    const selector = () => {
      const words = passage.value.trim();
      const block = [chosenAt.block, ...blocks()].find((each) => words && each?.textContent.includes(words));
      if (!block) return null;
      const near = block === chosenAt.block ? chosenAt.from : 0;
      let best = -1;
      for (let at = block.textContent.indexOf(words); at >= 0; at = block.textContent.indexOf(words, at + 1)) {
        if (best < 0 || Math.abs(at - near) < Math.abs(best - near)) best = at;
      }
      return quote(block, best, best + words.length);
    };

    const complaint = () => {
      if (!selector()) return [passage, word("The passage must stand in one paragraph of the article, word for word, and tell its place from any other: take more or fewer words.")];
      if (!body.value.trim()) return [body, word("The note has no text yet.")];
      const about = newSource.complaint();
      if (about) {
        newSource.details.open = true;
        return about;
      }
      const odd = cited().find((each) => !/^[A-Za-z0-9][A-Za-z0-9_.:+/-]*$/.test(each) || each.includes("://"));
      if (odd) return [sources, word("{key} is no key of the bibliography. A source that it lacks has fields of its own, below.", { key: odd })];
      if (!cited().length && why.value !== "questioning") return [sources, word("Say where readers can check it; only a question needs no source.")];
      if (!author.value.trim()) return [author, word("Give your name, as readers shall see it.")];
      if (github.value && !/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/.test(github.value)) return [github, word("A name on GitHub has letters, digits and single hyphens.")];
      return null;
    };

    const proposal = () => {
      const wrong = complaint();
      for (const control of [passage, body, sources, ...newSource.inputs, author, github]) control.removeAttribute("aria-invalid");
      trouble.textContent = wrong ? wrong[1] : "";
      if (wrong) {
        wrong[0].setAttribute("aria-invalid", "true");
        wrong[0].focus();
        return null;
      }
      const now = new Date();
      const created = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
      const text = file({
        selector: selector(), motivation: why.value, replyOf: why.value === REPLY ? whose.value.trim() : "", author: author.value.trim(), github: github.value, created, sources: cited(), body: body.value,
      });
      const own = newSource.entry();
      entryPart.hidden = !own;
      entry.textContent = own?.text ?? "";
      // Where one text holds all, the bibliography's part of it as well.
      const whole = own ? `${text}\n${bibliography}:\n\n${own.text}` : text;
      return { text, whole, name: fileName(created, selector().exact) };
    };

    const save = () => {
      stored(key, {
        block: blocks().indexOf(chosenAt.block), from: chosenAt.from, passage: passage.value, why: why.value, whose: whose.value, body: body.value, sources: sources.value,
        own: newSource.inputs.map((input) => input.value),
      });
      stored("briefbook-author", { author: author.value, github: github.value });
    };

    const shown = () => {
      const [number, most] = [[...body.value].length, MAX_BODY].map((each) => each.toLocaleString(document.documentElement.lang || "en"));
      counter.textContent = word("{number} of {most} characters", { number, most });
      whoseField.hidden = why.value !== REPLY;
      preview.replaceChildren(...globalThis.briefbookPreview(body.value));
    };

    dialog.addEventListener("input", () => {
      shown();
      save();
    });
    dialog.addEventListener("submit", async (event) => {
      event.preventDefault();
      const made = proposal();
      if (!made) return;
      const copied = await toClipboard(dialog, made.text);
      const [where, whole] = address(newFile, `${folder}/${made.name}`, made.text);
      globalThis.open(where, "_blank", "noopener");
      tell([
        copied ? word("The file is in your clipboard.") : word("The file could not be copied: download it."),
        whole ? word("The page that has opened holds it as well: propose it there.") : word("Paste it into the page that has opened, as {name}.", made),
      ].join(" "));
    });
    copy.addEventListener("click", async () => {
      const made = proposal();
      if (made) tell(await toClipboard(dialog, made.text) ? word("Copied. It is {path}.", { path: `${folder}/${made.name}` }) : word("The file could not be copied: download it."));
    });
    download.addEventListener("click", () => {
      const made = proposal();
      if (!made) return;
      const link = make("a", { download: made.name, href: URL.createObjectURL(new Blob([made.text], { type: "text/markdown" })) });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
      tell(word("Downloaded as {name}. It belongs into {folder}.", { name: made.name, folder }));
    });
    issue.addEventListener("click", async () => {
      const made = proposal();
      if (!made) return;
      const copied = await toClipboard(dialog, made.whole);
      globalThis.open(issueOn(newIssue, seed, selector().exact), "_blank", "noopener");
      tell(copied ? word("The file is in your clipboard: paste it into the issue that has opened.") : word("The file could not be copied: download it, and attach it to the issue that has opened."));
    });
    mail.addEventListener("click", async () => {
      const made = proposal();
      if (!made) return;
      const copied = await toClipboard(dialog, made.whole);
      location.href = `mailto:${contact}?subject=${encodeURIComponent(word("A note: {path}", { path: `${folder}/${made.name}` }))}&body=${encodeURIComponent(made.whole.replaceAll("\n", "\r\n"))}`;
      tell(copied ? word("The file is in your clipboard, too: paste it where your mail program has left it out.") : word("The file could not be copied: download it."));
    });
    addEntry.addEventListener("click", async () => {
      const copied = await toClipboard(dialog, entry.textContent);
      globalThis.open(address(editFile, bibliography, "")[0], "_blank", "noopener");
      tell(copied ? word("The entry is in your clipboard. In the page that has opened, paste it at the end.") : word("The entry could not be copied: take it from here."));
    });
    close.addEventListener("click", () => dialog.close());

    return (chosen) => {
      const draft = stored(key);
      const me = stored("briefbook-author");
      const all = blocks();
      const words = chosen ? chosen.block.textContent.slice(chosen.from, chosen.to).trim() : "";
      const again = draft && (!chosen || draft.passage.trim() === words);
      chosenAt = chosen ?? { block: all[again ? draft.block : 0] ?? all[0], from: again ? draft.from : 0 };
      passage.value = again ? draft.passage : words || chosenAt.block?.textContent || "";
      why.value = again ? draft.why : motivations[0][0];
      whose.value = again ? draft.whose ?? "" : "";
      body.value = again ? draft.body : "";
      sources.value = again ? draft.sources : "";
      for (const [at, input] of newSource.inputs.entries()) input.value = again ? draft.own[at] ?? "" : "";
      author.value = me?.author ?? author.value;
      github.value = me?.github ?? github.value;
      trouble.textContent = status.textContent = "";
      entryPart.hidden = true;
      shown();
      if (!dialog.open) dialog.showModal();
      body.focus();
    };
  };

  return { open: (place, chosen) => (form ??= build(place))(chosen) };
})();
