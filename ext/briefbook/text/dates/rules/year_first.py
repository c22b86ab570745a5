"""Days written in figures from the year on: 2022-01-05, 2022/1/5, 20220105."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.dates.date_words import YEAR
from briefbook.text.dates.rules.form import Form, Match
from briefbook.text.dates.rules.month import Month
from briefbook.text.dates.rules.month_day import MonthDay
from briefbook.text.dates.rules.year import Year

if TYPE_CHECKING:
    from briefbook.text.dates.phrase import Phrase


def read_iso(match: Match) -> list[Phrase]:
    start, end = match.span()
    year = int(match["iso_y"] or match["iso_y2"])
    month, day = int(match["iso_m"] or match["iso_m2"]), match["iso_d"] or match["iso_d2"]
    if day is None and month == (year + 1) % 100:  # "in 2007-08": two years in a row
        middle = match.start("iso_m")
        return [
            Year(start=start, end=middle - 1, year=year, opens=True),
            Year(start=middle, end=end, year=year + 1, closes=True),
        ]
    if day is None:
        return [Month(start=start, end=end, year=year, month=month)]
    return [MonthDay(start=start, end=end, year=year, month=month, day=int(day))]


def read_compact(match: Match) -> list[Phrase]:
    start, end = match.span()
    year, month, day = (int(match[f"compact_{part}"]) for part in "ymd")
    return [MonthDay(start=start, end=end, year=year, month=month, day=day)]


ISO = Form(
    name="iso",
    pattern=rf"""
        (?:(?P<iso_y>{YEAR})-(?P<iso_m>0[1-9]|1[0-2])(?:-(?P<iso_d>[0-2]\d|3[01]))?
            (?:T[\d:.]{{2,12}}Z?)?
          |(?P<iso_y2>{YEAR})(?P<iso_mark>[-/.])(?P<iso_m2>0?[1-9]|1[0-2])(?P=iso_mark)
            (?P<iso_d2>[0-2]?\d|3[01]))(?![\w/-]|\.\d)""",
    read=read_iso,
    examples=(
        ("It opened on 2020-01-05.", "2020-01-05 = 2020-01-05"),
        ("It opened at 2020-01-05T08:30Z.", "2020-01-05T08:30Z = 2020-01-05"),
        ("It opened in 2020-01.", "2020-01 = 2020-01"),
        ("The season of 2007-08 was short.", "2007 = 2007; 08 = 2008"),
        ("Entry 2020/01/05, entry 2020.1.6.", "2020/01/05 = 2020-01-05; 2020.1.6 = 2020-01-06"),
        ("Entry 2020-1-5 is read 2021/22/04.", "2020-1-5 = 2020-01-05"),
    ),
)

COMPACT = Form(
    name="compact",
    pattern=r"""
        (?P<compact_y>19\d\d|20\d\d)(?P<compact_m>0[1-9]|1[0-2])(?P<compact_d>[0-3]\d)(?!\w)""",
    read=read_compact,
    examples=(("Filed as 20200105.", "20200105 = 2020-01-05"), ("Filed as 20200135.", "")),
)
