// What can be done with a paragraph, or with words selected in it: copy its link or a citation, annotate
// it. ¶n opens it; without the script that is a link to the paragraph.
"use strict";
for (const rows of document.querySelectorAll(".brief-rows")) (() => {
  const menu = rows.closest(".brief-article").nextElementSibling;
  if (!menu?.matches(".brief-menu") || !menu.showPopover) return;
  const cite = JSON.parse(menu.dataset.cite);
  const status = menu.querySelector("[role=status]");
  const page = (document.querySelector("link[rel=canonical]")?.href ?? location.href).split("#")[0];
  let number = ""; // of the paragraph that it is open for,
  let words = ""; // the words that are selected there,
  let chosen = null; // the range of those,
  let opener = null; // and the link that opened it

  // A text fragment, by its first and last words where it is long: browsers show the words themselves.
  const encoded = (text) => encodeURIComponent(text).replaceAll("-", "%2D");
  const fragment = () => {
    if (!words) return "";
    const all = words.split(/\s+/);
    const ends = all.length > 10 ? [all.slice(0, 5), all.slice(-5)] : [all];
    return `:~:text=${ends.map((part) => encoded(part.join(" "))).join(",")}`;
  };
  const copied = {
    link: () => `${page}#p${number}${fragment()}`,
    plain: () => (words ? `“${words}” ` : "") + cite.plain.join(number),
    bibtex: () => cite.bibtex.join(number),
    csl: () => cite.csl.join(number),
  };
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch { // a browser may allow it only so
      const put = (event) => {
        event.clipboardData.setData("text/plain", text);
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      document.addEventListener("copy", put, { once: true, capture: true });
      document.execCommand("copy");
      document.removeEventListener("copy", put, { capture: true });
    }
    status.textContent = status.dataset.saidWhenCopied;
  };

  const open = (block, bottom, selected, from) => {
    number = block.querySelector(".brief-number").dataset.number;
    [words, chosen, opener] = [String(selected ?? "").trim(), selected, from];
    menu.setAttribute("aria-label", `¶${number}`);
    menu.querySelector(".brief-menu-cited").textContent = copied.plain();
    status.textContent = "";
    menu.showPopover();
    const { clientWidth } = document.documentElement;
    const left = Math.min(block.getBoundingClientRect().left - 16, clientWidth - menu.offsetWidth - 8);
    menu.style.left = `${Math.max(8, left) + scrollX}px`;
    menu.style.top = `${bottom + scrollY + 4}px`;
    menu.scrollIntoView({ block: "nearest" }); // below the last line in sight it would not be seen
  };
  rows.addEventListener("click", (event) => {
    const link = event.target.closest(".brief-number");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.replaceState(null, "", link.hash);
    const block = link.closest("p");
    open(block, block.getBoundingClientRect().bottom, null, link);
    link.setAttribute("aria-expanded", "true");
    menu.querySelector("button").focus({ preventScroll: true });
  });
  for (const link of rows.querySelectorAll(".brief-number")) {
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-expanded", "false");
  }
  menu.addEventListener("toggle", (event) => {
    if (event.newState === "closed") opener?.setAttribute("aria-expanded", "false");
  });
  menu.addEventListener("click", (event) => {
    const kind = event.target.closest("[data-copy]")?.dataset.copy;
    if (kind) copy(copied[kind]());
    const wanted = event.target.closest("[data-note]") ? "brief-note" : event.target.closest("[data-correct]") && "brief-correct";
    if (!wanted) return;
    const block = rows.querySelector(`.brief-number[data-number="${number}"]`).closest("p");
    menu.hidePopover();
    document.dispatchEvent(new CustomEvent(wanted, { detail: { block, range: chosen } }));
  });
  menu.addEventListener("focusout", (event) => { // by the Tab key, past its end
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.hidePopover();
  });

  const select = () => {
    const selection = getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const from = range?.startContainer;
    const block = (from instanceof Element ? from : from?.parentElement)?.closest(".brief-rows p");
    if (!block?.querySelector(".brief-number") || !block.contains(range.endContainer)) return;
    if (!String(range).trim()) return;
    open(block, range.getBoundingClientRect().bottom, range.cloneRange(), null);
  };
  document.addEventListener("pointerup", (event) => {
    if (!menu.contains(event.target)) setTimeout(select); // once the browser has changed the selection
  });
  document.addEventListener("keyup", (event) => { if (event.shiftKey && event.key.startsWith("Arrow")) select(); });
})();
