"""The tense of the clause that a phrase stands in, from the verbs around it."""

from __future__ import annotations

import re
from enum import Enum

REACH = 160
"""Characters on either side of a phrase within which its clause is looked for."""

_IRREGULAR = (
    "was|were|had|did|said|told|rose|fell|grew|began|came|went|took|made|got|won|lost|met|held"
    "|sold|bought|gave|kept|left|led|sent|spent|wrote|became|found|knew|saw|paid|ran|struck|broke"
    "|brought|built|caught|chose|drew|drove|fought|flew|heard|laid|sank|shook|spoke|stood|swept"
    "|taught|thought|threw|withdrew|been"
)
_AHEAD = (
    "[Ww]ill(?! [A-Z])|shall|scheduled|slated|due|effective|payable|plans?|expected|upcoming"
    "|expires|redeemable"
    "|going to|set to|about to|until"
)
_MODAL = (
    "would|could|should|may|might|must|can|cannot"
    "|to (?:be|begin|meet|start|take|hold|decide|open|go|run|come|end|vote|visit|discuss|complete"
    "|make|give|leave|return|resume|attend|report|release|announce|publish|face|stand|appear|win|regain)"
)
_VERB = re.compile(
    # What was due, and what would have been, is told of the past, whatever came of it.
    r"\b(?:(?P<past_plan>(?:was|were|been)"
    r" (?:due|scheduled|slated|expected|set|supposed|planned)\b"
    r"|(?:would|could|should|may|might|must)(?: not)? have\b)"
    # A participle after "be", an article or another auxiliary says nothing of when.
    rf"|(?:be|been|being|is|are|an?|the|its|his|her|their|still|newly)"
    rf" (?!due\b|scheduled\b|slated\b|expected\b)(?:[a-z]{{2,14}}ed|{_IRREGULAR})\b"
    rf"|(?P<ahead>(?:{_AHEAD}|[A-Za-z]{{1,5}}['’]ll)\b)"
    rf"|(?P<modal>(?:{_MODAL})\b)"
    rf"|(?P<past>(?:{_IRREGULAR}|(?!un)[a-z]{{2,12}}[a-df-z]ed|agreed)\b))"
)
_CLAUSE_END = re.compile(r"[,;:—–]|\s-")
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+(?=[A-Z\"“‘(])|\n\s*\n")
_FALSE_END = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Inc|Corp"
    r"|Co|Ltd|vs|No)$"
)


def sentence_before(text: str, start: int) -> str:
    """The part of a phrase's sentence that stands before it, at most ``REACH`` characters."""
    before = text[max(0, start - REACH) : start]
    cut = 0
    for found in _SENTENCE_END.finditer(before):
        if before[found.start()] != "." or not _FALSE_END.search(before[: found.start()]):
            cut = found.end()
    return before[cut:]


class Tense(Enum):
    """When a clause places what it tells."""

    PAST = "past"
    AHEAD = "ahead"
    """Said outright: "will", "is due"."""
    MODAL = "modal"
    """Left open, and rather ahead: "would", "to begin"."""


def tense(text: str, start: int, end: int) -> Tense | None:
    """The tense of the clause around a phrase, or None where no verb tells it.

    The nearest verb decides; the distance of one after the phrase counts double, and where the
    clause has one before, its end is not crossed.
    """
    before = " ".join(sentence_before(text, start).split())
    last = None
    for verb in _VERB.finditer(before):
        if verb.lastgroup:
            last = verb
    after = " ".join(text[end : end + REACH].split())
    stop = (_SENTENCE_END if last is None else _CLAUSE_END).search(after)
    room = stop.start() + 1 if stop else len(after)
    following = next((verb for verb in _VERB.finditer(after, 0, room) if verb.lastgroup), None)
    had = any(verb is not None and verb[0] == "had" for verb in (last, following))
    if before.endswith(" by") and not had:
        return Tense.AHEAD
    if following and (last is None or 2 * following.start() < len(before) - last.end()):
        last = following
    if last is None:
        return None
    return {"ahead": Tense.AHEAD, "modal": Tense.MODAL}.get(last.lastgroup or "", Tense.PAST)


def looks_back(text: str, start: int, end: int) -> bool | None:
    """Whether the clause around a phrase is in the past; None where no verb tells."""
    found = tense(text, start, end)
    return None if found is None else found is Tense.PAST
