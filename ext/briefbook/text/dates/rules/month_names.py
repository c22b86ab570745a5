"""Months that are none: names of people and things, and the verbs "may" and "march"."""

from __future__ import annotations

import re
from typing import Final

from briefbook.text.dates.date_words import DOUBTS, MONTH, YEAR, month_number

# Months that are also names of people or verbs.
NAMES: Final = frozenset(map(month_number, ("march", "april", "may", "june", "august")))
_MAY: Final = month_number("may")
_MARCH: Final = month_number("march")
_BEFORE_MONTH = re.compile(
    r"""(?:\b(?:in|by|since|of|until|till|from|to|and|or|through|during|next|this|last|before|after
      |for|around|between|mid|early|late|is|was|the|an?|as|its|their)\s+ | [-–—(,/]\s?)$""",
    re.IGNORECASE | re.VERBOSE,
)
_NAME_AFTER = re.compile(
    r"[^\S\n]+(?:[A-Z][a-z]|(?:I|we|you|he|she|they|it|not|the|be|have|God|also|well|soon|yet)\b)"
    r"|['’]s\s+[a-z]+\s|\s?-[A-Z]|\son\s(?:the|a)\s"
)
# "April's flash estimate" of the economy, as no person has one
_DATA_AFTER = re.compile(
    r"['’]s\s(?:[\w-]+\s){0,4}(?:reports?|numbers|estimates?|GDP|figures|data|rates?|inflation|jobs|sales"
    r"|readings?|budget|elections?|survey|increase|decrease|gains?|losses|summit|total|rise|drop)\b"
)
# "by June Halvorsen": after these a capital is a name's; after "in" it may open what happened.
_GIVEN_BEFORE = re.compile(r"(?:\b(?:by|of|to|and|or|for|from|with|told|met|married)\s|[\"“]|^)$")
_CAPITAL_AFTER = re.compile(r"\s[A-Z][a-z]+")
_SURNAME_BEFORE = re.compile(
    r"(?:\b(?!(?:In|By|Since|Of|Until|From|To|And|Through|During|Next|This|Last|Before|After|For|Around"
    r"|Between|Mid|Early|Late|Every|The|Its|Their|His|Her|On|As|With|But|Or|That|When|Each|Till)\s)"
    r"[A-Z][a-zà-þ]+\s)$"
)
_PERSON_BEFORE = re.compile(rf"\b(?:(?=[A-Z])(?i:{DOUBTS['titles']})\.?|{DOUBTS['relatives']})\s$")
_SURNAME_AFTER = re.compile(
    r"\s*(?:[.,;:!?)]|$|['’]s\b|\s(?:is|was|are|were|has|had|said|says|who|and|or|told|will|would|could"
    r"|can|did|does|in|of|at|to|from|with|on)\b)"
)
_MARCHED = re.compile(rf"\b(?i:{DOUBTS['marches']}|(?:wom[ae]n|people)['’]s)\s$")
_MARCH_AFTER = re.compile(rf"\s(?:of|on|for|to|from|through)\s(?:the\s|an?\s)?(?!{MONTH})[A-Z]")
# "at the March of Dimes"
_MARCH_OF = re.compile(rf"\sof\s(?!{MONTH}|{YEAR})[A-Z]")
_IN = re.compile(r"\b[Ii]n\s(?:the\s)?$")
# "The Anti-June Cleaver", but not "mid-June"
_PART_OF_WORD = re.compile(r"(?<!\b[Mm]id)(?<!\b[Pp]re)(?<!\b[Pp]ost)[A-Za-z]{2}-$")
_LOWER_BEFORE = re.compile(
    r"\b(?:in|by|since|of|until|till|from|during|last|this|next|early|late|mid)\s+$"
)


def is_marched(month: int, before: str) -> bool:
    """As in "the Hunger March of 1922", with what stands close before it."""
    return month == _MARCH and _MARCHED.search(before) is not None


def is_no_month(text: str, start: int, end: int, before: str, *, month: int) -> bool:
    """Whether a month's name, alone, is none: "Theresa May", "March on the capital", "june bug".

    ``before`` is what stands close before it.
    """
    word = text[start:end].replace("-", " ").strip()
    if _PART_OF_WORD.search(before):
        return True
    if word[0].islower() and word[-1] != ".":
        return not _LOWER_BEFORE.search(before)
    if month not in NAMES:
        return False
    if _PERSON_BEFORE.search(before):
        return True
    named = _GIVEN_BEFORE.search(before) and _CAPITAL_AFTER.match(text, end)
    if named or (_SURNAME_BEFORE.search(before) and _SURNAME_AFTER.match(text, end)):
        return True
    if month == _MARCH and _MARCH_OF.match(text, end) and not _IN.search(before):
        return True
    if _BEFORE_MONTH.search(before) or _DATA_AFTER.match(text, end):
        return False
    if month == _MARCH and _MARCH_AFTER.match(text, end):
        return True
    if month == _MAY and text[end : end + 2] not in ("'s", "’s"):
        return True
    return _NAME_AFTER.match(text, end) is not None
