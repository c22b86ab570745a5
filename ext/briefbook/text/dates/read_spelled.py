"""What matches of the grammar say that spell a date out: days, months, years, quarters, feasts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .holidays import holiday_name
from .lexicon import (
    DAY_FIGURES,
    ORDINAL_WORD,
    SEASONS,
    UNITS,
    YEAR_WORDS,
    day_number,
    month_number,
    spoken_year,
    weekday_number,
    year_number,
)
from .phrases import Kind, Phrase
from .values import Unit

if TYPE_CHECKING:
    from collections.abc import Callable

Match = re.Match[str]

_DAY = re.compile(rf"{DAY_FIGURES}|{ORDINAL_WORD}")
_YEAR_WORDS = re.compile(YEAR_WORDS)
_FIGURES = re.compile(r"\d+")
_WORD = re.compile("[A-Za-z]+")


def _year(text: str | None) -> int | None:
    """The year in the tail of a date: ", 1998", "of '87", "two thousand"."""
    if not text:
        return None
    if figures := _FIGURES.search(text):
        return 1 - int(figures[0]) if "B" in text else year_number(figures[0])
    words = _YEAR_WORDS.search(text)
    return spoken_year(words[0]) if words else None


def _lead_weekday(text: str | None) -> int | None:
    word = _WORD.match(text) if text else None
    return weekday_number(word[0]) if word else None


def _days(match: Match, group: str) -> list[tuple[int, int, int | None]]:
    """Every day in a list of days: where it stands, and its number."""
    start, end = match.span(group)
    return [
        (found.start(), found.end(), day_number(found[0]))
        for found in _DAY.finditer(match.string, start, end)
    ]


def iso(match: Match) -> list[Phrase]:
    day = match["iso_d"]
    year, month = int(match["iso_y"]), int(match["iso_m"])
    return [Phrase(*match.span(), Kind.DATE, year=year, month=month, day=int(day) if day else None)]


def iso_week(match: Match) -> list[Phrase]:
    day = match["isoweek_d"]
    year, week = int(match["isoweek_y"]), int(match["isoweek_w"])
    weekday = int(day) if day else None
    return [Phrase(*match.span(), Kind.WEEK, year=year, count=week, weekday=weekday)]


def figures(match: Match) -> list[Phrase]:
    """A date all in figures: the resolver decides which figure is the day."""
    first, second = int(match["figures_a"]), int(match["figures_b"])
    year, mark = year_number(match["figures_y"]), match["figures_sep"]
    if mark == "." and len(match["figures_y"]) == 2:
        return []  # a version or a section number as likely as a date
    return [Phrase(*match.span(), Kind.FIGURES, year=year, day=first, month=second, name=mark)]


def day_figures(match: Match) -> list[Phrase]:
    """As in "on 22/04": a date only after a preposition or a weekday."""
    first, second = int(match["dayfigures_a"]), int(match["dayfigures_b"])
    return [Phrase(*match.span(), Kind.FIGURES, day=first, month=second, name="/")]


def compact(match: Match) -> list[Phrase]:
    year, month, day = (int(match[f"compact_{part}"]) for part in "ymd")
    return [Phrase(*match.span(), Kind.DATE, year=year, month=month, day=day)]


def month_day(match: Match) -> list[Phrase]:
    """Month, day, more days, year: "Jan. 10, 12 and 13, 2022" is three dates of one year."""
    year, month = _year(match["mdy_y"]), month_number(match["mdy_m"])
    weekday, day = _lead_weekday(match["mdy_w"]), day_number(match["mdy_d"])
    more = _days(match, "mdy_list")
    start, end = match.span()
    first = match.end("mdy_d") if more else end
    phrases = [Phrase(start, first, Kind.DATE, year=year, month=month, day=day, weekday=weekday)]
    for place, (begin, stop, number) in enumerate(more, 1):
        close = end if place == len(more) else stop
        phrases.append(Phrase(begin, close, Kind.DATE, year=year, month=month, day=number))
    return phrases


def day_month(match: Match) -> list[Phrase]:
    """Days, month, year: "5, 6 and 7 January 2022" is three dates."""
    year, month = _year(match["dmy_y"]), month_number(match["dmy_m"])
    weekday, day = _lead_weekday(match["dmy_w"]), day_number(match["dmy_d"] or match["dmy_o"])
    phrases = [
        Phrase(begin, stop, Kind.DATE, year=year, month=month, day=number)
        for begin, stop, number in _days(match, "dmy_list")
    ]
    start = max(match.start("dmy_d"), match.start("dmy_o")) if phrases else match.start()
    last = Phrase(start, match.end(), Kind.DATE, year=year, month=month, day=day, weekday=weekday)
    return [*phrases, last]


def month_year(match: Match) -> list[Phrase]:
    year, month = _year(match["my_y"]), month_number(match["my_m"])
    start, end = match.span()
    if not match["my_m0"]:
        return [Phrase(start, end, Kind.DATE, year=year, month=month)]
    first = month_number(match["my_m0"])
    earlier = None if year is None else year - (first > month)
    return [
        Phrase(start, match.end("my_m0"), Kind.DATE, year=earlier, month=first, name="range"),
        Phrase(match.start("my_m"), end, Kind.DATE, year=year, month=month),
    ]


def month_alone(match: Match) -> list[Phrase]:
    return [Phrase(*match.span(), Kind.DATE, month=month_number(match["month_m"]))]


def weekday_alone(match: Match) -> list[Phrase]:
    weekday = weekday_number(match["weekday_w"])
    return [Phrase(match.start(), match.end("weekday_w"), Kind.DATE, weekday=weekday)]


def nth(match: Match) -> list[Phrase]:
    """As in "the 18th": of the month spoken of, or of this, last, next month."""
    day, which = day_number(match["nth_d"]), match["nth_month"]
    base = None
    if which in ("this", "last", "next"):
        count = {"last": -1, "this": 0, "next": 1}[which]
        base = Phrase(*match.span(), Kind.DEICTIC, unit=Unit.MONTH, count=count)
    return [Phrase(*match.span(), Kind.NTH, day=day, base=base)]


def nth_of(match: Match) -> list[Phrase]:
    which, unit, weekday = match["nthof_n"].lower(), match["nthof_unit"], match["nthof_weekday"]
    count = -1 if which in ("last", "final") else day_number(which)
    number = weekday_number(weekday) if weekday else None
    return [
        Phrase(*match.span(), Kind.NTH_OF, count=count, unit=UNITS.get(unit or ""), weekday=number)
    ]


def weekday_nth(match: Match) -> list[Phrase]:
    """As in "Friday the 13th": without a month."""
    day, weekday = day_number(match["wnth_d"]), weekday_number(match["wnth_w"])
    return [Phrase(*match.span(), Kind.NTH, day=day, weekday=weekday)]


def nine_eleven(match: Match) -> list[Phrase]:
    return [Phrase(*match.span(), Kind.DATE, year=2001, month=9, day=11, name="event")]


def year(match: Match) -> list[Phrase]:
    """A year, or two joined by a dash: "1914-18" is 1914 and 1918."""
    first, later = _year(match["year_y"]), match["year_to"]
    start, end = match.span()
    if first is None:
        return []
    if later is None:
        return [Phrase(start, end, Kind.DATE, year=first)]
    last = int(later) if len(later) == 4 else first - first % 100 + int(later)
    if last <= first and first % 100 == 99:
        last += 100
    if not first < last <= first + 400:
        return []
    return [
        Phrase(start, match.end("year_y"), Kind.DATE, year=first, name="opening"),
        Phrase(*match.span("year_to"), Kind.DATE, year=last, name="closing"),
    ]


def year_with_era(match: Match) -> list[Phrase]:
    """As in "480 BC", "AD 79"; "264-241 BC" is two years."""
    if match["era_ad"]:
        return [Phrase(*match.span(), Kind.DATE, year=int(match["era_ad"]))]
    before = match["era_after"].startswith("B")
    first, last = match["era_from"], int(match["era_y"])
    last = 1 - last if before else last
    if first is None:
        return [Phrase(*match.span(), Kind.DATE, year=last)]
    opening = 1 - int(first) if before else int(first)
    return [
        Phrase(match.start(), match.end("era_from"), Kind.DATE, year=opening, name="opening"),
        Phrase(match.start("era_y"), match.end(), Kind.DATE, year=last, name="closing"),
    ]


def decade(match: Match) -> list[Phrase]:
    """As in "the 1990s", "the '90s"; "90s" alone is an age or a score."""
    written = match["decade_y"]
    if len(written) == 2 and not match[0].lower().startswith("the"):
        return []
    return [Phrase(*match.span(), Kind.DECADE, year=int(written.lstrip("'’")))]


_TENS_STEMS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")


def decade_word(match: Match) -> list[Phrase]:
    first = 10 * (_TENS_STEMS.index(match["decadeword_n"]) + 2)
    return [Phrase(*match.span(), Kind.DECADE, year=first)]


def century(match: Match) -> list[Phrase]:
    number = day_number(match["century_n"])
    if number is None or not 1 <= number <= 30:
        return []
    era = "BC" if match["century_bc"] else None
    return [Phrase(*match.span(), Kind.CENTURY, year=number - 1, name=era)]


_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def quarter(match: Match) -> list[Phrase]:
    unit, which = UNITS[match["quarter_unit"]], match["quarter_n"].lower()
    most = 2 if unit is Unit.HALF else 4
    count = most if which in ("last", "latter") else _NTH.get(which) or int(which[0])
    if count > most or (which in ("last", "latter") and unit is Unit.QUARTER):
        return []
    year_given = _year(match["quarter_pre"])
    return [Phrase(*match.span(), Kind.PART, count=count, unit=unit, year=year_given)]


def quarter_figures(match: Match) -> list[Phrase]:
    unit = Unit.QUARTER if "q" in match[0].lower() else Unit.HALF
    count, given = int(match["qfigures_n"]), _year(match["qfigures_y1"] or match["qfigures_y2"])
    if unit is Unit.HALF and (count > 2 or given is None):
        return []
    return [Phrase(*match.span(), Kind.PART, count=count, unit=unit, year=given)]


def season(match: Match) -> list[Phrase]:
    code, given = SEASONS[match["season_s"].lower()], _year(match["season_y"])
    return [Phrase(*match.span(), Kind.PART, unit=Unit.SEASON, season=code, year=given)]


def feast(match: Match) -> list[Phrase]:
    name, given = holiday_name(match["holiday_n"]), _year(match["holiday_y"])
    return [Phrase(*match.span(), Kind.HOLIDAY, name=name, year=given)]


SPELLED: dict[str, Callable[[Match], list[Phrase]]] = {
    "iso": iso,
    "isoweek": iso_week,
    "figures": figures,
    "dayfigures": day_figures,
    "compact": compact,
    "mdy": month_day,
    "dmy": day_month,
    "my": month_year,
    "month": month_alone,
    "weekday": weekday_alone,
    "nth": nth,
    "nthof": nth_of,
    "wnth": weekday_nth,
    "nineeleven": nine_eleven,
    "year": year,
    "era": year_with_era,
    "decade": decade,
    "decadeword": decade_word,
    "century": century,
    "quarter": quarter,
    "qfigures": quarter_figures,
    "season": season,
    "holiday": feast,
}
"""By the grammar's alternative."""
