// The typefaces that every page needs, asked for before the style sheets have been read. Of pages that
// are opened as files a browser refuses it, and says so in its console. Every page is the first there,
// and faces that are shown at once or not at all would often not be: they may come late.
"use strict";
const { dataset, src } = document.currentScript;
if (location.protocol === "file:") {
  addEventListener("DOMContentLoaded", () => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("fonts-late.css", src) });
    document.querySelector("link[href*='briefbook/fonts.css']").after(link);
  });
} else {
  for (const name of dataset.fonts.split(" ")) {
    const link = Object.assign(document.createElement("link"), { rel: "preload", as: "font", type: "font/woff2" });
    link.crossOrigin = ""; // else it would ask for them a second time: typefaces are fetched so
    link.href = new URL(`../${name}`, src);
    document.head.append(link);
  }
}
