"""The hand-marked seed: every source and every statement, every field."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from statement_cases import statements_of

from briefbook.text.kinds import BlockKind, StatementKind
from briefbook.text.model import Article, Block, Seed, Sidecar

ROOT = Path(__file__).parent.parent.parent
NAME = "000_0a0825d94d863160"


@pytest.fixture(scope="module")
def gold() -> Any:
    return yaml.safe_load((ROOT / f"tests/fixtures/gold/{NAME}.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def article(gold: Any) -> Article:
    """The seed's article, cut by the gold's own line numbers: independent of the cleaning."""
    path = f"seeds/{NAME}.txt"
    text = (ROOT / path).read_text("utf-8")
    labels = {line: s["label"] for s in gold["sections"] for line in s["lines"][:1] if s["label"]}
    blocks = []
    at = 0
    for line, content in enumerate(text.split("\n"), 1):
        if any(first <= line <= last for first, last in gold["lines"]["body"]):
            bullet = content.startswith("- ")
            label = labels.get(line)
            blocks.append(
                Block(
                    line=line,
                    start=at + (2 if bullet else 0),
                    end=at + len(content),
                    kind=BlockKind.BULLET if bullet else BlockKind.PARAGRAPH,
                    label_end=at + len(label) + 1 if label else None,
                )
            )
        at += len(content) + 1
    seed = Seed(
        name=NAME,
        path=path,
        text=text,
        sha256="",
        published=str(gold["published"]),
        header_end=0,
        sidecar=Sidecar(),
    )
    return Article(seed=seed, blocks=tuple(blocks), dropped=(), publisher=None)


def test_statements(gold: Any, article: Article) -> None:
    _, statements = statements_of(article)
    found = []
    for statement in statements:
        texts = [article.text_of(span) for span in statement.spans]
        one: dict[str, Any] = {
            "line": statement.line,
            "source": statement.source,
            "cue": statement.cue,
        }
        if statement.speaker:
            one["speaker"] = statement.speaker
        if statement.translated:
            one["translated"] = True
        one[statement.kind.value] = texts if statement.kind is StatementKind.QUOTE else texts[0]
        found.append(one)
    assert found == gold["statements"]


def test_sources(gold: Any, article: Article) -> None:
    sources, _ = statements_of(article)
    assert [source.id for source in sources] == list(gold["sources"])
    for source in sources:
        expected = gold["sources"][source.id]
        assert source.name == expected["name"]
        assert source.kind == expected["kind"]
        assert source.basis == expected.get("basis")
        if "mentions" in expected:
            assert list(source.mentions) == expected["mentions"]


def test_source_spans_lie_on_the_statements_line(article: Article) -> None:
    """A source is named on the line of its statement, and the span is its name."""
    sources, statements = statements_of(article)
    names = {source.id: source.mentions for source in sources}
    for statement in statements:
        assert statement.source_span is not None
        assert article.text_of(statement.source_span).lower() in {
            mention.lower() for mention in names[statement.source or ""]
        }
