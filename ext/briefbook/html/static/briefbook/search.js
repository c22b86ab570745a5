// The search: asks the scripts of _search/ for what a query needs, and shows what they know as text.
"use strict";
globalThis.briefbookSearch = (() => {
  const ROWS_OF_TEXT = 16; // as in export/search_slices.py
  const STEP = 10; // results at a time
  const TERMS = 8; // of a query that are looked up: the longest
  const PIECES = 12; // of terms, and then of text, that are loaded for them at most, each some 8 kB
  const TEXTS = 20;
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

  // The numbers of the pieces, which begin with these, that have a term: two where words that it opens go on in the next.
  const piecesOf = (starts, term, opens) => {
    const after = starts.findIndex((start) => start > term);
    const at = (after < 0 ? starts.length : after) - 1;
    return [at, ...(opens && starts[at + 1]?.startsWith(term) ? [at + 1] : [])].filter((each) => each >= 0);
  };
  const heldIn = async (starts, letter, term, opens) => {
    const held = await Promise.all(piecesOf(starts, term, opens).map((number) => ask(`${letter}${number}`)));
    return held.flatMap((piece) => Object.entries(piece ?? {})).filter(([each]) => each === term || (opens && each.startsWith(term)));
  };

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
      for (const [value, [words, page, anchor]] of Object.entries(held?.dates ?? {})) {
        const link = anchor && `${held.pages[page]}#${anchor}`;
        if (isMeant(meant, value)) found.push({ term: `@${value}`, words, link });
      }
    }
    return found;
  };

  const undelta = (steps) => {
    let at = 0;
    return steps.map((step) => at += step);
  };
  const union = (masks) => masks.reduce((all, mask) => all | mask, 0n);

  // What is asked for: each term, the last one also as the beginning of a word, with the slices that have it, as bits.
  const asDirected = (asked, index) => Promise.all([...new Set([...asked].sort((one, other) => other.length - one.length))].slice(0, TERMS).map(async (term) => {
    const opens = term === asked.at(-1) && term.length > 1;
    const held = await heldIn(index.terms, "t", term, opens);
    return { term, opens, slices: union(held.map(([, bits]) => BigInt(`0x${bits}`))) };
  }));

  // Where all terms stand in a slice: the best first, then the newest.
  const ranked = async (slice, directed, pieceAsked) => {
    const head = await ask(`${slice}/head`);
    if (!head) return [];
    let scores = null;
    for (const { term, opens } of directed.filter((each) => !head.common.includes(each.term))) {
      pieceAsked();
      const found = new Map();
      for (const [each, steps] of await heldIn(head.starts, `${slice}/w`, term, opens)) {
        for (const at of undelta(steps)) found.set(at, Math.max(found.get(at) ?? 0, each === term ? 2 : 1));
      }
      scores = scores ? new Map([...scores].filter(([at]) => found.has(at)).map(([at, score]) => [at, score + found.get(at)])) : found;
    }
    const article = (at) => Math.floor(at / head.rows);
    return [...(scores ?? [])].sort(([one, first], [other, second]) => second - first || article(other) - article(one) || one - other)
      .map(([at]) => ({ slice, article: article(at), row: at % head.rows }));
  };

  // Yields the places of what is found, slice by slice, the newest first; those that name a date before others of their slice.
  const placesFor = async function* (wanted, dates, index, pieceAsked) {
    const directed = await asDirected(wanted, index);
    const named = await asDirected(dates.map((date) => date.term), index);
    const all = directed.length ? directed.reduce((bits, each) => bits & each.slices, -1n) : 0n;
    const isIn = (number, bits) => bits >> BigInt(number) & 1n;
    const any = named.reduce((bits, date) => bits | date.slices, all);
    const numbers = index.slices.map((_, number) => number).filter((number) => isIn(number, any)).reverse();
    for (const number of numbers) {
      const slice = index.slices[number];
      const places = [];
      for (const date of named) if (isIn(number, date.slices)) places.push(...await ranked(slice, [date], pieceAsked));
      if (isIn(number, all)) places.push(...await ranked(slice, directed, pieceAsked));
      const seen = new Set();
      yield {
        places: places.filter(({ article, row }) => !seen.has(`${article} ${row}`) && seen.add(`${article} ${row}`)),
        isLast: number === numbers.at(-1),
      };
    }
  };

  const namesFor = async (asked, index) => {
    const query = asked.join(" ");
    if (!query) return [];
    const found = new Map();
    for (const [, names] of await heldIn(index.names, "n", query, query.length > 2)) {
      for (const [name, head, link] of names) found.set(link, { name, head, link });
    }
    // Bodies before titles, which have no other head.
    return [...found.values()].sort((one, other) => !one.head - !other.head || one.name.length - other.name.length).slice(0, 3);
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

  // The next results, some at a time. `found` counts those of the slices that were looked through.
  const paging = (wanted, dates, phrases, index) => {
    let pieces = 0;
    let at = 0;
    let places = [];
    const slices = placesFor(wanted, dates, index, () => pieces += 1);
    const state = { found: 0, isWhole: false, isDone: () => state.isWhole && at === places.length };
    state.next = async (turn) => {
      pieces = 0;
      const texts = new Set();
      for (let shown = 0; shown < STEP && !state.isDone();) {
        if (at === places.length) {
          if (pieces >= PIECES) return;
          const { value = { places: [], isLast: true } } = await slices.next();
          [places, at, state.isWhole] = [value.places, 0, value.isLast];
          state.found += places.length;
          continue;
        }
        const { slice, article, row } = places[at];
        const text = `${slice}/a${article}-${Math.floor(row / ROWS_OF_TEXT)}`;
        if (texts.size >= TEXTS && !texts.has(text)) return;
        const held = await ask(text);
        texts.add(text);
        if (turn !== asking) return;
        at += 1;
        const [anchor, words] = held?.[3][row % ROWS_OF_TEXT] ?? ["", ""];
        if (!held || !phrases.every((phrase) => holds(words, phrase))) continue;
        addPlace(held, anchor, words, wanted);
        shown += 1;
      }
    };
    return state;
  };
  const addPlace = ([page, title, source], anchor, text, wanted) => {
    const kind = anchor.startsWith("note-") ? words.note : "";
    const head = `${title}${/^p\d+$/.test(anchor) ? ` ¶${anchor.slice(1)}` : ""}`;
    add(addressOf(page, anchor, wanted), kind, head, make("span", { className: "brief-found-source", textContent: source }), snippet(text, wanted));
  };

  const search = async (query) => {
    const turn = asking += 1;
    const index = await ask("index");
    if (!index || turn !== asking) return;
    const phrases = [...query.matchAll(/["“„«]([^"“”„«»]+)["”“»]/gu)].map((match) => terms(match[1])).filter((phrase) => phrase.length);
    const wanted = terms(query);
    const [dates, names] = await Promise.all([datesFor(query, index), namesFor(wanted, index)]);
    if (turn !== asking) return;
    list.replaceChildren();
    choose(null);
    for (const { name, head, link } of names) add(new URL(link, root).href, head ? words.body : words.page, !head || name === head ? name : `${name}: ${head}`);
    for (const date of dates.slice(0, 5)) if (date.link) add(new URL(date.link, root).href, words.date, date.words);
    const paged = paging(wanted, dates, phrases, index);
    const more = make("button", { type: "button", className: "brief-search-more", textContent: words.more, hidden: true });
    const show = async () => {
      more.disabled = true; // a second press would look up the same places again
      await paged.next(turn);
      more.disabled = false;
      if (turn !== asking) return;
      more.hidden = paged.isDone();
      const number = phrases.length ? options().length : paged.found + names.length + dates.length;
      const said = paged.isWhole ? words.some : words.first;
      status.textContent = !wanted.length ? "" : number || !paged.isDone() ? said.replace("{number}", number) : words.none;
      field.setAttribute("aria-expanded", String(options().length > 0));
    };
    more.addEventListener("click", async () => {
      await show();
      field.focus();
    });
    list.parentElement.querySelector(".brief-search-more")?.remove();
    list.after(more);
    await show();
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
