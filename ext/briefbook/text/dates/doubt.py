"""Phrases that look like dates and are none: verbs, names, counts, durations, repeated times."""

from __future__ import annotations

import re

from .phrases import Kind, Phrase
from .tense import looks_back
from .values import Unit

NEAR = 32
"""Characters of context that tell."""

_REPEATED = re.compile(
    r"(?:\b(?:each|every|per|any|most|some|alternate|an?|one)|\bevery other)\s+$", re.I
)

# "the day", "the year" mean a date only where something is placed in them or measured over them.
_THE_UNIT = {
    Unit.DAY: re.compile(r"\b(?:(?:earlier|later|late|early)(?: in)?|for|during)\s+$", re.I),
    Unit.WEEK: re.compile(r"\b(?:(?:earlier|later|late|early)(?: in)?|for|during|of|in)\s+$", re.I),
    Unit.WEEKEND: re.compile(r"\b(?:over|during|on|at|for|of|by|before|until)\s+$", re.I),
    Unit.MONTH: re.compile(
        r"\b(?:(?:earlier|later|late|early)(?: in)?|for|during|of|in|over)\s+$", re.I
    ),
    Unit.QUARTER: re.compile(r"\b(?:in|for|during|of|over|from)\s+$", re.I),
    Unit.YEAR: re.compile(
        r"\b(?:(?:earlier|later|late|early)(?: in)?|for|during|of|so far(?: in)?|in|over|into"
        r"|through|throughout)\s+$",
        re.I,
    ),
    None: re.compile(r"\b(?:in|for|during)\s+$", re.I),
}
_AWARD = re.compile(
    r"\b(?:persons?|m[ae]n|wom[ae]n|players?|teams?|cars?|books?|words?|times?|rookies?|coach|albums?"
    r"|songs?|films?|movies?|artists?|compan(?:y|ies)|photos?|images?|news|time|game|quotes?|event|story"
    r"|half|most|days|months|part|rest|one)\s+of\s+$",
    re.I,
)
_SPAN_AFTER = re.compile(
    r"\s+(?:ahead|between|when|since|before|after|to\s|that\s|he\s|she\s|they\s|we\s|I\s|it\s|of\s|"
    r"leading|following|preceding|prior)"
)
_STOP_AFTER = re.compile(
    r"\s*(?:[.,;:!?)\"”’—–\n]|$|-\s|\s(?:and|but|as|in|at|on|by|with|for|to|from|because)\b)"
)
_DURATION_BEFORE = re.compile(r"\b(?:over|for|in|within|during|through|throughout|into)\s+$", re.I)

_PERSON_MONTHS = frozenset({3, 4, 5, 6, 8})
_BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|by|since|of|until|till|from|to|and|or|through|during|next|this|last|before|after|for|around"
    r"|between|mid|early|late|is|was|the|as)\s+|[-–—(,/]\s?)$",
    re.I,
)
_NAME_AFTER = re.compile(
    r"\s+(?:[A-Z][a-z]|(?:I|we|you|he|she|they|it|not|the|be|have|God)\b)|['’]s\s+[a-z]+\s|\s?-[A-Z]"
)

_BEFORE_SEASON = re.compile(
    r"\b(?:in|by|since|of|until|from|during|over|the|last|this|early|late|mid|to)[\s-]+$", re.I
)
_AFTER_SEASON = re.compile(
    r"\s*(?:[.,;:!?)\"”’—–\n]|$|\s(?:and|but|or|when|as|after|before|by|in|at|on|to|with|for|from|that|which|while"
    r"|of\s(?:this|last|next|the\ssame)|is|was|were|will|would|he|she|they|it|the)\b|['’]s)"
)
_COUNTED_AFTER = re.compile(
    r"(?:\s|-)(?:people|men|women|children|soldiers|troops|dead|deaths|feet|foot|miles|meters|metres|km|kilomet"
    r"|points?|votes|jobs|workers|employees|shares|units|tons|tonnes|barrels|dollars|euros|pounds|francs|yen|marks"
    r"|years|days|hours|pages|seats|members|cases|homes|houses|cars|rooms|acres|copies|students|others|more|times"
    r"|million|billion|percent|per\scent|square|cubic|mph|kg|lbs?|BC\b)"
)
_YEAR_NAME_BEFORE = re.compile(
    r"(?:\b[A-Z][a-z]+|[A-Z]{2,}|\bNo\.?|\bnumber|\broom|\bflight|\bhighway|\bRoute)\s+$"
)
_YEAR_PREPOSITION = re.compile(
    r"(?:\b(?:in|of|since|by|from|to|until|till|before|after|during|and|or|through|around|circa|between|late|early"
    r"|mid|for|the|a|an|its|their|his|her|fiscal|year|on|as|that|about|than|with|spring|summer|fall|autumn|winter)"
    r"|[,(;:–—-]|['’]s)\s*$",
    re.I,
)


def refused(text: str, phrase: Phrase) -> bool:
    """Whether the words around a phrase show that it names no date."""
    before = text[max(0, phrase.start - NEAR) : phrase.start]
    kind = phrase.kind
    if phrase.name == "repeated":
        return True
    if kind is Kind.DATE:
        if phrase.day is not None or phrase.name == "range":
            return False
        if phrase.weekday is not None and phrase.month is None:
            return phrase.base is None and _REPEATED.search(before) is not None
        if phrase.month is not None:
            return phrase.year is None and phrase.base is None and _no_month(text, phrase, before)
        return _no_year(text, phrase, before)
    if kind is Kind.SAME:
        return phrase.name == "the" and phrase.base is None and _no_unit(text, phrase, before)
    if kind is Kind.RELATIVE:
        return phrase.base is None and _no_reference(text, phrase, before)
    if kind is Kind.OFFSET:
        return phrase.name == "in" and looks_back(text, phrase.start, phrase.end) is not False
    if kind is Kind.PART and phrase.unit is not Unit.QUARTER:
        return phrase.year is None and phrase.base is None and _no_part(text, phrase, before)
    return False


def _no_month(text: str, phrase: Phrase, before: str) -> bool:
    if phrase.month not in _PERSON_MONTHS or _BEFORE_MONTH.search(before):
        return False
    return _NAME_AFTER.match(text, phrase.end) is not None


def _no_year(text: str, phrase: Phrase, before: str) -> bool:
    if _COUNTED_AFTER.match(text, phrase.end):
        return True
    if phrase.year is not None and not 1000 <= phrase.year < 2100:
        return False
    if phrase.end - phrase.start > 4:
        spoken = text[phrase.start : phrase.end].lower().startswith(("two thousand", "twenty"))
        return spoken and not _YEAR_PREPOSITION.search(before)
    return _YEAR_NAME_BEFORE.search(before) is not None and not _YEAR_PREPOSITION.search(before)


def _no_unit(text: str, phrase: Phrase, before: str) -> bool:
    if phrase.unit not in _THE_UNIT or not _THE_UNIT[phrase.unit].search(before):
        return True
    if _AWARD.search(before):
        return True
    return _SPAN_AFTER.match(text, phrase.end) is not None


def _no_reference(text: str, phrase: Phrase, before: str) -> bool:
    if phrase.name == "next":
        return phrase.unit is not None and _DURATION_BEFORE.search(before) is not None
    if phrase.name in ("before", "after", "from"):
        return _STOP_AFTER.match(text, phrase.end) is None
    return False


def _no_part(text: str, phrase: Phrase, before: str) -> bool:
    if phrase.unit is Unit.HALF:
        return True
    if text[phrase.start].isupper() and text[phrase.start : phrase.start + 2] not in (
        "In",
        "By",
        "Th",
        "Ov",
    ):
        return True
    words = text[phrase.start : phrase.end].lower()
    if " " not in words and not _BEFORE_SEASON.search(before):
        return True
    return _AFTER_SEASON.match(text, phrase.end) is None
