"""How an index of many rows is divided: into an overview and parts, each a page of its own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping  # noqa: TC003 - msgspec asks for a field's type
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefbook.pages.index_paths import Path

_CROWDED: Final = 8
"""What stands for one row of an index, such as a day, has a page of its own where it has more than
one in so many of what a page may hold; of half of that, where too much would be left, and so on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """The parts of one index; none where it is a single page."""

    parts: Mapping[str, str] = field(default_factory=dict)
    """By name, what each is called; each before those that it is divided into."""
    within: Mapping[str, str] = field(default_factory=dict)
    """By name, of which part another is a division."""

    def part_of(self, path: Path) -> str | None:
        """The narrowest part that a row of that path stands in; None for the overview."""
        found = None
        for name in path:
            if name in self.parts:
                found = name
        return found


def divide(
    rows: Iterable[Path] | Counter[Path], most: int, *, own: int | None
) -> dict[str, str | None]:
    """The parts of an index with these rows, and what each is within; none where a page holds all.

    A part is divided in turn where it has more than ``most``. The name at the place ``own`` of a
    path, from 0, if any, stands for one row of the index, such as a day: it is apart only where
    crowded.
    """
    counts = Counter(rows)
    if not most or counts.total() <= most:
        return {}
    return dict(_parts(counts, None, 0, most, own))


def _parts(
    counts: Mapping[Path, int], within: str | None, depth: int, most: int, own: int | None
) -> Iterator[tuple[str, str | None]]:
    groups: defaultdict[str, dict[Path, int]] = defaultdict(dict)
    for path, count in counts.items():
        if len(path) > depth:
            groups[path[depth]][path] = count
    totals = {name: sum(held.values()) for name, held in groups.items()}
    few = _few(totals.values(), most) if depth == own else 0
    for name in sorted(groups):
        if totals[name] > few:
            yield name, within
        if totals[name] > most:
            yield from _parts(groups[name], name, depth + 1, most, own)


def _few(totals: Iterable[int], most: int) -> int:
    """Up to how much stays together, so that it is no more than a page may hold."""
    few = most // _CROWDED
    while sum(total for total in totals if total <= few) > most:
        few //= 2
    return few
