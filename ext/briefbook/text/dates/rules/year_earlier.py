"""One year before what is spoken of: "the year-ago quarter", "the same period last year"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefbook.text.dates.date_words import UNIT, YEAR, S, grain
from briefbook.text.dates.phrase import Phrase
from briefbook.text.dates.resolution import Resolution, resolution
from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.rules.form import Form, Match
from briefbook.text.dates.rules.topic import COUNTED_FROM, topic_year_earlier
from briefbook.text.dates.rules.year import Year
from briefbook.text.dates.rules.year_part import YearPart
from briefbook.text.dates.shift import in_year, same_a_year_before, shift
from briefbook.text.dates.veto import after
from briefbook.text.timex import Timex, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.dates.setting import Setting

_COMPARED = after(r"\b(?:in|from|for|with|to|than|of|against)")


@dataclass(frozen=True, slots=True, kw_only=True)
class YearEarlier(Phrase):
    """The period spoken of, a year before or in a year that is given."""

    unit: Unit | None
    """None where the phrase says no more than "period"."""
    year: int | None = None
    compared: bool = False
    """Whether only a comparison shows that a year earlier is meant: "from the same period"."""

    @property
    def grain(self) -> Unit | None:
        return self.unit

    @property
    def names_year(self) -> bool:
        return False

    def join(self, gap: str, right: Phrase) -> Sequence[Phrase] | None:
        """As in "the same period of 1988", "the year-earlier third quarter"."""
        if gap == "" and isinstance(right, YearPart) and right.year is None and right.of is None:
            return [EarlierPart(start=self.start, end=right.end, part=right)]
        if gap in ("of", "in") and isinstance(right, Year) and self.year is None:
            return [replace(self, end=right.end, year=right.year)]
        return None

    def doubtful(self, text: str, before: str) -> bool:
        return self.compared and self.year is None and _COMPARED.search(before) is None

    def resolve(self, setting: Setting) -> Resolution | None:
        topic = setting.named.topic
        if self.unit is None and self.year is not None:
            # "in the 2020 period", beside "the nine months"
            compared = topic_year_earlier(setting, self)
            if compared and compared.value.unit is Unit.YEAR:
                return Resolution(Timex.of_year(self.year), Rule.YEAR_EARLIER)
        if topic is not None and self.unit in (Unit.QUARTER, Unit.HALF, None):
            if self.year is not None:
                return resolution(in_year(topic[1], self.year), Rule.YEAR_EARLIER)
            return resolution(same_a_year_before(topic[1]), Rule.YEAR_EARLIER, against=topic[1])
        if self.compared and self.year is None:
            return None
        of_months = (Unit.DAY, Unit.MONTH)
        last = setting.named.latest(
            *(of_months if self.unit is Unit.MONTH else COUNTED_FROM[Unit.YEAR])
        )
        if last is None and setting.anchor is not None:
            last = setting.anchor.now(self.unit or Unit.YEAR)
        if last is None:
            return None
        if self.unit is not None:
            last = shift(last, 0, self.unit) or last
        if self.year is not None:
            return resolution(in_year(last, self.year), Rule.YEAR_EARLIER)
        return resolution(same_a_year_before(last), Rule.YEAR_EARLIER, against=last)


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierPart(Phrase):
    """As in "the year-earlier third quarter"."""

    part: YearPart

    def resolve(self, setting: Setting) -> Resolution | None:
        part = self.part.resolve(setting)
        if part is None:
            return None
        return resolution(same_a_year_before(part.value), Rule.YEAR_EARLIER, against=part.value)


def read_year_ago(match: Match) -> list[Phrase]:
    start, end = match.span()
    unit, year = grain(match["yearago_unit"]), match["yearago_year"]
    return [YearEarlier(start=start, end=end, unit=unit, year=int(year) if year else None)]


YEAR_AGO = Form(
    name="yearago",
    pattern=rf"""
        (?:(?:[Tt]he|[Ii]ts|[Aa]){S})?(?:[Yy]ear-(?:earlier|ago)|[Pp]rior-year|[Pp]revious-year)
        (?:{S}(?:(?P<yearago_unit>{UNIT})|period))?(?!\w)
        |(?:[Tt]he|[Ii]ts){S}(?P<yearago_year>{YEAR}){S}(?:period|quarter)(?!\w)
        |[Ll]ast{S}year['’]s{S}(?:(?:comparable|corresponding|same){S})?(?:period|quarter)(?!\w)""",
    read=read_year_ago,
    examples=(
        (
            "In the third quarter it rose; in the year-ago quarter it fell.",
            "the third quarter = 2021-Q3; the year-ago quarter = 2020-Q3",
        ),
        (
            "In the third quarter it rose; in the 1988 period it fell.",
            "the third quarter = 2021-Q3; the 1988 period = 1988-Q3",
        ),
        (
            "In the third quarter it rose; in last year's comparable quarter it fell.",
            "the third quarter = 2021-Q3; last year's comparable quarter = 2020-Q3",
        ),
        (
            "In May it rose; in the year-earlier month it fell.",
            "May = 2021-05; the year-earlier month = 2020-05",
        ),
        (
            "In May it rose, as in all of 2020; in the year-earlier month it fell.",
            "May = 2021-05; 2020 = 2020; the year-earlier month = 2020-05",
        ),
        (
            "In the year-earlier third quarter it fell.",
            "the year-earlier third quarter = 2020-Q3",
        ),
        ("The prior-year period was weak.", "The prior-year period = 2020"),
    ),
)
