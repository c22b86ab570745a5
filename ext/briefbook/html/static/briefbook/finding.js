// Finding one's way: a link to what is folded away unfolds it, and every part has its name.
"use strict";
(() => {
  const word = globalThis.briefbookWord;
  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let node = target; node; node = node.parentElement) if (node.localName === "details") node.open = true;
  };
  addEventListener("hashchange", unfold);
  unfold();

  // furo leaves its two side columns without names, and those who hear the page in doubt.
  document.querySelector(".sidebar-drawer")?.setAttribute("aria-label", word("The book"));
  document.querySelector(".toc-drawer")?.setAttribute("aria-label", word("On this page"));
  // Nor can its label that opens the drawer be reached by keyboard: a button takes its place.
  const drawer = document.getElementById("__navigation");
  const label = document.querySelector("label.nav-overlay-icon");
  if (drawer && label) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "nav-overlay-icon" });
    const say = () => button.setAttribute("aria-expanded", String(drawer.checked));
    button.setAttribute("aria-label", word("Menu"));
    button.append(...label.children);
    button.addEventListener("click", () => drawer.click());
    drawer.addEventListener("change", say);
    label.replaceWith(button);
    say();
  }
  // What leads back to the top hovers over the page, and belongs to no part of it.
  const back = document.querySelector(".back-to-top");
  back?.closest(".content").querySelector("footer")?.append(back);
  // An article is read first: the way to its text is short for those who go by keyboard.
  const tools = document.querySelector(".page:has(.brief-article) .content-icon-container");
  tools?.closest(".content").querySelector("footer")?.before(tools);
})();
