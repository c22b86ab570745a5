"""Times of the day, which belong to the day beside them: "8 p.m. on Tuesday", "Monday night"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefbook.text.dates.date_words import ROWS, cased
from briefbook.text.dates.phrase import Phrase
from briefbook.text.dates.rules.form import Form, Match

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.dates.resolution import Resolution
    from briefbook.text.dates.setting import Setting

_BEFORE_DAY = frozenset({"", "on", "of", ",", "on the", "local time", "gmt"})
_AFTER_DAY = frozenset({"", "at"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeOfDay(Phrase):
    """A part of a day or a clock time, which alone is no date."""

    def resolve(self, setting: Setting) -> Resolution | None:
        return None

    def join(self, gap: str, right: Phrase) -> Sequence[Phrase] | None:
        """As in "8 p.m. on Tuesday"."""
        timed = right.names_day or isinstance(right, TimeOfDay)
        return [replace(right, start=self.start)] if timed and gap in _BEFORE_DAY else None

    def follow(self, gap: str, left: Phrase) -> Sequence[Phrase] | None:
        """As in "Monday night"; "Monday nights" come again and again."""
        if gap in _AFTER_DAY and left.names_day:
            return [replace(left, end=self.end, repeated=self.repeated or left.repeated)]
        return None


def read_time(match: Match) -> list[Phrase]:
    start, end = match.span()
    return [TimeOfDay(start=start, end=end, repeated=match[0].endswith("s"))]


TIME = Form(
    name="time",
    pattern=rf"""
        (?P<time_w>(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s?(?:[ap]\.m\.?|[AP]\.?M\b\.?|[ap]m\b)
            (?:\s\(?[A-Z]{{2,4}}\b\)?)?
          |(?:[01]?\d|2[0-3]):[0-5]\d(?:\s(?:GMT|UTC|EST|EDT|CET|MSK|BST))?\b
          |(?:[01]\d|2[0-3])[0-5]\d\s?(?:GMT|UTC|EST|EDT|CET|MSK|BST|hours|hrs|local)\b
          |(?:{cased([*ROWS.parts_of_day, *ROWS.moments])})s?\b)""",
    read=read_time,
    examples=(
        ("The talks begin at 8 p.m. on Jan. 5.", "8 p.m. on Jan. 5 = 2022-01-05"),
        ("It closed on Tuesday night.", "Tuesday night = 2021-12-28"),
        ("It closed on Tuesday at 14:30 GMT.", "Tuesday at 14:30 GMT = 2021-12-28"),
        ("At 0830 GMT on Wednesday the ship left.", "0830 GMT on Wednesday = 2021-12-29"),
        ("He comes on Monday and Tuesday nights.", ""),
        ("He left in the morning, at 9:15.", ""),
    ),
)
