// Noting: a note on the words that a reader selects. A paragraph's menu offers it, and so does a button
// where that does not open: by touch, and in captions. The form comes when it is wanted.
"use strict";
(() => {
  const word = globalThis.briefbookWord;
  const place = document.querySelector(".brief-propose");
  if (!place) return;
  place.querySelector(".brief-without-script")?.remove();
  const base = document.currentScript.src.replace(/noting\.js.*$/, "");
  const loaded = {};

  const load = (name) => loaded[name] ??= new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement("script"), { src: `${base}${name}.js`, onload: done, onerror: failed }));
  });

  // passage: a block of the article's text, and characters from and to; none for the last draft.
  const open = async (passage) => {
    await Promise.all([load("quoting"), load("previewing"), load("forms"), load("../../_exports/note-form")]);
    await load("new-source"); // which the form has a part for
    await load("notes");
    globalThis.briefbookNotes.open(place, passage);
  };

  const showCertainty = async () => {
    await load("../../_exports/note-form");
    await load("certainty");
  };

  // A form on the marks of a block; near: the mark itself, or the id of the callout that tells of it.
  const correct = async (block, near) => {
    await Promise.all([load("quoting"), load("forms"), showCertainty()]);
    await load("correcting");
    globalThis.briefbookCorrecting.open(place, block, near);
  };

  const blockOf = (node) => {
    const block = (node instanceof Element ? node : node.parentElement)?.closest("p");
    return block?.closest(".brief-article") && !block.closest(".brief-callout, .brief-beside") ? block : null;
  };

  const offset = (block, node, at) => {
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEnd(node, at);
    return range.toString().length;
  };

  // What is selected: a passage, "several" paragraphs, or nothing of the article's text.
  const selected = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const first = blockOf(range.startContainer);
    const last = blockOf(range.endContainer);
    if (!first || !selection.toString().trim()) return null;
    const from = offset(first, range.startContainer, range.startOffset);
    if (first === last) return { block: first, from, to: offset(first, range.endContainer, range.endOffset) };
    // A triple click selects up to the next paragraph's first character, and so no word of it.
    const next = (range.endContainer instanceof Element ? range.endContainer : range.endContainer.parentElement);
    const upTo = last ? offset(last, range.endContainer, range.endOffset) : range.endOffset;
    const whole = upTo === 0 && next && !first.contains(next);
    return whole ? { block: first, from, to: first.textContent.length } : "several";
  };

  const offer = Object.assign(document.createElement("button"), { type: "button", className: "brief-offer", hidden: true });
  document.body.append(offer);
  const touched = matchMedia("(pointer: coarse)").matches;
  let passage = null;

  const show = () => {
    const found = selected();
    passage = found === "several" ? null : found;
    const menu = document.querySelector(".brief-menu:popover-open");
    const byMenu = passage?.block.querySelector(".brief-number") && !touched;
    offer.hidden = !found || Boolean(byMenu || menu);
    if (offer.hidden) return;
    offer.textContent = passage ? word("Add a note") : word("A note is on one paragraph: select less");
    offer.disabled = !passage;
    const boxes = getSelection().getRangeAt(0).getClientRects();
    const box = boxes[boxes.length - 1];
    if (!box) return;
    // Below the selection, and on a touch screen below the handles as well.
    const gap = touched ? 44 : 8;
    const width = document.documentElement.clientWidth;
    offer.style.top = `${scrollY + box.bottom + gap}px`;
    offer.style.left = `${Math.max(8, Math.min(scrollX + box.right - offer.offsetWidth / 2, width - offer.offsetWidth - 8))}px`;
  };

  let waiting = 0;
  let pressed = null;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { if (!pressed) show(); }, 150);
  });
  // Pressed, it takes the selection away on some systems: what was selected before that counts.
  offer.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    pressed = passage;
  });
  // A press that became a long one, or a scroll, is followed by no click.
  for (const ended of ["pointercancel", "contextmenu"]) offer.addEventListener(ended, () => { pressed = null; });
  offer.addEventListener("click", () => {
    const chosen = pressed ?? passage;
    pressed = null;
    offer.hidden = true;
    if (chosen) open(chosen);
  });
  place.addEventListener("click", (event) => {
    const does = event.target.closest("a")?.classList;
    if (does?.contains("brief-add-note")) open(selected() === "several" ? null : selected());
    else if (does?.contains("brief-correct-mark")) correct(document.querySelector(".brief-rows p:has(.brief-number)"));
    else return;
    event.preventDefault();
  });
  document.addEventListener("brief-correct", ({ detail: { block, near } }) => correct(block ?? blockOf(near), near));
  for (const callout of document.querySelectorAll(".brief-attribution")) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "brief-correct", textContent: word("Correct this") });
    button.addEventListener("click", () => {
      const words = document.querySelector(`[data-said~="${callout.id}"]`);
      correct(words && blockOf(words), callout.id);
    });
    callout.querySelector(".brief-kind")?.append(" ", button);
  }
  try {
    if (localStorage.getItem("briefbook-certainty") === "on") showCertainty();
  } catch { /* a browser may refuse storage */ }
  document.addEventListener("brief-note", ({ detail: { block, range } }) => {
    const from = range ? offset(block, range.startContainer, range.startOffset) : 0;
    open({ block, from, to: range ? offset(block, range.endContainer, range.endOffset) : block.textContent.length });
  });
})();
