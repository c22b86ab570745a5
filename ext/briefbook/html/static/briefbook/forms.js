// Forms: what the form of a note and that of a correction are made of.
"use strict";
globalThis.briefbookForms = (() => {
  // Their words in the book's language, which come with what they offer; {names} in them are filled in.
  const word = (text, given = {}) => (globalThis.briefbookOffered.words[text] ?? text)
    .replace(/\{(\w+)\}/g, (whole, name) => given[name] ?? whole);

  const FORGES = { github: "GitHub", gitlab: "GitLab", gitea: "Gitea", forgejo: "Forgejo" };

  const sendWords = (forge) => (FORGES[forge]
    ? word("Copy, and open {forge}", { forge: FORGES[forge] })
    : word("Copy, and open the repository"));

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  let number = 0;
  const field = (words, control, ...below) => {
    control.id = `brief-field-${number += 1}`;
    return make("div", { className: "brief-field" }, make("label", { htmlFor: control.id, textContent: words }), control, ...below);
  };

  const toClipboard = async (dialog, text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const area = make("textarea", { value: text });
      dialog.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      return done;
    }
  };

  return { FORGES, word, sendWords, make, field, toClipboard };
})();
