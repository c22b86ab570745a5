"""One block of an article as a line of MyST, and the notes that belong beside it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from briefbook.pages import wire
from briefbook.pages.escape import role
from briefbook.pages.fence import carried, fence
from briefbook.pages.inline import Enclosure, Leaf, render
from briefbook.text.annotations.motivations import ERRATUM, REPLY
from briefbook.text.kinds import StatementKind
from briefbook.text.model import Article, Block, DateMention, Marks, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefbook.pages.callouts import Callout
    from briefbook.text.annotations import Annotation


class _Span(Protocol):
    @property
    def start(self) -> int: ...


Mark = TypeVar("Mark", bound=_Span)


MAX_MARKED = 200
"""Notes on one block whose passages are marked in its text: far more than a reader can tell apart.
Those past it stand beside the block all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A note whose passage stands in the article: characters of the seed, 0-based."""

    start: int
    end: int
    number: int
    note: Annotation


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """Words of a statement: characters of the seed, 0-based, and the number of their callout."""

    start: int
    end: int
    number: int
    kind: StatementKind


_MOST_SAYING: Final = 8
"""Statements whose words the same piece is marked as: each says so on the page."""


class Notes:
    """An article's annotations, numbered from 1 in the order given."""

    def __init__(self, annotations: Sequence[Annotation]) -> None:
        numbered = list(enumerate(annotations, 1))
        placed = (
            _Placed(start=note.start, end=note.end, number=number, note=note)
            for number, note in numbered
            if note.start is not None and note.end is not None
        )
        self._placed = sorted(placed, key=lambda mark: (mark.start, mark.number))
        self._orphans = [(number, note) for number, note in numbered if note.start is None]

    def enclosures(self, block: Block) -> list[Enclosure]:
        """The annotated passages in `block`, cut where one begins or ends: none lies in another.

        A piece says which notes' passages begin and which end with it. So what many notes add to a
        page grows with their number, however they cross.
        """
        standing = (mark for mark in _within(self._placed, block) if not mark.note.withdrawn)
        marked = list(islice(standing, MAX_MARKED))
        beginning: dict[int, list[int]] = {}
        ending: dict[int, list[int]] = {}
        for mark in marked:
            beginning.setdefault(mark.start, []).append(mark.number)
            ending.setdefault(mark.end, []).append(mark.number)
        pieces = []
        covering = 0
        for start, end in pairwise(sorted({*beginning, *ending})):
            covering += len(beginning.get(start, ())) - len(ending.get(start, ()))
            if covering:
                pieces.append(
                    Enclosure(
                        start=start,
                        end=end,
                        classes=(wire.ANNOTATED,),
                        first=wire.passage_begins(beginning.get(start, ())),
                        last=wire.passage_ends(ending.get(end, ())),
                    )
                )
        return pieces

    def beside(
        self, block: Block, callouts: Sequence[Callout]
    ) -> tuple[list[list[str]], list[str]]:
        """The directives of the notes whose passages lie in `block`.

        For each of its callouts the replies to what that tells of, each reply once; then all
        others, errata first.
        """
        replies: list[list[str]] = [[] for _ in callouts]
        errata: list[str] = []
        others: list[str] = []
        for mark in _within(self._placed, block):
            directive = _directive(mark.number, mark.note, block.number)
            answered = _answered(mark, callouts) if mark.note.motivation == REPLY else None
            if answered is not None:
                replies[answered].append(directive)
            else:
                (errata if mark.note.motivation == ERRATUM else others).append(directive)
        return replies, [*errata, *others]

    def unmarked(self, block: Block) -> list[Annotation]:
        """The notes on `block` past `MAX_MARKED`."""
        return [mark.note for mark in islice(_within(self._placed, block), MAX_MARKED, None)]

    def orphans(self) -> list[str]:
        """The directives of the notes whose passages are gone."""
        return [_directive(number, note, None) for number, note in self._orphans]


def _answered(mark: _Placed, callouts: Sequence[Callout]) -> int | None:
    """Which of the callouts tells of a statement that the passage meets; None where none does."""
    for at, callout in enumerate(callouts):
        spans = (span for statement in callout.statements for span in statement.spans)
        if any(span.start < mark.end and mark.start < span.end for span in spans):
            return at
    return None


def _directive(number: int, note: Annotation, paragraph: int | None) -> str:
    body = carried(note.body)
    mark = fence(body)
    first, *options = wire.write(
        wire.Note(
            id=note.id,
            file=note.path,
            line=note.body_line,
            number=number,
            motivation=note.motivation,
            author=note.author_name,
            github=note.author_github,
            created=note.created,
            sources=note.sources,
            paragraph=paragraph,
            passage=note.exact,
            orphan=note.start is None,
            carried=note.carried,
            reply_of=note.reply_of,
            withdrawn=note.withdrawn,
        )
    )
    return "\n".join([f"{mark}{first}", *options, "", body, mark])


class BlockWriter:
    """Writes the blocks of one article as lines of MyST."""

    def __init__(
        self,
        marks: Marks,
        headwords: Mapping[str, str],
        notes: Notes,
        callouts: Sequence[Callout],
    ) -> None:
        self._article = marks.article
        self._notes = notes
        dates = (
            Leaf(
                start=date.start,
                end=date.end,
                role=f"brief:{wire.DATE}",
                target=_target(self._article, date).written(),
            )
            for date in marks.dates
        )
        bodies = (
            Leaf(start=body.start, end=body.end, role="term", target=headwords[body.body])
            for body in marks.bodies
        )
        self._leaves = _without_overlaps([*dates, *bodies])
        self._said = _pieces(
            _Words(start=span.start, end=span.end, number=callout.number, kind=statement.kind)
            for callout in callouts
            for statement in callout.statements
            for span in statement.spans
        )
        self._by_editor = [
            Enclosure(start=body.start, end=body.end, classes=(wire.BY_EDITOR,))
            for body in marks.bodies
            if body.by_editor
        ]

    def write(self, block: Block) -> str:
        """What the block is, then its text with dates, bodies, quotations and passages marked."""
        enclosures = [*self._notes.enclosures(block), *_within(self._said, block)]
        enclosures += _within(self._by_editor, block)
        if block.label_end is not None:
            enclosures.append(
                Enclosure(start=block.start, end=block.label_end, classes=(wire.LABEL,))
            )
        number = block.number
        name, content = (wire.PARAGRAPH, number) if number else (wire.BLOCK, block.kind)
        text = self._article.text_of(block)
        line = render(text, block.start, list(_within(self._leaves, block)), enclosures)
        return f"{role(f'brief:{name}', str(content), str(content))} {line}"


def _target(article: Article, date: DateMention) -> wire.DateTarget:
    def shown(place: int) -> int:
        """How many characters, as they are shown, from the date to ``place``."""
        first, last = sorted((date.start, place))
        count = len(article.words_of(Span(start=first, end=last)))
        return count if first == date.start else -count

    return wire.DateTarget(
        value=date.value,
        rule=date.rule,
        anchor=date.anchor if date.anchor != article.seed.published else None,
        alternative=date.alternative,
        source=date.source,
        event=tuple((shown(span.start), shown(span.end)) for span in date.event),
    )


def _without_overlaps(leaves: list[Leaf]) -> list[Leaf]:
    """In order of the text; where two overlap, the one that starts first, then the longer."""
    kept: list[Leaf] = []
    for leaf in sorted(leaves, key=lambda leaf: (leaf.start, -leaf.end)):
        if not kept or leaf.start >= kept[-1].end:
            kept.append(leaf)
    return kept


def _pieces(words: Iterable[_Words]) -> list[Enclosure]:
    """The words of statements as enclosures in order of the text, none of which lies in another.

    They are cut where the words of a statement begin or end. A piece says which callouts it is of.
    """
    beginning: dict[int, list[_Words]] = {}
    ending: set[int] = set()
    for each in words:
        beginning.setdefault(each.start, []).append(each)
        ending.add(each.end)
    found: list[Enclosure] = []
    covering: list[_Words] = []
    for start, end in pairwise(sorted({*beginning, *ending})):
        covering = [each for each in covering if each.end > start]
        covering += beginning.get(start, [])[: _MOST_SAYING - len(covering)]
        if covering:
            quoted = any(each.kind is StatementKind.QUOTE for each in covering)
            numbers = sorted({each.number for each in covering})
            kind = wire.QUOTATION if quoted else wire.REPORTED
            found.append(Enclosure(start=start, end=end, classes=(kind, *wire.said(numbers))))
    return found


def _within(marks: Sequence[Mark], block: Block) -> Iterator[Mark]:
    """Those of `marks`, which are in order of the text, that start in `block`."""
    index = bisect_left(marks, block.start, key=lambda mark: mark.start)
    while index < len(marks) and marks[index].start < block.end:
        yield marks[index]
        index += 1
