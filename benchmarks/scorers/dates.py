"""Dates: how many of a corpus's calendar dates are found, and given the right value.

The figure CAL counts calendar values only: gold and found items of the types DATE and TIME, in
canonical form; what has no calendar value (durations, vague references) drops out on both sides. A
hit is an overlapping span with an equal value, matched one to one. A found item is excused, and not
counted, only where the sole gold item it overlaps was left open by its annotators (``1989-WXX``).

A corpus is JSON lines: ``{id, dct, text, timexes: [{start, end, type, value, alts?}]}``, with
``alts`` the values that are all right.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scorers.calendar import canonical
from scorers.figures import Figures, figures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

Found = tuple[int, int, str, str]
Document = dict[str, Any]
_CALENDAR = ("DATE", "TIME")
_VAGUE = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateScore:
    """The figures of one corpus."""

    spans: Figures
    """Overlapping span, whatever the value."""
    cal: Figures
    """Overlapping span and equal canonical value."""
    characters_per_second: float


def load(path: Path) -> list[Document]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def score(
    tag: Callable[[str, str | None], Iterable[Found]], documents: list[Document]
) -> DateScore:
    hits = spans = wanted = found = characters = 0
    seconds = 0.0
    for document in documents:
        began = time.perf_counter()
        tagged = list(tag(document["text"], document["dct"]))
        seconds += time.perf_counter() - began
        characters += len(document["text"])
        gold = document["timexes"]
        dated = [one for one in gold if one["type"] in _CALENDAR and _values(one)]
        ours = [one for one in sorted(set(tagged)) if one[2] in _CALENDAR and canonical(one[3])]
        right = _match(dated, ours, _equal)
        matched = set(right.values())
        counted = [one for i, one in enumerate(ours) if i in matched or not is_excused(one, gold)]
        hits += len(right)
        spans += len(_match(dated, counted, lambda _gold, _found: True))
        wanted += len(dated)
        found += len(counted)
    return DateScore(
        spans=figures(spans, found, wanted),
        cal=figures(hits, found, wanted),
        characters_per_second=characters / max(seconds, 1e-9),
    )


def _values(gold: Document) -> set[str]:
    values = (canonical(value) for value in gold.get("alts") or [gold["value"]])
    return {value for value in values if value}


def _equal(gold: Document, found: Found) -> bool:
    return canonical(found[3]) in _values(gold)


def right(document: Document, found: list[Found]) -> set[int]:
    """The indexes of the found items whose passage and value are the gold's."""
    dated = [one for one in document["timexes"] if one["type"] in _CALENDAR and _values(one)]
    return set(_match(dated, found, _equal).values())


def is_excused(found: Found, gold: list[Document]) -> bool:
    over = [one for one in gold if _overlap(one, found) > 0]
    return len(over) == 1 and (
        over[0]["type"] in _CALENDAR
        and canonical(over[0]["value"]) is None
        and over[0]["value"] not in _VAGUE
    )


def _overlap(gold: Document, found: Found) -> int:
    start, end = int(gold["start"]), int(gold["end"])
    return min(end, found[1]) - max(start, found[0])


def _match(
    gold: list[Document], found: list[Found], fits: Callable[[Document, Found], bool]
) -> dict[int, int]:
    """Gold to found, by index: overlapping pairs that fit, one to one, as many as can be."""
    candidates = []
    for one in gold:
        overlaps = [(-_overlap(one, other), i) for i, other in enumerate(found)]
        candidates.append([i for size, i in sorted(overlaps) if size < 0 and fits(one, found[i])])
    taken: dict[int, int] = {}

    def place(index: int, tried: set[int]) -> bool:
        for other in candidates[index]:
            if other not in tried:
                tried.add(other)
                if other not in taken or place(taken[other], tried):
                    taken[other] = index
                    return True
        return False

    for index in range(len(gold)):
        place(index, set())
    return {index: other for other, index in taken.items()}
