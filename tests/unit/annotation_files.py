"""Annotations for tests: a file of the form with whatever a test wants changed."""

from __future__ import annotations

from typing import Any

from briefbook.text.annotations import Annotation
from briefbook.text.annotations.parse import parse_annotation

PATH = "docs/annotations/talks/2026-11-22-note.md"

LINES = {
    "motivation": "motivation: commenting",
    "target": "target:\n  exact: the Minister",
    "author": "author: {name: Jane Doe, github: janedoe}",
    "created": "created: 2026-11-22",
    "sources": "sources: [doe2021]",
}


def annotation_file(body: str = "A note.", **changes: str | None) -> str:
    """The text of a valid file; each of ``changes`` replaces a key's lines, None removes them."""
    lines = [line for line in (LINES | changes).values() if line is not None]
    return "\n".join(["---", *lines, "---", body, ""])


def parse(text: str | bytes, name: str = "2026-11-22-note") -> Any:
    raw = text if isinstance(text, bytes) else text.encode()
    return parse_annotation(raw, path=PATH, seed="talks", name=name)


def annotation(**fields: Any) -> Annotation:
    """A loaded annotation with the given fields."""
    from dataclasses import replace

    parsed = parse(annotation_file())
    assert isinstance(parsed, Annotation)
    return replace(parsed, **fields)
