// Switches: which marks are shown. Remembered for every page.
"use strict";
(() => {
  const word = globalThis.briefbookWord;
  const KEY = "briefbook-off";
  const stored = (value) => {
    try {
      if (value === undefined) return localStorage.getItem(KEY) ?? "";
      localStorage.setItem(KEY, value);
    } catch { /* a browser may refuse storage, from file:// for one */ }
    return "";
  };
  const off = new Set(stored().split(" ").filter(Boolean));
  const show = () => { document.documentElement.dataset.briefOff = [...off].join(" "); };

  const addSwitch = (group, name) => {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "brief-switch" });
    const press = () => button.setAttribute("aria-checked", String(!off.has(name)));
    button.setAttribute("role", "switch");
    button.textContent = word(name); // one of: word("dates"), word("bodies"), word("sources"), word("notes")
    button.addEventListener("click", () => {
      if (!off.delete(name)) off.add(name);
      stored([...off].join(" "));
      press();
      show();
    });
    press();
    group.append(button);
  };

  show();
  for (const tools of document.querySelectorAll(".brief-tools")) {
    const group = Object.assign(document.createElement("div"), { className: "brief-switches" });
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", word("Marks that are shown"));
    group.append(word("Show"));
    for (const name of ["dates", "bodies", "sources", "notes"]) addSwitch(group, name);
    tools.prepend(group);
  }
})();
