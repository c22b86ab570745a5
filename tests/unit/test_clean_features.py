"""The features of lines: what each says of each line of one page.

``features/page.txt`` holds every feature at work; ``features/values.tsv`` has a row a feature and a
column a line. A change of a feature shows there: look at each value that differs, then write the
file anew by ``python tests/unit/test_clean_features.py``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefbook.text.clean.features import FEATURES, weigh
from briefbook.text.clean.page import Page
from briefbook.text.clean.page_phrases import reason_of

FOLDER = Path(__file__).parents[1] / "fixtures" / "features"
VALUES = FOLDER / "values.tsv"


def page() -> Any:
    lines = (FOLDER / "page.txt").read_text("utf-8").splitlines()
    texts = [line.removeprefix("- ") for line in lines]
    return Page(texts, [line.startswith("- ") for line in lines], list(map(reason_of, texts)))


def values() -> Any:
    lines = list(page().lines())
    return {
        feature.name: [f"{float(feature.of(line)):.3g}" for line in lines] for feature in FEATURES
    }


def test_what_features_say_of_lines() -> None:
    expected = (row.split("\t") for row in VALUES.read_text("utf-8").splitlines())
    assert values() == {name: told for name, *told in expected}


def test_every_feature_tells_lines_apart() -> None:
    constant = [name for name, told in values().items() if len(set(told)) == 1]
    assert constant == ["always"]


def test_no_feature_stands_twice_and_none_weighs_nothing() -> None:
    assert len({feature.name for feature in FEATURES}) == len(FEATURES)
    assert all(feature.weight for feature in FEATURES)


def test_a_line_weighs_the_sum_of_its_features() -> None:
    for line in page().lines():
        total = sum(feature.weight * feature.of(line) for feature in FEATURES)
        assert abs(weigh(line) - total) < 1e-9


if __name__ == "__main__":
    rows = ("\t".join((name, *told)) for name, told in values().items())
    VALUES.write_text("\n".join(rows) + "\n", "utf-8")
