"""Resolving: what a phrase says, with its surroundings, to a calendar value and the rule used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from .context import Named, looks_back
from .holidays import holiday
from .phrases import Kind, Phrase
from .rules import Rule
from .values import (
    SEASONS,
    Unit,
    add_months,
    containing,
    day_value,
    first_day,
    month_value,
    same_a_year_before,
    shift,
    unit_of,
    week_value,
    year_in,
    year_value,
)


@dataclass(frozen=True, slots=True)
class Resolution:
    """A phrase's value, the rule that gave it, the other value where two readings are open."""

    value: str
    rule: Rule
    alternative: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date of publication: its day where it is known, else only the month."""

    value: str
    """``YYYY-MM-DD`` or ``YYYY-MM``."""
    day: date
    """The day, or the middle of the month."""
    exact: bool
    """Whether the day is known."""

    def now(self, unit: Unit) -> str | None:
        """The day, week, month … of publication; None where only the month is known."""
        if not self.exact and unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND):
            return None
        return containing(self.day, unit)


class Resolver:
    """Resolves the phrases of one text in order; each may refer to those before it."""

    def __init__(self, text: str, anchor: Anchor | None, *, narrative: bool) -> None:
        self.text = text
        self.anchor = anchor
        self.narrative = narrative
        self.named = Named()

    def resolve(self, phrase: Phrase) -> Resolution | None:
        """The phrase's value, or None where it has none; what it names is remembered."""
        found = self._resolve(phrase)
        if found is not None:
            self.named.note(found.value)
        return found

    def _resolve(self, phrase: Phrase) -> Resolution | None:
        match phrase.kind:
            case Kind.DATE:
                return self._date(phrase)
            case Kind.FIGURES:
                return self._figures(phrase)
            case Kind.DECADE:
                return self._decade(phrase)
            case Kind.CENTURY:
                return Resolution(f"{phrase.year:02d}XX", Rule.EXPLICIT)
            case Kind.PART:
                return self._part(phrase)
            case Kind.WEEK:
                return self._week(phrase)
            case Kind.DEICTIC:
                return self._deictic(phrase)
            case Kind.OFFSET:
                return self._offset(phrase)
            case Kind.RELATIVE:
                return self._relative(phrase)
            case Kind.SAME:
                return self._same(phrase)
            case Kind.YEAR_EARLIER:
                return self._year_earlier(phrase)
            case Kind.HOLIDAY:
                return self._holiday(phrase)
        return None

    # -- dates the text spells out, whole or in part

    def _date(self, phrase: Phrase) -> Resolution | None:
        year, rule = phrase.year, Rule.RANGE if phrase.name == "range" else Rule.EXPLICIT
        if year is None and phrase.base is not None and phrase.month is not None:
            base = self._resolve(phrase.base)
            year, rule = (year_in(base.value), base.rule) if base else (None, rule)
        if year is not None:
            return self._in_year(phrase, year, rule)
        if phrase.month is None:
            return self._weekday(phrase)
        if self.narrative or self.anchor is None:
            if self.named.year is None:
                return None
            return self._in_year(phrase, self.named.year, Rule.NARRATIVE)
        return self._month_day(phrase) if phrase.day else self._month(phrase)

    def _in_year(self, phrase: Phrase, year: int, rule: Rule) -> Resolution | None:
        if phrase.month is None or year < 1:
            return Resolution(year_value(year), rule)
        if phrase.day is None:
            return Resolution(month_value(year, phrase.month), rule)
        value = day_value(year, phrase.month, phrase.day)
        return Resolution(value, rule) if value else None

    def _month_day(self, phrase: Phrase) -> Resolution | None:
        assert self.anchor and phrase.month and phrase.day
        now = self.anchor.day
        days = []
        for year in range(now.year - 2, now.year + 3):
            value = day_value(year, phrase.month, phrase.day)
            if value:
                day = date.fromisoformat(value)
                days.append((abs((day - now).days), value, day))
        if not days:
            return None
        days.sort()
        if phrase.weekday:
            fitting = [entry for entry in days if entry[2].isoweekday() == phrase.weekday]
            if fitting:
                return Resolution(fitting[0][1], Rule.MONTH_DAY)
        nearest = days[0]
        other = days[1][1] if len(days) > 1 and nearest[0] > 120 else None
        if nearest[0] > 120 and len(days) > 1:
            back = looks_back(self.text, phrase.start, phrase.end)
            if back is not None and (nearest[2] < now) is not back:
                return Resolution(days[1][1], Rule.MONTH_DAY, nearest[1])
        return Resolution(nearest[1], Rule.MONTH_DAY, other)

    def _month(self, phrase: Phrase) -> Resolution | None:
        assert self.anchor and phrase.month
        now = self.anchor.day
        if phrase.month == now.month:
            return Resolution(month_value(now.year, phrase.month), Rule.MONTH)
        past = now.year if phrase.month < now.month else now.year - 1
        back = looks_back(self.text, phrase.start, phrase.end)
        if back is None:
            back = (now.month - phrase.month) % 12 <= 6
        year = past if back else past + 1
        return Resolution(month_value(year, phrase.month), Rule.MONTH)

    def _weekday(self, phrase: Phrase) -> Resolution | None:
        assert phrase.weekday
        if phrase.base is not None:
            base = self._resolve(phrase.base)
            week = first_day(base.value) if base and unit_of(base.value) is Unit.WEEK else None
            if week is None or base is None:
                return None
            day = week + timedelta(days=phrase.weekday - 1)
            return Resolution(day.isoformat(), base.rule)
        if self.anchor is None or not self.anchor.exact:
            return None
        now = self.anchor.day
        ago = (now.isoweekday() - phrase.weekday) % 7
        before, after = now - timedelta(days=ago), now + timedelta(days=7 - ago)
        if ago == 0:
            return Resolution(now.isoformat(), Rule.WEEKDAY)
        back = ago <= 3 or looks_back(self.text, phrase.start, phrase.end) is True
        first, second = (before, after) if back else (after, before)
        return Resolution(first.isoformat(), Rule.WEEKDAY, second.isoformat())

    def _figures(self, phrase: Phrase) -> Resolution | None:
        assert phrase.day and phrase.month and phrase.year
        day_first = day_value(phrase.year, phrase.month, phrase.day)
        month_first = day_value(phrase.year, phrase.day, phrase.month)
        if day_first is None or month_first is None:
            value = day_first or month_first
            return Resolution(value, Rule.EXPLICIT) if value else None
        return Resolution(month_first, Rule.FIGURES, day_first)

    def _decade(self, phrase: Phrase) -> Resolution | None:
        year = phrase.year or 0
        if year >= 100:
            return Resolution(f"{year // 10:03d}X", Rule.EXPLICIT)
        now = self.anchor.day.year if self.anchor else 2000
        century = (
            1900 if not self.narrative or self.named.year is None else self.named.year // 100 * 100
        )
        year += century
        if year + 100 <= now and year % 100 < 20:
            year += 100
        return Resolution(f"{year // 10:03d}X", Rule.EXPLICIT)

    def _holiday(self, phrase: Phrase) -> Resolution | None:
        assert phrase.name
        year, rule = phrase.year, Rule.EXPLICIT
        if year is None and phrase.base is not None:
            base = self._resolve(phrase.base)
            year, rule = (year_in(base.value), base.rule) if base else (None, rule)
        if year is None and (self.narrative or self.anchor is None):
            year, rule = self.named.year, Rule.NARRATIVE
        if year is not None:
            day = holiday(phrase.name, year)
            return Resolution(day.isoformat(), rule) if day else None
        if self.anchor is None:
            return None
        now = self.anchor.day
        days = [day for near in (-1, 0, 1) if (day := holiday(phrase.name, now.year + near))]
        days.sort(key=lambda day: abs((day - now).days))
        return Resolution(days[0].isoformat(), Rule.HOLIDAY) if days else None

    # -- quarters, halves, seasons, weeks

    def _part(self, phrase: Phrase) -> Resolution | None:
        code = phrase.season or f"{'Q' if phrase.unit is Unit.QUARTER else 'H'}{phrase.count}"
        year, rule = phrase.year, Rule.EXPLICIT
        if year is None and phrase.base is not None:
            base = self._resolve(phrase.base)
            if base is None:
                return None
            year, rule = year_in(base.value), base.rule
        if year is None and (self.narrative or self.anchor is None):
            year, rule = self.named.year, Rule.NARRATIVE
        if year is not None:
            return Resolution(f"{year:04d}-{code}", rule)
        return self._nearest_part(phrase, code)

    def _nearest_part(self, phrase: Phrase, code: str) -> Resolution | None:
        if self.anchor is None:
            return None
        now = self.anchor.day
        rule = Rule.SEASON if phrase.season else Rule.QUARTER
        candidates = []
        for year in (now.year - 1, now.year, now.year + 1):
            value = f"{year:04d}-{code}"
            start = first_day(value)
            if start is None:
                continue
            end = add_months(start, 6 if code[0] == "H" else 3) - timedelta(days=1)
            distance = (
                0 if start <= now <= end else min(abs((start - now).days), abs((end - now).days))
            )
            candidates.append((distance, value, start > now))
        candidates.sort()
        back = looks_back(self.text, phrase.start, phrase.end)
        if candidates[0][0] > 60 and back is not None and candidates[0][2] is back:
            return Resolution(candidates[1][1], rule, candidates[0][1])
        return Resolution(candidates[0][1], rule)

    def _week(self, phrase: Phrase) -> Resolution | None:
        if phrase.base is not None:
            base = self._resolve(phrase.base)
            day = first_day(base.value) if base else None
            return Resolution(week_value(day), base.rule) if day and base else None
        assert phrase.year and phrase.count
        value = f"{phrase.year:04d}-W{phrase.count:02d}"
        start = first_day(value)
        if start is None:
            return None
        if phrase.weekday:
            value = (start + timedelta(days=phrase.weekday - 1)).isoformat()
        return Resolution(value, Rule.EXPLICIT)

    # -- counted from publication

    def _deictic(self, phrase: Phrase) -> Resolution | None:
        if self.anchor is None:
            return None
        count, now = phrase.count or 0, self.anchor.day
        rule = Rule.LAST_THIS_NEXT
        if phrase.unit is not None:
            start = self.anchor.now(phrase.unit)
            value = shift(start, count, phrase.unit) if start else None
            return Resolution(value, rule) if value else None
        if phrase.weekday is not None:
            return self._deictic_weekday(phrase.weekday, count)
        if phrase.month is not None:
            year = now.year
            if count < 0 and phrase.month >= now.month:
                year -= 1
            if count > 0 and phrase.month <= now.month:
                year += 1
            return Resolution(month_value(year, phrase.month), rule)
        if phrase.season is not None:
            current = containing(now, Unit.SEASON)
            here, there = SEASONS.index(current[5:]), SEASONS.index(phrase.season)
            year = int(current[:4]) + (1 if here == 0 and there else 0)
            if count < 0 and there >= here:
                year -= 1
            if count > 0 and there <= here:
                year += 1
            return Resolution(f"{year:04d}-{phrase.season}", rule)
        if phrase.name is not None:
            return self._deictic_holiday(phrase.name, count)
        return None

    def _deictic_weekday(self, weekday: int, count: int) -> Resolution | None:
        assert self.anchor
        if not self.anchor.exact:
            return None
        now = self.anchor.day
        ahead = (weekday - now.isoweekday()) % 7
        if count < 0:
            day = now - timedelta(days=7 - ahead if ahead else 7)
        elif count > 0:
            day = now + timedelta(days=ahead or 7)
        else:
            monday = now - timedelta(days=now.isoweekday() - 1)
            day = monday + timedelta(days=weekday - 1)
        return Resolution(day.isoformat(), Rule.LAST_THIS_NEXT)

    def _deictic_holiday(self, name: str, count: int) -> Resolution | None:
        assert self.anchor
        now = self.anchor.day
        days = [day for near in (-1, 0, 1) if (day := holiday(name, now.year + near))]
        if count < 0:
            days = [day for day in days if day < now][-1:]
        elif count > 0:
            days = [day for day in days if day > now][:1]
        else:
            days = [day for day in days if day.year == now.year]
        return Resolution(days[0].isoformat(), Rule.LAST_THIS_NEXT) if days else None

    def _offset(self, phrase: Phrase) -> Resolution | None:
        if self.anchor is None:
            return None
        assert phrase.unit is not None
        start = self.anchor.now(phrase.unit)
        value = shift(start, phrase.count or 0, phrase.unit) if start else None
        if value is None:
            return None
        word = phrase.name is not None and phrase.name != "in"
        return Resolution(value, Rule.DAY_WORD if word else Rule.AGO)

    # -- referring to dates of the text

    def _relative(self, phrase: Phrase) -> Resolution | None:
        count, unit = phrase.count or 0, phrase.unit
        if phrase.base is not None:
            base = self._resolve(phrase.base)
            if base is None or unit is None:
                return None
            value = shift(base.value, count, unit)
            if unit is Unit.WEEK and unit_of(base.value) is Unit.DAY:
                value = shift(base.value, 7 * count, Unit.DAY)
            return Resolution(value, Rule.COUNTED) if value else None
        if unit is None or self.named.latest is None:
            return None
        if phrase.name in ("from", "prior to", "following"):
            return None
        value = shift(self.named.latest, count, unit)
        if unit is Unit.YEAR and count == -1:
            value = same_a_year_before(self.named.latest)
        return Resolution(value, Rule.COUNTED) if value else None

    def _same(self, phrase: Phrase) -> Resolution | None:
        unit = phrase.unit
        if phrase.base is not None or phrase.year is not None:
            return None
        if unit is None or phrase.name == "the":
            return None
        if unit in self.named.by_unit:
            return Resolution(self.named.by_unit[unit], Rule.REFERS_BACK)
        return None

    def _year_earlier(self, phrase: Phrase) -> Resolution | None:
        unit = phrase.unit or Unit.QUARTER
        current = self.named.by_unit.get(unit) or self.named.latest
        value = same_a_year_before(current) if current else None
        return Resolution(value, Rule.YEAR_EARLIER) if value else None
