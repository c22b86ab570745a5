"""Dates: the specification in tests/fixtures/dates and the gold seed."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
import yaml
from fixture_cases import FIXTURES, Case, folder_cases

from briefbook.text.clean import clean
from briefbook.text.dates import Rule, Tag, find_dates, tag
from briefbook.text.seeds import read_seed

SEED = "000_0a0825d94d863160"
ROOT = Path(__file__).parents[2]


def described(text: str, found: list[Tag]) -> str:
    """The form of the fixtures: ``phrase = value (rule)``, with ``or alternative`` if open."""
    lines = []
    for item in found:
        phrase = " ".join(text[item.start : item.end].split())
        other = f" or {item.alternative}" if item.alternative else ""
        lines.append(f"{phrase} = {item.value}{other} ({item.rule.value})")
    return "\n".join(lines) or "none"


@pytest.mark.parametrize("case", folder_cases("dates"))
def test_case(case: Case) -> None:
    head, text = case.input.split("\n", 1)
    published = head.removeprefix("published").strip() or None
    assert described(text, tag(text, published)) == case.expected


def test_every_rule_has_a_case() -> None:
    """But for the one that is none: what editors gave."""
    used = "\n".join(cast("Any", param).values[0].expected for param in folder_cases("dates"))
    assert [rule for rule in Rule if f"({rule.value})" not in used] == [Rule.EDITOR]


def test_gold_seed() -> None:
    gold = yaml.safe_load((FIXTURES / "gold" / f"{SEED}.yaml").read_text("utf-8"))
    article = clean(read_seed(ROOT / "seeds" / f"{SEED}.txt", root=ROOT))
    found = [
        {"line": item.line, "text": item.text, "value": item.value} for item in find_dates(article)
    ]
    wanted = [
        {"line": item["line"], "text": item["text"], "value": str(item["value"])}
        for item in gold["dates"]
    ]
    assert found == wanted


def test_the_anchor_is_the_date_counted_from() -> None:
    text = "On Nov. 3 the bridge fell. The next day, it was shut."
    assert [item.anchor for item in tag(text, "2021-12-30")] == ["2021-12-30", "2021-11-03"]


def test_language_and_publisher_order_figures() -> None:
    text = "Signed on 3/4/2019."
    values = [
        tag(text, "2021-06-30", language=language, publisher=publisher)[0].value
        for language, publisher in [("en-GB", None), ("en-US", "BBC"), (None, "BBC"), ("en", "CNN")]
    ]
    assert values == ["2019-04-03", "2019-03-04", "2019-04-03", "2019-03-04"]


@pytest.mark.parametrize("published", ["", "2021", "2021-13-40", "yesterday", None])
def test_without_a_date_only_what_the_text_says(published: str | None) -> None:
    found = tag("On Monday, and on 3 May 1999.", published)
    assert [item.value for item in found] == ["1999-05-03"]


FAR = "The mayor said it once more to all who would hear it. " * 12


def test_in_news_a_day_is_of_the_month_just_named() -> None:
    near, far = "On June 3 it fell. On the 18th, it rose.", f"On June 3 it fell. {FAR}On the 18th, "
    assert tag(near, "2021-12-30")[-1].value == "2021-06-18"
    assert tag(far + "it rose.", "2021-12-30")[-1].value == "2021-12-18"


def test_in_a_story_a_day_is_of_the_month_named_last() -> None:
    years = "In 1801, 1802, 1803, 1804 and 1805 it stood. In June 1806 it fell. "
    assert tag(f"{years}{FAR}On the 18th, it rose.", "2021-12-30")[-1].value == "1806-06-18"
