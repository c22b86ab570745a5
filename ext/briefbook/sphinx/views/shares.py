"""What statements rest on: how many of them on each kind of source, in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, TypeVar

from briefbook.text.kinds import SourceKind
from briefbook.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefbook.sphinx.records import StatementRecord

_Kind = TypeVar("_Kind")
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


def percents(counts: Iterable[tuple[_Kind, int]]) -> dict[_Kind, int]:
    """The shares of what there is some of, in whole per cent, 1 at least; together they are 100.

    Each is rounded down, and those with the largest remainders have what is left, the first of
    them where these are alike.
    """
    found = dict(counts)
    total = sum(found.values())
    shares = {kind: max(1, 100 * number // total) for kind, number in found.items()}
    left = 100 - sum(shares.values())
    rounded_down = [kind for kind, number in found.items() if 100 * number >= total]
    for kind in sorted(rounded_down, key=lambda kind: -(100 * found[kind] % total))[: max(0, left)]:
        shares[kind] += 1
    for _each in range(left, 0):  # of which the smallest have had too much
        shares[max(shares, key=shares.__getitem__)] -= 1
    return shares


def anonymous_share(records: Iterable[StatementRecord]) -> int:
    """In per cent, as a bar of all kinds has it."""
    return percents(counts_of(records)).get(SourceKind.ANONYMOUS, 0)


def shares_line(records: Iterable[StatementRecord]) -> str:
    """How many statements there are, what share rests on anonymous sources, and how many on groups.

    Only whose names are withheld are anonymous: of a group there was no name to give. Nothing is
    said of what there is none of.
    """
    counted = counts_of(records)
    counts = dict(counted)
    total = sum(counts.values())
    line = ngettext("{number} statement", "{number} statements", total)
    if anonymous := counts.get(SourceKind.ANONYMOUS, 0):
        rest = ngettext(
            "{number} ({{share}} %) rests on anonymous sources",
            "{number} ({{share}} %) rest on anonymous sources",
            anonymous,
        ).format(share=percents(counted)[SourceKind.ANONYMOUS])
        line = _("{statements}, of which {anonymous}").format(statements=line, anonymous=rest)
    if groups := counts.get(SourceKind.GROUP, 0):
        line = _("{statements}, and {groups} on groups of people").format(
            statements=line, groups=groups
        )
    return f"{line}."
