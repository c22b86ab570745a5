"""A seed's text cut into lines, and each line into what is text and what is layout.

Carriage return, line feed and the two together end a line; so do form feeds, vertical tabs, U+0085,
U+2028 and U+2029, with which other programs end theirs. Only the former are counted: the numbers
are those of an editor's screen, where the latter are characters within a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNCOUNTED = "\x0b\x0c\x85\u2028\u2029"
ENDS: Final = f"\r\n{_UNCOUNTED}"
"""The characters that end lines, counted or not."""
_LINE = re.compile(rf"[^{ENDS}]*(?:(\r\n|\n|\r)|[{_UNCOUNTED}]|\Z)")
_BREAK = re.compile(r"\r\n|\n|\r")
_ANY_END = re.compile(f"\r\n|[{ENDS}]")

# str.strip's whitespace, and the invisible characters that pages put at the edges of lines.
_EDGES = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
    "\u200b\u2060\ufeff\xad"
)
# A dash or an asterisk needs a space after it to be a bullet; the round and square marks do not.
_BULLET = re.compile(r"(?:[-–*·+](?=[\s\u200b])|[•●▪■◦‣⁃∙])[\s\u200b\u2060\ufeff]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: all of it is ``start`` to ``end``, its text ``text_start`` to ``text_end``.

    What stands before and after the text is layout: indent and bullet mark, trailing space and
    line break. A blank line has no text: both ends are ``start``.
    """

    number: int
    """1-based; lines that end without being counted have one number."""
    start: int
    end: int
    text_start: int
    text_end: int
    bullet: bool

    @property
    def blank(self) -> bool:
        return self.text_start == self.text_end


def count_lines(text: str) -> int:
    """How many lines ``text`` has; a break at its very end opens no further one."""
    breaks = len(_BREAK.findall(text))
    return breaks if text.endswith(("\r", "\n")) else breaks + bool(text)


def line_starts(text: str) -> list[int]:
    """Where each line of ``text`` that is counted begins: characters, 0-based."""
    return [0, *(match.end() for match in _BREAK.finditer(text))]


def unwrapped(text: str) -> str:
    """``text`` as readers see it: on one line, a space for each end of one within it."""
    return text if text.isprintable() else _ANY_END.sub(" ", text)


def holds_more_lines(text: str, most: int) -> bool:
    """Whether ``split_lines`` gives more than ``most`` lines of ``text``, counted or not."""
    return count_lines(text) + sum(map(text.count, _UNCOUNTED)) > most


def split_lines(text: str, start: int = 0) -> Iterator[Line]:
    """The lines of ``text`` in order; ``start``, on line 1, is where that line's text begins."""
    number = 1
    for match in _LINE.finditer(text, start):
        if match[0]:
            yield _line(text, number, match.start(), match.end())
        number += match[1] is not None


def _line(text: str, number: int, start: int, end: int) -> Line:
    whole = text[start:end]
    inner = whole.lstrip(_EDGES)
    text_start = end - len(inner)
    text_end = text_start + len(inner.rstrip(_EDGES))
    bullet = _BULLET.match(text, text_start, text_end)
    if bullet is not None:
        text_start = bullet.end()
    if text_start >= text_end or not _visible(text, text_start, text_end):
        return Line(
            number=number, start=start, end=end, text_start=start, text_end=start, bullet=False
        )
    return Line(
        number=number,
        start=start,
        end=end,
        text_start=text_start,
        text_end=text_end,
        bullet=bullet is not None,
    )


# A rule between sections, a lone bullet: nothing that a reader would read.
_ORNAMENT = re.compile(r"[-–—_=~*#·•●▪■◦|/\\\s]*")
_WORD = re.compile(r"\w")


def _visible(text: str, start: int, end: int) -> bool:
    """Whether anything is to be read: not only ornaments, controls, joiners, marks of direction."""
    if _WORD.search(text, start, end):
        return True
    if _ORNAMENT.fullmatch(text, start, end):
        return False
    return any(char.isprintable() for char in text[start:end])
