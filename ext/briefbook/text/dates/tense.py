"""The tense of the clause that a phrase stands in, from the verbs around it."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from briefbook.text.dates.over import is_over
from briefbook.text.dates.tense_rows import EVENTS, ROWS
from briefbook.text.dates.tense_verbs import Verb, first_verb, last_verb
from briefbook.text.lang.sentences import sentence_ends

REACH = 160
"""Characters on either side of a phrase within which its clause is looked for."""


NEAR: Final = 16
"""Characters from "agreed to sell" within which a date is that of the sale; beyond, either's."""

_CLAUSE_END = re.compile(
    r"[,;:—–”]|\s-|[\"](?=\s|$)|''"
    r"|(?:^|\s)(?:and|but|while|when|after|before|as|because|since|who|which|that|where)\b"
)
_QUOTATION_END = re.compile(r"[”]|[\"](?=\s|$)|''")
_QUOTATION_START = re.compile(r"[“]|(?:^|(?<=\s))[\"]|``")
_IS_BEFORE = re.compile(
    r"\b(?:is|are|(?:[Ii]t|[Tt]hat|[Hh]ere|[Tt]here)['’]s)(?: on)?$"
    r"|\b(?:is|are) (?:at|in) [^,;:.]{1,40} on$"
)
_IS_AFTER = re.compile(r"\s?(?:is|are|could|may|might|would|should|must|can)\s(?!have\b)")
_FOR_BEFORE = re.compile(
    r"\b(?:call|set|plan|schedul|slat|forecast|summon|book|pencil|earmark|invit|announc|propos|due)"
    r"[a-z]{0,5}\b[^.;:]{0,60}\bfor(?: late| early)?$"
    r"|\bdates? of$|\bahead of(?: [\w’'-]+){0,4}$"
    r"|\b(?:just|only) (?:days|hours|weeks) before(?: the(?: [\w’'-]+){1,4} on)?$"
    rf"|\bfor (?:the|its|a|their)(?: [\w-]+){{0,4}} (?:{EVENTS}) in$"
    r"|\ba (?:planned|scheduled|upcoming|proposed)(?: [\w’'-]+){1,4} (?:on|for)$"
    r"|\b(?:is|it['’]s) (?:already )?(?:almost|nearly)$"
)
# "his seat, which is at stake on Tuesday, went to …": what follows the comma is of the seat.
_RELATIVE = re.compile(r", (?:who|whose|which|where)(?: [^,;:]*)?$")
# "with his victory in the primary Tuesday, it remains …"
_OUTCOME = re.compile(
    r"\b(?:with|after|despite|since) (?:[\w’'-]+ ){1,3}"
    r"(?:victory|victories|wins?|defeats?|loss(?:es)?|triumphs?)\b[^.,;:]{0,40}$"
)
# "gave him until mid-November to answer"
_GIVEN_UNTIL = re.compile(r"\b(?:until|till)(?: the)?(?: early| late| end of)?$")
_AT_BEST = re.compile(r"at the (?:very )?(?:earliest|latest|soonest)\b")
_UP_TO = re.compile(
    r"\b(?:until|till|through|before"
    r"|(?:from [\w.,’' ]{1,30}|(?:delay|defer|mov|push|put|set|shift|punt|kick|bump)"
    r"[a-z]{0,3}(?: back| off| forward)?) to)(?: the)?(?: early| late| end of)?$"
)
# "voted to put off dredging until the autumn"
_PUT_OFF = re.compile(
    r"\b(?:(?:put|push|hold|held)[a-z]{0,4}(?: [\w’'-]+){0,4} (?:off|back)"
    r"|(?:delay|defer|suspend)[a-z]{0,3})(?: [\w’'-]+){0,5}"
    r" (?:until|till|to)(?: the)?(?: early| late| end of)?$"
)
_BY_ALONE = re.compile(r"(?:(?:and|but|so|then) )?by", re.IGNORECASE)
_COMPLETED = re.compile(rf"(?:{ROWS['completed']})\b")
_POSSESSED = re.compile(r"['’]s?\s\S+")
# "with November's elections on the horizon"
_LOOMS = re.compile(
    r"\b(?:on the horizon|around the corner"
    r"|(?:loom|near|approach|draw)(?:s|ing)?(?: near| closer)?$"
    r"|(?:loom|near|approach)(?:s|ing)|(?:days|weeks|months) (?:away|off))\b"
)
# "outlined a risk of storms on Saturday"
_RISK = re.compile(r"\b(?:risk|chance|threat|possibility|likelihood) of [^.,;:]{0,60}$")
# "cancelled its flights through mid-August"
_STOPPED = re.compile(
    rf"\b(?:{ROWS['stopping']}) (?!until|till|through)[^.;:]{{2,60}} (?:until|till|through)"
    r"(?: at least)?(?: the)?(?: early| late| end of)?(?: mid-)?$"
)
_ARRANGED = re.compile(
    rf"(?:{ROWS['arranging']})\b(?:(?!\bduring\b).){{0,60}}\b(?:{EVENTS})"
    r"(?: (?:of|on|in|for|from|by|next|early|late))*$"
)


class Tense(Enum):
    """When a clause places what it tells."""

    PAST = "past"
    AHEAD = "ahead"
    """Said outright: "will", "is due"."""
    PRESENT = "present"
    """In the present of a timetable, and so rather ahead: "opens", "leaders meet"."""
    MODAL = "modal"
    """Left open, and rather ahead: "would", "to begin"."""


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence of a phrase stands, as far as it is within ``REACH`` of the phrase.

    A line of the text is one block: its ends are ends of sentences.
    """
    first = max(text.rfind("\n", max(0, start - REACH), start) + 1, start - REACH, 0)
    line_end = text.find("\n", end, end + REACH)
    last = min(end + REACH, len(text)) if line_end < 0 else line_end
    for ending in sentence_ends(text, first, last):
        if ending.start <= start:
            first = ending.start
        elif ending.end >= end:
            last = ending.end
            break
    return first, last


def sentence_before(text: str, start: int) -> str:
    """The part of a phrase's sentence that stands before it, at most ``REACH`` characters."""
    return text[sentence_around(text, start, start)[0] : start]


def tense(text: str, start: int, end: int) -> Tense | None:
    """The tense of the clause around a phrase, or None where no verb tells it.

    A phrase within a quotation is told by the quotation, if that has a verb. The nearest verb
    decides; the distance of one after the phrase counts double, and where the clause has one
    before, its end is not crossed.
    """
    opens, closes = sentence_around(text, start, end)
    before, after = " ".join(text[opens:start].split()), " ".join(text[end:closes].split())
    if stop := _QUOTATION_END.search(after):
        quoted = next(reversed([*_QUOTATION_START.finditer(before)]), None)
        if quoted and not _QUOTATION_END.search(before, quoted.end()):
            within = _tense(before[quoted.end() :], after[: stop.start()])
            if within is not None:
                return within
            before = before[: quoted.start()]
    return _tense(before, after)


def _tense(before: str, after: str) -> Tense | None:
    last = last_verb(before)
    if is_over(before, after):
        return Tense.PAST
    if possessed := _POSSESSED.match(after):
        after = after[possessed.end() :]
    closed = last is not None or _RELATIVE.search(before)
    stop = _CLAUSE_END.search(after) if closed else None
    following = first_verb(after[: stop.start() + 1] if stop else after)
    if last and following and _yields(last, following, after):
        following = None
    if before.lower().endswith("by"):
        told = last or following
        past = told is not None and told.kind == "past"
        alone = _BY_ALONE.fullmatch(before) or (last and len(before) - last.end <= len(" by"))
        perfect = any(verb and verb.kind == "perfect" for verb in (last, following))
        done = last is not None and last.kind == "past" and _COMPLETED.match(before, last.start)
        return Tense.PAST if perfect or done or (past and alone) else Tense.AHEAD
    if _LOOMS.search(after[: stop.start()] if (stop := _CLAUSE_END.search(after)) else after):
        return Tense.AHEAD
    if last and last.kind == "past_plan":
        return Tense.PAST
    if _STOPPED.search(before):
        return Tense.AHEAD
    if _IS_BEFORE.search(before) or _FOR_BEFORE.search(before) or _AT_BEST.match(after):
        return Tense.AHEAD
    if following and following.kind != "past" and _OUTCOME.search(before):
        return Tense.PAST
    if _RISK.search(before):
        return Tense.MODAL
    if _PUT_OFF.search(before):
        return Tense.AHEAD
    if after.startswith("to ") and _GIVEN_UNTIL.search(before):
        return Tense.AHEAD
    if not before and _IS_AFTER.match(after):
        return Tense.PRESENT
    if last and following and _is_attribute(before, last, following):
        return Tense.PAST
    if last and (following is None or 2 * following.start >= len(before) - last.end):
        if last.kind == "decided" and len(before) - last.end > NEAR:
            return None
        if last.kind == "past" and _ARRANGED.match(before, last.start):
            return None
        return _TENSES[last.kind]
    if following is not None:  # what was decided on a day before may be of any day to come
        return Tense.PAST if following.kind == "decided" else _TENSES[following.kind]
    return Tense.AHEAD if _UP_TO.search(before) else None


_TENSES: Final = {
    "past": Tense.PAST,
    "perfect": Tense.PAST,
    "past_plan": Tense.PAST,
    "ahead": Tense.AHEAD,
    "present": Tense.PRESENT,
    "modal": Tense.MODAL,
    "condition": Tense.MODAL,
    "decided": Tense.AHEAD,
    "open": None,
}


def _is_attribute(before: str, last: Verb, following: Verb) -> bool:
    """As in "a duty imposed in May would remain": of two verbs of a clause the first is one."""
    beside = last.kind == "past" and following.start <= 1
    return beside and _CLAUSE_END.search(before, last.end) is None


def _yields(last: Verb, following: Verb, after: str) -> bool:
    """Whether what follows tells nothing beside the verb before: the purpose of it, or its plan."""
    purpose = following.kind == "modal" and after.startswith("to ", following.start)
    return purpose or (last.kind == "ahead" and following.kind in ("modal", "present"))


def looks_back(text: str, start: int, end: int) -> bool | None:
    """Whether the clause around a phrase is in the past; None where no verb tells."""
    found = tense(text, start, end)
    return None if found is None else found is Tense.PAST
