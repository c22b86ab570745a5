// Words: what this page's scripts say, in the book's language. The page holds them where it is not English.
"use strict";
globalThis.briefbookWord = (() => {
  const inBook = JSON.parse(document.getElementById("brief-words")?.textContent ?? "{}");
  return (text) => inBook[text] ?? text;
})();
