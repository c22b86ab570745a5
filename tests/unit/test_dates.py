"""Dates: the specification in tests/fixtures/dates, the gold seed, and the laws."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from fixture_cases import FIXTURES, Case, folder_cases

from briefbook.text.dates import Tag, tag

SEED = "000_0a0825d94d863160"
ROOT = Path(__file__).parents[2]


def described(text: str, found: list[Tag]) -> str:
    """The form of the fixtures: ``phrase = value (rule)``, ``or alternative`` where there is one."""
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


def test_gold_seed() -> None:
    gold = yaml.safe_load((FIXTURES / "gold" / f"{SEED}.yaml").read_text("utf-8"))
    lines = (ROOT / "seeds" / f"{SEED}.txt").read_bytes().decode().splitlines()
    first = gold["lines"]["caption"][0]
    body = lines[first - 1 :]
    text = "\n".join(body)
    found = [
        {
            "line": first + text.count("\n", 0, item.start),
            "text": text[item.start : item.end],
            "value": item.value,
        }
        for item in tag(text, str(gold["published"]))
    ]
    wanted = [
        {"line": item["line"], "text": item["text"], "value": str(item["value"])}
        for item in gold["dates"]
    ]
    assert found == wanted
