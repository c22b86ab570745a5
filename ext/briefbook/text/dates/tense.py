"""The tense of the clause that a phrase stands in, from the verbs around it."""

from __future__ import annotations

import re

REACH = 160
"""Characters on either side of a phrase within which its clause is looked for."""

_IRREGULAR = (
    "was|were|had|did|said|told|rose|fell|grew|began|came|went|took|made|got|won|lost|met|held"
    "|sold|bought|gave|kept|left|led|sent|spent|wrote|became|found|knew|saw|paid|ran|struck|broke"
    "|brought|built|caught|chose|drew|drove|fought|flew|heard|laid|sank|shook|spoke|stood|swept"
    "|taught|thought|threw|withdrew|been"
)
_FUTURE = (
    "will|would|shall|could|should|may|might|must|expected|scheduled|slated|due|effective|payable"
    "|plans?|until|upcoming|expires|redeemable|going to|set to|about to"
    "|to (?:be|begin|meet|start|take|hold|decide|open|go|run|come|end|vote|visit|discuss|complete"
    "|make|give|leave|return|resume|attend|report|release|announce|publish|face|stand)"
)
_VERB = re.compile(
    # What was due is told of the past, whatever came of it.
    r"\b(?:(?P<past_plan>(?:was|were|been)"
    r" (?:due|scheduled|slated|expected|set|supposed|planned)\b)"
    # A participle after "be", an article or another auxiliary says nothing of when.
    rf"|(?:be|been|being|is|are|an?|the|its|his|her|their|still|newly)"
    rf" (?!due\b|scheduled\b|slated\b|expected\b)(?:[a-z]{{2,14}}ed|{_IRREGULAR})\b"
    rf"|(?P<future>(?:{_FUTURE}|[a-z]{{1,5}}['’]ll)\b)"
    rf"|(?P<past>(?:{_IRREGULAR}|(?!un)[a-z]{{2,12}}[a-df-z]ed|agreed)\b))"
)
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


def looks_back(text: str, start: int, end: int) -> bool | None:
    """Whether the clause around a phrase is in the past (True), ahead (False) or neither (None).

    The nearest verb decides; the distance of one after the phrase counts double.
    """
    before = " ".join(sentence_before(text, start).split())
    last = None
    for verb in _VERB.finditer(before):
        if verb.lastgroup:
            last = verb
    after = " ".join(text[end : end + REACH].split())
    stop = _SENTENCE_END.search(after)
    room = stop.start() + 1 if stop else len(after)
    following = next((verb for verb in _VERB.finditer(after, 0, room) if verb.lastgroup), None)
    if following is None and before.endswith(" by") and (last is None or last[0] != "had"):
        return False
    if following and (last is None or 2 * following.start() < len(before) - last.end()):
        last = following
    return None if last is None else last.lastgroup != "future"
