// The theme that the reader chose, before anything is shown.
"use strict";
try {
  document.body.dataset.theme = localStorage.getItem("theme") || "auto";
} catch { // a browser may refuse storage
  document.body.dataset.theme = "auto";
}
