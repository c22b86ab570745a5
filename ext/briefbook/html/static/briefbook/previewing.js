// Previewing: a note as the book will show it, of the same small part of Markdown. Text becomes nodes, never markup.
"use strict";
globalThis.briefbookPreview = (() => {
  const element = (tag, ...children) => {
    const made = document.createElement(tag);
    made.append(...children);
    return made;
  };

  const link = (address, words) => {
    const made = element("a", words);
    made.href = address;
    made.rel = "noopener";
    made.target = "_blank";
    return made;
  };

  const INLINE = [
    [/^\\([!-/:-@[-`{-~])/, (found) => found[1]],
    [/^\{term\}`([^`]{1,200})`/, (found) => element("u", found[1].replace(/\s*<[^<>]*>$/, ""))],
    [/^\{cite\}`([^`]{1,200})`/, (found) => `[${found[1]}]`],
    [/^`([^`]+)`/, (found) => element("code", found[1])],
    [/^\[([^[\]]+)\]\((https?:\/\/[^\s()<>]+)\)/, (found) => link(found[2], found[1])],
    [/^<(https?:\/\/[^\s<>]+)>/, (found) => link(found[1], found[1])],
    [/^\*\*(?=\S)((?:[^*]|\*(?!\*))+?)\*\*/, (found) => element("strong", ...inline(found[1]))],
    [/^\*(?=\S)([^*]+?)\*/, (found) => element("em", ...inline(found[1]))],
    [/^_(?=\S)([^_]+?)_(?!\w)/, (found) => element("em", ...inline(found[1]))],
  ];

  const inline = (text) => {
    const nodes = [];
    let plain = "";
    let at = 0;
    while (at < text.length) {
      const rest = text.slice(at, at + 2200);
      const [found, make] = INLINE.map(([form, make]) => [rest.match(form), make]).find(([found]) => found) ?? [];
      if (found) {
        nodes.push(plain, make(found));
        plain = "";
        at += found[0].length;
      } else {
        plain += text[at];
        at += 1;
      }
    }
    return [...nodes, plain].filter((node) => node !== "");
  };

  const ITEM = /^\s{0,3}(?:([-*+])|\d{1,9}[.)])\s+/;

  const block = (lines) => {
    if (!lines.every((line) => ITEM.test(line) || /^\s{2,}/.test(line)) || !ITEM.test(lines[0])) {
      return element("p", ...inline(lines.join("\n")));
    }
    const items = [];
    for (const line of lines) {
      if (ITEM.test(line)) items.push(line.replace(ITEM, ""));
      else items[items.length - 1] += `\n${line.trim()}`;
    }
    return element(ITEM.exec(lines[0])[1] ? "ul" : "ol", ...items.map((item) => element("li", ...inline(item))));
  };

  return (text) => text.split(/\n\s*\n/).map((part) => part.split("\n").filter((line) => line.trim()))
    .filter((lines) => lines.length).map(block);
})();
