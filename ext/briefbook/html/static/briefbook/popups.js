// What a reader who points at a mark is told: how a date was resolved, what a body is. By pointer,
// focus or a first tap; stays while pointed at; Escape closes it. All of it is on the page already.
"use strict";
(() => {
  const word = globalThis.briefbookWord;
  const OPENING = 150; // milliseconds: a pointer that only passes by opens nothing,
  const CLOSING = 250; // and one on its way to the pop-up has time to arrive
  const EDGE = 8; // pixels kept free at the window's edge
  const GAP = 6; // pixels between mark and pop-up

  const make = (tag, attributes, ...children) => {
    const node = Object.assign(document.createElement(tag), attributes);
    node.append(...children);
    return node;
  };

  // What each mark tells: its words and, of a body, the headword and the glossary's entry.
  const bodies = () => {
    const entries = new Map();
    for (const item of document.querySelectorAll(".brief-bodies-list > li")) {
      const link = item.querySelector("a:has(> .std-term)");
      const words = item.querySelector(".brief-body-text")?.textContent.trim();
      if (link && words) entries.set(link.href, { name: link.textContent, words, href: link.href });
    }
    return entries;
  };
  const told = new Map();
  for (const date of document.querySelectorAll("[data-hint]")) {
    told.set(date.closest("a") ?? date, { words: date.dataset.hint });
  }
  const entries = bodies();
  for (const link of document.querySelectorAll(".brief-article a:has(> .std-term)")) {
    if (entries.has(link.href)) told.set(link, entries.get(link.href));
  }
  if (!told.size) return;
  const markOf = ({ target }) => {
    const mark = target instanceof Element && (target.closest("a") ?? target.closest("[data-hint]"));
    return told.has(mark) ? mark : null;
  };

  // The link stands outside of what describes the mark, and is no stop for the Tab key: the mark
  // itself, which has the focus, leads to the same entry.
  const words = make("p", { id: "brief-hint" });
  words.setAttribute("role", "tooltip");
  const link = make("a", { className: "brief-hint-entry", tabIndex: -1 }, word("Entry in the glossary"));
  // By keyboard, a paragraph's menu offers the same.
  const wrong = make("button", { type: "button", className: "brief-correct", tabIndex: -1 }, word("Correct this"));
  const correct = document.querySelector(".brief-propose") ? [wrong] : [];
  wrong.addEventListener("click", () => {
    const near = shown;
    close();
    document.dispatchEvent(new CustomEvent("brief-correct", { detail: { near } }));
  });
  const popup = make("div", { className: "brief-hint", hidden: true }, words);
  (document.querySelector("main, [role=main]") ?? document.body).append(popup);

  let shown = null; // the mark that the pop-up is of
  let focused = false; // whether focus opened it, so that focus holds it
  let touched = false;
  let timer = 0;
  const later = (action, milliseconds) => {
    clearTimeout(timer);
    timer = setTimeout(action, milliseconds);
  };
  const close = () => {
    clearTimeout(timer);
    popup.hidden = true;
    shown?.removeAttribute("aria-describedby");
    shown = null;
  };
  const leave = () => {
    const held = focused && document.activeElement === shown;
    if (!held && !popup.matches(":hover") && !shown?.matches(":hover")) close();
  };
  const place = (box) => {
    const { clientWidth } = document.documentElement;
    const left = Math.max(EDGE, Math.min(box.left, clientWidth - popup.offsetWidth - EDGE));
    const above = box.top - popup.offsetHeight - GAP;
    const origin = popup.offsetParent.getBoundingClientRect();
    popup.style.left = `${left - origin.left}px`;
    popup.style.top = `${(above < EDGE ? box.bottom + GAP : above) - origin.top}px`;
  };
  // `y`: where the pointer is, as a mark may run over two lines; none where focus opens it.
  const open = (mark, y) => {
    clearTimeout(timer);
    if (mark === shown) return;
    close();
    shown = mark;
    focused = y === undefined;
    const { name, words: text, href } = told.get(mark);
    words.replaceChildren(...(name ? [make("strong", {}, name)] : []), text);
    popup.replaceChildren(words, ...(href ? [Object.assign(link, { href })] : []), ...(mark.closest(".brief-rows") ? correct : []));
    mark.setAttribute("aria-describedby", words.id);
    popup.hidden = false;
    const boxes = [...mark.getClientRects()];
    place(boxes.find((box) => y <= box.bottom) ?? boxes[0]);
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const mark = markOf(event);
    if (popup.contains(event.target) || (mark && mark === shown)) clearTimeout(timer);
    else if (mark) later(() => open(mark, event.clientY), OPENING);
    else later(leave, CLOSING);
  });
  document.addEventListener("pointerdown", (event) => { touched = event.pointerType === "touch"; });
  document.addEventListener("focusin", (event) => {
    if (touched || popup.contains(event.target)) return;
    const mark = markOf(event);
    if (mark) open(mark);
    else close();
  });
  document.addEventListener("focusout", (event) => {
    if (!touched && event.target === shown) later(leave, CLOSING);
  });
  document.addEventListener("click", (event) => {
    if (!touched || popup.contains(event.target)) return;
    const mark = markOf(event);
    if (!mark) close();
    else if (mark !== shown) {
      event.preventDefault();
      open(mark, event.clientY);
    }
  });
  document.addEventListener("keydown", (event) => {
    touched = false;
    if (event.key === "Escape") close();
  });
  addEventListener("pagehide", close); // who comes back finds the page as it was
})();
