"""The word "today" where it means nowadays, or stands in a saying."""

from __future__ import annotations

import re
from typing import Final

from briefbook.text.dates.date_words import DOUBTS
from briefbook.text.dates.tense import Tense, sentence_before, tense
from briefbook.text.dates.tense_rows import EVENTS, PARTICIPLE

NEAR: Final = 64
"""Characters before the word that tell."""

LEAD: Final = 600
"""Characters of a text in which a "Today" that opens a sentence is the day of its news."""

# "a journalist of today", not "as of today", "the news of today"
_AN_AGE = re.compile(
    rf"\b(?!(?:as|because|instead|all|morning|afternoon|evening|{EVENTS}|{DOUBTS['of-the-day']})\b)[a-z]+[”\"]?\sof\s$"
)
# "the leaders of tomorrow"
_OF_TOMORROW = re.compile(
    r"\b[a-z]+s\sof\s$|\ba\s(?:better|brighter|new|safer|greener|fairer|happier|different)\s$"
)
# "the challenges of today and tomorrow", "today's world"; “Today’s Paper”, a part of a newspaper
_OF_TIMES = re.compile(
    rf"\b(?:{DOUBTS['nowadays']})\sof\s(?:(?:today|yesterday|tomorrow)(?:,|\s(?:and|or)\s|,\s(?:and|or)\s))?$"
)
_TIMES = re.compile(
    rf"['’]s\s(?:most\s)?(?:[\w-]+\s){{0,3}}(?:{DOUBTS['nowadays']})\b"
    r"|['’]s\s(?:Paper|Edition|Headlines|Front\sPage)\b"
)
# "today's sleeping bags": things of the time, where they are none of a day's news
_THINGS = re.compile(
    rf"['’]s\s(?:(?!(?:{EVENTS}|{DOUBTS['of-the-day']})\b)[a-z]{{2,}}ing\s)?"
    rf"(?!(?:{EVENTS}|{DOUBTS['of-the-day']})\b)[a-z]{{3,}}[^\Ws]s(?=[.,;:!?]|$|\s(?:are|have|can|do)\b)"
)
# "faster than can be done today", "if he were here today", "Subscribe today!"
_BEFORE = re.compile(
    r"\bthan\s(?:it|they|we|he|she|is|are|can|could|in|at|those|what|most|any)\b[^.,;:!?]{0,40}$"
    r"|\b(?:still|only|even|commonly|widely)\s[a-z]{2,12}ed\s$|\b(?:even|than|(?:and|but)\sstill)\s$"
    r"|\b(?:where|who|what|how|the\sway|as|like)\s(?:we|it|they|he|she|I|you|things)\s(?:all\s)?"
    r"(?:are|am|is|do|does|stands?|knows?)(?:\s(?:it|them))?\s$"
    r"|\bwhere\s(?:[\w’'-]+\s){1,5}(?:is|are|stands?)\s$"
    r"|\bas\s[a-z]+\sas\s(?:[\w’'-]+\s){1,4}(?:is|are|do|does)\s$"
    r"|\b[Ii]f\s(?:he|she|it|they|you|I|we|this|that)\s(?:was|were)\s(?:[\w-]+\s){1,5}$"
    r"|\b[Ii]f\s(?:the|an?)\s(?:[\w-]+\s){1,4}(?:was|were)\s(?:held|taken|run|called)\s$"
    r"|\b[Ii]f\s(?:[A-Z][\w.’'-]+\s){1,3}were\s(?:[a-z]+\s){1,2}$"
    r"|\b[Ii]f\s(?:you|we|they|he|she|I|it)\swere\sto\s(?:[\w’'\[\]-]+\s){1,5}$"
    r"|\b(?:what|where|which)(?:['’]s|\sis|\sare|\swas)\s$|\bas\s(?!of\b|from\b|early\b|late\b|recently\b|soon\b)[a-z]+(?:\sand\s[a-z]+)?\s$"
    r"|\b(?:percent|%|many|few|some|most|people|they|we|it)\s(?:do|does)\s$|\b(?:has|have)\sbecome\s$"
    rf"|\b(?:[Tt]hat|[Ww]hich|[a-z]+s|still|we|they|it)\s(?:(?:{DOUBTS['lasting']})|confront|have)\s(?!to\b)$"
    rf"|\b(?:we|they|you|people|I)(?:['’]re|\sare|['’]m|\sam)?\s(?:{DOUBTS['lasting']}|{DOUBTS['lasting-forms']})\s$"
    rf"|(?:^|[.!?]\s)(?=[A-Z])(?i:{DOUBTS['calls']})\b[^.!?]{{0,40}}$"
)
_AFTER = re.compile(
    r",?\sthan\s(?:you|we|they|it|he|she|I|in|at|\d+|ever|a)\b|,\s(?:more\sthan\s|almost\s|some\s)?\d+\syears\slater\b"
    r"|\s(?:have|has)\s(?:no|more|many|few|little)\b|,\s(?:wher|when|who)ever\b"
    r"|\s(?:could|can|may|might|will)\s(?:still|one\sday|someday)\b"
    r"|\s(?:is|are)\s(?:primarily|mainly|mostly|largely|widely|generally|commonly|best)\b"
    r"|,?\s(?:and\s)?gone\stomorrow\b"
    r"|\sto\s(?:[^.,;:!?]|[.,]\d){1,30}\b(?:by|in)\s20\d\d\b"
)

# What follows holds only of a clause that tells what is so all the time.
_LASTS = (
    rf"(?:(?:is|are)\s(?!(?:[a-z]+\s)?(?:(?!{DOUBTS['lasting-forms']})[a-z]+ing|(?!{DOUBTS['lasting-forms']}){PARTICIPLE})\b)"
    rf"|(?:has|have)\s(?!(?:[a-z]+\s)?{PARTICIPLE}\b)|(?:can|{DOUBTS['lasting']})\b)"
)
_BARE = (
    r"(?!(?:the(?!\s(?:majority|average|way|number)\b)|these|those|his|her|its|their|our|my|your"
    r"|this|that|both|two|three|I|we|We)\b|\d)"
)
# "unresolved today", "the hottest gadget trends today", "in any sports car today"
_LASTING_BEFORE = re.compile(
    rf"\b(?:{DOUBTS['lasting']}|{DOUBTS['lasting-forms']}|unresolved|available|alive|relevant)\s(?:(?:to|for|in)\s(?!comment)[a-z]+\s)?$"
    r"|(?<!is)(?<!are)(?<!was)(?<!were)\sworking\s$"
    r"|\b(?:every|(?:the|its|our)\s(?:[\w-]+\s)?(?:most|best|[a-z]{2,10}est))\s(?:[\w-]+\s){1,3}$"
    r"|\b(?:in\sthe\s(?:world|industry|business|game|market)|in\s(?:use|service|existence)"
    r"|on\sthe\s(?:market|roads?)|only\sbe\san?\s[a-z]+)\s$"
    r"|\bstill\s(?:[\w-]+\s){1,5}$"
    r"|\b(?:any|one\sof\s(?:the|its|our)\s(?:[\w-]+\s)?(?:most|best|[a-z]{2,10}est))\s(?:[\w-]+\s){1,5}$"
    r"|\b(?:faced|facing)\s(?:by\s)?(?:[\w’'-]+\s){1,5}$"
    r"|\b(?:different|common|popular|(?:im)?possible|familiar|obsolete|rare|unthinkable)\s$"
    r"|\b[Tt]here['’](?:s|re)\s(?:probably|always|even|still)\b[^.,;:!?]{0,40}$"
)
_LASTING_AFTER = re.compile(
    r",?\s(?:many|most|few|fewer)\b|,?\sand\s[^.,;:!?]{1,60}\bby\s20[2-9]\d\b|,\s[^.;:!?]{0,40}\b(?:sometimes|often|usually|typically)\b"
)
# "Today, chaos theory is part of …", "Yet today neon is …"
_OPENS = re.compile(
    r"(?:^|\n|[.!?…][”\"’)]*\s)[“\"]?(?:(?:Yet|But|And|Even|So|Still),?\s)?$"
    r"|,?\s(?:and|but|yet|however),?\s$"
)
_OPENED = re.compile(
    rf",?\s(?:of\scourse,\s|it['’]s\s(?!a\sday)"
    rf"|(?:(?:despite|besides|with|without|like|unlike|more\sthan|some|nearly)\b[^,.;:!?]{{2,100}},\s)?"
    rf"{_BARE}[^.,;:!?\n]{{2,60}}?\s{_LASTS})"
)
# "Many bakers today pride themselves on …", "children born in Gaza today can expect …"
_PEOPLE = re.compile(
    rf"(?:^|[.,;:!?—–“\"(]\s?|\b(?:that|and|but|as|many|most|some|all)\s){_BARE}(?:[\w-]+\s){{0,2}}[A-Za-z][a-z]+s\s$"
    r"|\b(?i:people|children|men|women)\s(?:[\w-]+\s){0,3}$"
)
_PEOPLE_DO = re.compile(rf"\s{_LASTS}")
# "anyone today who wants to save", "Today numerous firms condition …"
_ANYBODY = re.compile(r"\b(?:any(?:one|body)|every(?:one|body)|someone|somebody|those)\s$")
_WHO = re.compile(r"\s(?:who|with|trying|looking|wanting|seeking)\b")
_STANDS = re.compile(rf",?\s[^.,;:!?\n]{{2,60}}?\s(?:{DOUBTS['standing']})\b")
_SEVERAL = re.compile(r",?\s(?:many|numerous|most|few|countless)\s(?:[\w-]+\s){0,3}[a-z]+s\b")
# "the region that today is home to both", "women who, today, would have been listed"
_RELATIVE = re.compile(r"(?:\b[a-z]+\s(?:that|which|who)|,\s(?:which|who)),?\s$")
_RELATED = re.compile(
    r",?\s(?:(?:is|are)\s(?:home|known|called|part|used|worth|a|an)\b|(?:has|have|owns?|runs?|lives?)\s"
    r"(?:a|an|in|more|\d)|would\s"
    rf"|(?:{DOUBTS['lasting']})\b)"
)
# "work for people today"
_OF_NOW = re.compile(rf"\b(?:{DOUBTS['nowadays']})\s(?:around\s(?:us|them)\s|we\slive\sin\s)?$")
_STOP = re.compile(r"\s*[.,;:!?”\"]")
_LONG_AGO = re.compile(
    r"\b(?:1\d\d\ds?|centur(?:y|ies)|decades|generations|histor(?:y|ical|ically)|ancient|originally|once)\b"
)


def names_an_age(text: str, start: int, end: int) -> bool:
    """Whether a word for a day stands for an age: "the people of tomorrow", "today's world"."""
    before = _before(text, start)
    tomorrow = text.startswith("tomorrow", start) and not text.startswith(("'", "’"), end)
    if tomorrow and _OF_TOMORROW.search(before):
        return True
    if text.startswith("today", start) and _THINGS.match(text, end):
        return True
    owns = text.startswith(("'s", "’s"), end)
    if text.startswith("today", start) and not owns and _AN_AGE.search(before):
        return True
    return _OF_TIMES.search(before) is not None or _TIMES.match(text, end) is not None


_BLANKS = re.compile(r"\s*")


def means_nowadays(text: str, start: int, end: int) -> bool:
    """Whether a "today" is no day: "neon signs exist today", "if he were here today"."""
    before = _before(text, start)
    if _BEFORE.search(before) or _AFTER.match(text, end):
        return True
    if _ANYBODY.search(before) and _WHO.match(text, end):
        return True
    if _RELATIVE.search(before) and _RELATED.match(text, end):
        return True
    if _OPENS.search(before):
        blanks = _BLANKS.match(text, 0, start)
        beyond_lead = start - (blanks.end() if blanks else 0) > LEAD
        if beyond_lead and _OPENED.match(text, end):
            return True
        if beyond_lead and _STANDS.match(text, end):
            return True
        if _SEVERAL.match(text, end) and tense(text, start, end) not in (Tense.PAST, Tense.AHEAD):
            return True
    elif _PEOPLE.search(before) and _PEOPLE_DO.match(text, end):
        return True
    return _lasts(text, start, end, before) and tense(text, start, end) in (
        None,
        Tense.PRESENT,
        Tense.MODAL,
    )


def _before(text: str, start: int) -> str:
    reach = max(0, start - NEAR)
    return text[max(text.rfind("\n", reach, start) + 1, reach) : start]


def _lasts(text: str, start: int, end: int, before: str) -> bool:
    """Whether the words around speak of what is so all the time, if the clause's tense does."""
    if _LASTING_BEFORE.search(before) or _LASTING_AFTER.match(text, end):
        return True
    if _OF_NOW.search(before) and _STOP.match(text, end):
        return True
    return _LONG_AGO.search(sentence_before(text, start)) is not None
