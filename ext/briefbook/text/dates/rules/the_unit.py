"""The unit spoken of, or publication's: "the year", "the end of the month", "year-end"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from briefbook.text.dates.date_words import S, grain
from briefbook.text.dates.resolution import Resolution, resolution
from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.rules.ago import Ago
from briefbook.text.dates.rules.form import Form, Match
from briefbook.text.dates.rules.refers_back import REFERENCE_REACH, Back, spoken_of
from briefbook.text.dates.rules.this_unit import SATURDAY, TUESDAY
from briefbook.text.dates.rules.topic import TOPIC_REACH
from briefbook.text.dates.rules.year_earlier import YearEarlier
from briefbook.text.dates.shift import shift
from briefbook.text.dates.tense import Tense, looks_back, sentence_around, tense
from briefbook.text.dates.veto import after
from briefbook.text.timex import Timex, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.dates.phrase import Phrase
    from briefbook.text.dates.setting import Setting

# "the day", "the year" mean a date only where something is placed in them or measured over them.
_IN_PART = r"\b(?:early|earlier|late|later|so\sfar)(?:\sin)?"
_PLACED: Final[dict[Unit | None, re.Pattern[str]]] = {
    Unit.DAY: after(rf"{_IN_PART}|\b(?:for|during)"),
    Unit.WEEK: after(rf"{_IN_PART}|\b(?:for|during|of|in)"),
    Unit.WEEKEND: after(r"\b(?:over|during|on|at|for|of|by|before|until)"),
    Unit.MONTH: after(rf"{_IN_PART}|\b(?:for|during|of|in|over)"),
    Unit.QUARTER: after(r"\b(?:in|for|during|of|over|from)"),
    Unit.YEAR: after(rf"{_IN_PART}|\b(?:for|during|of|in|over|into|through|throughout)"),
    None: after(r"\b(?:in|for|during)"),
}
_MONTHS_OF = after(
    r"\b(?:first|last|next|final|past|opening|closing)\s\w{2,8}\s(?:months|weeks|quarters)\sof"
)
_DAY_OF = after(r"\bdays?\sof")
_DUE = after(r"\b(?:by|before|until)")
_SINCE = after(r"\b(?:since|from)")
_AWARD = after(
    r"""\b(?:persons?|m[ae]n|wom[ae]n|players?|teams?|cars?|books?|words?|times?|rookies?|coach
      |albums?|songs?|films?|movies?|artists?|compan(?:y|ies)|photos?|images?|phones?|devices?|products?|news|games?|quotes?
      |events?|stor(?:y|ies)|half|most|days|months|weeks|parts?|rest|one|awards?|issues?|(?!quarters|numbers|orders)\w+(?:ers?|ors?|ists?|etes?))\sof"""
)
# "during the day sessions", "you are ready for the day"
_DAYTIME_AFTER = re.compile(r"\s(?:sessions?|shifts?|jobs?|care|trips?|schools?|off)\b")
_TRADED = re.compile(
    r"[$£€%]|\b(?:percent|points?|index|shares?|stocks?|trad(?:ed|ing)|closed|volume)\b"
)
_READY = after(r"\b(?:ready|dressed|prepared|set)\sfor")
_DURING = after(r"\b(?:for|during)")
_IDIOM = after(r"\bat")
BESIDE: Final = 4
"""Characters from a year to what says which it is: "2014, the latest year"."""
LATE: Final = 9
"""The last month in which a year's end told in the past is the last one, not this year's."""
_SPAN_AFTER = re.compile(
    r"\s+(?:ahead|between|when|since|before|after|to\s(?![$£€\d])|that\s|(?P<who>he\s|she\s|they\s|we\s|I\s|it\s)|of\s"
    r"|leading|following|preceding|prior|immediately)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class The(Back):
    """As in "the year", "the end of the year", "the latest week"."""

    sure: bool = False
    """Whether it is a date in any place: after "the end of", as "the full year"."""
    latest: bool = False
    ends: bool = False
    """Whether its end is meant: "year-end", "the end of the year"."""

    def doubtful(self, text: str, before: str) -> bool:
        """As in "player of the year", "at the end of the day", "whatever the day of the week"."""
        if self.of is not None or self.latest:
            return False
        if self.unit is Unit.DAY and _DAYTIME_AFTER.match(text, self.end):
            return True
        if self.sure:
            return self.unit is Unit.DAY and _IDIOM.search(before) is not None
        if self.unit is Unit.WEEK and _DAY_OF.search(before):
            return True
        if _MONTHS_OF.search(before) and self.unit is Unit.YEAR:
            return False
        if self.unit is Unit.DAY and _READY.search(before):
            return True
        if self.unit is Unit.DAY and _DURING.search(before) and not self._is_traded(text):
            return True
        if self.unit not in _PLACED or not _PLACED[self.unit].search(before):
            return True
        if _AWARD.search(before):
            return True
        spans = _SPAN_AFTER.match(text, self.end)
        return spans is not None and not (self.unit is Unit.WEEKEND and spans["who"])

    def _is_traded(self, text: str) -> bool:
        """Whether markets are spoken of: else "during the day", "notes for the day" are of any."""
        opens, closes = sentence_around(text, self.start, self.end)
        return _TRADED.search(text, opens, closes) is not None

    def join(self, gap: str, right: Phrase) -> Sequence[Phrase] | None:
        """As in "the end of the day Saturday", "the quarter a year ago"."""
        if self.unit is Unit.DAY and self.sure and gap in ("", "on") and right.names_day:
            return [replace(right, start=self.start)]
        if gap == "" and isinstance(right, Ago) and (right.unit, right.count) == (Unit.YEAR, -1):
            return [YearEarlier(start=self.start, end=right.end, unit=self.unit)]
        return Back.join(self, gap, right)

    def named(self, setting: Setting, unit: Unit) -> Resolution | None:
        """The one the text speaks of, else that of publication."""
        if setting.narrative or setting.anchor is None:
            return spoken_of(setting, unit)
        if unit is Unit.YEAR:
            return self._year(setting)
        if unit is Unit.WEEKEND:
            return self._weekend(setting)
        last = None
        due = self.ends and _DUE.search(setting.text[max(0, self.start - 12) : self.start])
        if due and unit is Unit.MONTH:  # "in January, and be done by the end of the month"
            opens, _ = sentence_around(setting.text, self.start, self.end)
            last = setting.named.latest(unit, since=opens)
        if unit is not Unit.WEEK and not due:
            last = setting.named.latest(Unit.DAY, unit, since=self.start - REFERENCE_REACH)
        last = last or setting.anchor.now(unit)
        return resolution(shift(last, 0, unit) if last else None, Rule.REFERS_BACK)

    def _year(self, setting: Setting) -> Resolution | None:
        """The topic's or publication's; in its first weeks, in the past tense, the year before.

        A year's end in the past is the last one.
        """
        topic = setting.named.topic
        end, mentioned = setting.named.mentioned or (0, None)
        if self.latest and mentioned is not None and end >= self.start - BESIDE:
            return Resolution(mentioned, Rule.REFERS_BACK)  # "to 2014 – the most recent year"
        if self.ends and setting.anchor is not None:
            now = setting.anchor.day
            since = _SINCE.search(setting.text[max(0, self.start - 12) : self.start])
            told = looks_back(setting.text, self.start, self.end)
            back = (told is True and now.month <= LATE) or (since is not None and told is not False)
            return Resolution(Timex.of_year(now.year - back), Rule.REFERS_BACK)
        if topic is not None and topic[0] >= self.start - TOPIC_REACH:
            return Resolution(Timex.of_year(topic[1].year), Rule.REFERS_BACK)
        if setting.anchor is None:
            return None
        now = setting.anchor.day
        back = self.latest or (
            now.month <= 2 and looks_back(setting.text, self.start, self.end) is True
        )
        return Resolution(Timex.of_year(now.year - back), Rule.REFERS_BACK)

    def _weekend(self, setting: Setting) -> Resolution | None:
        """As in "over the weekend": the last one, unless the clause looks ahead."""
        now = setting.anchor.now(Unit.WEEKEND) if setting.anchor else None
        if now is None or setting.anchor is None:
            return None
        told, weekday = tense(setting.text, self.start, self.end), setting.anchor.day.isoweekday()
        ahead = told in (Tense.AHEAD, Tense.PRESENT) or (told is Tense.MODAL and weekday > TUESDAY)
        back = not ahead and weekday < SATURDAY
        return resolution(shift(now, -1, Unit.WEEKEND) if back else now, Rule.LAST_THIS_NEXT)


def read_latest(match: Match) -> list[Phrase]:
    start, end = match.span()
    return [The(start=start, end=end, unit=grain(match["latest_unit"]), latest=True)]


def read_the_unit(match: Match) -> list[Phrase]:
    start, end = match.span()
    word = match["theunit_u"]
    unit = Unit.YEAR if word == "year-end" else grain(word)
    ends = word == "year-end" or _ENDS.match(match[0]) is not None
    sure = start < match.start("theunit") or _FULL.search(match[0]) is not None
    return [The(start=start, end=end, unit=unit, sure=sure, ends=ends)]


_FULL = re.compile("full|fiscal")
_ENDS = re.compile(r"(?:[Tt]he\s+)?(?:[Ee]nd|[Cc]lose)\b")


def read_year_end(match: Match) -> list[Phrase]:
    start, end = match.span()
    unit = grain(match["yearend_u"]) or Unit.YEAR
    return [The(start=start, end=end, unit=unit, sure=True, ends=True)]


LATEST = Form(
    name="latest",
    pattern=rf"""
        (?:[Tt]he|[Ii]ts|[Tt]heir){S}(?:latest|most{S}recent|just-ended){S}(?:fiscal{S})?
        (?P<latest_unit>quarter|year|period|week|month)(?!\w)""",
    read=read_latest,
    examples=(
        ("It rose in the latest year.", "the latest year = 2020"),
        ("It rose in the most recent week.", "the most recent week = 2021-W52"),
        ("It rose in 2014, the most recent year.", "2014 = 2014; the most recent year = 2014"),
        (
            "Sales in the third quarter rose; in its latest period it fell.",
            "the third quarter = 2021-Q3; its latest period = 2021-Q3",
        ),
    ),
)

THE_UNIT = Form(
    name="theunit",
    pattern=rf"""
        (?:[Tt]he|[Ii]ts|the{S}(?:full|entire|whole|fiscal))(?:{S}|-)(?:(?:full|fiscal){S})?
        (?P<theunit_u>day|weekend|week|month|quarter|year-end|year|period)(?!\w)""",
    read=read_the_unit,
    examples=(
        ("It will close at the end of the year.", "the end of the year = 2021"),
        ("It rose for the full year.", "the full year = 2021"),
        ("It rose early in the month.", "early in the month = 2021-12"),
        (
            "It fell on Nov. 3. It rose later in the day.",
            "Nov. 3 = 2021-11-03; later in the day = 2021-11-03",
        ),
        ("It was shut over the weekend.", "the weekend = 2021-W51-WE"),
        ("It will be shut over the weekend.", "the weekend = 2021-W52-WE"),
        ("He was player of the year, at the end of the day.", ""),
        ("They were shut during the week of April 10.", "the week of April 10 = 2021-W14"),
        (
            "It lost $5 million in the quarter ended Sept. 30, as in the year-ago quarter.",
            "the quarter = 2021-Q3; Sept. 30 = 2021-09-30; the year-ago quarter = 2020-Q3",
        ),
    ),
)

YEAR_END = Form(
    name="yearend",
    pattern=rf"""
        (?:[Yy]ear(?:-?|(?<=\b(?:at|by)\s[Yy]ear){S}|(?<=around\s[Yy]ear){S}|(?<=before\s[Yy]ear){S})end
          |end-year|(?:[Tt]he{S})?(?:end{S}of{S}(?=year\b)|(?=(?:year|month|week|quarter)['’]s{S}end\b))
           (?P<yearend_u>year|month|week|quarter)(?:['’]s{S}end)?)(?!\w)""",
    read=read_year_end,
    examples=(
        ("It will close by year-end.", "year-end = 2021"),
        ("Rates at yearend rose.", "yearend = 2021"),
        (
            "It will close around year end, or by week's end.",
            "year end = 2021; week's end = 2021-W52",
        ),
        ("It will close by the end of year.", "the end of year = 2021"),
    ),
)
