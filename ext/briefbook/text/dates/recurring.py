"""What comes again and again: "usually in May", "on a Tuesday or Wednesday", "warm in winter"."""

from __future__ import annotations

import re
from typing import Final

from briefbook.text.dates.tense import Tense, tense
from briefbook.text.dates.tense_rows import EVENTS

NEAR: Final = 24
"""Characters before a season in which its sentence may begin: "And in the spring"."""

REACH: Final = 60
"""Characters from a word of habit to the date that it makes one of many."""

_HABIT = re.compile(
    r"\b(?:usually|typically|generally|normally|traditionally|annually|(?:every|each)\s(?:year|season)"
    r"|best\s(?:time|month|day|season)s?)\b[^.,;:!?—–\n]*$"
    # "annual flooding from April to September"
    r"|\b(?:annual|seasonal|yearly)\s[^.,;:!?—–\n]{2,30}\b(?:from|between)\s"
    r"(?:[A-Z][a-z]+\.?\s(?:to|and|through|until)\s)?$"
)
_CAN = re.compile(r"\bcan\b[^.;:!?]*$")
_FRONTED = re.compile(r"(?:^|[\n.;:!?…][”\"’)]*\s?)(?:\w+\s){0,2}$")
# A step of what is told has one: "we want an accord before the summer is over"
_UP_TO = re.compile(r"\b(?:[Bb]efore|[Aa]fter|[Bb]y|[Uu]ntil|[Tt]ill?|[Ss]ince|[Ff]or)\s$")
# "with a final vote in the autumn"
_OF_ONE = re.compile(rf"\b(?:an?|another)(?:\s[\w’'-]+)?\s(?:{EVENTS})\s(?:in|during|for)\s$")
# "it flowers from spring to autumn"
_FROM_SEASON = re.compile(
    r"\bfrom\s(?:early\s|late\s|mid-)?(?:spring|summer|autumn|fall|winter)\s"
    r"(?:to|until|till|through)\s(?:early\s|late\s|mid-)?$"
)
# "In winter, the lake freezes", "In summer temperatures can reach 40C"
_LASTS = re.compile(
    rf",?\s(?:[\w’'-]+\s){{1,4}}?(?:(?:is|are|can|may)\s(?!(?:due|set|likely|to|{EVENTS})\b)(?![a-z]+ing\b)"
    r"|often\b|usually\b|always\b|[a-z]{2,}(?<!ss)s\s(?:and|in|to|up|down|over)\b|[a-z]{3,}s[.,;])"
)
_EACH = re.compile(r"\b(?:each|every|any)\s$", re.IGNORECASE)
_HABIT_AFTER = re.compile(
    r",?\s(?:of\s)?(?:each|every|any)\s(?:year|season|week|month)\b|\sannually\b"
)


def comes_again(text: str, start: int, end: int) -> bool:
    """Whether a date without its year is told of each: "it usually opens in May each year"."""
    before = text[max(0, start - REACH) : start]
    return bool(_EACH.search(before) or _HABIT_AFTER.match(text, end) or _HABIT.search(before))


def is_any(text: str, start: int, end: int) -> bool:
    """Whether a season is any: no verb of its clause tells when, as in "roads freeze in winter".

    One that opens its sentence tells of a step, "In spring it split", as do one that bounds it and
    that of one event.
    """
    if _FRONTED.search(text, max(0, start - NEAR), start):
        return _LASTS.match(text, end) is not None
    before = text[max(0, start - REACH) : start]
    if spans := _FROM_SEASON.search(before):
        opens = start - len(before) + spans.start()
        return tense(text, opens, end) in (None, Tense.PRESENT)
    if _UP_TO.search(before) or _OF_ONE.search(before):
        return False
    told = tense(text, start, end)
    return told in (None, Tense.PRESENT) or (told is Tense.MODAL and bool(_CAN.search(before)))
