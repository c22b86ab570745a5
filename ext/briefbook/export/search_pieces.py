"""Sorted terms in scripts of bounded size, and those scripts.

A list of what each piece begins with leads to the one that has a term: so pieces have one size,
whatever the terms of a book begin with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefbook.export.escaped import json_for_html

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST: Final = 8_000
"""Characters of a piece; one with a single term may have more."""

Piece = tuple[str, str]
"""What it begins with, and all of it as JSON."""


def order(term: str) -> bytes:
    """By this terms are sorted: as the page's script compares them."""
    return term.encode("utf-16-be", "surrogatepass")


def pieces(items: Iterable[tuple[str, object]]) -> Iterator[Piece]:
    """Terms with what is said of each, sorted, as pieces."""
    held: list[str] = []
    start, size = "", 0
    for term, value in items:
        line = f"{json_for_html(term)}:{json_for_html(value)}"
        if held and size + len(line) > MOST:
            yield start, _joined(held)
            held, size = [], 0
        if not held:
            start = term
        held.append(line)
        size += len(line) + 1
    if held:
        yield start, _joined(held)


def _joined(lines: Iterable[str]) -> str:
    return "{" + ",".join(lines) + "}"


def script(name: str, value: object) -> tuple[str, bytes]:
    """A script that hands over a value under a name: its file, and what is in it."""
    return script_of_json(name, json_for_html(value))


def script_of_json(name: str, value: str) -> tuple[str, bytes]:
    """The same of what is JSON already."""
    text = f"globalThis.briefbookSearch.take({json_for_html(name)},{value});\n"
    return f"{name}.js", text.encode()
