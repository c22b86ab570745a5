"""An article's marks in the order in which an editor reads them: what is doubtful comes first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefbook.pages.callouts import block_at
from briefbook.text.certainty import certainty
from briefbook.text.kinds import SourceKind
from briefbook.text.model import Source, Statement
from briefbook.text.reviewed import Entry, entries, told
from briefbook.text.timex import in_words

if TYPE_CHECKING:
    from briefbook.text.model import Block, BodyMention, DateMention, Marks

    Mark = DateMention | BodyMention | Source | Statement

LEAST_CERTAIN: Final = 0.9
"""Marks of rules that are right less often than that are named as doubtful."""

_NOT_MEASURED: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One mark to be read."""

    mark: Mark
    entry: Entry
    """It as a review keeps it."""
    line: int
    """Of the seed; of a source, that of its first statement."""
    paragraph: int | None
    start: int
    certainty: float | None
    doubt: str
    """Why it is in doubt whatever its rule; else empty."""

    @property
    def is_doubtful(self) -> bool:
        return bool(self.doubt) or (self.certainty is not None and self.certainty < LEAST_CERTAIN)

    @property
    def told(self) -> str:
        """The mark in words, on one line."""
        return told(self.entry)


def items(marks: Marks) -> list[Item]:
    """All marks, the doubtful and the least certain first, then in order of the text."""
    each: list[Mark] = [*marks.dates, *marks.bodies, *marks.sources, *marks.statements]
    rows = zip(each, entries(marks), strict=True)
    found = [_item(marks, mark, entry) for mark, entry in rows]
    return sorted(found, key=lambda item: (not item.doubt, _sureness(item), item.start))


def _sureness(item: Item) -> float:
    if item.certainty is not None:
        return item.certainty
    return 1.0 if item.mark.by_editor or isinstance(item.mark, Source) else _NOT_MEASURED


def _item(marks: Marks, mark: Mark, entry: Entry) -> Item:
    start = _start(marks, mark)
    block = block_at(marks.article.blocks, start)
    line = entry.get("line", block.line)
    return Item(
        mark=mark,
        entry=entry,
        line=line if isinstance(line, int) else block.line,
        paragraph=block.number,
        start=start,
        certainty=None if isinstance(mark, Source) else certainty(mark),
        doubt="" if mark.by_editor else _doubt(mark, block),
    )


def _start(marks: Marks, mark: Mark) -> int:
    if isinstance(mark, Statement):
        return mark.spans[0].start
    if isinstance(mark, Source):
        own = (one.spans[0].start for one in marks.statements if one.source == mark.id)
        return next(own, marks.article.blocks[0].start)
    return mark.start


def _doubt(mark: Mark, block: Block) -> str:
    if block.doubtful:
        return "its paragraph may not be the article's"
    if isinstance(mark, Statement):
        return "" if mark.source else "the article seems to name no source"
    if isinstance(mark, Source):
        return "its kind is not known" if mark.kind is SourceKind.UNKNOWN else ""
    other = getattr(mark, "alternative", None)
    return f"it may be {in_words(other)} as well" if other else ""
