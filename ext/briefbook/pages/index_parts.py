"""How an index of many rows is divided: into an overview and parts, each a page of its own."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefbook.pages.index_paths import Path

_OWN: Final = 3
"""The place in a path, from 0, of what stands for one row of the index, such as a day."""
_CROWDED: Final = 8
"""It has a page of its own where it has more than one in so many of what a page may hold."""


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


def divide(rows: Iterable[Path], most: int) -> dict[str, str | None]:
    """The parts of an index with these rows, and what each is within; none where a page holds all.

    A part is divided in turn where it has more than ``most``. A day, or another row of the index,
    is apart only where it is crowded, unless what is left would be too much for its month.
    """
    counts = Counter(rows)
    if not most or counts.total() <= most:
        return {}
    return dict(_parts(counts, None, 0, most))


def _parts(
    counts: Mapping[Path, int], within: str | None, depth: int, most: int
) -> Iterator[tuple[str, str | None]]:
    groups: defaultdict[str, dict[Path, int]] = defaultdict(dict)
    for path, count in counts.items():
        if len(path) > depth:
            groups[path[depth]][path] = count
    totals = {name: sum(held.values()) for name, held in groups.items()}
    quiet = [name for name in groups if depth == _OWN and totals[name] * _CROWDED <= most]
    if sum(totals[name] for name in quiet) > most:
        quiet = []
    for name in sorted(groups.keys() - set(quiet)):
        yield name, within
        if totals[name] > most:
            yield from _parts(groups[name], name, depth + 1, most)
