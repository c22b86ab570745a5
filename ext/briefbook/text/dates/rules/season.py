"""Seasons: "the summer of 1944", "in autumn", "spring 2022"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from briefbook.text.dates.date_words import SEASON, YEAR, S, season_number, year_of
from briefbook.text.dates.recurring import comes_again, is_any
from briefbook.text.dates.resolution import Resolution, resolution
from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.rules.form import Form, Match
from briefbook.text.dates.rules.year_part import YearPart
from briefbook.text.timex import Unit

if TYPE_CHECKING:
    from briefbook.text.dates.phrase import Phrase
    from briefbook.text.dates.setting import Setting

SPRING, WINTER = 1, 4
"""Their places in the year."""

_BARE = frozenset({"spring", "summer", "autumn", "winter"})

YEARS_END = 10
"""The month from which on a story's next spring is the coming year's."""

_IN_SEASON = re.compile(r"\b(?:[Ii]n|[Dd]uring|[Bb]y|[Ss]ince|[Uu]ntil)\s$")
_CAMPAIGN_AFTER = re.compile(r"\s(?:offensives?|campaigns?|harvests?|rains|fighting)\b")
# "the fall in prices", "the rise and the fall of the house"
_DOWNFALL_AFTER = re.compile(r"\s(?:in|of|from)\s(?!\d|this\b|last\b|next\b)")
_OUTSIDE = re.compile(r"\boutside\s(?:of\s)?(?:the\s)?$")
# "two executives took the fall"
_TAKEN = re.compile(r"\b(?:tak(?:e|es|ing|en)|took|break|broke)\s$")
# "the summer she turned 17", of which year is not said
_OF_WHAT_WAS = re.compile(r"\s(?:when\s|that\s|after\s|before\s)?(?:he|she|they|we|I|it)\s")
# "the cold of winter", not "by the end of winter", which is one phrase
_OF_ANY = re.compile(r"\b(?!(?:as|out|instead)\b)[a-z]{3,}\sof\s$")
_BEFORE_SEASON = re.compile(
    r"\b(?:in|by|since|of|until|from|during|over|the|last|this|early|late|mid"
    r"|(?:spring|summer|autumn|winter)\sto)[\s-]+$",
    re.IGNORECASE,
)
_OF_SOMETHING = re.compile(rf"{S}of{S}(?!this|last|next|the\ssame)")
_AFTER_SEASON = re.compile(
    r"""\s*(?:[.,;:!?)\"”’—–\n]|$|['’]s
      |\s(?:and|but|or|when|as|after|before|by|in|at|on|to|with|for|from|that|which|while|is|was
        |were|will|would|he|she|they|it|the|of)\b)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Season(YearPart):
    """A season."""

    unit: Unit = Unit.SEASON

    counted_by: ClassVar[Rule] = Rule.SEASON

    def told(self, setting: Setting) -> Resolution | None:
        """In the story's year; a spring that follows a winter or a year's end is of the next."""
        year, month = setting.named.year, setting.named.month
        if year is None or self.number != SPRING:
            return YearPart.told(self, setting)
        if month is None:
            last = setting.named.latest(Unit.SEASON)
            on = last is not None and (last.number, last.year) == (WINTER, year)
        else:
            on = month >= YEARS_END
        return resolution(self.in_year(year + on), Rule.NARRATIVE)

    def doubtful(self, text: str, before: str) -> bool:
        """As in "for spring and autumn trips"; with a year it is none of these."""
        if not self.paired or self.year is not None or self.of is not None:
            return YearPart.doubtful(self, text, before)
        after = _AFTER_SEASON.match(text, self.end)
        return after is None or is_any(text, self.start, self.end)

    def doubtful_alone(self, text: str, before: str) -> bool:
        """As in "to fall", "a spring", "Winter Olympics"."""
        words = text[self.start : self.end]
        if _CAMPAIGN_AFTER.match(text, self.end) and words[0].islower():
            return False
        if _OUTSIDE.search(before):
            return True
        if words in _BARE and _OF_ANY.search(before):
            return True
        named = words[0].isupper() and not _IN_SEASON.search(before)
        if " " not in words and (named or not _BEFORE_SEASON.search(before)):
            return True
        if _OF_SOMETHING.match(text, self.end) or _AFTER_SEASON.match(text, self.end) is None:
            return True
        if not _IN_SEASON.search(before) and words.startswith("the "):
            if words == "the fall" and (
                _DOWNFALL_AFTER.match(text, self.end) or _TAKEN.search(before)
            ):
                return True
            if _OF_WHAT_WAS.match(text, self.end):
                return True
        return comes_again(text, self.start, self.end) or is_any(text, self.start, self.end)


def read_season(match: Match) -> list[Phrase]:
    start, end = match.span()
    number, year = season_number(match["season_s"]) or 0, year_of(match["season_y"])
    return [Season(start=start, end=end, number=number, year=year)]


SEASON_ALONE = Form(
    name="season",
    pattern=rf"""
        (?:[Tt]he{S})?(?P<season_s>{SEASON})
        (?:,?{S}(?:of{S})?(?P<season_y>{YEAR}))?(?!\w)""",
    read=read_season,
    examples=(
        ("They landed in the summer of 1944.", "the summer of 1944 = 1944-SU"),
        ("They met in autumn.", "autumn = 2021-FA"),
        ("They will meet in the spring.", "the spring = 2022-SP"),
        ("They met in the spring.", "the spring = 2021-SP"),
        (
            "They met in the summer and autumn of 1944.",
            "the summer = 1944-SU; autumn of 1944 = 1944-FA",
        ),
        ("They met in the winter of 480 BC, or so.", "the winter of 480 BC = BC0480-WI"),
        ("They met in the summer of the 1990s.", "the summer of the 1990s = 199X"),
        ("Prices are set to fall in all shops, and two men took the fall.", ""),
        ("Prices fall at the Winter Olympics, near a spring.", ""),
    ),
)
