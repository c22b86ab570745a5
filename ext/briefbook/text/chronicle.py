"""What was done to an article and when, as the book's repository remembers it: days and counts.

Nothing else of a commit is told, neither who made it nor what it says of itself.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from briefbook.text.editions import correction_digests
from briefbook.text.errors import SidecarError
from briefbook.text.model import Sidecar
from briefbook.text.sidecar import parse_sidecar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class Deed(StrEnum):
    """What a commit did."""

    SEED_ADDED = "seed-added"
    SEED_CHANGED = "seed-changed"
    CORRECTIONS = "corrections"
    """Corrections were added, changed or taken out."""
    REVIEWED = "reviewed"
    NOTES_ADDED = "notes-added"
    NOTES_CHANGED = "notes-changed"
    NOTES_REMOVED = "notes-removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """One file that a commit added (A), modified (M) or deleted (D)."""

    commit: int
    """Its place in the log."""
    day: str
    """The author's, ISO 8601."""
    status: str
    path: str
    """From the folder of conf.py, with forward slashes."""
    before: str
    """The id of what the file held; of zeros where it was not there."""
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What was done to one article on one day."""

    day: str
    """ISO 8601."""
    deed: Deed
    count: int
    """Of corrections or notes; 1 of what there is one of."""


_NOTES: Final = {"A": Deed.NOTES_ADDED, "M": Deed.NOTES_CHANGED, "D": Deed.NOTES_REMOVED}


class Chronicle:
    """That of all articles of a book."""

    def __init__(
        self,
        touched: Sequence[Touched],
        sidecars: Mapping[str, bytes],
        *,
        seeds: str,
        annotations: str,
    ) -> None:
        """``sidecars`` are what the ids of theirs stand for; of others nothing is told.

        ``seeds`` and ``annotations`` are those folders, from that of conf.py.
        """
        self._by_seed: dict[str, Counter[tuple[str, Deed]]] = {}
        self._read: dict[str, Sidecar] = {}
        moved = _moved(touched)
        for each in touched:
            if (file := below(seeds, each.path)) is not None:
                self._seed(each, file, sidecars)
            elif (note := below(annotations, each.path)) is not None:
                folder, _, file = note.partition("/")
                if file.endswith(".md") and not {each.before, each.after} & moved[each.commit]:
                    self._count(folder, each.day, _NOTES[each.status], 1)

    def _seed(self, each: Touched, file: str, sidecars: Mapping[str, bytes]) -> None:
        name, _, suffix = file.rpartition(".")
        if "/" in name:
            return
        if suffix == "txt" and each.status in "AM":
            deed = Deed.SEED_ADDED if each.status == "A" else Deed.SEED_CHANGED
            self._count(name, each.day, deed, 1)
        elif suffix == "toml":
            before, after = (self._sidecar(of, sidecars) for of in (each.before, each.after))
            old, new = correction_digests(before), correction_digests(after)
            self._count(name, each.day, Deed.CORRECTIONS, max(len(old - new), len(new - old)))
            if after.reviewed is not None and after.reviewed != before.reviewed:
                self._count(name, each.day, Deed.REVIEWED, 1)

    def _sidecar(self, of: str, sidecars: Mapping[str, bytes]) -> Sidecar:
        """One of long ago, which may not be valid any more, nor ever have been: as if empty."""
        if of not in self._read:
            try:
                self._read[of] = parse_sidecar(sidecars.get(of, b""), path=of)
            except SidecarError:
                self._read[of] = Sidecar()
        return self._read[of]

    def _count(self, seed: str, day: str, deed: Deed, count: int) -> None:
        if count:
            self._by_seed.setdefault(seed, Counter())[day, deed] += count

    def of(self, names: Iterable[str]) -> tuple[Entry, ...]:
        """The chronicle of one article, whose seed has had these names, in order of days."""
        counts: Counter[tuple[str, Deed]] = Counter()
        for name in names:
            counts.update(self._by_seed.get(name, {}))
        added = sorted(day for day, deed in counts if deed is Deed.SEED_ADDED)
        entries = []
        for (day, deed), count in counts.items():
            if deed is Deed.SEED_ADDED and day != added[0]:
                continue  # under another name
            is_one = deed in (Deed.SEED_ADDED, Deed.SEED_CHANGED, Deed.REVIEWED)
            entries.append(Entry(day=day, deed=deed, count=1 if is_one else count))
        return tuple(sorted(entries, key=lambda entry: (entry.day, [*Deed].index(entry.deed))))


def below(folder: str, path: str) -> str | None:
    """The path from ``folder``, which may be ``.``; None where it does not lie there."""
    if folder == ".":
        return path
    return path.removeprefix(f"{folder}/") if path.startswith(f"{folder}/") else None


def _moved(touched: Iterable[Touched]) -> dict[int, set[str]]:
    """By commit, the ids of files that it took from one place to another as they were."""
    gone: dict[int, set[str]] = {}
    come: dict[int, set[str]] = {}
    for each in touched:
        gone.setdefault(each.commit, set()).update([each.before] if each.status == "D" else [])
        come.setdefault(each.commit, set()).update([each.after] if each.status == "A" else [])
    return {commit: gone[commit] & come[commit] for commit in gone}
