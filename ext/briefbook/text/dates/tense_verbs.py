"""The verbs that tell when, and which of them is nearest to a date."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from briefbook.text.dates.tense_rows import PARTICIPLE, ROWS

_PLANNED: Final = ROWS["planned"]
# In -ed after "un-": "unveiled" is a verb, "unnamed" is none.
_NO_UN: Final = r"(?!un(?!veil|leash|fold|earth|load|cover|lock|seat))"
_ARTICLE: Final = r"(?:an?|the|its|his|her|their|our|my)"
_DONE: Final = r"(?: (?:not|also|again|soon|then))?(?: be)?(?: [a-z]{2,14})?"
"""What an auxiliary announces, so that it is not taken for a verb of its own."""
# Not "four rounds of planned outages".
_TO_COME: Final = (
    r"(?=$|[,;:]| (?:for|to|on|in|at|by|from|after|before|around|next|this|later|early|late|mid"
    r"|[A-Z0-9]))"
)
_AHEAD: Final = (
    rf"(?:[Ww]ill(?! [A-Z])|[Ww]on['’]t){_DONE}|tak(?:e|es|ing) effect"
    rf"|[A-Za-z]{{1,5}}['’]ll{_DONE}|shall{_DONE}"
    rf"|(?:{_PLANNED}|due|set|about|going|(?:is|are)(?: likely| ready)?|{ROWS['intending']})"
    rf" to{_DONE}"
    rf"|set for|due|(?:{_PLANNED}){_TO_COME}|effective(?=$| (?:from|as of|on)\b)"
    r"|payable|upcoming|redeemable"
    rf"|(?:when|once|if|until)(?: [\w’'-]+){{1,3}} (?:is|are) {PARTICIPLE}"
    r"|(?:plans?|planned|planning) (?:an?|talks)|prepar(?:es?|ing) (?:for|to)"
    r"|prepared for(?! delivery)"
    r"|(?:get|getting|gets|is|are)(?: it| them)? ready for"
    r"|(?:brac|gear)(?:es|e|ing|s)?(?: itself| themselves| up)? for"
    r"|(?:starting|beginning) (?:on|in)|(?<!more )(?<!less )(?:un)?likely"
    r"|extend(?:ing|s)?"
    r"|extended (?:[\w$’'-]+ ){0,9}(?:until|through|till)"
    r"|extended (?:[\w’'-]+ ){0,4}(?:by|to(?=$| the\b| [A-Z0-9]))"
    r"|postponed|adjourned|rescheduled|(?:hopes?|prospects?) of|heading into"
    r"|on (?:pace|track|course) to"
    r"|reports? (?:its |their )?(?:[\w-]+ )?(?:earnings|results)"
)
_VERB = re.compile(
    # What was due is told of the past, whatever came of it; what would have been did not come.
    # Not "star-studded", "take-off"; but "re-elected".
    r"(?<!\w)(?<![a-z]{3}-)(?=[A-Za-z])(?:"
    r"(?P<past_plan>(?:was|were|been) (?:first|originally|initially)\b"
    r"(?: [a-z]{2,14})?(?: (?:for|to))?"
    r"|(?:would|could|should|may|might|must)(?: not)? have\b)"
    r"|(?P<condition>if (?:[\w’'-]+ ){1,2}(?:won|lost|got|became|left)\b)"
    # "had planned to retire in June", as "was due in June": to come then, and maybe over by now.
    rf"|(?P<open>(?:was|were|been) (?:{_PLANNED}|due|set|supposed|going)(?: to [a-z]+)?\b"
    r"|(?:decision|refusal|failure|agreement) to [a-z]+\b"
    rf"|as (?:previously |originally |initially )?(?:{_PLANNED})\b"
    rf"|had(?: [a-z]{{2,14}}ly)? (?:been )?(?:{ROWS['planning-then']}) (?:to|on)\b{_DONE}"
    rf"|(?:was|were|been) (?:still )?(?:{ROWS['intending']}) to{_DONE}\b)"
    # What only seems to be says nothing of when, nor what is said to be.
    rf"|continues? to be\b|(?:{ROWS['seeming']}|(?:is|are) (?:{ROWS['held']})) to [a-z]+\b"
    # A participle after "be", an article or another auxiliary says nothing of when.
    rf"|(?:be|been|being|is|are|still|newly|{_ARTICLE})(?: [a-z]{{2,14}}ly)?"
    rf" (?!(?:due|{_PLANNED})\b){PARTICIPLE}\b"
    rf"|{_ARTICLE}(?: [a-z]{{2,14}}ly)? (?:{_PLANNED})\b"
    rf"|(?P<perfect>had\b(?! been (?:{_PLANNED}|due|set|supposed)\b)"
    rf"(?: (?:not|already|[a-z]{{2,14}}ly))?(?: {PARTICIPLE}\b)?)"
    rf"|(?P<ahead>(?:{_AHEAD})\b)"
    rf"|(?P<decided>(?:{ROWS['decided']}) to{_DONE}\b)"
    rf"|(?P<modal>(?:(?:{ROWS['modal']}){_DONE}|to"
    rf" (?:be(?: [a-z]{{2,14}}ly)? {PARTICIPLE}|{ROWS['coming']}))\b)"
    rf"|(?:to|[Aa]n?|[Tt]he|{_ARTICLE}) (?:{ROWS['scheduled-plural']})\b"
    rf"|(?P<present>(?:(?:stay|remain)s? {PARTICIPLE}|(?:is|are) (?:{ROWS['holding']})"
    rf"|{ROWS['scheduled']}|{ROWS['scheduled-plural']})\b(?!['’-]))"
    rf"|(?P<past>(?:{ROWS['past']}|{_NO_UN}[a-z]{{2,12}}[a-df-z]ed)\b))"
)
# "announced plans to leave"
_PLANS = re.compile(r"(?:plan|hope|vow|pledge|promise|threat|aim)s?\b")


class Verb(NamedTuple):
    """A verb of a clause by its kind, and where it stands."""

    kind: str
    start: int
    end: int


def last_verb(before: str) -> Verb | None:
    found = None
    for verb in _VERB.finditer(before):
        if verb.lastgroup:
            found = Verb(verb.lastgroup, verb.start(), verb.end())
    return found


def first_verb(after: str) -> Verb | None:
    """The first verb; of two side by side the second, as in "the group he founded will meet"."""
    found = None
    for verb in _VERB.finditer(after):
        if not verb.lastgroup:
            continue
        beside = found is not None and found.kind == "past" and verb.start() == found.end + 1
        if found is None or (beside and not _PLANS.match(after, verb.start())):
            first, found = found, Verb(verb.lastgroup, verb.start(), verb.end())
            if first is None:
                continue
        break
    return found
