"""The clauses of a sentence that names dates: where they begin and end, and what they tell."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from briefbook.text.dates.tense_rows import EVENTS, ROWS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.model import DateMention

LONGEST_SUBJECT: Final = 70
"""Characters of a subject that is set before the clause which lacks one."""

ASIDE_REACH: Final = 200
"""Characters on either side of a boundary that tell whether it parts clauses."""

_TELLS: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|shall|not|"
    rf"{ROWS['modal']}|{ROWS['past']}|{ROWS['scheduled']}|{ROWS['scheduled-plural']}"
    rf"|(?<!-)(?!un|compared)[a-z]{{2,12}}ed|{EVENTS}|deadlines?|attacks?|invasions?|wars?|crisis|anniversary)\b"
    r"|['’]ll\b",
    re.IGNORECASE,
)
_FINITE: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|shall|"
    rf"{ROWS['modal']}|{ROWS['past']}|{ROWS['scheduled']}|(?<!-)(?!compared)[a-z]{{2,12}}ed)(?:n['’]t)?\b|\b(?:wo|ca)n['’]t\b|['’]ll\b"
)
_VERBS: Final = (
    rf"(?:is|are|was|were|has|have|had|do|does|did|will|shall|{ROWS['modal']}|{ROWS['past']}"
    rf"|{ROWS['scheduled']}|(?:re-)?(?<!-)(?!un|compared)[a-z]{{2,12}}ed)\b"
)
_BOUNDARY: Final = re.compile(
    r"[;:]\s+|\s+[–—-]{1,2}\s+|—"
    r"|,\s+(?=(?P<word>and|but|or|while|whereas|which|who|whom|whose|where|when|after|before|as"
    r"|because|since|although|though|followed|including|adding|saying|so|if|until|unless|then|yet)\b)"
    r"|(?:,\s+|,?\s+(?:is|are|was|were|will\sbe|to\sbe)\s)(?=followed\sby\s)"
    r"|\s+(?=(?P<inner>and|but|while|whereas|because|although|though)\s"
    r"(?:(?!what\b|that\b|which\b|who\b|how\b|and\b|or\b)\w+\s){0,4}?"
    r"(?:is|are|was|were|has|have|had|will|would|could|should|may|might|can)\b)"
)
_JOINS: Final = frozenset(("and", "or", "but", "as"))
"""After a comma they may join what is one clause: "steel, coal and ships"."""
_PRONOUN: Final = r"(?:he|she|it|they|we|I|you|there|this|nobody|who)"
_CLAUSE_AFTER: Final = re.compile(
    rf"\w+\s(?:{_PRONOUN}\b|(?:that|here|what)['’]s\b"
    rf"|(?:(?!what\b|that\b|which\b|who\b|how\b|to\b)[\w’'.$-]+\s){{0,8}}?"
    rf"(?:{_VERBS}|(?:still|also|now|often|never|always)\s[a-z]{{3,}}s?\b))"
)
_NOT_BUT: Final = re.compile(r"\bnot\s(?:because|only|just|merely|simply|so\smuch)\b")
_ASIDES: Final = frozenset(("including", "which", "who", "whom", "whose", "where"))
# "Tor will publish—at long last—the book": the object is behind the aside.
_VERB_LAST: Final = re.compile(
    r"\b(?:will|would|to|can|could|may|might|must|should|shall)\s[a-z]+$"
)
_COMPLEMENT: Final = re.compile(r"\s(?:that|why|how|what|whether|if)\s")
_WITHIN: Final = re.compile(
    r",\s(?:which|who|whose|where|when|as|after|before|including)\b[^,]*(?:,|$)"
)
_DASHES: Final = ("–", "—", "-")
_VERB_AFTER_COMMA: Final = re.compile(rf",\s(?={_VERBS})")
_VERB_AFTER_DASH: Final = re.compile(rf"(?:\s[–—-]{{1,2}}\s|—)(?={_VERBS})")
QUOTES: Final = ("“", '"', "‘", "'")
SAYS: Final = re.compile(rf"\b(?:{ROWS['saying']})\b")
_NARROWED: Final = re.compile(r"\b(?:not|only|just|partly|mainly|even|and|but|or)$")
_SAID_ASIDE: Final = re.compile(rf"[,”\"]\s(?:[\w.’'-]+\s){{1,3}}(?:{ROWS['saying']})$")
_DATELINE: Final = re.compile(
    r"[^a-z]{2,40}$|(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+[\s,/]*){1,4}(?:[A-Z][a-z.]+,?\s*){0,3}(?:\([^()]{1,40}\))?\s*$"
)
_RELATIVE: Final = re.compile(r"\b(?:that|which|who|as|when|where)\b")
SUBORDINATE: Final = re.compile(r"(?:After|When|While|Although|Though|Since|Before|Once)\s")
_MAIN: Final = re.compile(
    r",\s(?:the|an?|he|she|it|they|we|I|his|her|its|their|there|this|that|these|those|many|some"
    rf"|[A-Z0-9][\w.’'-]*)\s(?:[\w’'.-]+\s){{0,7}}?{_VERBS}"
)
_HANGS_ON: Final = re.compile(
    r"including\b[^,]*,|including\s(?:one|two|three|four|five|some|those|several)\b"
)
_OWN_CLAUSE: Final = re.compile(
    r"(?:and|but|or|so|yet|while|because|though|although|when|then|if|since|after|before|until)\b"
    rf"|{_PRONOUN}\s(?:\w+\s){{0,2}}?{_VERBS}"
    rf"|(?:the|an?|its|his|her|their)\s(?!first|second|third|last|only|most|latest|one)"
    rf"(?:[\w’'-]+\s){{1,3}}?{_VERBS}"
)
LEADING: Final = re.compile(
    r"(?:[-•*]\s*|(?:and|but|or|so|yet|then|that|followed\sby|including)\b,?\s*|[,;:\s])+"
)
DEPENDS: Final = re.compile(r"(?:which|who|whom|whose|where|saying|adding|noting)\b")
VERB_FIRST: Final = re.compile(
    rf"(?:then\s|later\s|also\s|now\s)?(?:is|are|was|were|has|have|had|will|shall|{ROWS['modal']}"
    rf"|{ROWS['past']}|{ROWS['scheduled']}|(?:re-)?[a-z]{{2,12}}ed)\b"
)
_NO_SUBJECT: Final = re.compile(
    r"^(?:It|He|She|They|We|I|You|There|This|That)\s|\b(?:that|which|who|whose|when|where|if|as)\b"
    r"|^(?:In|On|At|By|After|Before|During|Since|For|From|With|Until|While|When|If|As|According)\b"
)
_ASIDE: Final = re.compile(r"\([^()]*\)")
_PUNCTUATION: Final = " \t\n\r,;:–—-"
_OPENING: Final = '“"'
_CLOSING: Final = '”"'
_PAIRS: Final = (("“", "”"), ("(", ")"), ("[", "]"))


def clauses(text: str, start: int, end: int, group: Sequence[DateMention]) -> list[tuple[int, int]]:
    """The clauses between two characters; no boundary lies within a date.

    A dateline or label at the beginning is none. Of a sentence that opens with "After" or the
    like, the first begins behind that word.
    """
    parts, opens = [], start
    if led := _subordinate(text, start, end, group):
        parts.append(led)
        opens = led[1] + len(", ")
    starts = [one.start for one in group]
    aside = False
    for mark in _BOUNDARY.finditer(text, opens, end):
        before = bisect_left(starts, mark.end()) - 1
        if before >= 0 and group[before].end > mark.start():
            continue
        dash = mark[0].strip()[:1] in _DASHES
        if dash and aside:
            aside = False  # the second of two
        elif opens < mark.start() and _parts(text, opens, mark, end):
            parts.append((opens, mark.start()))
            opens = mark.end()
        else:
            aside = aside or dash
    parts.append((opens, end))
    if len(parts) > 1 and _DATELINE.fullmatch(text, *parts[0]):
        dated = any(one.start < parts[0][1] for one in group)
        return parts if dated else parts[1:]
    return parts


def _parts(text: str, opens: int, mark: re.Match[str], end: int) -> bool:
    """Whether a boundary parts clauses, and not what is of one."""
    opens = max(opens, mark.start() - ASIDE_REACH)
    end = min(end, mark.end() + ASIDE_REACH)
    if _NARROWED.search(text, max(opens, mark.start() - LONGEST_SUBJECT), mark.start()):
        return False
    if _SAID_ASIDE.search(text, max(opens, mark.start() - LONGEST_SUBJECT), mark.start()):
        return False
    if mark[0][0] == ":" and text[mark.end() : mark.end() + 1] in QUOTES:
        return SAYS.search(text, opens, mark.start()) is None
    if mark[0].strip()[:1] in _DASHES and _VERB_LAST.search(text, opens, mark.start()):
        return False
    told = _FINITE.search(_WITHIN.sub(",", text[opens : mark.start()])) is not None
    inner = opens
    for said in _COMPLEMENT.finditer(text, opens, mark.start()):
        inner = said.end()
    if _FINITE.search(text, inner, mark.start()) is None and _resumes(text, mark, end):
        return False
    if mark["word"] == "but" and _NOT_BUT.search(text, opens, mark.start()):
        return False
    if (mark["word"] or mark["inner"]) not in _JOINS:
        return True
    # "Ell, Fallmouth and the port had left" is a list.
    comma = max(text.rfind(",", opens, mark.start()), opens)
    if _FINITE.search(text, comma, mark.start()) is None:
        return False
    if mark["inner"]:
        return told
    return told and _CLAUSE_AFTER.match(text, mark.end(), end) is not None


def _resumes(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether behind an aside the verb of what stands before it follows.

    As in "the treaty, which lapsed in May, was …", "cities with bad air — of soot — were …".
    """
    if mark["word"] in _ASIDES:
        return _VERB_AFTER_COMMA.search(text, mark.end(), end) is not None
    if mark[0].strip()[:1] in _DASHES:
        return _VERB_AFTER_DASH.search(text, mark.end(), end) is not None
    return False


def _subordinate(
    text: str, start: int, end: int, group: Sequence[DateMention]
) -> tuple[int, int] | None:
    """The clause that a sentence opens with, "After the vote was held in June, he left"."""
    opening = SUBORDINATE.match(text, start, end)
    if opening is None or any(one.start == opening.end() for one in group):
        return None
    verb = _FINITE.search(text, opening.end(), end)
    comma = text.find(",", verb.end(), end) if verb else -1
    while comma >= 0:
        inside = any(one.start < comma < one.end for one in group)
        if not inside and _MAIN.match(text, comma, end):
            return opening.end(), comma
        comma = text.find(",", comma + 1, end)
    return None


def hangs(text: str, parts: Sequence[tuple[int, int]], at: int, place: int) -> bool:
    """Whether the clause ``at``, with a date at ``place``, says little without the one before.

    As what stands behind a dash does, "— the first time since 2012".
    """
    if at == 0:
        return False
    gap, start = text[parts[at - 1][1] : parts[at][0]], parts[at][0]
    if ":" in gap:
        return text[start].islower() or _FINITE.search(text, *parts[at]) is None
    if any(dash in gap for dash in "–—-"):
        own = _OWN_CLAUSE.match(text, start) and _FINITE.search(text, *parts[at])
        return own is None
    return _HANGS_ON.match(text, start, place) is not None


def is_noun_alone(text: str, start: int, end: int) -> bool:
    """Whether words are no clause: "third-quarter earnings that topped estimates"."""
    start += len("that ") if text.startswith("that ", start) else 0
    stop = _RELATIVE.search(text, start, end)
    return _FINITE.search(text, start, stop.start() if stop else end) is None


def tells(text: str, start: int, end: int, group: Sequence[DateMention]) -> bool:
    """Whether there is a verb or the noun of an event outside the dates and brackets."""
    asides = [
        found.span()
        for found in _ASIDE.finditer(text, start, end)
        if not any(found.start() < one.start < found.end() for one in group)
    ]
    asides += [(one.start, one.end) for one in group]
    return any(
        not any(one <= found.start() < other for one, other in asides)
        for found in _TELLS.finditer(text, start, end)
    )


def subject_of(text: str, parts: list[tuple[int, int]]) -> tuple[int, int] | None:
    """What stands before the first verb, where it can be a subject."""
    start, end = parts[0]
    verb = _FINITE.search(text, start, end)
    if verb is None or _RELATIVE.search(text, verb.end(), end):
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
    # "the rate closely followed by": what stands there is no verb of its own.
    return (start, finish) if named and not words.endswith("ly") else None


def trimmed(text: str, start: int, end: int, date: DateMention | None) -> tuple[int, int]:
    """Without what joins it to the rest, and without blanks; the date stays within."""
    limit = date.start if date else end
    if (lead := LEADING.match(text, start, limit)) and lead.end() <= limit:
        start = lead.end()
    least = date.end if date else start
    while end > least and text[end - 1] in _PUNCTUATION:
        end -= 1
    return start, end


def unpaired(text: str, start: int, end: int, date: DateMention) -> tuple[int, int]:
    """Without a quotation mark at the beginning or end whose other is outside."""
    words = text[start:end]
    if words.count('"') % 2 == 0 and words.count("“") == words.count("”"):
        return start, end
    if words[-1] in _CLOSING and date.end < end:
        return start, end - 1
    if words[0] in _OPENING and date.start > start:
        return start + 1, end
    return start, end


def balanced(words: str) -> bool:
    return words.count('"') % 2 == 0 and all(
        words.count(opens) == words.count(closes) for opens, closes in _PAIRS
    )
