"""Fit the weights of ``clean/features.py`` anew, and say how well they judge pages not fitted on.

    python benchmarks/fit_cleaning.py SET.json [SET.json …]

Needs scikit-learn. A set is what ``prepare_readability.py`` writes: pages as lines of view ``p``,
with which of them are the article's. A line weighs as its characters; each set weighs alike.

Pages of these sets are long, and weights of theirs alone lose the first of three or four lines. So
parts of each page are fitted on, too, at less weight: its article alone, cut short; and some lines
of the article with what stands around them.

Eight folds by page: each page is judged by weights fitted on the others. For a row of thresholds it
prints F1 and the share of the article lost, of each set and of the parts: by the weights of
``features.py``, by those fitted, and by the mean of both, of which ``NEW`` is new. Then the
weights, of all pages, and the mean. These are what the features alone do, without the phrases and
the rules that come before and after them; the weights of ``features.py`` may have seen the sets.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from briefbook.text.clean.features import FEATURES
from briefbook.text.clean.judge import lines_of
from briefbook.text.clean.page_phrases import reason_of

FOLDS = 8
STRENGTH = 0.1
"""The inverse of the L2 penalty."""
MIN_COVER = 0.6
NEW = 0.7
"""The share of the new weights in the mean. Those before were fitted on more pages than are asked
here, many not English; what they have learnt there is kept."""
ALONE, PARTS = 0.1, 0.3
"""What articles alone, and parts of pages, weigh beside the pages."""
THRESHOLDS = (-3.0, -2.8, -2.5, -2.2, -1.8, -1.4, -1.0, 0.0)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", type=Path, nargs="+", metavar="SET.json")
    paths = parser.parse_args().sets
    x, y, size, of_page, group = _read(paths)
    groups = [path.stem for path in paths] + ["alone", "parts"]
    share = {**dict.fromkeys(groups, 1.0), "alone": ALONE, "parts": PARTS}
    weight = np.zeros(len(y))
    for number, name in enumerate(groups):
        one = group == number
        weight[one] = size[one] / size[one].sum() * len(y) * share[name]
    scores = np.zeros(len(y))
    for fit, judge in GroupKFold(FOLDS).split(x, y, of_page):
        scores[judge] = _model(x[fit], y[fit], weight[fit]).decision_function(x[judge])
    before = np.array([feature.weight for feature in FEATURES])
    old = x @ before
    for number, name in enumerate(groups):
        one = group == number
        print(f"{name}: threshold; F1 and per cent of the article lost, as it is, new, mean")
        for threshold in THRESHOLDS:
            told = [
                _told(kind[one] >= threshold, y[one], size[one])
                for kind in (old, scores, NEW * scores + (1 - NEW) * old)
            ]
            print(f"  {threshold:5.1f}", *told)
    fitted = _model(x, y, weight).coef_[0]
    for feature, value in zip(FEATURES, fitted, strict=True):
        mean = NEW * value + (1 - NEW) * feature.weight
        print(f"{feature.name:24} {feature.weight:6.2f} -> {value:6.2f}, mean {mean:6.2f}")


def _told(kept: Any, y: Any, size: Any) -> str:
    right = size[kept & y].sum()
    f1 = 200 * right / (size[kept].sum() + size[y].sum())
    return f"{f1:8.1f} {100 - 100 * right / size[y].sum():5.2f}"


def _read(paths: list[Path]) -> tuple[Any, Any, Any, Any, Any]:
    """Features, verdict, characters, number of page and of set, a row a line."""
    rows: list[list[float]] = []
    verdicts: list[bool] = []
    sizes: list[int] = []
    pages: list[int] = []
    groups: list[int] = []
    chance = random.Random(7)

    def add(texts: list[str], keep: list[bool], group: int) -> None:
        for text, kept, line in zip(texts, keep, lines_of(texts), strict=True):
            rows.append([float(feature.of(line)) for feature in FEATURES])
            verdicts.append(kept)
            sizes.append(len(text))
            pages.append(of)
            groups.append(group)

    of = 0
    for number, path in enumerate(paths):
        for page in json.loads(path.read_text("utf-8")):
            if page["p_cover"] < MIN_COVER:
                continue
            of += 1
            written = [i for i, line in enumerate(page["p"]) if re.search(r"\w", line)]
            texts = [page["p"][i] for i in written]
            keep = [bool(page["p_keep"][i]) for i in written]
            add(texts, keep, number)
            body = [i for i, kept in enumerate(keep) if kept]
            if len(body) < 3:
                continue
            for most in (len(body), min(8, len(body))):
                some = body[: chance.randint(3, most)]
                add([texts[i] for i in some], [True] * len(some), len(paths))
            for _ in range(2):
                some = _part(texts, body, chance)
                add([texts[i] for i in some], [keep[i] for i in some], len(paths) + 1)
    return np.array(rows), np.array(verdicts), np.array(sizes), np.array(pages), np.array(groups)


def _part(texts: list[str], body: list[int], chance: random.Random) -> list[int]:
    """Two to eight lines of the article and what stands around and among them.

    Of that, in half of the parts, only lines of known wording.
    """
    count = chance.randint(2, 8)
    start = chance.choice([0, chance.randrange(max(1, len(body) - count))])
    inner = body[start : start + count]
    low = max(0, inner[0] - chance.randint(0, 4))
    high = min(len(texts), inner[-1] + 1 + chance.randint(0, 4))
    around = range(low, high)
    if chance.random() < 0.5:
        return [i for i in around if i in inner or reason_of(texts[i]) is not None]
    return list(around)


def _model(x: Any, y: Any, weight: Any) -> Any:
    # The first feature is 1 of every line: the intercept.
    model = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=1000)
    return model.fit(x, y, sample_weight=weight)


if __name__ == "__main__":
    main()
