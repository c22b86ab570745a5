// What the page does beyond being read. It makes no request; without it all text is there.
"use strict";
(() => {
  const root = document.documentElement;
  const make = (tag, attributes, ...children) => {
    const node = Object.assign(document.createElement(tag), attributes);
    node.append(...children);
    return node;
  };
  const stored = (key, value) => {
    try {
      if (value === undefined) return localStorage.getItem(key) ?? "";
      localStorage.setItem(key, value);
    } catch { /* a browser may refuse storage, from file:// for one */ }
    return "";
  };

  // Switches: which marks are shown. Remembered for every page.
  const KEY = "briefbook-off";
  const off = new Set(stored(KEY).split(" ").filter(Boolean));
  const show = () => { root.dataset.briefOff = [...off].join(" "); };
  const addSwitches = (tools) => {
    const group = make("div", { className: "brief-switches" }, "show:");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "Marks that are shown");
    for (const name of ["dates", "bodies", "sources", "notes"]) {
      const button = make("button", { type: "button", className: "brief-switch" }, name);
      const press = () => button.setAttribute("aria-pressed", String(!off.has(name)));
      button.addEventListener("click", () => {
        if (!off.delete(name)) off.add(name);
        stored(KEY, [...off].join(" "));
        press();
        show();
        settle();
      });
      press();
      group.append(button);
    }
    tools.prepend(group);
  };

  // The margin: a callout longer than its paragraph moves the next one down instead of pulling the
  // text apart, as far as that still begins beside its own paragraph.
  const settle = () => {
    for (const rows of document.querySelectorAll(".brief-rows")) {
      const besides = [...rows.querySelectorAll(".brief-beside")];
      for (const beside of besides) beside.style.marginBlock = "";
      if (getComputedStyle(rows).display !== "grid") continue;
      rows.classList.add("brief-measuring"); // the text's own heights, callouts out of the way
      const top = (node) => node.getBoundingClientRect().top;
      const start = besides.map((beside) => top(beside.previousElementSibling));
      const ends = besides.map((beside) => beside.previousElementSibling.getBoundingClientRect().bottom);
      const end = rows.getBoundingClientRect().bottom;
      rows.classList.remove("brief-measuring");
      const style = besides[0] && getComputedStyle(besides[0]);
      const [before, after] = style ? [parseFloat(style.marginTop), parseFloat(style.marginBottom)] : [0, 0];
      let offset = 0;
      besides.forEach((beside, i) => {
        const room = (start[i + 1] ?? end) - start[i];
        const height = before + beside.offsetHeight + after;
        const over = offset + height - room;
        const most = i + 1 < besides.length ? ends[i + 1] - start[i + 1] - 2 * before : 0;
        beside.style.marginTop = `${before + offset}px`;
        offset = Math.max(0, Math.min(over, most));
        beside.style.marginBottom = `${after - offset}px`;
      });
    }
  };

  // A hint beside a mark: by pointer, focus or a first tap; stays while pointed at; Escape closes it.
  const hint = make("div", { className: "brief-hint", id: "brief-hint", hidden: true });
  hint.setAttribute("role", "tooltip");
  let hinted = null;
  let closing = 0;
  const close = () => {
    clearTimeout(closing);
    hint.hidden = true;
    hinted?.removeAttribute("aria-describedby");
    hinted = null;
  };
  const open = (target) => {
    clearTimeout(closing);
    const mark = target.closest("a") ?? target;
    if (mark === hinted) return;
    close();
    hinted = mark;
    mark.setAttribute("aria-describedby", hint.id);
    hint.textContent = target.dataset.hint;
    hint.hidden = false;
    const box = mark.getClientRects()[0];
    const left = Math.min(box.left, root.clientWidth - hint.offsetWidth - 8);
    const above = box.top - hint.offsetHeight - 6;
    const origin = hint.offsetParent.getBoundingClientRect();
    hint.style.left = `${Math.max(8, left) - origin.left}px`;
    hint.style.top = `${(above < 8 ? box.bottom + 6 : above) - origin.top}px`;
  };
  const marked = (event) => {
    const node = event.target instanceof Element ? event.target : null;
    return node?.closest("[data-hint]") ?? node?.querySelector(":scope > [data-hint]");
  };
  const addHints = () => {
    (document.querySelector("main, [role=main]") ?? document.body).append(hint);
    let touched = false;
    document.addEventListener("pointerdown", (event) => { touched = event.pointerType === "touch"; });
    document.addEventListener("pointerover", (event) => {
      if (event.pointerType === "touch") return;
      const target = marked(event);
      if (target) open(target);
      else if (hint.contains(event.target)) clearTimeout(closing);
      else if (hinted) { clearTimeout(closing); closing = setTimeout(close, 250); }
    });
    document.addEventListener("focusin", (event) => {
      const target = !touched && marked(event);
      if (target) open(target);
      else if (!touched) close();
    });
    document.addEventListener("click", (event) => {
      const target = marked(event);
      if (!touched || hint.contains(event.target)) return;
      if (target && hinted !== (target.closest("a") ?? target)) { event.preventDefault(); open(target); }
      else if (!target) close();
    });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  };

  // Copied text is the article's own: what stands beside it is left out.
  const copy = (event) => {
    const selection = getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
    const around = range?.commonAncestorContainer;
    const text = (around instanceof Element ? around : around?.parentElement)?.closest(".brief-article");
    const part = range?.cloneContents();
    if (!text || !part?.querySelector(".brief-callout") || !event.clipboardData) return;
    for (const node of part.querySelectorAll(".brief-beside, .brief-callout")) node.remove();
    const blocks = [...part.querySelectorAll("p")].map((block) => block.textContent).filter(Boolean);
    event.clipboardData.setData("text/plain", blocks.join("\n\n"));
    event.preventDefault();
  };

  // A link to what is folded away unfolds it.
  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let node = target; node; node = node.parentElement) if (node.localName === "details") node.open = true;
  };

  // furo leaves its two side columns without names, and those who hear the page in doubt.
  document.querySelector(".sidebar-drawer")?.setAttribute("aria-label", "The book");
  document.querySelector(".toc-drawer")?.setAttribute("aria-label", "On this page");

  show();
  for (const tools of document.querySelectorAll(".brief-tools")) addSwitches(tools);
  if (document.querySelector("[data-hint]")) addHints();
  settle();
  document.fonts?.ready.then(settle);
  addEventListener("resize", settle);
  addEventListener("hashchange", unfold);
  unfold();
  document.addEventListener("copy", copy);
})();
