"""Dates of what is over, by the words that stand beside them, whatever their clause's verb."""

from __future__ import annotations

import re

from briefbook.text.dates.tense_rows import ROWS

# "after having her son in August"
_AFTER_DOING = re.compile(r"\bafter [a-z]{2,}ing\b[^,;:]{0,60}$")
# "rebuilding after the tornadoes in April": what nobody plans, and what was decided
_UNPLANNED = re.compile(
    rf"\b(?:after|since|following|despite) (?:[\w’'-]+ ){{0,4}}(?:{ROWS['unplanned']}"
    r"|(?:decision|refusal|failure|agreement) to)\b[^,;:]{0,60}$"
)
# "under fire for indicating in June"
_FOR_DOING = re.compile(rf"\b(?:{ROWS['blamed']}) (?:for|of|over) [a-z]{{2,}}ing\b[^,;:]{{0,40}}$")
# "after the report for Q1": what was measured is over
_MEASURED = re.compile(
    r"\b(?:reports?|results|figures|data|numbers|readings?|earnings) (?:for|from)(?: the)?$"
)
# "claims such as Sunday's on the vote"
_LIKE = re.compile(r"\b(?:such as|like|than)$")
_OWN = re.compile(r"['’]s (?:on|in|at|about|over|of|by|with)\b")
# "the game rescheduled from February"
_MOVED_FROM = re.compile(r"\b(?:postponed|adjourned|rescheduled|delayed|moved)\b[^,;:]{0,40}$")
_OVER = re.compile(
    r"['’]s (?:(?:New York|London|Tokyo) )?(?:clos(?:e|ing)|prices?|trading|attacks?|raids?"
    r"|bombings?|shooting|crash|fight|brawl|riots?|incident|accident|fire|blast|explosion|earthquake|storm"
    r"|violence|arrests?|deaths?|murders?|killings?|massacre|ruling|announcement|defeat|victory|win|loss)\b"
)
# "the nomination on Thursday comes after a month of talks"
_COMES = re.compile(
    r"(?:['’]s (?:[\w-]+ ){1,3}| ?)comes? "
    r"(?:(?:just|only|shortly|soon|barely|more than|less than|nearly|almost|about|an?|one|two|three"
    r"|four|five|six|[a-z]+ly|few|several|days?|hours?|weeks?|months?|years?|\d+) ){0,4}"
    r"(?:after|as|amid|amidst|following|despite|in the wake|on the heels)\b"
)
_GOES_BACK = re.compile(r"\b(?:be|come|go|get|welcomed?|is|are|was|were|bring|brought) back in$")


def is_over(before: str, after: str) -> bool:
    """Whether the words beside a date tell of the past: "since Monday", "Monday's attack"."""
    if _OVER.match(after) or (_OWN.match(after) and _LIKE.search(before)):
        return True
    if _COMES.match(after):
        return True
    if before.endswith("from") and _MOVED_FROM.search(before):
        return True
    if before.endswith(("since", "Since", "pre-", "post-")) or _AFTER_DOING.search(before):
        return True
    if any(told.search(before) for told in (_UNPLANNED, _FOR_DOING, _MEASURED)):
        return True
    return before.lower().endswith("back in") and _GOES_BACK.search(before) is None
