"""Which words of a sentence, or of what a source says, tell what happens on a date in it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from briefbook.text.dates.tense_rows import EVENTS, ROWS
from briefbook.text.event_clauses import (
    DEPENDS,
    LEADING,
    SAYS,
    SUBORDINATE,
    VERB_FIRST,
    balanced,
    clauses,
    hangs,
    is_noun_alone,
    subject_of,
    tells,
    trimmed,
    unpaired,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.model import DateMention

LONGEST_NAME: Final = 120
"""Characters before a date within which the noun of its event is looked for."""

_JOINER: Final = re.compile(
    r"\s*(?:,|and|or|to|through|until|till|-|–|—|/|and\son|,\sand|and\sthe|to\sthe|and\sagain\son"
    r"|and\sfrom|from|on|\(|\))?\s*(?:on\s|in\s|the\s)?"
)
_AND: Final = re.compile(r"[,;]?\s+(?:and|or|then|but)(?:\s+then)?\s+|,\s+")
_HEAD: Final = re.compile(rf"\b(?:{EVENTS})\b(?:\s(?:of|with|in|at|between|by|for))?")
_ASIDE: Final = re.compile(
    rf"\b(?:for|of|before|after)\s(?P<name>(?:[\w.'’-]+\s){{0,5}}?(?:{EVENTS})\b"
    r"(?:\s(?:of|with|in|at|between|on|by|to)(?:\s(?:the|a|an))?(?:\s[\w.'’-]+){1,4}?)?)"
    r"(?:\s(?:on|in|at|from|by|for))?(?:\s(?:the|early|late))?\s$"
)
_CALLED: Final = re.compile(
    r"\b(?:cancel\w*|call(?:s|ed|ing)?\s(?:for|off)|demand\w*|reject\w*|postpon\w*|urg\w+|no|not|never|without|instead|refus\w+"
    r"|ask\w*|propos\w+|rul\w+\sout|meeting|meetings)\b"
)
# "their first debate of the election on Tuesday": the debate is that day.
_NAMED_BEFORE: Final = re.compile(rf"\b(?:{EVENTS})\s$")
_TAIL: Final = re.compile(r"(?:\s(?:in|at|on|with|between)(?:\s[\w.’'-]+){1,5})?(?=[.,;:]|$)")
_PREPOSITION: Final = re.compile(r"(?:\s+(?:on|in|at|by|for|of|from|until|since|the|early|late))+$")
_STOP: Final = re.compile(r"[a-z0-9)]{2}\.$")
_ATTRIBUTION: Final = re.compile(
    rf"\b(?:{ROWS['saying']})\b(?:\s[\w’']+){{0,8}}\s+(?:(?:on|late|early|in)\s)*$"
)
_REPORTED: Final = re.compile(
    r"(?:(?:and|but|or)\s)?(?:that\s|(?:[\w’'.-]+\s){1,5}(?:would|had|could|might)\b)"
)


def event_of(
    text: str, date: DateMention, group: Sequence[DateMention], start: int, end: int
) -> list[tuple[int, int]]:
    """The stretches of the sentence, or the statement in it, that say what happens on the date."""
    whole = [trimmed(text, start, end, date)]
    opened = text.rfind("(", start, date.start)
    closed = text.find(")", date.end, end)
    if opened >= 0 and closed >= 0 and text.find(")", opened, date.start) < 0:
        inside = [one for one in group if opened < one.start < closed]
        if tells(text, opened + 1, closed, inside):
            start, end, group = opened + 1, closed, inside
            whole = [trimmed(text, start, end, date)]
    parts = clauses(text, start, end, group)
    chosen = _chosen(text, start, parts, date, group)
    if len(whole) == 1:
        whole = [unpaired(text, *whole[0], date)]
    if not chosen or not all(map(balanced, (text[one:other] for one, other in chosen))):
        return whole
    last, stop = chosen[-1]
    if chosen != whole and _STOP.search(text[last:stop]) and date.end < stop:
        chosen[-1] = (last, stop - 1)
    return chosen


def _chosen(
    text: str,
    opens: int,
    parts: list[tuple[int, int]],
    date: DateMention,
    group: Sequence[DateMention],
) -> list[tuple[int, int]]:
    at = next(number for number, (_, end) in enumerate(parts) if date.start < end)
    if _is_list(text, parts, group):
        return [trimmed(text, *parts[at], date)]
    first = at
    while first > 0 and not tells(text, parts[first][0], parts[at][1], group):
        first -= 1
    while hangs(text, parts, first, date.start):
        first -= 1
    last = at
    while last + 1 < len(parts) and not tells(text, parts[first][0], parts[last][1], group):
        last += 1
    start, end = parts[first][0], parts[last][1]
    if first == 0 and last > 0 and SUBORDINATE.match(text, opens):
        start = opens
    if first > 0 and _REPORTED.match(text, start) and SAYS.search(text, opens, start):
        return []  # who says it stands before it
    led = LEADING.match(text, start, date.start)
    begins = led.end() if led else start
    if DEPENDS.match(text, begins) and first > 0:
        start = parts[first - 1][0]
        begins = start
    subject = None
    if first > 0 and VERB_FIRST.match(text, begins):
        if not DEPENDS.match(text, parts[first - 1][0]):
            subject = subject_of(text, parts[:first])
        if subject is None:
            return []
    named = _named(text, begins, end, date, group)
    if named:
        return [named]
    shared = _shared(text, start, end, date, group)
    spans = shared or [trimmed(text, start, end, date)]
    if _ATTRIBUTION.search(text[spans[-1][0] : date.start]) and date.end + 1 >= spans[-1][1]:
        return []  # on that day it was said: what was said belongs to it
    if subject is None and spans[0][0] > parts[0][0] and VERB_FIRST.match(text, spans[0][0]):
        subject = subject_of(text, [(parts[0][0], spans[0][0])])
        if subject is None:
            return []
    return [subject, *spans] if subject else spans


def _is_list(text: str, parts: Sequence[tuple[int, int]], group: Sequence[DateMention]) -> bool:
    """Whether semicolons part entries without a verb: "Dec. 31, at Ell; Jan. 7, at Fallmouth"."""
    gaps = [text[left[1] : right[0]].strip() for left, right in pairwise(parts)]
    return (
        ";" in gaps
        and set(gaps) <= {";", ":"}
        and not any(tells(text, *part, group) for part in parts)
    )


def _named(
    text: str, start: int, end: int, date: DateMention, group: Sequence[DateMention]
) -> tuple[int, int] | None:
    """The noun of an event with the date behind it, where it stands aside from what is told.

    "… sets the stage for talks in Geneva on Jan. 10"; not where the clause calls it off or for it.
    """
    found = _ASIDE.search(text, max(start, date.start - LONGEST_NAME), date.start)
    if found is None or _NAMED_BEFORE.search(text, start, found.start()):
        return None
    if _CALLED.search(text, start, found.start()):
        return None
    others = [one.start for one in group if one.start >= date.end and one.start < end]
    tail = _TAIL.match(text, date.end, min(others, default=end))
    return found.start("name"), tail.end() if tail and not others else date.end


def _shared(
    text: str, start: int, end: int, date: DateMention, group: Sequence[DateMention]
) -> list[tuple[int, int]] | None:
    """Of a clause with several dates, what belongs to the one; None where it cannot be told.

    "meetings of the council on Jan. 12 and of the assembly on Jan. 13"
    """
    runs = _runs(text, [one for one in group if start <= one.start < end])
    at = next(number for number, run in enumerate(runs) if date in run)
    if len(runs) < 2:
        return None
    cuts = []
    for left, right in pairwise(runs):
        mark = _AND.search(text, left[-1].end, right[0].start)
        if mark is None or mark.start() - left[-1].end > 1:
            return None  # what follows the date is still of it
        cuts.append((mark.start(), mark.end()))
    if not tells(text, start, cuts[0][0], group):
        return None
    opens = start if at == 0 else cuts[at - 1][1]
    closes = end if at == len(runs) - 1 else cuts[at][0]
    own = trimmed(text, opens, closes, date)
    if (
        at > 0
        and text[cuts[at - 1][0] : cuts[at - 1][1]].strip() == ","
        and is_noun_alone(text, *own)
    ):
        return None  # "…, down 5 percent from last year"
    if at == 0 or tells(text, own[0], own[1], group):
        return [own]
    head = None
    for found in _HEAD.finditer(text, start, runs[0][0].start):
        head = found
    if head is None:
        return None
    stop = head.end()
    if _PREPOSITION.match(text[own[0] - 1 : own[0] + 4]):
        stop = head.start() + len(head[0].split()[0])
    return [trimmed(text, start, stop, None), own]


def _runs(text: str, dates: Sequence[DateMention]) -> list[list[DateMention]]:
    """The dates that stand side by side taken together: "Monday and Tuesday"."""
    runs: list[list[DateMention]] = []
    for date in dates:
        if runs and _JOINER.fullmatch(text, runs[-1][-1].end, date.start):
            runs[-1].append(date)
        else:
            runs.append([date])
    return runs
