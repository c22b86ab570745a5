"""Corrections of what a passage names: a date or a body."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_right, insort
from difflib import get_close_matches
from typing import TYPE_CHECKING, Generic, TypeVar

from briefbook.text.corrections.desk import shown
from briefbook.text.dates.rule_names import Rule
from briefbook.text.model import BodyMention, DateMention, Span
from briefbook.text.timex import Timex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from briefbook.text.corrections.desk import Desk
    from briefbook.text.decisions import MentionCorrection

Mark = TypeVar("Mark", DateMention, BodyMention)


class _Mentions(ABC, Generic[Mark]):
    """The marks of one kind while they are corrected."""

    kind: str

    def __init__(
        self, desk: Desk, found: Sequence[Mark], others: Sequence[DateMention | BodyMention]
    ) -> None:
        """``others`` are the article's marks of another kind, which no new one may meet."""
        self._desk = desk
        self._marks: dict[tuple[int, int], Mark] = {(one.start, one.end): one for one in found}
        self._ordered: list[Mark] = list(found)
        """The same, in order of the text."""
        self._others = others
        self._claimed: dict[tuple[int, int], MentionCorrection] = {}

    @abstractmethod
    def _made(self, span: Span, meaning: str) -> Mark:
        """A mark of the editor's."""

    @abstractmethod
    def _unknown(self, meaning: str) -> tuple[str, str] | None:
        """Where there is nothing of that meaning: the problem, and what to do."""

    @abstractmethod
    def _says_the_same(self, old: Mark, meaning: str) -> bool: ...

    def corrected(self, given: Iterable[MentionCorrection]) -> tuple[Mark, ...]:
        """The marks, in order of the text. What takes marks away goes first: it makes room."""
        added: list[tuple[MentionCorrection, Span, str]] = []
        for correction, span in self._placed(given):
            key, meaning = (span.start, span.end), correction.meaning
            old = self._marks.get(key)
            if meaning is None:
                if old is None:
                    self._refuse_removal(correction, span)
                else:
                    del self._marks[key]
            elif old is None:
                added.append((correction, span, meaning))
            elif self._says_the_same(old, meaning):
                problem = f"it changes nothing: the {self.kind} is {meaning} already"
                self._desk.refuse(correction, problem, "take it out of the sidecar")
            else:
                self._marks[key] = self._made(span, meaning)
        self._ordered = [self._marks[key] for key in sorted(self._marks)]
        for correction, span, meaning in added:
            if self._is_free(correction, span):
                insort(self._ordered, self._made(span, meaning), key=lambda mark: mark.start)
        return tuple(self._ordered)

    def _placed(self, given: Iterable[MentionCorrection]) -> list[tuple[MentionCorrection, Span]]:
        """Each correction with its passage, removals first; of two on one passage the first."""
        placed = []
        for correction in given:
            span = self._desk.place(correction, correction.quote)
            if span is None or not self._is_known(correction):
                continue
            first = self._claimed.setdefault((span.start, span.end), correction)
            if first is correction:
                placed.append((correction, span))
            else:
                problem = f"line {first.line} corrects the same passage"
                self._desk.refuse(correction, problem, "keep one of the two")
        return sorted(placed, key=lambda pair: pair[0].meaning is not None)

    def _is_known(self, correction: MentionCorrection) -> bool:
        """Whether there is what it says that its passage names; else, a problem."""
        wrong = None if correction.meaning is None else self._unknown(correction.meaning)
        if wrong is not None:
            self._desk.refuse(correction, *wrong)
        return wrong is None

    def _refuse_removal(self, correction: MentionCorrection, span: Span) -> None:
        problem = f"there is no {self.kind} to take away at its passage"
        near = _meeting(span, self._ordered)
        remedy = f"name the one there, {shown(near.text)}" if near else "take it out of the sidecar"
        self._desk.refuse(correction, problem, remedy)

    def _is_free(self, correction: MentionCorrection, span: Span) -> bool:
        """Whether a new mark meets no other: two marks on one word could not both be shown."""
        met = _meeting(span, self._ordered) or _meeting(span, self._others)
        if met is None:
            return True
        kind = "date" if isinstance(met, DateMention) else "body"
        problem = f"its passage meets another mark, the {kind} {shown(met.text)} of line {met.line}"
        remedy = f"give that passage, or take its {kind} away with a correction of its own"
        self._desk.refuse(correction, problem, remedy)
        return False


class CorrectedDates(_Mentions[DateMention]):
    """Dates. One that is made or changed has no event yet."""

    kind = "date"

    def _unknown(self, meaning: str) -> tuple[str, str] | None:
        found = Timex.parse(meaning)
        if found is not None and str(found) == meaning:
            return None
        problem = f"value {meaning!r} is no date of the calendar"
        return problem, "write it as TIMEX3 does, such as 2022-01-12, 2022-01, 2021-Q4 or 2022"

    def _made(self, span: Span, meaning: str) -> DateMention:
        return DateMention(
            line=self._desk.line_of(span.start),
            start=span.start,
            end=span.end,
            text=self._desk.text_of(span),
            value=meaning,
            rule=Rule.EDITOR,
            anchor=self._desk.article.seed.published,
            by_editor=True,
        )

    def _says_the_same(self, old: DateMention, meaning: str) -> bool:
        return old.value == meaning and old.alternative is None


class CorrectedBodies(_Mentions[BodyMention]):
    """Names of bodies; ``known`` are the ids of the catalogue."""

    kind = "body"

    def __init__(
        self,
        desk: Desk,
        found: Sequence[BodyMention],
        others: Sequence[DateMention | BodyMention],
        known: Collection[str],
    ) -> None:
        super().__init__(desk, found, others)
        self._known = known

    def _unknown(self, meaning: str) -> tuple[str, str] | None:
        if meaning in self._known:
            return None
        near = " or ".join(get_close_matches(meaning, self._known, n=3))
        meant = f"write {near}, if that is meant, or " if near else ""
        return f"there is no body {meaning!r}", f"{meant}describe it in docs/bodies.yaml"

    def _made(self, span: Span, meaning: str) -> BodyMention:
        return BodyMention(
            line=self._desk.line_of(span.start),
            start=span.start,
            end=span.end,
            text=self._desk.text_of(span),
            body=meaning,
            by_editor=True,
        )

    def _says_the_same(self, old: BodyMention, meaning: str) -> bool:
        return old.body == meaning


def _meeting(
    span: Span, marks: Sequence[DateMention | BodyMention]
) -> DateMention | BodyMention | None:
    """The first of ``marks``, in order and apart, that shares a character with ``span``."""
    at = bisect_right(marks, span.start, key=lambda mark: mark.end)
    is_met = at < len(marks) and marks[at].start < span.end
    return marks[at] if is_met else None
