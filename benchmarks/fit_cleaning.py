"""Fit the weights of ``clean/features.py`` anew, and say how well they judge pages not fitted on.

    python benchmarks/fit_cleaning.py SET.json [SET.json …]

Needs scikit-learn. A set is what ``prepare_readability.py`` writes: pages as lines of view ``p``,
with which of them are the article's. A line weighs as its characters; each set weighs alike. Eight
folds by page: each page is judged by weights fitted on the others. For a row of thresholds it
prints F1 and the share of the article lost, then the weights, of all pages. These are what the
features alone do, without the phrases and the rules that come before and after them.

Pages of these sets are long: weights of theirs alone lose texts of three or four lines, which the
fixtures hold. Try them on ``tests/unit/test_clean.py`` before they are taken over.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from briefbook.text.clean.features import FEATURES
from briefbook.text.clean.judge import lines_of

FOLDS = 8
STRENGTH = 0.1
"""The inverse of the L2 penalty."""
MIN_COVER = 0.6
THRESHOLDS = (-3.0, -2.6, -2.2, -1.8, -1.4, -1.0, 0.0)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", type=Path, nargs="+", metavar="SET.json")
    x, y, size, of_page, of_set = _read(parser.parse_args().sets)
    share = np.array([size[of_set == number].sum() for number in range(of_set.max() + 1)])
    weight = size / share[of_set] * len(size)
    scores = np.zeros(len(y))
    for fit, judge in GroupKFold(FOLDS).split(x, y, of_page):
        scores[judge] = _model(x[fit], y[fit], weight[fit]).decision_function(x[judge])
    for number in range(of_set.max() + 1):
        one = of_set == number
        print(f"set {number + 1}: threshold, F1, per cent of the article lost")
        for threshold in THRESHOLDS:
            kept = scores[one] >= threshold
            right = size[one][kept & y[one]].sum()
            f1 = 200 * right / (size[one][kept].sum() + size[one][y[one]].sum())
            lost = 100 - 100 * right / size[one][y[one]].sum()
            print(f"  {threshold:5.1f} {f1:6.1f} {lost:6.2f}")
    fitted = _model(x, y, weight).coef_[0]
    for feature, value in zip(FEATURES, fitted, strict=True):
        print(f"{feature.name:24} {feature.weight:6.2f} -> {value:6.2f}")


def _read(paths: list[Path]) -> tuple[Any, Any, Any, Any, Any]:
    """Features, verdict, characters, number of page and of set, a row a line."""
    rows: list[list[float]] = []
    verdicts: list[bool] = []
    sizes: list[int] = []
    pages: list[int] = []
    sets: list[int] = []
    for number, path in enumerate(paths):
        for page in json.loads(path.read_text("utf-8")):
            if page["p_cover"] < MIN_COVER:
                continue
            of = (pages[-1] if pages else 0) + 1
            written = [i for i, line in enumerate(page["p"]) if re.search(r"\w", line)]
            lines = lines_of([page["p"][i] for i in written])
            for i, line in zip(written, lines, strict=True):
                rows.append([float(feature.of(line)) for feature in FEATURES])
                verdicts.append(page["p_keep"][i])
                sizes.append(len(page["p"][i]))
                pages.append(of)
                sets.append(number)
    return np.array(rows), np.array(verdicts), np.array(sizes), np.array(pages), np.array(sets)


def _model(x: Any, y: Any, weight: Any) -> Any:
    # The first feature is 1 of every line: the intercept.
    model = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=1000)
    return model.fit(x, y, sample_weight=weight)


if __name__ == "__main__":
    main()
