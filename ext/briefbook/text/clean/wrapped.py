"""Paragraphs of a hard-wrapped file: one whose lines were cut where the page was full.

A file is hard-wrapped where nearly all of its text stands in lines of at most ``MAX_WIDTH``
characters, and at least half of the lines that another follows right away are cut: the next one
opens in small letters, or the line ends in a function word ("of", "the") or within a date, or it
ends no sentence and had no room for the next one's first word.

In such a file a line belongs to the paragraph of the one before it if that was cut. The room that a
line has is the width of the file's longest lines. What was cut by hand has no such width: there a
paragraph that has begun goes on to the end of its sentence. Blank lines, indents, bullets and
numbers of a list begin a paragraph. In any other file each line is a paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from briefbook.text.clean.block_kinds import is_answer
from briefbook.text.clean.bylines import is_byline
from briefbook.text.clean.labels import label_end
from briefbook.text.clean.shapes import ends_sentence
from briefbook.text.lang.date_rows import date_rows
from briefbook.text.lang.guess import LANGUAGES_OF

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefbook.text.lines import Line

MAX_WIDTH = 100
"""Characters of a line, its indent included. Programs that wrap do so at 65 to 80, some at 100."""

MAX_LONG = 0.25
"""The share of the text that may stand in longer lines: what was put in front of a wrapped text."""

MIN_CUT = 0.5
"""The share of the lines that another follows. Of prose nine in ten are cut."""

MIN_TELLING = 20
"""Characters of a line whose end tells something: shorter ones are menus and names."""

MIN_BEGINNING = 10
"""Characters of a line that a paragraph may begin with, in a file that is wrapped."""

WIDEST = 0.95
"""The share of lines that are no longer than the file is wide: some are not wrapped."""

MIN_FILLED = 0.5
"""The share of cut lines that had no room, in a file that a program has wrapped."""

_SEEN = 200
"""Characters of a line that are looked at, at its end or its beginning."""

_OPENING = "\"'“‘«„(["
_CLOSING = ",;.)]”’»"
_ITEM = re.compile(r"(?:\d{1,3}|[a-z])[.)]\s|\([a-z\d]{1,3}\)\s")
_LAST_WORD = re.compile(r"(?<!\w)(\w{1,12})[\"'”’]?$")
_FIRST_WORD = re.compile(r"\S+")
# Scripts that put no space between words: a line end in them stands for nothing.
_UNSPACED = re.compile("[\u3040-\u30ff\u4e00-\u9fff\u0e00-\u0e7f]")

_ROWS = date_rows()
_MONTH = "|".join(_ROWS.months.numbers)
_DAY = "|".join(_ROWS.weekdays.numbers)
# "since March | 3, 2021", "on 4 | May 2022", "March 3, | 2021", "on Monday, | January 5".
_DATE_BEGUN = re.compile(
    rf"(?:\b(?:{_MONTH})\.?|(?P<number>\b\d{{1,2}}(?:st|nd|rd|th)?)|"
    rf"(?P<month_day>\b(?:{_MONTH})\.? \d{{1,2}},)|(?P<weekday>\b(?:{_DAY}),))$",
    re.IGNORECASE,
)
_DATE_GOES_ON = {
    None: re.compile(r"\d"),
    "number": re.compile(rf"(?:{_MONTH})\b", re.IGNORECASE),
    "month_day": re.compile(r"\d{4}\b"),
    "weekday": re.compile(rf"\d|(?:{_MONTH})\b", re.IGNORECASE),
}


def paragraphs(text: str, lines: Sequence[Line], parted: Sequence[bool]) -> list[list[Line]]:
    """The lines of ``text`` by paragraph, in order; blank ones each by itself.

    ``parted`` says of each line whether an editor has parted it from the one before. Time is linear
    in the text.
    """
    written = [line for line in lines if not line.blank]
    sizes = list(map(_width, written))
    if sum(size for size in sizes if size > MAX_WIDTH) > MAX_LONG * sum(sizes):
        return [[line] for line in lines]
    ends = list(_line_ends(text, lines))
    within = [end for end in ends if end.below is not None]
    widths = sorted(end.width for end in within if end.width <= MAX_WIDTH)
    room = widths[ceil(WIDEST * len(widths)) - 1] if widths else 0
    telling = [end for end in within if end.width >= MIN_TELLING and not end.begins]
    cut = [end for end in telling if not end.ends and (end.cuts or end.is_full(room))]
    if len(cut) < MIN_CUT * len(telling) or not any(end.surely for end in cut):
        return [[line] for line in lines]
    wrapping = _Wrapping(
        room=room,
        by_hand=sum(end.is_full(room) for end in cut) < MIN_FILLED * len(cut),
        spaced=sum(end.ends for end in ends) > 2 * sum(end.ends for end in within),
        indent=Counter(map(_indent, written)).most_common(1)[0][0],
    )
    above = {end.below.start: end for end in within if end.below is not None}
    groups: list[list[Line]] = []
    for line, apart in zip(lines, parted, strict=True):
        end = above.get(line.start)
        if end is not None and not apart and end.joins(groups[-1], wrapping):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _width(line: Line) -> int:
    return line.text_end - line.start


def _indent(line: Line) -> int:
    return line.text_start - line.start


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wrapping:
    """How a file is wrapped."""

    room: int
    """Characters that a line has room for."""
    by_hand: bool
    spaced: bool
    """Whether blank lines part its paragraphs: more sentences end before one than before a line."""
    indent: int
    """Of most lines, in characters."""


def _line_ends(text: str, lines: Sequence[Line]) -> Iterator[_LineEnd]:
    """The end of each line that is not blank."""
    for i, line in enumerate(lines):
        if line.blank:
            continue
        below = lines[i + 1] if i + 1 < len(lines) and not lines[i + 1].blank else None
        lone = not line.bullet and (i + 2 >= len(lines) or not lines[i + 2].bullet)
        yield _LineEnd(text, line, below, lone=lone)


class _LineEnd:
    """The end of a line, and how the line below it begins that follows right away."""

    def __init__(self, text: str, line: Line, below: Line | None, *, lone: bool) -> None:
        """``lone``: neither the line above nor the one after ``below`` opens with a bullet."""
        self.below = below
        self.width = _width(line)
        before = text[max(line.text_start, line.text_end - _SEEN) : line.text_end]
        self.ends = ends_sentence(before) or before.endswith(":")
        if below is None:
            return
        after = text[below.text_start : min(below.text_end, below.text_start + _SEEN)]
        small = after.lstrip(_OPENING)[:1].islower() or after[0] in _CLOSING
        # A dash before small letters may part a sentence.
        aside = lone and small and text[below.text_start - 2] in "-–" and not self.ends
        self.begins = below.bullet and not aside
        goes_on = small and not before.endswith(":")
        self.surely = not (self.begins or self.ends) and (goes_on or _in_date(before, after))
        within = self.surely or (not self.ends and _in_function_word(before))
        self.cuts = not self.begins and (goes_on or within)
        """The words around it show that it stands within a sentence."""
        self.indent = _indent(below)
        self.deeper = self.indent > _indent(line)
        self.byline = is_byline(after)
        self.heads = bool(_ITEM.match(after)) or is_answer(after) or label_end(after) is not None
        first = _FIRST_WORD.match(after)
        self.word = len(first[0]) if first and not _UNSPACED.match(after) else 0

    def is_full(self, room: int) -> bool:
        """Whether the line had no room for the first word of the next."""
        return self.word > 0 and room < self.width + 1 + self.word and self.width <= MAX_WIDTH

    def joins(self, group: Sequence[Line], wrapping: _Wrapping) -> bool:
        """Whether the line below belongs to the paragraph that ``group`` has begun."""
        begun = len(group) > 1
        if self.begins or self.width > MAX_WIDTH:
            return False
        if self.cuts and (begun or self.width >= MIN_BEGINNING):
            return True
        opens = self.deeper or (self.ends and self.indent > wrapping.indent)
        if self.byline or (opens and not group[0].bullet):
            return False
        full = self.is_full(wrapping.room)
        if self.heads and (self.ends or not full):
            return False
        begun = begun or (wrapping.spaced and self.width >= MIN_TELLING)
        if self.ends:
            return full or (wrapping.by_hand and wrapping.spaced and begun)
        return full or ((wrapping.by_hand or wrapping.spaced) and begun)


def _in_function_word(before: str) -> bool:
    last = _LAST_WORD.search(before)
    return last is not None and last[1].lower() in LANGUAGES_OF


def _in_date(before: str, after: str) -> bool:
    begun = _DATE_BEGUN.search(before)
    return begun is not None and _DATE_GOES_ON[begun.lastgroup].match(after) is not None
