// Searching: "/" or Ctrl-K, the field that the theme has, or a link to it in the page's head opens it; the search itself comes then.
// A page that a result led to lights the words that were looked for.
"use strict";
(() => {
  const { src } = document.currentScript;
  let loading = null;
  const load = () => loading ??= new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement("script"), { src: new URL("search.js", src), onload: done, onerror: failed }));
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("search.css", src) }));
  });
  const open = async (query = "", place = null) => {
    await load();
    globalThis.briefbookSearch.open(query, place);
  };

  document.addEventListener("keydown", (event) => {
    const writes = event.target.closest("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !writes;
    const letter = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!slash && !letter) return;
    event.preventDefault();
    open();
  });
  for (const form of document.querySelectorAll("form[role=search]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      open(form.querySelector("[name=q]").value);
    });
  }
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".brief-open-search") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  const place = document.getElementById("brief-search");
  if (place) open(new URLSearchParams(location.search).get("q") ?? "", place);

  const words = (new URLSearchParams(location.search).get("lit") ?? "").split(" ").filter(Boolean);
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const block = target?.closest("p, aside, li") ?? (location.hash ? null : document.querySelector("h1"));
  if (!words.length || !block || !globalThis.Highlight) return;
  load().then(() => globalThis.briefbookSearch.light(block, words));
})();
