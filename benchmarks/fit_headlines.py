"""Fit the weights of ``clean/headline_signs.py`` anew, and say how well they find other headlines.

    python benchmarks/fit_headlines.py FOLDER SET.json [SET.json …]

Needs numpy and scipy. A set is what ``prepare_readability.py`` writes: pages as lines of view
``p``, with which of them are the article's. FOLDER holds their HTML, ``ID.html``: its ``og:title``,
of three words and more, is the headline where one of the lines has four fifths of its words.

A page's candidates and "none of them" compete (softmax, L2). Each page is fitted on thrice: as it
is; and, at a tenth of the weight, its headline over some of its article, and these lines without
the headline: an article that stands alone must be read, too. Eight folds by page. For a row of
chances it prints right, another line, none, per cent, of the pages of each set whose headline is
among their lines; of articles alone with their headline; and how many without one are given one.
Then the weights, of all pages.
"""

from __future__ import annotations

import argparse
import html
import json
import random
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from briefbook.text.clean.headline_signs import NONE, WEIGHTS
from briefbook.text.clean.judge import headline_signs

FOLDS = 8
STRENGTH = 0.3
"""The L2 penalty."""
ALIKE = 0.8
ALONE = 0.1
CHANCES = (0.25, 0.3, 0.35, 0.4, 0.5, 0.6)
OG = (
    re.compile(r'<meta[^>]+property=["\']og:title["\'][^>]*content="([^"]+)"'),
    re.compile(r'<meta[^>]+content="([^"]+)"[^>]+property=["\']og:title["\']'),
)


@dataclass(frozen=True, kw_only=True)
class Example:
    group: str
    """The set's name, "alone" or "bare"."""
    page: str
    has: bool
    """Whether the headline is among the lines, found by the rules or not."""
    x: Any
    right: Any
    texts: list[str]

    @property
    def weight(self) -> float:
        return ALONE if self.group in ("alone", "bare") else 1.0


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("sets", type=Path, nargs="+", metavar="SET.json")
    asked = parser.parse_args()
    examples = [one for path in asked.sets for one in _read(path, asked.folder)]
    pages = sorted({one.page for one in examples})
    fold = dict(zip(pages, np.random.default_rng(0).integers(0, FOLDS, len(pages)), strict=True))
    results = []
    for number in range(FOLDS):
        weights = _fit([one for one in examples if fold[one.page] != number])
        results += [(one, *_best(one, weights)) for one in examples if fold[one.page] == number]
    for chance in CHANCES:
        print(f"chance {chance}:", "; ".join(_told(results, chance)))
    fitted = _fit(examples)
    for name, old, new in zip([*WEIGHTS, "none"], [*WEIGHTS.values(), NONE], fitted, strict=True):
        print(f"{name:20} {old:6.2f} -> {new:6.2f}")


def _told(results: list[Any], chance: float) -> list[str]:
    told = []
    for group in dict.fromkeys(one.group for one, _, _ in results):
        of = [(one, best, p > chance) for one, best, p in results if one.group == group]
        named = sum(named for *_, named in of)
        if group == "bare":
            told.append(f"{group}: {100 * named / len(of):.1f} are given one")
            continue
        of = [each for each in of if each[0].has]
        right = sum(named and one.right[best] for one, best, named in of)
        other = sum(named for *_, named in of) - right
        shares = [100 * count / len(of) for count in (right, other, len(of) - right - other)]
        told.append(f"{group}: " + " / ".join(f"{share:.1f}" for share in shares))
    return told


def _read(path: Path, folder: Path) -> list[Example]:
    chance = random.Random(5)
    found = []
    for page in json.loads(path.read_text("utf-8")):
        source = folder / f"{page['id']}.html"
        text = source.read_text("utf-8", "replace") if source.is_file() else ""
        title = OG[0].search(text) or OG[1].search(text)
        wanted = _words(html.unescape(title[1])) if title else set()
        if len(wanted) < 3:
            continue
        written = [
            (line, keep)
            for line, keep in zip(page["p"], page["p_keep"], strict=True)
            if re.search(r"\w", line)
        ]
        lines = [line for line, _ in written]
        found.append(_example(path.stem, page["id"], lines, wanted))
        headline = next((line for line in lines if _alike(line, wanted)), None)
        body = [line for line, keep in written if keep and not _alike(line, wanted)]
        if headline is not None and len(body) > 2:
            body = body[: chance.randint(3, len(body))]
            found.append(_example("alone", page["id"], [headline, *body], wanted))
            found.append(_example("bare", page["id"], body, wanted))
    return found


def _example(group: str, page: str, lines: list[str], wanted: set[str]) -> Example:
    rows = headline_signs(lines)
    return Example(
        group=group,
        page=page,
        has=any(_alike(line, wanted) for line in lines),
        x=np.array([[float(signs[name]) for name in WEIGHTS] for _, signs in rows]).reshape(
            len(rows), len(WEIGHTS)
        ),
        right=np.array([_alike(lines[i], wanted) for i, _ in rows], dtype=bool),
        texts=[lines[i] for i, _ in rows],
    )


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def _alike(line: str, wanted: set[str]) -> bool:
    words = _words(line)
    return len(words & wanted) >= ALIKE * len(words | wanted)


def _fit(examples: list[Example]) -> Any:
    """The weights, that of none last."""
    count = len(WEIGHTS)

    def loss(weights: Any) -> tuple[float, Any]:
        value, slope = 0.0, np.zeros(count + 1)
        for one in examples:
            chances = _chances(one, weights)
            target = chances * np.append(one.right, not one.right.any())
            value -= one.weight * np.log(target.sum())
            change = one.weight * (chances - target / target.sum())
            slope[:count] += one.x.T @ change[:-1]
            slope[count] += change[-1]
        value += STRENGTH * (weights[:count] ** 2).sum() / 2
        slope[:count] += STRENGTH * weights[:count]
        return value, slope

    return minimize(loss, np.zeros(count + 1), jac=True, method="L-BFGS-B").x


def _chances(one: Example, weights: Any) -> Any:
    scores = np.append(one.x @ weights[:-1], weights[-1])
    chances = np.exp(scores - scores.max())
    return chances / chances.sum()


def _best(one: Example, weights: Any) -> tuple[int, float]:
    """The likeliest candidate, and its chance."""
    if not one.texts:
        return 0, 0.0
    chances = _chances(one, weights)[:-1]
    best = int(chances.argmax())
    same = [text == one.texts[best] for text in one.texts]
    return best, float(chances[same].sum())


if __name__ == "__main__":
    main()
