"""The day on which a quotation was given, where its own sentence says so."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from briefbook.text.dates.date_words import WEEKDAY, weekday_number
from briefbook.text.dates.reading import in_quotation
from briefbook.text.dates.tense_rows import ROWS
from briefbook.text.timex import Timex, Unit

if TYPE_CHECKING:
    from datetime import date

    from briefbook.text.dates.setting import Setting

LONGEST_QUOTATION: Final = 600
"""Characters from a word to the quotation marks around it."""

LONGEST_ATTRIBUTION: Final = 120
"""Characters of the words that say who said it, and when."""

NEWS_REACH: Final = 1500
"""Characters from a day that was told of to a quotation about it."""

LONG_BEFORE: Final = 30
"""Days from the news to a day that is only looked back to."""

DAYS_BEFORE: Final = 2
"""Days from the news to the paper, at most."""

_OPENS: Final = re.compile(r"“|(?:^|(?<=[\s(—–-]))(?:\"|'')|``")
_CLOSES: Final = re.compile(r"”|\"|''")
_SAID: Final = re.compile(rf"\b(?:{ROWS['saying']})\b")
# Not "Saturday's game", nor a day of the speaker's, "said Jane Doe, who missed it on Saturday".
_DAY: Final = re.compile(
    rf"\b(?P<weekday>{WEEKDAY})\b(?!['’]s)|\b(?P<yesterday>[Yy]esterday|last night)\b(?!['’]s)"
)
_OF_SPEAKER: Final = re.compile(r",\s(?:who|whose|whom|which)\b[^,]*")
_STOP: Final = re.compile(r"[.;:!?](?=\s|$)|[“\"\n]")


def given_on(setting: Setting, place: int) -> date | None:
    """The day before publication on which what is quoted around a character was said.

    “We meet tomorrow,” she said on Monday: the Monday. None where the sentence names no such day.
    """
    if setting.anchor is None or not setting.anchor.exact:
        return None
    text = setting.text
    line = text.rfind("\n", max(0, place - LONGEST_QUOTATION), place) + 1
    opened = [*_OPENS.finditer(text, max(line, place - LONGEST_QUOTATION), place)]
    opens = opened[-1] if opened else None
    if opens is None or _CLOSES.search(text, opens.end(), place):
        return None
    said = _attributed(text[max(line, opens.start() - LONGEST_ATTRIBUTION) : opens.start()], -1)
    closes = _CLOSES.search(text, place, place + LONGEST_QUOTATION)
    if said is None and closes:
        said = _attributed(text[closes.end() : closes.end() + LONGEST_ATTRIBUTION], 0)
    if said is None:
        return None
    now = setting.anchor.day
    ago = (now.isoweekday() - said) % 7 if said else 1
    return now - timedelta(days=ago) if ago else None


def day_of_news(setting: Setting, place: int) -> date | None:
    """The day just before publication that the text last told of, for what is quoted after it.

    On Tuesday the bombs went off; “the attack that happened today”, in Wednesday's paper. Of today,
    tonight and tomorrow: "yesterday" is often the very day that was told of.
    """
    if setting.anchor is None or not setting.anchor.exact:
        return None
    if not in_quotation(setting.text, place):
        return None
    last = setting.named.latest(Unit.DAY, since=place - NEWS_REACH)
    day = last.first_day if last else None
    if day is None:
        return None
    ago = (setting.anchor.day - day).days
    if (
        ago > LONG_BEFORE
    ):  # "on Thursday … the attacks of Sept. 11, 2012 … “the announcement today”"
        days = [setting.anchor.day - timedelta(days=back) for back in range(DAYS_BEFORE + 1)]
        named = [day for day in days if Timex.of_day(day) in setting.named.by_weekday.values()]
        return named[0] if named and named[0] != setting.anchor.day else None
    return day if 0 < ago <= DAYS_BEFORE else None


def _attributed(words: str, which: int) -> int | None:
    """The weekday (ISO number) that some words give with a verb of saying; 0 is yesterday.

    Of the sentence that they begin with, or, where ``which`` is -1, that they end with.
    """
    stops = [*_STOP.finditer(words.rstrip(" :,") if which else words)]
    if stops:
        words = words[stops[-1].end() :] if which else words[: stops[0].start()]
    words = _OF_SPEAKER.sub("", words)
    found = _DAY.search(words)
    if found is None or not _SAID.search(words):
        return None
    return weekday_number(found["weekday"]) if found["weekday"] else 0
