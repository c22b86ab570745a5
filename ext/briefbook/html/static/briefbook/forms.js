// Forms: what the form of a note and that of a correction are made of.
"use strict";
globalThis.briefbookForms = (() => {
  const FORGES = { github: "GitHub", gitlab: "GitLab", gitea: "Gitea", forgejo: "Forgejo" };

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

  return { FORGES, make, field, toClipboard };
})();
