// Certainty: how often the rule behind a mark is right, for those who correct marks. Off until asked for.
"use strict";
globalThis.briefbookCertainty = (() => {
  const KEY = "briefbook-certainty";
  const { dates, bodies, sources } = globalThis.briefbookOffered.certainty;

  const stored = (value) => {
    try {
      if (value === undefined) return localStorage.getItem(KEY) === "on";
      localStorage.setItem(KEY, value ? "on" : "off");
    } catch { /* a browser may refuse storage, from file:// for one */ }
    return false;
  };
  const percent = (share) => (share === undefined ? "?" : `${Math.round(100 * share)} %`);

  // A date's rule stands in what is told of it, after its value and before the day it was counted from.
  const ofDate = (hint) => {
    const rule = hint.slice(hint.indexOf(" · ") + 3);
    return dates.find(([words]) => rule.startsWith(words))?.[1];
  };
  const show = (on) => {
    stored(on);
    document.documentElement.toggleAttribute("data-brief-certainty", on);
    if (!on) return;
    for (const date of document.querySelectorAll(".brief-article .brief-date")) date.dataset.certainty = percent(ofDate(date.dataset.hint));
    for (const body of document.querySelectorAll(".brief-article p > a > .std-term, .brief-article p > * > a > .std-term")) body.dataset.certainty = percent(bodies);
    for (const source of document.querySelectorAll(".brief-attribution[data-rule] > .brief-kind")) {
      source.dataset.certainty = percent(sources[source.parentElement.dataset.rule]);
    }
  };
  if (stored()) show(true);
  return { show, isShown: stored };
})();
