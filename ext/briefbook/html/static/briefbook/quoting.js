// Quoting: a passage as an annotation's file quotes it, so that it is found again there and nowhere else.
"use strict";
globalThis.briefbookQuoting = (() => {
  const MAX_EXACT = 2000;
  const MAX_CONTEXT = 200;
  const MAX_ADDRESS = 8000; // longer ones are refused on the way
  const MAX_NAME = 100;

  // The blocks of the article's text; what stands beside them is none of it.
  const blocks = () => [...document.querySelectorAll(".brief-article p")]
    .filter((block) => !block.closest(".brief-callout, .brief-beside"));

  const count = (texts, words) => {
    let found = 0;
    for (const text of texts) {
      for (let at = text.indexOf(words); at >= 0 && found < 2; at = text.indexOf(words, at + 1)) found += 1;
    }
    return found;
  };

  // Ever more of what stands before and after: by a word on one side, the other, or both.
  const contexts = function* (before, after) {
    let prefix = "";
    let suffix = "";
    yield [prefix, suffix];
    while (prefix !== before || suffix !== after) {
      prefix = before.slice(before.slice(0, before.length - prefix.length).search(/\S*\s*$/));
      suffix = after.slice(0, suffix.length + after.slice(suffix.length).match(/^\s*\S*/)[0].length);
      yield* [[prefix, ""], ["", suffix], [prefix, suffix]];
    }
  };

  // The selector of characters start to end of a block, edges trimmed; null where there is none.
  const quote = (block, from, to) => {
    const all = blocks();
    const texts = all.map((each) => each.textContent);
    const text = texts[all.indexOf(block)] ?? "";
    // Half a character is none.
    const first = from - (/[\udc00-\udfff]/.test(text[from] ?? "") ? 1 : 0);
    const raw = text.slice(first, to + (/[\ud800-\udbff]/.test(text[to - 1] ?? "") ? 1 : 0));
    const start = first + raw.length - raw.trimStart().length;
    const exact = raw.trim();
    const end = start + exact.length;
    if (!exact || [...exact].length > MAX_EXACT || exact.includes("\uFFFD")) return null;
    const before = [...text.slice(0, start)].slice(-MAX_CONTEXT).join("");
    const after = [...text.slice(end)].slice(0, MAX_CONTEXT).join("");
    for (const [prefix, suffix] of contexts(before, after)) {
      if (count(texts, prefix + exact + suffix) === 1) return { exact, prefix, suffix };
    }
    return null;
  };

  // In YAML's double quotes; what cannot be seen is spelt.
  const quoted = (text) => JSON.stringify(text)
    .replace(/[\u007f-\u009f\u00ad\u2028\u2029\ufeff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

  const slug = (words) => (words.normalize("NFKD").replace(/[^\0-\x7f]/g, "").toLowerCase().match(/[a-z0-9]+/g) ?? ["note"])
    .slice(0, 6).join("-");

  const fileName = (day, words) => `${`${day}-${slug(words)}`.slice(0, MAX_NAME).replace(/-+$/, "")}.md`;

  const file = ({ selector, motivation, replyOf, author, github, created, sources, body }) => {
    const target = ["exact", "prefix", "suffix"].filter((key) => selector[key]);
    return [
      "---",
      `motivation: ${motivation}`,
      ...(replyOf ? [`reply_of: ${quoted(replyOf)}`] : []),
      "target:",
      ...target.map((key) => `  ${key}: ${quoted(selector[key])}`),
      `author: {name: ${quoted(author)}${github ? `, github: ${quoted(github)}` : ""}}`,
      `created: ${created}`,
      ...(sources.length ? [`sources: [${sources.map(quoted).join(", ")}]`] : []),
      "---",
      body.trim(),
      "",
    ].join("\n");
  };

  // Where the forge makes a new file, and whether that address has the file's text in it.
  const address = (template, path, value) => {
    const encoded = (text) => encodeURIComponent(text).replaceAll("%2F", "/");
    const parts = {
      path: encoded(path),
      folder: encoded(path.slice(0, path.lastIndexOf("/"))),
      name: encoded(path.slice(path.lastIndexOf("/") + 1)),
    };
    const filled = template.replace(/\{(path|folder|name)\}/g, (_, part) => parts[part]);
    const whole = filled.replace("{value}", () => encodeURIComponent(value));
    if (filled.includes("{value}") && whole.length <= MAX_ADDRESS) return [whole, true];
    return [filled.replace(/[?&]value=\{value\}/, ""), false];
  };

  // Where an issue on a passage begins; of a long one its first words, for the address's sake.
  const issueOn = (template, seed, words) => {
    const passage = [...words].slice(0, MAX_CONTEXT).join("");
    const parts = { seed, passage };
    return template.replace(/\{(seed|passage)\}/g, (_, part) => encodeURIComponent(parts[part]));
  };

  return { blocks, quote, quoted, fileName, file, address, issueOn };
})();
