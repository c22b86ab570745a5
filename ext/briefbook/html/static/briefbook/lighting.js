// A source's words and the callout that tells of them light up together, whichever is pointed at, has
// the focus or is linked to; so do a note and its passage. A tap on the words shows the callout.
"use strict";
for (const rows of document.querySelectorAll(".brief-rows")) (() => {
  const wordsOf = new Map(); // by callout
  const add = (callout, words) => callout && wordsOf.set(callout, [...(wordsOf.get(callout) ?? []), words]);
  for (const words of rows.querySelectorAll("[data-said]")) {
    for (const id of words.dataset.said.split(" ")) add(document.getElementById(id), words);
  }
  for (const link of rows.querySelectorAll(".brief-annotation > .brief-name a")) {
    add(link.closest(".brief-callout"), document.getElementById(link.hash.slice(1)));
  }

  // The callouts that a node belongs to, be it one of them or within their words.
  const calloutsAt = (node) => {
    if (!(node instanceof Element)) return [];
    const callout = node.closest(".brief-callout");
    if (callout) return wordsOf.has(callout) ? [callout] : [];
    return [...wordsOf].filter(([, words]) => words.some((each) => each.contains(node))).map(([each]) => each);
  };
  let lit = [];
  const light = (callouts) => {
    for (const node of lit) node.classList.remove("brief-lit");
    lit = callouts.flatMap((callout) => [callout, ...wordsOf.get(callout)]);
    for (const node of lit) node.classList.add("brief-lit");
  };
  const still = () => calloutsAt(document.activeElement ?? document.body);

  rows.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "touch") light(calloutsAt(event.target));
  });
  rows.addEventListener("pointerleave", (event) => { if (event.pointerType !== "touch") light(still()); });
  rows.addEventListener("focusin", (event) => light(calloutsAt(event.target)));
  rows.addEventListener("focusout", () => light([]));
  rows.addEventListener("click", (event) => {
    if (event.target.closest("a, button, summary") || String(getSelection())) return;
    const callouts = calloutsAt(event.target);
    light(callouts);
    callouts[0]?.scrollIntoView({ block: "nearest" });
  });
  const linked = () => light(calloutsAt(document.getElementById(decodeURIComponent(location.hash.slice(1)))));
  addEventListener("hashchange", linked);
  linked();
})();
