"""What statements rest on: how many of them on each kind of source, in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from briefbook.text.kinds import SourceKind
from briefbook.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefbook.sphinx.records import StatementRecord

ORDER: Final = (
    SourceKind.PERSON,
    SourceKind.INSTITUTION,
    SourceKind.DOCUMENT,
    SourceKind.PUBLICATION,
    SourceKind.ANONYMOUS,
    SourceKind.GROUP,
    SourceKind.UNKNOWN,
)
"""The kinds as a bar shows them: from those that answer with a name to those that nobody named."""


def counts_of(records: Iterable[StatementRecord]) -> list[tuple[SourceKind, int]]:
    """How many statements each kind of source has; no kind that has none."""
    counts = Counter(SourceKind(record.kind) for record in records)
    return [(kind, counts[kind]) for kind in ORDER if counts[kind]]


def percent(part: int, whole: int) -> int:
    """A share in whole per cent; what there is of at all is 1 at least."""
    return max(1, round(100 * part / whole)) if part else 0


def shares_line(records: Iterable[StatementRecord]) -> str:
    """How many statements there are, what share rests on anonymous sources, and how many on groups.

    Only whose names are withheld are anonymous: of a group there was no name to give. Nothing is
    said of what there is none of.
    """
    counts = dict(counts_of(records))
    total = sum(counts.values())
    line = ngettext("{number} statement", "{number} statements", total)
    if anonymous := counts.get(SourceKind.ANONYMOUS, 0):
        rest = ngettext(
            "{number} ({{share}} %) rests on anonymous sources",
            "{number} ({{share}} %) rest on anonymous sources",
            anonymous,
        ).format(share=percent(anonymous, total))
        line = _("{statements}, of which {anonymous}").format(statements=line, anonymous=rest)
    if groups := counts.get(SourceKind.GROUP, 0):
        line = _("{statements}, and {groups} on groups of people").format(
            statements=line, groups=groups
        )
    return f"{line}."
