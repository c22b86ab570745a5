// The search: asks the scripts of _search/ for what a query needs, and shows what they know as text.
"use strict";
globalThis.briefbookSearch = (() => {
  const ROWS = 65536; // as in export/search.py
  const STEP = 10; // results at a time
  const YEARS = 6; // looked through for a day without a month
  const base = new URL("../../_search/", document.currentScript.src);
  const root = new URL("../../", document.currentScript.src);
  const taken = new Map();
  const waiting = new Map();

  // Each file hands itself over; one that cannot be had is empty.
  const take = (name, value) => taken.set(name, value);
  const ask = (name) => {
    if (!waiting.has(name)) {
      waiting.set(name, new Promise((done) => {
        const script = document.createElement("script");
        script.src = new URL(`${name}.js`, base);
        script.onload = script.onerror = () => done(taken.get(name) ?? null);
        document.head.append(script);
      }));
    }
    return waiting.get(name);
  };

  // As in export/search_terms.py.
  const TERM = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|(?:(?![\u3040-\u30ff\u3400-\u9fff])[\p{L}\p{N}])+/gu;
  const terms = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
    .replace(/(?<=\p{Nd})[,.](?=\p{Nd}{3}(?!\p{Nd}))/gu, "")
    .replace(/(?<![\p{L}\p{N}_])(?:\p{L}\.){2,}/gu, (initials) => initials.replaceAll(".", ""))
    .normalize("NFC").match(TERM) ?? [];
  const bucket = (term) => (/^[a-z0-9]{1,2}$/.test(term.slice(0, 2)) ? term.slice(0, 2) : `u${term.codePointAt(0).toString(16)}`);

  const two = (number) => String(number).padStart(2, "0");

  // The dates that a query can mean: a value, or the day of a month that is not named.
  const dateOf = (query, months) => {
    const iso = query.trim().match(/^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/);
    if (iso) return { value: iso.slice(1).filter(Boolean).map((part) => part.padStart(2, "0")).join("-") };
    const parts = terms(query).filter((term) => !["on", "in", "the", "of", "am", "im", "den"].includes(term));
    const month = parts.map((term) => months[term]).find(Boolean);
    const year = parts.find((term) => /^\d{4}$/.test(term));
    const day = parts.map((term) => term.match(/^(\d{1,2})(?:st|nd|rd|th)?$/)?.[1]).find((each) => each >= 1 && each <= 31);
    if (parts.length !== [month, year, day].filter(Boolean).length) return null;
    if (month && year) return { value: `${year}-${two(month)}${day ? `-${two(day)}` : ""}` };
    if (month) return { ends: day ? `-${two(month)}-${two(day)}` : `-${two(month)}` };
    return day && !year && /\d(?:st|nd|rd|th|\.)/.test(query) ? { day: two(day) } : null;
  };
  const isMeant = (meant, value) => (meant.value ? value === meant.value
    : meant.ends ? value.endsWith(meant.ends) && value.length === 4 + meant.ends.length
      : value.length === 10 && value.endsWith(`-${meant.day}`));

  const datesFor = async (query, index) => {
    const meant = dateOf(query, index.months);
    if (!meant) return [];
    const years = meant.value ? index.years.filter((year) => year === meant.value.slice(0, 4)) : index.years.filter((year) => year !== "other").slice(-YEARS);
    const found = [];
    for (const held of await Promise.all(years.map((year) => ask(`d-${year}`)))) {
      for (const [value, [words, link, at]] of Object.entries(held ?? {})) if (isMeant(meant, value)) found.push({ words, link, at });
    }
    return found;
  };

  const undelta = (steps) => {
    let at = 0;
    return steps.map((step) => at += step);
  };

  // Where all terms stand, the last one also as the beginning of a word; the best first, then the newest.
  const placesFor = async (asked, index) => {
    const wanted = [...new Set(asked)].filter((term) => !index.common.includes(term));
    const held = await Promise.all(wanted.map((term) => (index.buckets.includes(bucket(term)) ? ask(`w-${bucket(term)}`) : null)));
    let scores = null;
    wanted.forEach((term, number) => {
      const found = new Map();
      const isLast = term === asked.at(-1) && term.length > 1;
      for (const [each, steps] of Object.entries(held[number]?.terms ?? {})) {
        if (each !== term && !(isLast && each.startsWith(term))) continue;
        for (const at of undelta(steps)) found.set(at, Math.max(found.get(at) ?? 0, each === term ? 2 : 1));
      }
      scores = scores ? new Map([...scores].filter(([at]) => found.has(at)).map(([at, score]) => [at, score + found.get(at)])) : found;
    });
    const article = (at) => Math.floor(at / ROWS);
    return [...(scores ?? [])].sort(([one, first], [other, second]) => second - first || article(other) - article(one) || one - other).map(([at]) => at);
  };

  const namesFor = async (asked, index) => {
    const key = asked[0] && bucket(asked[0]);
    if (!key || !index.buckets.includes(key)) return [];
    const query = asked.join(" ");
    const found = new Map();
    for (const [name, head, link] of (await ask(`w-${key}`))?.names ?? []) {
      const whole = terms(name).join(" ");
      if (whole === query || (query.length > 2 && whole.startsWith(query))) found.set(link, { name, head, link });
    }
    return [...found.values()].sort((one, other) => one.name.length - other.name.length).slice(0, 3);
  };

  const holds = (text, phrase) => ` ${terms(text).join(" ")} `.includes(` ${phrase.join(" ")} `);

  // The ranges of a text's characters in which these terms stand.
  const spans = (text, wanted) => {
    const found = [];
    for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}.,'’]*/gu)) {
      const words = terms(match[0]);
      if (words.some((word) => wanted.some((each, at) => word === each || (at === wanted.length - 1 && each.length > 1 && word.startsWith(each))))) {
        found.push([match.index, match.index + match[0].length]);
      }
    }
    return found;
  };

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  // The words around the first that were found: text, with those marked.
  const snippet = (text, wanted) => {
    const found = spans(text, wanted);
    const first = found[0]?.[0] ?? 0;
    const from = first < 90 ? 0 : text.lastIndexOf(" ", first - 60) + 1;
    const to = text.length - from < 240 ? text.length : Math.max(text.lastIndexOf(" ", from + 220), from + 120);
    const line = make("span", { className: "brief-found-text" }, from ? "… " : "");
    let at = from;
    for (const [start, end] of found) {
      if (start < at || end > to) continue;
      line.append(text.slice(at, start), make("mark", { textContent: text.slice(start, end) }));
      at = end;
    }
    line.append(text.slice(at, to), to < text.length ? " …" : "");
    return line;
  };

  const addressOf = (page, anchor, wanted) => {
    const address = new URL(page, root);
    if (wanted.length) address.searchParams.set("lit", wanted.join(" "));
    address.hash = anchor;
    return address.href;
  };

  let field = null;
  let list = null;
  let status = null;
  let dialog = null;
  let asking = 0;
  let words = {};

  const options = () => [...list.querySelectorAll("[role=option]")];
  const choose = (option) => {
    for (const each of options()) each.setAttribute("aria-selected", String(each === option));
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  };
  // An option is the link itself, which is opened as links are; its item in the list is none.
  const add = (address, kind, head, ...lines) => {
    const option = make("a", { id: `brief-found-${options().length + 1}`, href: address, tabIndex: -1 });
    if (kind) option.append(make("span", { className: "brief-found-kind", textContent: kind }), " ");
    option.append(make("span", { className: "brief-found-head" }, head), ...lines);
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    const item = make("li", {}, option);
    item.setAttribute("role", "none");
    list.append(item);
  };

  // Shows the next results of places, those whose text holds the phrases; gives where it stopped.
  const addPlaces = async (places, from, { wanted, phrases }, turn) => {
    let at = from;
    for (let shown = 0; at < places.length && shown < STEP; at += 1) {
      const article = Math.floor(places[at] / ROWS);
      const held = await ask(`a-${article}`);
      if (turn !== asking) return at;
      const [anchor, text] = held?.[3][places[at] % ROWS] ?? ["", ""];
      if (!held || !phrases.every((phrase) => holds(text, phrase))) continue;
      const kind = anchor.startsWith("note-") ? words.note : "";
      const head = `${held[1]}${/^p\d+$/.test(anchor) ? ` ¶${anchor.slice(1)}` : ""}`;
      add(addressOf(held[0], anchor, wanted), kind, head, make("span", { className: "brief-found-source", textContent: held[2] }), snippet(text, wanted));
      shown += 1;
    }
    return at;
  };

  const search = async (query) => {
    const turn = asking += 1;
    const index = await ask("index");
    if (!index || turn !== asking) return;
    const phrases = [...query.matchAll(/["“„«]([^"“”„«»]+)["”“»]/gu)].map((match) => terms(match[1])).filter((phrase) => phrase.length);
    const wanted = terms(query);
    const [dates, names, found] = await Promise.all([datesFor(query, index), namesFor(wanted, index), placesFor(wanted, index)]);
    if (turn !== asking) return;
    list.replaceChildren();
    choose(null);
    for (const { name, head, link } of names) add(new URL(link, root).href, words.body, name === head ? head : `${name}: ${head}`);
    for (const date of dates.slice(0, 5)) if (date.link) add(new URL(date.link, root).href, words.date, date.words);
    const named = dates.flatMap((date) => date.at);
    const places = dates.length ? [...new Set([...named, ...found])] : found;
    let at = await addPlaces(places, 0, { wanted, phrases }, turn);
    if (turn !== asking) return;
    const more = make("button", { type: "button", className: "brief-search-more", textContent: words.more, hidden: at >= places.length });
    more.addEventListener("click", async () => {
      at = await addPlaces(places, at, { wanted, phrases }, turn);
      more.hidden = at >= places.length;
      field.focus();
    });
    list.parentElement.querySelector(".brief-search-more")?.remove();
    list.after(more);
    const number = phrases.length ? options().length : places.length + names.length + dates.length;
    status.textContent = !wanted.length ? "" : options().length ? words.some.replace("{number}", number) : words.none;
    field.setAttribute("aria-expanded", String(options().length > 0));
  };

  const build = async (place) => {
    words = (await ask("index"))?.words ?? {};
    field = make("input", { type: "search", autocomplete: "off", spellcheck: false, placeholder: words.placeholder ?? "" });
    list = make("ul", { id: "brief-found" });
    status = make("p", { className: "brief-search-status" });
    for (const [name, value] of Object.entries({ role: "combobox", "aria-label": words.search, "aria-controls": "brief-found", "aria-expanded": "false", "aria-autocomplete": "list" })) field.setAttribute(name, value);
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", words.results);
    status.setAttribute("role", "status");
    field.addEventListener("input", () => search(field.value));
    field.addEventListener("keydown", (event) => {
      const all = options();
      const chosen = all.findIndex((each) => each.getAttribute("aria-selected") === "true");
      if (event.key === "ArrowDown") choose(all[Math.min(chosen + 1, all.length - 1)]);
      else if (event.key === "ArrowUp") choose(all[chosen - 1] ?? null);
      else if (event.key === "Enter") all[Math.max(chosen, 0)]?.click();
      else return;
      event.preventDefault();
    });
    if (place) {
      place.replaceChildren(field, status, list);
      return;
    }
    const close = make("button", { type: "button", className: "brief-search-close", textContent: words.close });
    dialog = make("dialog", { className: "brief-search" }, make("div", { className: "brief-search-line" }, field, close), status, list);
    dialog.setAttribute("aria-label", words.search);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest("a")) dialog.close();
    });
    document.body.append(dialog);
  };

  let built = null;
  const open = async (query, place) => {
    await (built ??= build(place));
    if (dialog && !dialog.open) dialog.showModal();
    if (query) field.value = query;
    field.focus();
    if (field.value) search(field.value);
  };

  // Lights the words in a block of the page, without touching it.
  const light = (block, wanted) => {
    const ranges = [];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (walker.currentNode.parentElement.closest(".brief-beside") && !block.closest(".brief-beside")) continue;
      for (const [start, end] of spans(walker.currentNode.data, wanted)) {
        const range = new Range();
        range.setStart(walker.currentNode, start);
        range.setEnd(walker.currentNode, end);
        ranges.push(range);
      }
    }
    CSS.highlights.set("brief-found", new Highlight(...ranges));
  };

  return { take, open, light, terms };
})();
