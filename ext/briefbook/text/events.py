"""What happens on a date: the words of the text that say so, chosen and never rewritten.

The event of a date is one or more stretches of the date's own sentence: the smallest clause that
holds the date and says something of it, with its subject where that stands outside. What a source
says is told without the clause that names the source, and the source beside it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from briefbook.text.dates.tense_rows import ROWS
from briefbook.text.event_clauses import VERB_FIRST, is_noun_alone
from briefbook.text.event_of_sentence import event_of
from briefbook.text.lang.sentences import sentence_ends
from briefbook.text.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefbook.text.model import Article, DateMention, Statement

REACH: Final = 400
"""Characters on either side of a date within which its event is looked for."""

SAID_REACH: Final = 16
"""Characters before what is said within which the verb of saying is: "confirmed last week she"."""

_COUNTED: Final = re.compile(r"\b(?:years?|months?|weeks?|night|yesterday|today|ago)$")
_SAID_THEN: Final = re.compile(rf"\b(?:{ROWS['saying']})\s+(?:on\s)?$")


def with_events(
    article: Article, dates: Sequence[DateMention], statements: Sequence[Statement]
) -> tuple[DateMention, ...]:
    """The dates, each with its event, and the source of the statement that tells of it.

    ``dates`` are in the order of the text. Linear in the text.
    """
    text = article.seed.text
    said = sorted(
        # What nobody is said to have said keeps its quotation marks.
        (
            (span.start, span.end, one.source)
            for one in statements
            if one.source
            for span in one.spans
        ),
        key=lambda entry: entry[:2],
    )
    starts = [start for start, _, _ in said]
    found = []
    for group, first, last in _by_sentence(article, dates):
        places = [one.start for one in group]
        for date in group:
            start, end, source = first, last, None
            at = bisect_right(starts, date.start) - 1
            if at >= 0 and date.end <= said[at][1]:
                start, end, source = max(first, said[at][0]), min(last, said[at][1]), said[at][2]
                if start == date.start and _SAID_THEN.search(
                    text[max(first, start - SAID_REACH) : start]
                ):
                    start, end, source = first, last, None  # on that day it was said
                within = start - first > 2 and is_noun_alone(text, start, end)
                if within or _without_subject(text, start, end, date):
                    start, end, source = first, last, None
            start, end = _near(text, date, start, end)
            # A line of nothing but dates is one sentence: each looks at those near it.
            near = group[max(0, bisect_right(places, start) - 1) : bisect_left(places, end)]
            spans = event_of(text, date, near, start, end)
            event = tuple(Span(start=one, end=other) for one, other in spans)
            found.append(replace(date, event=event, source=source))
    return tuple(found)


def _without_subject(text: str, start: int, end: int, date: DateMention) -> bool:
    """Whether what is said begins with its verb: "which he said last year had surpassed …"."""
    if start == date.start and _COUNTED.search(date.text):
        start = date.end + 1
    return VERB_FIRST.match(text, start, end) is not None


def _by_sentence(
    article: Article, dates: Sequence[DateMention]
) -> Iterator[tuple[list[DateMention], int, int]]:
    """The dates of each sentence that has any, and where the sentence stands."""
    text, rest = article.seed.text, list(reversed(dates))
    for block in article.blocks:
        if not rest or rest[-1].start >= block.end:
            continue
        first = max(block.start, block.label_end or 0)
        ends = [(one.end, one.start) for one in sentence_ends(text, first, block.end)]
        for end, following in [*ends, (block.end, block.end)]:
            group = []
            while rest and rest[-1].start < following:
                group.append(rest.pop())
            if group:
                # A date that the splitter takes for two sentences' is of both.
                yield group, min(first, group[0].start), max(end, group[-1].end)
            first = following


def _near(text: str, date: DateMention, start: int, end: int) -> tuple[int, int]:
    """What of ``start`` to ``end`` is within ``REACH`` of the date, in whole words."""
    if date.start - start > REACH:
        start = text.find(" ", date.start - REACH, date.start) + 1 or date.start
    if end - date.end > REACH:
        space = text.rfind(" ", date.end, date.end + REACH)
        end = space if space > 0 else date.end
    return start, end
