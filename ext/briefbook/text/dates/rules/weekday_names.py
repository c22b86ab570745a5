"""Weekdays that are no day: of every week, of titles and names, of work."""

from __future__ import annotations

import re

from briefbook.text.dates.date_words import DOUBTS, WEEKDAY
from briefbook.text.dates.tense_rows import EVENTS
from briefbook.text.dates.veto import after

_REPEATED = after(
    rf"\b(?:each|every|per|any|most|some|alternate|one|many|no"
    r"|the\s(?:first|second|third|fourth|fifth)) | \bevery\sother"
    rf"| \b(?:every|each|an?)\s(?:{WEEKDAY}(?:,|,?\s(?:and|or))\s?){{1,2}}"
)
# "a Monday", "a rainy Monday"; not "in an interview Monday"
_INDEFINITE = after(rf"\ban?(?:\s(?:{DOUBTS['days-of-a-kind']}))?")
_EVENT_AFTER = re.compile(rf"\s(?:(?:news|press|court|phone|telephone|video)\s)?(?:{EVENTS})\b")
_TITLED_BEFORE = re.compile(
    r"\b(?:Black|Bloody|Patch|[Ss]uper|Fat|Holy|Ruby|Man|Mad|Freaky|Girl|Casual|Giving)\s$|\bMail\son\s$"
)
_TITLED_AFTER = re.compile(
    r"[\"”]?\s(?:Live\b|Times|Telegraph|Mirror|Express|Herald|Mail|Post|Star|Review|People"
    r"|[Nn]ight\sFootball|prayers?\b|papers?\b|(?:publication|delivery|mail)\b|(?:[A-Z]\w+\s){0,2}(?:section|edition|magazine|supplement)\b)"
)
_NAME_AFTER = re.compile(
    r"\s(?:Harbou?r|Island|Group|Lights|Club|Company|Band)\b"
    r"|\s(?:Morning|Night|Evening|Afternoon)\s[A-Z][a-z]"
)
_SHOW = re.compile(r"\s(?:Morning|Night|Evening|Afternoon)$")
_THE = after(r"\bthe")
_BESIDE_ANOTHER = re.compile(r"\s(?:after|before|following|preceding)\sthe\b")
# "I remember that Saturday night when …": of no week that is told
_THAT = after(r"\bthat")
_WHEN = re.compile(r"(?:\s(?:morning|afternoon|evening|night))?,?\swhen\b")
# "Tuesday-Saturday drivers"
_DAYS_BEFORE = re.compile(rf"\b{WEEKDAY}[-–]$")
_DAYS_AFTER = re.compile(rf"[-–]{WEEKDAY}")
_OF_WORK = re.compile(
    rf"(?:[-–]{WEEKDAY})?\s(?!(?:and|or|at|in|by|for|to|with|from|when|as|of|on|but|after|before)\b)[a-z]"
)
_PLACED = after(r"\b(?:at|in|near|from|of|to)")
_CAPITAL_AFTER = re.compile(r"\s[A-Z][a-z]")
# “Sunday in the Park”: a title in quotation marks.
_TITLE = re.compile(
    r"\s(?:(?:in|of|the|at|with|for|and|on|a|an)\s){0,3}[A-Z]\w*(?:\s\w+){0,3}[.,!?]?[\"”’]"
)
_QUOTED_BEFORE = re.compile(r"[\"“‘]$")


def is_no_day(text: str, start: int, end: int, before: str) -> bool:
    """Whether a weekday is none, as in "every Monday", "Black Friday", "the Sunday Times".

    ``before`` is what stands close before it.
    """
    capital = _CAPITAL_AFTER.match(text, end) is not None
    if capital and (_SHOW.search(text[start:end]) or _PLACED.search(before)):
        return True
    if _INDEFINITE.search(before):  # "a Monday", but "told a Monday news conference"
        return _EVENT_AFTER.match(text, end) is None
    return (
        _REPEATED.search(before) is not None
        or _TITLED_BEFORE.search(before) is not None
        or _TITLED_AFTER.match(text, end) is not None
        or _NAME_AFTER.match(text, end) is not None
        or bool(_THAT.search(before) and _WHEN.match(text, end))
        or bool(_THE.search(before) and _BESIDE_ANOTHER.match(text, end))
        or bool(_QUOTED_BEFORE.search(before) and _TITLE.match(text, end))
        or _is_of_work(text, end, before)
    )


def _is_of_work(text: str, end: int, before: str) -> bool:
    beside = _DAYS_BEFORE.search(before) or _DAYS_AFTER.match(text, end)
    return beside is not None and _OF_WORK.match(text, end) is not None
