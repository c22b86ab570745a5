"""Holidays: "at Christmas", "Easter Sunday 2021", "Thanksgiving of that year".

The holidays themselves are rows of ``lang/en/dates.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefbook.text.dates.date_words import DOUBTS, YEAR, S, year_of
from briefbook.text.dates.holiday_table import HOLIDAY, INDEPENDENCE, holiday, holiday_name
from briefbook.text.dates.resolution import resolution
from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.rules.form import Form, Match
from briefbook.text.dates.rules.of_year import OfYear
from briefbook.text.dates.tense import Tense, tense
from briefbook.text.timex import Timex

if TYPE_CHECKING:
    from briefbook.text.dates.phrase import Phrase
    from briefbook.text.dates.resolution import Resolution
    from briefbook.text.dates.setting import Setting

_COUNTRY = re.compile(r"\b((?:South\s)?[A-Z][a-z]+)['’]s?\s$")
_NAME_BEFORE = re.compile(
    r"\b(?!(?:At|On|Before|After|Since|By|This|Last|Next|Every|Merry|Until|For|The|Orthodox|Happy|Around"
    r"|Over|Past|Near|In|From|Of|And|But|During|Coptic|Greek|Catholic|Western|Eastern|Julian)\s)"
    r"[A-Z][a-zà-þ]+\s$"
)

HOLIDAY_SEASON = 45
"""Days: around a holiday that near, people speak of no other."""

# "Merry Christmas", "the first Christmas"
_NO_YEARS = re.compile(r"\b(?:Merry|merry|Happy|happy|[Ff]irst|[Ee]very|[Ee]ach|[Ww]hite)\s$")
_NAME_OF_ELSE = re.compile(rf"\s(?i:{DOUBTS['holiday-things']})\b|-[a-z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday(OfYear):
    """A holiday, by its name in the table."""

    name: str
    country: str | None = None
    """Whose it is, where the text says so: "Ukraine's Independence Day"."""

    @property
    def names_day(self) -> bool:
        return True

    def in_year(self, year: int) -> Timex | None:
        day = holiday(self.name, year, self.country)
        return Timex.of_day(day) if day else None

    def told(self, setting: Setting) -> Resolution | None:
        """In the story's year; before it has any, as in news."""
        if setting.named.year is None:
            return self.nearest(setting)
        return OfYear.told(self, setting)

    def nearest(self, setting: Setting) -> Resolution | None:
        """The nearest to publication; if far, the nearest that the tense allows."""
        if setting.anchor is None:
            return None
        now = setting.anchor.day
        years = (now.year - 1, now.year, now.year + 1)
        days = setting.nearest(
            [day for year in years if (day := holiday(self.name, year, self.country))]
        )
        if days and abs((days[0] - now).days) > HOLIDAY_SEASON:
            told = tense(setting.text, self.start, self.end)
            if told is not None:
                days = [day for day in days if (day < now) is (told is Tense.PAST)]
        return resolution(Timex.of_day(days[0]) if days else None, Rule.HOLIDAY)

    def doubtful(self, text: str, before: str) -> bool:
        """As in "the Good Friday Agreement", "Jonnie Christmas"."""
        if _NAME_OF_ELSE.match(text, self.end) or _NO_YEARS.search(before):
            return True
        alone = " " not in text[self.start : self.end]
        return alone and self.year is None and _NAME_BEFORE.search(before) is not None


def read_holiday(match: Match) -> list[Phrase]:
    start, end = match.span()
    name, year = holiday_name(match["holiday_n"]), year_of(match["holiday_y"])
    country = None
    if name == INDEPENDENCE:
        whose = _COUNTRY.search(match.string, max(0, start - 32), start)
        country = whose[1] if whose else None
    return [Holiday(start=start, end=end, name=name, year=year, country=country)]


HOLIDAY_ALONE = Form(
    name="holiday",
    pattern=rf"""
        (?P<holiday_n>{HOLIDAY})(?:['’]s)?(?:{S}(?:Day|Eve))?
        (?:,?{S}(?:of{S})?(?P<holiday_y>{YEAR}))?(?!\w)""",
    read=read_holiday,
    examples=(
        ("They met at Christmas.", "Christmas = 2021-12-25"),
        ("They met on Easter Sunday 2019.", "Easter Sunday 2019 = 2019-04-21"),
        ("They will meet on Memorial Day of next year.", "Memorial Day of next year = 2022-05-30"),
        ("They will meet on Independence Day.", "Independence Day = 2022-07-04"),
        ("They met on Poland’s Independence Day.", "Independence Day = 2021-11-11"),
        ("They met on Atlantis’s Independence Day.", ""),
        ("They met on Halloween.", "Halloween = 2021-10-31"),
        ("They met on Mother’s Day.", "Mother’s Day = 2021-05-09"),
        ("They signed the Good Friday Agreement with Jonnie Christmas, on Christmas cards.", ""),
        ("It hung Christmas-tree-style lights.", ""),
    ),
)
