// Previewing: a note as the book will show it, of the same small part of Markdown. Text becomes nodes, never markup.
"use strict";
globalThis.briefbookPreview = (() => {
  const element = (tag, ...children) => {
    const made = document.createElement(tag);
    made.append(...children);
    return made;
  };

  const link = (address, words) => {
    const made = element("a", ...words);
    made.href = address;
    made.rel = "noopener";
    made.target = "_blank";
    return made;
  };

  // What a reader may be led to: the web, and no address that names somebody before its host.
  const isWeb = (address) => {
    try {
      const { protocol, username, password } = new URL(address);
      return /^https?:$/.test(protocol) && !username && !password;
    } catch {
      return false;
    }
  };

  const ROLES = {
    term: [/^(?!!)[^<>{}]+(?: <[^<>{}\s][^<>{}]*>)?$/, (words) => element("u", words.replace(/ <.*>$/, ""))],
    cite: [/^[\w.:+/-]+(?:\s*,\s*[\w.:+/-]+)*$/, (keys) => `[${keys}]`],
  };

  const role = ([whole, name, text], inLink) => {
    const content = text.trim().replace(/\s+/g, " ");
    const [form, make] = Object.hasOwn(ROLES, name) ? ROLES[name] : [];
    return form?.test(content) && !inLink ? make(content) : whole;
  };

  const anchor = (found, address, words, inLink) => (inLink || !isWeb(address) ? found[0] : link(address, words));

  // A form, and what it makes of what it has found; a string stays text. In the order in which they are tried.
  const INLINE = [
    [/^\\([!-/:-@[-`{-~])/, (found) => found[1]],
    [/^\{([A-Za-z][\w:.+-]{0,63})\}`([^`]+)`(?!`)/, role],
    [/^`([^`]+)`(?!`)/, (found) => element("code", found[1].trim().replace(/\s+/g, " ") || found[1])],
    [/^`+/, (found) => found[0]],
    [/^!\[/, (found) => found[0]],
    [/^\[([^[\]]+)\]\(\s*(?:<(https?:[^\s<>]+)>|(https?:[^\s()<>]+))(?:\s+"[^"]*")?\s*\)/, (found, inLink) => anchor(found, found[2] ?? found[3], inline(found[1], true), inLink)],
    [/^<(https?:\/\/[^\s<>]+)>/, (found, inLink) => anchor(found, found[1], [found[1]], inLink)],
    [/^\*\*\*(?=\S)([^*]+)\*\*\*/, (found, inLink) => element("em", element("strong", ...inline(found[1], inLink)))],
    [/^\*\*(?=\S)((?:[^*]|\*(?!\*))+?)\*\*/, (found, inLink) => element("strong", ...inline(found[1], inLink))],
    [/^\*(?=\S)((?:[^*]|\*\*(?=\S)[^*]+\*\*)+?)\*(?!\*)/, (found, inLink) => element("em", ...inline(found[1], inLink))],
    [/^__(?=\S)([^_]+?)__(?!\w)/, (found, inLink) => element("strong", ...inline(found[1], inLink))],
    [/^_(?=\S)([^_]+?)_(?!\w)/, (found, inLink) => element("em", ...inline(found[1], inLink))],
  ];

  const inline = (text, inLink = false) => {
    const nodes = [];
    let plain = "";
    let at = 0;
    while (at < text.length) {
      const rest = text.slice(at, at + 2200);
      const inWord = rest[0] === "_" && /\w/.test(text[at - 1] ?? "");
      const [found, make] = (inWord ? [] : INLINE).map(([form, make]) => [rest.match(form), make]).find(([found]) => found) ?? [];
      const made = found ? make(found, inLink) : text[at];
      if (typeof made === "string") plain += made;
      else {
        nodes.push(plain, made);
        plain = "";
      }
      at += found ? found[0].length : 1;
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

  // A list may follow right upon a paragraph's lines, where it is of bullets or begins with 1.
  const parted = (lines) => {
    const at = lines.findIndex((line) => /^\s{0,3}(?:[-*+]|1[.)])\s+\S/.test(line));
    return at > 0 && !ITEM.test(lines[0]) ? [lines.slice(0, at), lines.slice(at)] : [lines];
  };

  return (text) => text.split(/\n\s*\n/).map((part) => part.split("\n").filter((line) => line.trim()))
    .filter((lines) => lines.length).flatMap(parted).map(block);
})();
