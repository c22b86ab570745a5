// The typefaces that every page needs, asked for before the style sheets have been read. Of pages that
// are opened as files a browser refuses it, and says so in its console: there it has them at once.
"use strict";
if (location.protocol !== "file:") {
  const { dataset, src } = document.currentScript;
  for (const name of dataset.fonts.split(" ")) {
    const link = Object.assign(document.createElement("link"), { rel: "preload", as: "font", type: "font/woff2" });
    link.crossOrigin = ""; // else it would ask for them a second time: typefaces are fetched so
    link.href = new URL(`../${name}`, src);
    document.head.append(link);
  }
}
