"""Into which volumes a book is divided: a pure function of how many articles each month has.

A month is never divided, for the page of its contents belongs to one volume. So every page of an
article, and of a month, is its volume's, and all others are the cover's; and no address depends on
the division.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefbook.words import _, in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

YEAR, QUARTER, MONTH = "year", "quarter", "month"
PERIODS: Final = (YEAR, QUARTER, MONTH)

COVER: Final = "cover"
"""What the volume over all others is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """The articles of some months."""

    name: str
    """Such as ``2021``, ``2021-Q4``, ``2021-12``; ``from-2021-01`` where a number divides."""
    months: tuple[str, ...]
    """Those that have articles, ISO 8601, in order of time."""

    @property
    def title(self) -> str:
        """What readers call it: its period, in words."""
        if not self.name.startswith("from-"):
            return in_words(self.name)
        first, last = self.months[0], self.months[-1]
        if first == last:
            return in_words(first)
        return _("{first} to {last}").format(first=in_words(first), last=in_words(last))


def complaint(value: object) -> str | None:
    """What ``briefbook_volumes`` must be, in words, where ``value`` is not that; else None."""
    if value == "" or value in PERIODS or (_number(value) or 0) > 0:
        return None
    return f"one of {', '.join(PERIODS)}, a number of articles, or empty for one book"


def _number(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    return int(value) if isinstance(value, str) and value.isdecimal() else None


def divide(months: Mapping[str, int], by: str | int) -> tuple[Volume, ...]:
    """The volumes of a book, in order of time.

    ``months`` says how many articles each month has, ISO 8601. ``by`` is one of `PERIODS`, or the
    number of articles that a volume may have: then a volume is of as many months as fit, and of one
    alone where that has more. It is named for its first month, so that it grows under one name.
    """
    if (most := _number(by)) is None:
        groups: dict[str, list[str]] = {}
        for month in sorted(months):
            groups.setdefault(_period(month, str(by)), []).append(month)
        return tuple(Volume(name=name, months=tuple(held)) for name, held in groups.items())
    runs = _runs(sorted(months.items()), most)
    return tuple(Volume(name=f"from-{held[0]}", months=tuple(held)) for held in runs)


def _period(month: str, by: str) -> str:
    if by == MONTH:
        return month
    year = month[:4]
    return year if by == YEAR else f"{year}-Q{(int(month[5:7]) + 2) // 3}"


def _runs(months: Iterable[tuple[str, int]], most: int) -> Iterator[list[str]]:
    run: list[str] = []
    held = 0
    for month, count in months:
        if run and held + count > most:
            yield run
            run, held = [], 0
        run.append(month)
        held += count
    if run:
        yield run


def month_of(docname: str, folder: str) -> str | None:
    """The month that a page is of, ISO 8601; None of a page that is the cover's.

    ``folder`` is that of the generated pages: ``articles/2021/12/NAME`` is of 2021-12.
    """
    if not docname.startswith(f"{folder}/"):
        return None
    year, *rest = docname.removeprefix(f"{folder}/").split("/")
    is_of_month = len(rest) == 2 and year.isdecimal() and rest[0].isdecimal()
    return f"{year}-{rest[0]}" if is_of_month else None
