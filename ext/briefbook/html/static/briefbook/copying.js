// Copied text is the article's own: what stands beside it is left out.
"use strict";
document.addEventListener("copy", (event) => {
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
});
