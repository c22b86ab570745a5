"""The engine in the form that the scorers take: plain functions over plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text import clean, dates, statements

if TYPE_CHECKING:
    from collections.abc import Sequence


def tag(text: str, dct: str | None) -> list[tuple[int, int, str, str]]:
    """The dates of ``text`` as (start, end, type, TIMEX3 value); the type is always ``DATE``.

    ``dct``, the document's creation time, is an ISO day or month, or None. Offsets are characters,
    0-based, end-exclusive.
    """
    return [(found.start, found.end, "DATE", found.value) for found in dates.tag(text, dct)]


def quotes(text: str) -> list[tuple[int, int, int | None, int | None]]:
    """The quotations of ``text``, one paragraph a line: (start, end, speaker start, speaker end).

    The speaker's offsets are None where the text names no source.
    """
    return statements.quotes(text)


def reports(text: str) -> list[tuple[int, int, int | None, int | None]]:
    """The indirect statements of ``text``, a paragraph a line: (start, end, source start, end).

    The source's offsets are None where the statement's sentence names none.
    """
    return statements.reports(text)


def keep(lines: Sequence[str]) -> list[bool]:
    """Whether each of a page's ``lines`` is the article's."""
    return clean.keep_lines(lines)


def title(lines: Sequence[str]) -> int | None:
    """The index of the headline among a page's ``lines``, layout removed; None where none is."""
    return clean.headline(lines)
