"""Many seeds through the engine: what is kept is taken, the rest is marked on all processors."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, Final

from briefbook.text.cache import pack, unpack
from briefbook.text.corrections import correct
from briefbook.text.errors import FileProblem
from briefbook.text.marks import find_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefbook.text.bodies import Catalogue
    from briefbook.text.cache import MarksCache
    from briefbook.text.corrections import Corrected
    from briefbook.text.model import Seed

_ENOUGH: Final = 20
"""New seeds for which processes of their own pay: starting one costs as much as marking a few."""


def mark_all(
    seeds: Sequence[Seed], catalogue: Catalogue, cache: MarksCache | None, *, jobs: int
) -> Iterator[Corrected | FileProblem]:
    """The marks of each seed as corrected, or why it has none, in the order of ``seeds``.

    What the cache keeps is what the rules found: a correction is made anew each time, and what of
    it does not fit is told each time.

    ``jobs`` is the number of processes, where the system knows how to fork.
    """
    kept = [cache.load(seed) if cache is not None else None for seed in seeds]
    new = [seed for seed, marks in zip(seeds, kept, strict=True) if marks is None]
    pays = jobs > 1 and len(new) >= _ENOUGH and "fork" in multiprocessing.get_all_start_methods()
    made = _in_processes(new, catalogue, jobs) if pays else None
    for seed, marks in zip(seeds, kept, strict=True):
        if marks is not None:
            yield correct(marks, catalogue.by_id)
            continue
        packed = next(made) if made is not None else None
        try:
            found = unpack(packed, seed) if packed is not None else find_marks(seed, catalogue)
        except FileProblem as problem:
            yield problem
            continue
        if cache is not None:
            cache.save(found)
        yield correct(found, catalogue.by_id)


def _in_processes(seeds: Sequence[Seed], catalogue: Catalogue, jobs: int) -> Iterator[bytes | None]:
    """The marks of each seed, packed; None where it has none, which marking it again explains."""
    _ = catalogue.lexicon  # built once, for all: a process inherits it
    context = multiprocessing.get_context("fork")
    size = max(1, len(seeds) // (4 * jobs))
    with ProcessPoolExecutor(jobs, context, _take, (catalogue,)) as pool:
        yield from pool.map(_packed, seeds, chunksize=size)


_given: list[Catalogue] = []
"""The catalogue of a process that marks: to send it along with each seed would cost more."""


def _take(catalogue: Catalogue) -> None:
    _given[:] = [catalogue]


def _packed(seed: Seed) -> bytes | None:
    try:
        return pack(find_marks(seed, _given[0]))
    except FileProblem:
        return None
