"""Corrections of statements: who says the words of a passage, and how."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from briefbook.text.corrections.desk import shown
from briefbook.text.corrections.grounds import find_basis
from briefbook.text.kinds import SourceKind, StatementKind
from briefbook.text.model import Span, Statement
from briefbook.text.statements.source_rules import SourceRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefbook.text.corrections.desk import Desk
    from briefbook.text.corrections.sources import SourceBook
    from briefbook.text.decisions import StatementCorrection

_QUOTED: Final = re.compile('“([^“”]+)”|"([^"]+)"|«([^«»]+)»|„([^„“]+)“')
_UNKNOWN: Final = object()
"""In the place of a source that cannot be found."""


def correct_statements(
    desk: Desk,
    found: Sequence[Statement],
    given: Sequence[StatementCorrection],
    sources: SourceBook,
) -> tuple[Statement, ...]:
    """The statements as corrected, in order of the text; ``sources`` takes those that are new."""
    return _Statements(desk, found, sources).corrected(given)


class _Statements:
    def __init__(self, desk: Desk, found: Sequence[Statement], sources: SourceBook) -> None:
        self._desk = desk
        self._statements = dict(enumerate(found))
        """By a number of their own; those that are taken away are gone."""
        self._sources = sources
        self._stretches = sorted(
            (span.start, span.end, number) for number, one in enumerate(found) for span in one.spans
        )
        self._longest = max((end - start for start, end, _ in self._stretches), default=0)
        self._passages: dict[tuple[int, int], StatementCorrection] = {}
        self._corrected: dict[int, StatementCorrection] = {}

    def corrected(self, given: Iterable[StatementCorrection]) -> tuple[Statement, ...]:
        """What takes statements away goes first: on their words others may be made."""
        placed = []
        for correction in given:
            span = self._desk.place(correction, correction.quote)
            if span is None:
                continue
            first = self._passages.setdefault((span.start, span.end), correction)
            if first is not correction:
                self._refuse_second(correction, first)
            else:
                placed.append((correction, span))
        for correction, span in placed:
            if correction.remove:
                self._remove(correction, span)
        added: list[tuple[Statement, StatementCorrection]] = []
        for correction, span in placed:
            if not correction.remove:
                self._change_or_add(correction, span, added)
        statements = [*self._statements.values(), *(one for one, _ in added)]
        return tuple(sorted(statements, key=lambda one: one.spans[0].start))

    def _refuse_second(self, correction: StatementCorrection, first: StatementCorrection) -> None:
        problem = f"line {first.line} corrects the same statement"
        self._desk.refuse(correction, problem, "put both into one, or take one out")

    def _remove(self, correction: StatementCorrection, span: Span) -> None:
        numbers = self._meeting(span)
        if len(numbers) == 1 and self._is_meant(numbers[0], span):
            self._corrected[numbers[0]] = correction
            del self._statements[numbers[0]]
        elif numbers:
            self._refuse_crossing(correction, numbers)
        else:
            problem = "there is no statement to take away at its passage"
            self._desk.refuse(correction, problem, "take it out of the sidecar")

    def _change_or_add(
        self,
        correction: StatementCorrection,
        span: Span,
        added: list[tuple[Statement, StatementCorrection]],
    ) -> None:
        numbers = self._meeting(span)
        if not numbers:
            crossing = next((first for one, first in added if _meets(one, span)), None)
            if crossing is not None:
                self._refuse_second(correction, crossing)
            elif (made := self._made(correction, span)) is not None:
                added.append((made, correction))
            return
        if len(numbers) > 1 or not self._is_meant(numbers[0], span):
            self._refuse_crossing(correction, numbers)
            return
        first = self._corrected.setdefault(numbers[0], correction)
        if first is not correction:
            self._refuse_second(correction, first)
            return
        old = self._statements[numbers[0]]
        new = self._changed(correction, old)
        if new is None:
            return
        if new == old:
            problem = "it changes nothing: the statement is that already"
            self._desk.refuse(correction, problem, "take it out of the sidecar")
            return
        self._statements[numbers[0]] = replace(new, rule=SourceRule.EDITOR, by_editor=True)

    def _meeting(self, span: Span) -> list[int]:
        """The statements, not taken away, that share a character with ``span``.

        Where the span is just what one of them holds, that one alone.
        """
        at = bisect_left(self._stretches, (span.start - self._longest,))
        found: dict[int, None] = {}
        for start, end, number in self._stretches[at:]:
            if start >= span.end:
                break
            if end > span.start and number in self._statements:
                if (start, end) == (span.start, span.end):
                    return [number]
                found[number] = None
        return list(found)

    def _is_meant(self, number: int, span: Span) -> bool:
        """Whether the span lies in a stretch of the statement, or holds one of them whole."""
        return any(
            (one.start <= span.start and span.end <= one.end)
            or (span.start <= one.start and one.end <= span.end)
            for one in self._statements[number].spans
        )

    def _refuse_crossing(self, correction: StatementCorrection, numbers: Sequence[int]) -> None:
        words = self._desk.text_of(self._statements[numbers[0]].spans[0])
        if len(numbers) > 1:
            problem = f"its passage holds words of {len(numbers)} statements"
        else:
            problem = "its passage is half within a statement"
        remedy = f"give words of one alone, such as {shown(words)}, or take what is there away"
        self._desk.refuse(correction, problem, remedy)

    def _changed(self, correction: StatementCorrection, old: Statement) -> Statement | None:
        changes = self._details(correction, old.spans[0].start)
        source = self._source(correction)
        if changes is None or source is _UNKNOWN:
            return None
        if correction.source is not None:
            changes["source"] = source
            if source != old.source:
                changes["source_span"] = self._span_naming(source, old.source_span)
                if changes["source_span"] is None:  # nor is the ground, which stood beside the name
                    changes.setdefault("bases", ())
        elif correction.kind is not None:
            problem = "kind is that of a source, and no source is named"
            remedy = "write source as well, or a correction [[source]] with the kind"
            self._desk.refuse(correction, problem, remedy)
            return None
        return replace(old, **changes)

    def _made(self, correction: StatementCorrection, span: Span) -> Statement | None:
        if correction.source is None:
            problem = (
                "no statement holds its passage, and for a new one it does not say whose it is"
            )
            remedy = 'write source = "…", or source = "" where the article does not say'
            self._desk.refuse(correction, problem, remedy)
            return None
        details = self._details(correction, span.start)
        source = self._source(correction)
        if details is None or source is _UNKNOWN:
            return None
        kind, spans = self._stretches_of(span)
        details = {"speaker": None, "cue": None, "kind": kind, **details}
        return Statement(
            line=self._desk.line_of(span.start),
            source=source if isinstance(source, str) else None,
            spans=spans,
            source_span=None,
            rule=SourceRule.EDITOR,
            by_editor=True,
            **details,
        )

    def _details(self, correction: StatementCorrection, start: int) -> dict[str, Any] | None:
        """What is said of the words but for their source; None where the basis is not found."""
        details: dict[str, Any] = {}
        if correction.speaker is not None:
            details["speaker"] = correction.speaker or None
        if correction.translated is not None:
            details["translated"] = correction.translated
        if correction.cue is not None:
            details["cue"] = correction.cue or None
        if correction.form is not None:
            details["kind"] = StatementKind(correction.form)
        if correction.basis is not None:
            bases = find_basis(self._desk, correction, correction.basis, start)
            if bases is None:
                return None
            details["bases"] = bases
        return details

    def _source(self, correction: StatementCorrection) -> object:
        """The id of the source, None where it is said that there is none, or ``_UNKNOWN``."""
        name = correction.source
        if not name:
            return None
        if self._sources.knows(name):
            source = self._sources.pick(correction, name)
            if source is None:
                return _UNKNOWN
            if correction.kind is not None and source.kind != correction.kind:
                problem = f"{shown(source.name)} is of the kind {source.kind} in this article"
                remedy = "correct that in [[source]], and leave kind out here"
                self._desk.refuse(correction, problem, remedy)
                return _UNKNOWN
            return source.id
        if correction.kind is None:
            problem = f"the article has no source called {shown(name)}, and its kind is not said"
            remedy = (
                f"write kind as well, if it is a new one, or another name: {self._sources.listed()}"
            )
            self._desk.refuse(correction, problem, remedy)
            return _UNKNOWN
        return self._sources.make(name, SourceKind(correction.kind)).id

    def _span_naming(self, source_id: object, span: Span | None) -> Span | None:
        """The place where the text named another source, if its words may name this one as well."""
        if span is None or not isinstance(source_id, str):
            return None
        names = self._sources.names_of(source_id)
        return span if self._desk.text_of(span).casefold() in names else None

    def _stretches_of(self, span: Span) -> tuple[StatementKind, tuple[Span, ...]]:
        """Whether a passage is verbatim, and its stretches: what stands in quotation marks."""
        first, last = self._desk.block_of(span.start)
        text = self._desk.article.seed.text
        inner = []
        for match in _QUOTED.finditer(text, first, last):
            start, end = max(match.start() + 1, span.start), min(match.end() - 1, span.end)
            if start < end:
                inner.append(Span(start=start, end=end))
        if inner:
            return StatementKind.QUOTE, tuple(inner)
        return StatementKind.INDIRECT, (span,)


def _meets(statement: Statement, span: Span) -> bool:
    return any(one.start < span.end and span.start < one.end for one in statement.spans)
