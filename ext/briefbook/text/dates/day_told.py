"""Whether a "today" tells of one day: what its own clause says happens on it."""

from __future__ import annotations

import re
from typing import Final

from briefbook.text.dates.date_words import DOUBTS
from briefbook.text.dates.nowadays import LEAD
from briefbook.text.dates.tense import Tense, sentence_around, tense
from briefbook.text.dates.tense_rows import EVENTS, PARTICIPLE

_DAY_NOUN: Final = rf"(?:{EVENTS}|{DOUBTS['of-the-day']}|{DOUBTS['of-a-day']})"
_STATE: Final = rf"(?:{DOUBTS['lasting-forms']}|being|having|lacking|according)"
_BE: Final = r"(?:\b(?:is|are|am)|['’](?:s|re|m))"
_ADVERB: Final = r"(?:\s(?:not|now|also|just|again|then|[a-z]{2,10}ly))?"
# "is meeting", "has agreed", "has been told"
_DONE: Final = re.compile(
    rf"{_BE}{_ADVERB}\s(?!{_STATE}\b)[a-z]{{2,}}ing\b|\b(?:has|have){_ADVERB}\s(?:been\s)?(?:{PARTICIPLE})\b"
)
# "today's decision", "today's first meeting"
_OWNS: Final = re.compile(rf"['’]s\s(?:[\w’'$%-]+\s){{0,3}}?(?i:{_DAY_NOUN})\b")
# "the storming of the embassy today", "the decision today"
_OF_EVENT: Final = re.compile(
    rf"\b(?i:{_DAY_NOUN}|(?!{_STATE}\b)[a-z]{{3,}}ing\sof)\b(?:\s(?:of|in|on|at|by|against|near|the|an?|[A-Z][\w’'-]*|[a-z]{{3,}})){{0,5}}\s$"
)
# "Today (19)", "today at 3", and where it opens its clause "Today is", "Today: the bank reports"
_AFTER: Final = re.compile(r"\s\(\d|,?\sat\s\d|\sonly\b|,?\sI\s(?:am|want|would|have|will|wish)\b")
_OPENING: Final = re.compile(r"\s?:|\s(?:is|marks|saw|sees|begins|brings|was)\b")
_BEFORE: Final = re.compile(
    r"\b(?:[Ee]arlier|[Ll]ater|[Aa]lso|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Ss]ince|[Bb]efore|[Aa]fter"
    r"|just|out|due|open)\s$"
    r"|\b(?:day|anniversary|birthday)(?:\s[\w’'-]+){0,3}\s$|\b\d+\s(?:years|months)\s$"
)
_STOP: Final = re.compile(r"[,;:—–“”\"]|\b(?:that|which|who|because|where|while|but)\b")
_MAY: Final = re.compile(r"\b(?:would|could|should|may|might|must|can|cannot|to)\b")
_IS: Final = re.compile(r"\s(?:is|are)\b")
_STAYS: Final = re.compile(r"\b(?:remain|stay|continue)s?\b")


def tells_of_day(text: str, start: int, end: int) -> bool:
    """Whether something happens on it: "the court today struck it down", "today's ruling".

    A clause that only says how things are, "the port today is larger", speaks of these times; in
    the first lines of a text it is the news.
    """
    if text.startswith(("'s", "’s"), end):
        return _OWNS.match(text, end) is not None
    told = tense(text, start, end)
    if told in (Tense.PAST, Tense.AHEAD) or start < LEAD:
        return True
    opens, closes = sentence_around(text, start, end)
    before, after = text[opens:start], text[end:closes]
    stops = [*_STOP.finditer(before.rstrip(" ,"))]
    clause = before[stops[-1].end() :] if stops else before
    if told is Tense.MODAL and (_MAY.search(clause) or not clause.strip()):
        return True
    stays = _STAYS.search(before) or _STAYS.search(after)
    if told is Tense.PRESENT and not stays and (not clause.strip() or not _IS.match(after)):
        return True
    if _AFTER.match(after) or _BEFORE.search(before) or _OF_EVENT.search(before):
        return True
    if _OPENING.match(after) and not clause.strip():
        return True
    return _DONE.search(clause) is not None or _DONE.search(after) is not None
