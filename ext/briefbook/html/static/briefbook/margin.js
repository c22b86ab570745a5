// The margin: a callout longer than its paragraph moves the next one down instead of pulling the
// text apart, as far as that still begins beside its own paragraph.
"use strict";
(() => {
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

  settle();
  document.fonts?.ready.then(settle);
  addEventListener("resize", settle);
  addEventListener("brief-shown", settle);
})();
