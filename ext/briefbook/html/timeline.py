"""The dates of a page as a picture: drawn when the book is built, without script or style in it.

A mark stands for a mention, full where its day is over and empty where it is ahead. Where the dates
lie within a few months each day has its place; where they lie farther apart, weeks, months or years
do. What lies outside of the stretch that most dates are in is told in words at both ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from typing import TYPE_CHECKING, Final

from briefbook.text.timex import Timex, Unit
from briefbook.words import _, in_words, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Mark = tuple[str, int, bool, str]
"""A TIMEX3 value, its mentions, whether it lies ahead, what happens."""

_DRAWN: Final = (Unit.WEEKEND, Unit.WEEK, Unit.MONTH, Unit.QUARTER)
"""The spans that are drawn below the axis."""
_OUTSIDE: Final = 0.04
"""The share of mentions that may lie outside on each side."""
_SOON: Final = timedelta(days=92)
"""What comes so soon is drawn in any case."""
_LONGEST: Final = timedelta(days=20 * 365)
"""What is drawn at most, to its end."""
_LANES: Final = 3
_NAMED: Final = 4
"""Days ahead whose events are named, where days have their places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A width to draw for; lengths are those of the drawing."""

    name: str
    width: int
    left: int
    right: int
    """Where the axis begins and ends."""
    most: dict[Unit, int]
    """The days that may be drawn by each unit."""
    label: int
    """The room that a label of the axis takes."""


WIDE: Final = Form(
    name="wide",
    width=880,
    left=80,
    right=800,
    most={Unit.DAY: 160, Unit.WEEK: 440, Unit.MONTH: 2200},
    label=92,
)
NARROW: Final = Form(
    name="narrow",
    width=358,
    left=6,
    right=352,
    most={Unit.WEEK: 190, Unit.MONTH: 900},
    label=84,
)

_AXIS: Final = 150
_TALL: Final = 84
"""The tallest stack."""


def draw(marks: Sequence[Mark], newest: str, heads: frozenset[str]) -> str:
    """Two drawings as SVG, of which a style sheet shows one; none where there is too little to see.

    ``heads`` are the months whose heads the page has.
    """
    days = [
        (timex.first_day, count, ahead, words)
        for value, count, ahead, words in marks
        if (timex := Timex.parse(value)) and timex.unit is Unit.DAY and timex.first_day
    ]
    if len(days) < 3:
        return ""
    return "".join(_Drawing(form, days, marks, newest, heads).svg() for form in (WIDE, NARROW))


class _Drawing:
    def __init__(
        self,
        form: Form,
        days: Sequence[tuple[date, int, bool, str]],
        marks: Sequence[Mark],
        newest: str,
        heads: frozenset[str],
    ) -> None:
        self._form = form
        self._marks = marks
        self._heads = heads
        found = Timex.parse(newest)
        self._newest = found.last_day if found else None
        self._first, self._last = _stretch(days, self._newest)
        self._days = [day for day in days if self._first <= day[0] <= self._last]
        length = (self._last - self._first).days + 1
        self._unit = next((u for u, most in form.most.items() if length <= most), Unit.YEAR)
        self._scale = (form.right - form.left) / length

    def svg(self) -> str:
        form = self._form
        first, last = (_month_of(day) for day in (self._first, self._last))
        name = _("Timeline, {first} to {last}").format(first=in_words(first), last=in_words(last))
        style = f'class="brief-timeline brief-{form.name}" viewBox="0 8 {form.width} 196"'
        parts = [
            f'<svg {style} role="group" aria-label="{escape(name)}">',
            f'<path class="brief-axis" d="M{form.left} {_AXIS}H{form.right}"/>',
            *self._labels(),
            *self._spans(),
            *self._stacks(),
            *self._now(),
            *self._names(),
            *self._outside(),
            "</svg>",
        ]
        return "".join(parts)

    def _x(self, day: date) -> float:
        return round(self._form.left + (day - self._first).days * self._scale, 1)

    def _stacks(self) -> Iterator[str]:
        """The mentions of each day, week, month or year, one above the other."""
        stacks: dict[date, list[int]] = {}
        for day, count, ahead, *_rest in self._days:
            stacks.setdefault(self._opening(day), [0, 0])[ahead] += count
        tallest = max(map(sum, stacks.values()), default=1)
        step = min(7.0, _TALL / tallest)
        as_dots = self._unit is Unit.DAY and step >= 5
        width = max(2.0, self._scale * _DAYS[self._unit] - 2)
        for opening, counts in sorted(stacks.items()):
            x, below = self._x(max(opening, self._first)), 0.0
            for style, count in zip(("brief-is-over", "brief-is-ahead"), counts, strict=True):
                if as_dots:
                    middle = round(x + self._scale / 2, 1)
                    for _ in range(count):
                        below += step
                        y = round(_AXIS - below + step / 2 - 1, 1)
                        yield f'<circle class="{style}" cx="{middle}" cy="{y}" r="2.8"/>'
                elif count:
                    height = max(2.0, count * step)
                    below += height
                    box = f'x="{x}" y="{_AXIS - below:.1f}" width="{width:.1f}"'
                    yield f'<rect class="{style}" {box} height="{height:.1f}"/>'

    def _opening(self, day: date) -> date:
        match self._unit:
            case Unit.WEEK:
                return day - timedelta(days=day.weekday())
            case Unit.MONTH:
                return day.replace(day=1)
            case Unit.YEAR:
                return day.replace(month=1, day=1)
            case _:
                return day

    def _spans(self) -> Iterator[str]:
        """Weeks, months and quarters as capsules below the axis, where a lane is free."""
        lanes = [float(self._form.left)] * _LANES
        for value, *_rest in self._marks:
            timex = Timex.parse(value)
            first, last = (timex.first_day, timex.last_day) if timex else (None, None)
            if timex is None or timex.unit not in _DRAWN or first is None or last is None:
                continue
            if first < self._first or last > self._last:
                continue
            x, end = self._x(first), self._x(last) + self._scale
            lane = next((lane for lane, free in enumerate(lanes) if free <= x), None)
            if lane is not None and end - x >= 6:
                lanes[lane] = end + 4
                box = f'x="{x:.1f}" y="{_AXIS + 6 + 9 * lane}" width="{end - x:.1f}"'
                yield f'<rect class="brief-is-span" {box} height="6" rx="3"/>'

    def _labels(self) -> Iterator[str]:
        """Months, or years, along the axis; each a link to its head where the page has one."""
        by_year = self._unit in (Unit.MONTH, Unit.YEAR)
        free = 0.0
        for month in _months(self._first, self._last):
            if by_year and month.month != 1 and free:
                continue
            x = self._x(max(month, self._first))
            if x < free or x + self._form.label * 0.6 > self._form.right:
                continue
            free = x + self._form.label * (0.6 if by_year else 1)
            value = _month_of(month)
            words = in_words(value[:4] if by_year else value)
            text = f'<text class="brief-of-axis" x="{x + 5}" y="194">{escape(words)}</text>'
            yield f'<path class="brief-tick" d="M{x} {_AXIS}V198"/>'
            head = next((each for each in self._anchors(value, by_year=by_year)), None)
            if head is None:
                yield text
            else:
                mentions = sum(
                    c for v, c, *_ in self._marks if v.startswith(value[:4] if by_year else value)
                )
                name = f"{words}: {ngettext('{number} mention', '{number} mentions', mentions)}"
                yield f'<a href="#month-{head}" aria-label="{escape(name)}">{text}</a>'

    def _anchors(self, value: str, *, by_year: bool) -> Iterator[str]:
        opens = value[:4] if by_year else value
        yield from sorted(head for head in self._heads if head.startswith(opens))

    def _now(self) -> Iterator[str]:
        if self._newest is None or not self._first <= self._newest <= self._last:
            return
        x = self._x(self._newest) + round(self._scale, 1)
        words = _("newest article, {day}").format(day=in_words(self._newest.isoformat()))
        right = x < self._form.left + 130
        anchor, place = ("start", x + 5) if right else ("end", x - 5)
        yield f'<path class="brief-now" d="M{x:.1f} 16V{_AXIS}"/>'
        text = f'x="{place:.1f}" y="24" text-anchor="{anchor}"'
        yield f"<text {text}>{escape(words)}</text>"

    def _names(self) -> Iterator[str]:
        """The soonest days ahead with what happens, as stairs down to the axis."""
        if self._unit is not Unit.DAY:
            return
        ahead = [day for day in self._days if day[2]][:_NAMED]
        for step, (day, *_rest, words) in enumerate(ahead):
            x = self._x(day) + self._scale / 2
            y = 44 + 16 * step
            if x > self._form.right - 150:
                return
            room = int((self._form.width - x - 60) / 6)
            short = words if len(words) <= room else f"{words[: room - 1].rstrip()}…"
            yield f'<path class="brief-leader" d="M{x:.1f} {_AXIS - 8}V{y - 4}h6"/>'
            when = in_words(day.isoformat()).rpartition(" ")[0]
            yield f'<text x="{x + 9:.1f}" y="{y}">{escape(f"{when}, {short}")}</text>'

    def _outside(self) -> Iterator[str]:
        """What lies before and after, in words; on a narrow page there is no room for it."""
        if self._form is NARROW:
            return
        for values, x, anchor in (
            ([v for v, *_rest in self._marks if (d := _end(v)) and d < self._first], 70, "end"),
            ([v for v, *_rest in self._marks if (d := _start(v)) and d > self._last], 810, "start"),
        ):
            if values:
                count = ngettext("{number} date", "{number} dates", len(values))
                side = _("earlier") if anchor == "end" else _("later")
                text = f'x="{x}" text-anchor="{anchor}"'
                yield f'<text {text} y="{_AXIS - 4}">{count}</text>'
                yield f'<text {text} y="{_AXIS + 12}">{side}</text>'


_DAYS: Final = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30, Unit.YEAR: 365}


def _stretch(days: Sequence[tuple[date, int, bool, str]], newest: date | None) -> tuple[date, date]:
    """The first and last day of the whole months that all but a few mentions lie in."""
    ordered = sorted(day for day, count, *_rest in days for _ in range(count))
    out = int(len(ordered) * _OUTSIDE)
    first, last = ordered[out], ordered[-1 - out]
    if newest is not None:
        soon = [day for day, _count, ahead, _words in days if ahead and day - newest <= _SOON]
        first, last = min(first, newest), max(last, newest, *soon)
    timex = Timex.of_month(last.year, last.month)
    return max(first, last - min(_LONGEST, last - date.min)).replace(day=1), timex.last_day or last


def _months(first: date, last: date) -> Iterator[date]:
    day = first.replace(day=1)
    while day <= last:
        yield day
        day = (day + timedelta(days=32)).replace(day=1)


def _month_of(day: date) -> str:
    return str(Timex.of_month(day.year, day.month))


def _start(value: str) -> date | None:
    found = Timex.parse(value)
    return found.first_day if found else None


def _end(value: str) -> date | None:
    found = Timex.parse(value)
    return found.last_day if found else None
