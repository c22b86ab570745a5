"""An article as the rules read it: its words without what hides them.

Pages carry soft hyphens and characters of no width within words, letters joined to one (ﬁ) or taken
apart (a letter, then its accent), letters and figures of double width or drawn as mathematics, and
blanks of a dozen kinds. A reader sees "NATO"; a rule that looks for it would not. So the rules read
a second article, made here, in which each word is spelt one way, and what they find in it is put
back where it stands in the first. Nor does it matter how a paragraph was cut into lines: the rules
read a space for each line end within a block.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from briefbook.text.lines import ENDS, line_starts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefbook.text.model import Article, Block, Marks

# Soft hyphen, joiners, marks of direction, embeddings, isolates, selectors of a glyph's variant.
_INVISIBLE: Final = (
    "\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
)
# Every blank but the space and the two characters that end lines.
_BLANKS: Final = "\t\x0b\x0c\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# Latin ligatures and digraphs, full-width forms, letters and figures of mathematics.
_FORMS: Final = (
    "\u0132\u0133\u01c4-\u01cc\u01f1-\u01f3\ufb00-\ufb06\uff01-\uff5e\uffe0-\uffe6"
    "\U0001d400-\U0001d7ff"
)
# What stands for a hyphen, and for an apostrophe, and is taken for neither; and the controls into
# which a text in Windows-1252 was read in another encoding: its quotation marks and dashes.
_MARKS: Final = {
    "\u2010": "-",
    "\u2011": "-",
    "\u02bc": "’",
    "\x91": "‘",
    "\x92": "’",
    "\x93": "“",
    "\x94": "”",
    "\x96": "–",
    "\x97": "—",
}
_ACCENTS: Final = "\u0300-\u036f"
_MOST_ACCENTS: Final = 8
"""Accents that are put together with their letter: no language has as many on one, and the normal
form of a letter takes time that grows with the square of them."""

_HIDING: Final = re.compile(
    rf"(?P<gap>[\x20{_BLANKS}{_INVISIBLE}]{{2,}}|[{_BLANKS}{_INVISIBLE}])"
    rf"|(?P<form>[{_FORMS}])"
    rf"|(?P<mark>[{''.join(_MARKS)}])"
    rf"|(?P<accents>[{_ACCENTS}]{{1,{_MOST_ACCENTS}}})"
)
_HIDES: Final = re.compile(rf"[{_BLANKS}{_INVISIBLE}{_FORMS}{''.join(_MARKS)}{_ACCENTS}]")
_BLANK: Final = re.compile(rf"[\x20{_BLANKS}]")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a text, and where the folded text has what is read in its place."""

    start: int
    end: int
    folded_start: int
    folded_end: int
    same: bool
    """Whether it is read as it stands, character for character."""


class FoldedText:
    """A text as the rules read it, and the way back. Offsets are characters, 0-based.

    Made in time linear in the text; each way takes the logarithm of it.
    """

    def __init__(self, text: str) -> None:
        self._pieces: list[_Piece] = []
        parts: list[str] = []
        at = length = 0
        for end, words, same in _read(text):
            folded_end = length + len(words)
            self._pieces.append(_Piece(at, end, length, folded_end, same))
            parts.append(words)
            at, length = end, folded_end
        self.text = "".join(parts)
        self._starts = [piece.start for piece in self._pieces]
        self._folded_starts = [piece.folded_start for piece in self._pieces]

    def folded(self, start: int, end: int) -> tuple[int, int]:
        """What the rules read of ``start`` to ``end``: no character that stands half outside.

        Both are the same where nothing is read of it.
        """
        first, last = self._at(start), self._at(end)
        begins = first.folded_start + start - first.start if first.same else first.folded_start
        if not first.same and start > first.start:
            begins = first.folded_end
        ends = last.folded_start + end - last.start if last.same else last.folded_start
        return begins, max(begins, ends)

    def _at(self, offset: int) -> _Piece:
        """The piece that begins at ``offset`` or holds it; at the text's end, an empty one."""
        number = bisect_right(self._starts, offset) - 1
        if number >= 0 and offset < self._pieces[number].end:
            return self._pieces[number]
        end = len(self.text)
        return _Piece(offset, offset, end, end, same=False)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where the text has what the folded text has from ``start`` to ``end``, not empty."""
        first, last = self._holding(start), self._holding(end - 1)
        return (
            first.start + start - first.folded_start if first.same else first.start,
            last.start + end - last.folded_start if last.same else last.end,
        )

    def _holding(self, offset: int) -> _Piece:
        return self._pieces[bisect_right(self._folded_starts, offset) - 1]


def _read(text: str) -> Iterator[tuple[int, str, bool]]:
    """The text in pieces: the end of each, what is read in its place, whether that is the same."""
    at = 0
    for match in _HIDING.finditer(text) if _hides(text) else ():
        start, end = match.span()
        if match["accents"] and start > at and text[start - 1].isalpha():
            start -= 1
        written = text[start:end]
        if match["gap"]:
            words = " " if _BLANK.search(written) else ""
        elif match["mark"]:
            words = _MARKS[written]
        else:
            words = unicodedata.normalize("NFKC" if match["form"] else "NFC", written)
        if words == written:
            continue
        if at < start:
            yield start, text[at:start], True
        yield end, words, False
        at = end
    if at < len(text):
        yield len(text), text[at:], True


def _hides(text: str) -> bool:
    """Whether there may be something to fold: a quick look, for most texts have nothing."""
    return "  " in text or _HIDES.search(text) is not None


def fold_words(text: str) -> str:
    """``text`` as the rules read it."""
    return "".join(words for _, words, _ in _read(text)) if _hides(text) else text


_LINE_ENDS: Final = dict.fromkeys(map(ord, ENDS), " ")
_BROKEN: Final = re.compile(f"[{ENDS}]")


@dataclass(frozen=True, slots=True)
class FoldedArticle:
    """An article for rules to read, and the one that it was made of."""

    article: Article
    """What the rules read; the original itself where nothing in it is to be folded."""
    original: Article
    text: FoldedText
    lines: Sequence[int] = ()
    """Where the lines of a text begin that has blocks of several; empty else."""

    def unfold(self, marks: Marks) -> Marks:
        """The marks of ``article`` as marks of the original."""
        if self.article is self.original:
            return marks
        parts = {field.name: getattr(marks, field.name) for field in fields(marks)}
        del parts["article"]
        put_back = {name: self._put_back(part) for name, part in parts.items()}
        return replace(marks, article=self.original, **put_back)

    def _put_back(self, value: Any) -> Any:
        """``value`` with the stretches of text in it, however deep, as those of the original."""
        if isinstance(value, tuple):
            return tuple(map(self._put_back, value))
        if not is_dataclass(value) or isinstance(value, type):
            return value
        changes = {
            field.name: self._put_back(getattr(value, field.name)) for field in fields(value)
        }
        if "start" in changes:
            start, end = self.text.original(changes["start"], changes["end"])
            changes |= {"start": start, "end": end}
            if "text" in changes:
                changes["text"] = self.original.seed.text[start:end]
        if self.lines and "line" in changes:
            # A statement's place is that of its words.
            changes["line"] = self.line_at(
                changes["start"] if "start" in changes else changes["spans"][0].start
            )
        return replace(value, **changes)

    def line_at(self, offset: int) -> int:
        """The line, 1-based, of a character of the original that has blocks of several lines."""
        return bisect_right(self.lines, offset)


def fold_article(article: Article) -> FoldedArticle:
    """``article`` for the rules to read. A block of which nothing is read is left out."""
    seed = article.seed
    one_line = _with_blocks_on_one_line(article)
    text = FoldedText(one_line)
    if text.text == seed.text:
        return FoldedArticle(article, article, text)
    folded = replace(
        article,
        seed=replace(seed, text=text.text, header_end=text.folded(0, seed.header_end)[1]),
        blocks=tuple(block for block in (_moved(one, text) for one in article.blocks) if block),
        dropped=tuple(
            replace(part, start=start, end=end)
            for part in article.dropped
            for start, end in [text.folded(part.start, part.end)]
        ),
        photos=tuple(replace(photo, caption=fold_words(photo.caption)) for photo in article.photos),
    )
    lines = () if one_line is seed.text else line_starts(seed.text)
    return FoldedArticle(folded, article, text, lines)


def _with_blocks_on_one_line(article: Article) -> str:
    """The text, each character in its place, with a space for each line end within a block."""
    text = article.seed.text
    parts, reached = [], 0
    for block in article.blocks:
        if _BROKEN.search(text, block.start, block.end):
            words = text[block.start : block.end].translate(_LINE_ENDS)
            parts += [text[reached : block.start], words]
            reached = block.end
    return "".join([*parts, text[reached:]]) if parts else text


def _moved(block: Block, text: FoldedText) -> Block | None:
    start, end = text.folded(block.start, block.end)
    label = block.label_end
    if label is not None:
        _, label = text.folded(block.start, label)
    return replace(block, start=start, end=end, label_end=label) if start < end else None
