"""Measure how often each rule is right, and print the tables `CERTAINTY`.

    python benchmarks/certainty.py DIR… --dates FILE…

Of statements, whether the source is the right one; of dates, whether the value is. FILEs are
corpora of dates as JSON lines, such as benchmarks/prepare_timebank.py writes; they are pooled.

Each DIR is a part of PolNeAR's data folder (with text/ and attributions/); the parts are pooled. A
quotation is right where it is the annotators' and its speaker is; an indirect statement where half
of its characters are shared and its source is right. Where the annotators have none, it is wrong;
quotations in other marks than double ones are left out, as they are in the gold.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from briefbook.text.dates import tag
from briefbook.text.kinds import StatementKind
from briefbook.text.statements import plain_passages
from briefbook.text.statements.antecedents import Antecedents
from briefbook.text.statements.drafts import drafts_of
from briefbook.text.statements.known_names import KnownNames
from briefbook.text.statements.readings import read
from scorers import dates, polnear, quotes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scorers.polnear import Document, Range

_FEWEST = 15
"""Statements below which a rule's precision is not told."""


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="*", metavar="DIR")
    parser.add_argument("--dates", type=Path, nargs="*", default=[], metavar="FILE")
    options = parser.parse_args()
    folders: list[Path] = options.folders
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for folder in folders:
        for document in polnear.load(folder):
            for rule, is_right in _judged(document):
                found[rule] += 1
                right[rule] += is_right
    _print(found, right)
    found, right = Counter(), Counter()
    for file in options.dates:
        for dated in dates.load(file):
            for rule, is_right in _judged_dates(dated):
                found[rule] += 1
                right[rule] += is_right
    _print(found, right)
    return 0


def _print(found: Counter[str], right: Counter[str]) -> None:
    for rule, number in found.most_common():
        told = f"{right[rule] / number:.2f}" if number >= _FEWEST else "-"
        print(f"{rule:16} {told:>5}   of {number}")


def _judged_dates(document: dates.Document) -> Iterator[tuple[str, bool]]:
    """The rule of each date, and whether its value is right; what annotators left open is not."""
    tagged = {(one.start, one.end): one for one in tag(document["text"], document["dct"])}
    found = [(one.start, one.end, "DATE", one.value) for one in tagged.values()]
    right = {found[number][:2] for number in dates.right(document, found)}
    for one in found:
        if one[:2] in right or not dates.is_excused(one, document["timexes"]):
            yield tagged[one[:2]].rule, one[:2] in right


def _judged(document: Document) -> Iterator[tuple[str, bool]]:
    """The rule of each statement with a source, and whether it is the annotators'."""
    text = document.text
    marked = {start for start, _ in polnear.quoted_spans(text)}
    known = KnownNames(text, ())
    antecedents = Antecedents(text, known)
    for reading in read(text, plain_passages(text)):
        for one in reading.attributed:
            if one.source is not None and one.quoted.start in marked:
                span = (one.quoted.start, one.quoted.end)
                yield one.rule, _is_quoted(document, span, one.source)
        for draft in drafts_of(text, reading, known, antecedents):
            source = draft.source_span
            if draft.kind is StatementKind.INDIRECT and source is not None:
                end = source.end
                if draft.frame is not None and draft.frame.relative is not None:
                    end = reading.tokens.end[draft.frame.relative - 1]
                span = (draft.spans[0].start, draft.spans[-1].end)
                yield str(draft.rule), _is_reported(document, span, (source.start, end))


def _is_quoted(document: Document, span: Range, source: Range) -> bool:
    return any(
        quotes.is_same(document.text, gold.span, span)
        and quotes.speaker_right(document.text, source, gold.speakers)[1]
        for gold in document.gold
    )


def _is_reported(document: Document, span: Range, source: Range) -> bool:
    for speakers, content in document.attributions:
        shared = sum(polnear.overlap(span, piece) for piece in content)
        size = sum(last - first for first, last in content)
        half = 2 * shared >= span[1] - span[0] + size - shared
        if half and quotes.speaker_right(document.text, source, tuple(speakers))[1]:
            return True
    return False


if __name__ == "__main__":
    raise SystemExit(main())
