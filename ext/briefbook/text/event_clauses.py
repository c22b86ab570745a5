"""The clauses of a sentence that names dates: where they begin and end, and what they tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefbook.text.dates.tense import EVENTS, ROWS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.model import DateMention

LONGEST_SUBJECT: Final = 70
"""Characters of a subject that is set before the clause which lacks one."""

_TELLS: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|shall|not|"
    rf"{ROWS['modal']}|{ROWS['past']}|{ROWS['scheduled']}|{ROWS['scheduled-plural']}"
    rf"|[a-z]{{2,12}}ed|{EVENTS}|deadlines?|attacks?|invasions?|wars?|crisis|anniversary)\b"
    r"|['’]ll\b",
    re.IGNORECASE,
)
_FINITE: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|shall|"
    rf"{ROWS['modal']}|{ROWS['past']}|{ROWS['scheduled']}|[a-z]{{2,12}}ed)\b|['’]ll\b"
)
_BOUNDARY: Final = re.compile(
    r"[;:]\s+|\s+[–—-]{1,2}\s+|—"
    r"|,\s+(?=(?:and|but|or|while|whereas|which|who|whom|whose|where|when|after|before|as|because"
    r"|since|although|though|followed|including|adding|saying|so|if|until|unless|then|yet)\b)"
    r"|,?\s+(?:(?:is|are|was|were|will\sbe|to\sbe)\s)?(?=followed\sby\s)"
    r"|\s+(?=(?:and|but|while|whereas|because|although|though)\s(?:\w+\s){0,4}?"
    r"(?:is|are|was|were|has|have|had|will|would|could|should|may|might|can)\b)"
)
LEADING: Final = re.compile(
    r"(?:[-•*]\s*|(?:and|but|or|so|yet|then|that|followed\sby|including)\b,?\s*|[,;:\s])+"
)
DEPENDS: Final = re.compile(r"(?:which|who|whom|whose|where)\b")
VERB_FIRST: Final = re.compile(
    rf"(?:then\s|later\s|also\s|now\s)?(?:is|are|was|were|has|have|had|will|shall|{ROWS['modal']}"
    rf"|{ROWS['past']}|{ROWS['scheduled']}|(?:re-)?[a-z]{{2,12}}ed)\b"
)
_NO_SUBJECT: Final = re.compile(
    r"^(?:It|He|She|They|We|I|You|There|This|That)\s|\b(?:that|which|who|whose|when|where|if|as)\b"
    r"|^(?:In|On|At|By|After|Before|During|Since|For|From|With|Until|While|When|If|As|According)\b"
)
_PUNCTUATION: Final = " \t\n\r,;:–—-"
_PAIRS: Final = (("“", "”"), ("(", ")"), ("[", "]"))


def clauses(text: str, start: int, end: int, group: Sequence[DateMention]) -> list[tuple[int, int]]:
    """The clauses between two characters; no boundary lies within a date."""
    parts, opens = [], start
    for mark in _BOUNDARY.finditer(text, start, end):
        if any(one.start < mark.end() and mark.start() < one.end for one in group):
            continue
        if opens < mark.start():
            parts.append((opens, mark.start()))
            opens = mark.end()
    return [*parts, (opens, end)]


def tells(text: str, start: int, end: int, group: Sequence[DateMention]) -> bool:
    """Whether there is a verb or the noun of an event outside the dates."""
    return any(
        not any(one.start <= found.start() < one.end for one in group)
        for found in _TELLS.finditer(text, start, end)
    )


def subject_of(text: str, parts: list[tuple[int, int]]) -> tuple[int, int] | None:
    """What stands before the first verb, where it can be a subject."""
    start, end = parts[0]
    verb = _FINITE.search(text, start, end)
    if verb is None:
        return None
    finish = verb.start()
    while finish > start and text[finish - 1].isspace():
        finish -= 1
    lead = LEADING.match(text, start, finish)
    start = lead.end() if lead else start
    comma = text.find(",", start, finish)
    finish = comma if comma >= 0 else finish
    while finish > start and text[finish - 1] in _PUNCTUATION:
        finish -= 1
    words = text[start:finish]
    named = 0 < len(words) <= LONGEST_SUBJECT and balanced(words) and not _NO_SUBJECT.search(words)
    return (start, finish) if named else None


def trimmed(text: str, start: int, end: int, date: DateMention | None) -> tuple[int, int]:
    """Without what joins it to the rest, and without blanks; the date stays within."""
    limit = date.start if date else end
    if (lead := LEADING.match(text, start, limit)) and lead.end() <= limit:
        start = lead.end()
    least = date.end if date else start
    while end > least and text[end - 1] in _PUNCTUATION:
        end -= 1
    return start, end


def balanced(words: str) -> bool:
    return words.count('"') % 2 == 0 and all(
        words.count(opens) == words.count(closes) for opens, closes in _PAIRS
    )
