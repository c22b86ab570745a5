"""The seed, read exactly: what a careful editor marks is what the rules find."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from briefbook.text.clean import clean
from briefbook.text.kinds import BlockKind, DropReason
from briefbook.text.model import Article
from briefbook.text.seeds import parse_seed

TESTS = Path(__file__).parent.parent
NAME = "000_0a0825d94d863160"


@pytest.fixture(scope="module")
def gold() -> Any:
    return yaml.safe_load((TESTS / f"fixtures/gold/{NAME}.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def article() -> Article:
    """Without its sidecar: everything below is inferred from the seed alone."""
    raw = (TESTS.parent / f"seeds/{NAME}.txt").read_bytes()
    return clean(parse_seed(raw, name=NAME, path=f"seeds/{NAME}.txt"))


def spread(ranges: Any) -> set[int]:
    lines: set[int] = set()
    for item in ranges:
        first, last = item if isinstance(item, list) else (item, item)
        lines.update(range(first, last + 1))
    return lines


def test_date_and_publisher(article: Article, gold: Any) -> None:
    assert article.seed.published == gold["published"].isoformat()
    assert article.publisher == gold["publisher"]
    assert all(block.kind is not BlockKind.TITLE for block in article.blocks)


def test_lines(article: Article, gold: Any) -> None:
    lines = gold["lines"]
    dropped = [d for d in article.dropped if d.reason is not DropReason.LAYOUT]
    header = {d.line for d in dropped if d.reason is DropReason.HEADER}
    assert header == spread(lines["header"])
    assert {d.line for d in dropped if d.reason is not DropReason.HEADER} == spread(
        lines["boilerplate"]
    )
    captions = {b.line for b in article.blocks if b.kind is BlockKind.CAPTION}
    assert captions == spread(lines["caption"])
    assert {b.line for b in article.blocks if b.kind.is_text} == spread(lines["body"])


def test_photo(article: Article, gold: Any) -> None:
    (photo,) = article.photos
    assert photo.caption == gold["photo"]["caption"]
    credit = photo.credit
    assert credit is not None
    assert {
        "photographer": credit.photographer,
        "agency": credit.agency,
        "via": credit.via,
    } == gold["photo"]["credit"]


def test_sections_and_numbers(article: Article, gold: Any) -> None:
    sections: list[Any] = []
    for block in article.blocks:
        if not block.kind.is_text:
            continue
        if block.kind is BlockKind.PARAGRAPH:
            label = None
            if block.label_end is not None:
                label = article.seed.text[block.start : block.label_end].removesuffix(":")
            sections.append({"label": label, "lines": []})
        sections[-1]["lines"].append(block.line)
    assert sections == gold["sections"]
    numbers = [block.number for block in article.blocks if block.kind.is_text]
    assert numbers == list(range(1, 12))
