"""The features of lines: what each says of each line of one page.

``features/page.txt`` holds every feature at work; ``features/values.tsv`` has a row a feature and a
column a line. ``features/steps.tsv`` says where each feature changes as one number of a line grows.
A change of a feature shows there: look at each value that differs, then write the files anew by
``python tests/unit/test_clean_features.py``.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from briefbook.text.clean.features import FEATURES, weigh
from briefbook.text.clean.page import MIN_ROW, Page
from briefbook.text.clean.page_line import PageLine
from briefbook.text.clean.page_phrases import reason_of

FOLDER = Path(__file__).parents[1] / "fixtures" / "features"
VALUES = FOLDER / "values.tsv"
STEPS = FOLDER / "steps.tsv"

LINE = PageLine(
    text="By Jane Doe",
    bullet=True,
    phrase=None,
    markup=False,
    credit=False,
    again=False,
    words=7,
    lower=0.5,
    capital=0.7,
    digits=0.5,
    function=0.5,
    ends=True,
    sentences=1,
    commas=1,
    symbols=0.1,
    heads=True,
    inside=True,
    before=3,
    after=3,
    prose_back=[0.3] * 4,
    prose_ahead=[0.4] * 4,
    common=0.0,
    common_3=0.5,
    topic=0.5,
    in_comments=True,
    in_related=True,
    comments_ago=3,
    related_ago=3,
    phrases=0.5,
    shorts=0.5,
    bullets=0.5,
    comments=0.5,
    phrase_back=True,
    phrase_ahead=True,
)
"""No line of a page: it stands before, in and after the window, so that all conditions hold."""

TENTHS = [each / 10 for each in range(11)]
SWEEPS: dict[str, list[float]] = {
    "words": list(range(70)),
    "sentences": list(range(6)),
    "commas": list(range(8)),
    "before": list(range(12)),
    "after": list(range(12)),
    "comments_ago": list(range(15)),
    "related_ago": list(range(15)),
    "capital": TENTHS,
    "function": TENTHS,
    "symbols": TENTHS,
}


def page() -> Any:
    return page_of((FOLDER / "page.txt").read_text("utf-8").splitlines())


def page_of(lines: list[str]) -> Page:
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


def test_only_long_rows_of_bullets_are_no_prose() -> None:
    row = ["- Lower fares on the old ferry for all who work on the other side"] * MIN_ROW
    story = ["The bridge over the river is safe, the clerk of the town said on Monday."] * 6
    for bullets, prose in ((row[:-1], True), (row, False)):
        page = page_of([*story, *bullets])
        assert [value > 0 for value in page.prose] == [True] * 6 + [prose] * len(bullets)


def steps() -> list[str]:
    """For each feature and number: where its value is another than at the number before."""
    found = []
    for feature in FEATURES:
        for field, numbers in SWEEPS.items():
            for outside in (False, True):
                line = replace(LINE, inside=False, ends=False) if outside else LINE
                told = [float(feature.of(replace(line, **{field: each}))) for each in numbers]  # type: ignore[arg-type]
                at = [
                    f"{number:g}"
                    for number, (before, now) in zip(numbers[1:], pairwise(told), strict=True)
                    if before != now
                ]
                if at:
                    shown = " ".join(at) if len(at) < 10 else f"{at[0]} to {at[-1]}"
                    where = "outside" if outside else "inside"
                    found.append(f"{feature.name}\t{where}\t{field}\t{shown}")
    return found


def test_where_features_change() -> None:
    assert steps() == STEPS.read_text("utf-8").splitlines()


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
    STEPS.write_text("\n".join(steps()) + "\n", "utf-8")
