"""Whether the words around a body's name make it a part of somebody else's, longer name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefbook.text.bodies.body import BodyKind
from briefbook.text.bodies.name_words import OPENERS

if TYPE_CHECKING:
    from briefbook.text.bodies.body import ContextName

_WORDS_BEFORE = 60
"""Characters looked back over for the words before a name."""

_CHANNEL = re.compile(r" (?:\d[\dK]?|\dK\d\d)(?![\w.,:-]*\d)(?= [a-z(]|[^\w ]|$)")
_COMPETITION = re.compile(
    r"(?: [A-Z][\w']+){0,3}"
    r" (?:Championships?|Cup|Finals?|Games|Grand Prix|League|Open|Tour|Trophy)\b"
)
_OTHERS_NAME = re.compile(r"(?: [A-Z][\w'’]*){0,3} (?:Association|Foundation)\b")
_LOCAL = re.compile(r" Local \d")
_WITH_CHANNELS = frozenset((BodyKind.PRESS, BodyKind.SPORT))
_WITH_BRANCHES = frozenset((BodyKind.RIGHTS, BodyKind.HUMANITARIAN, BodyKind.ECONOMY))
_OF_MORE = re.compile(r" of [A-Z]")
# Names that open or end so are many institutions'; whose it is then stands before them.
_COMMON_NAME = re.compile(
    r"(?:Academy|Association|Board|Bureau|Council|Department|House|Institute|Ministry|Society)"
    r" (?:for|of|on) "
    r"|.* [Pp]arty$"
)
_OTHERS = frozenset({"city", "county", "national", "provincial", "regional", "state"})
"""Words in lower case that make an institution another's: "state Senate"."""
_BEFORE_A_NAME = OPENERS | {"Acting", "Current", "Former"}
_VERB_ENDINGS = ("ing", "ed", "ly")
_SENTENCE_ENDS = frozenset('.!?:;"”“-')
_LAST_WORDS = re.compile(r"(?:\b([A-Z]\w+)'s (?=own ))?([\w.'-]+) $")


def stands_alone(text: str, start: int, length: int, context: ContextName) -> bool:
    """Whether no words around the name make it part of a longer one.

    "State Senate", "state Senate", "Sylvania's own Senate" and "Senate of the guild" are longer; in
    "Republican Senate" the word is one of those that speak for the body.
    """
    if text.startswith(" of ", start + length):
        return False
    before = _LAST_WORDS.search(text, max(0, start - _WORDS_BEFORE), start)
    if before is None:
        return True
    owner, word = before.groups()
    if word in _OTHERS:
        return False
    if owner is not None:
        return owner.lower() in context.near
    bare = word.removesuffix("'s").lower().split("-")[0]
    if bare.endswith(_VERB_ENDINGS) and _opens_the_sentence(text, before.start(2)):
        return True  # "Increasing Quad engagement"
    return not word[0].isupper() or word in OPENERS or word[-1] == "." or bare in context.near


def is_a_branch(text: str, end: int, kind: BodyKind) -> bool:
    """Whether what follows the name makes it a branch, a channel, a game, a competition or others'.

    "ACLU of Massachusetts", "Teamsters Local 90", "NBC 5", "Madden NFL 17", "FIFA World Cup",
    "White House Correspondents' Association"; "NATO 2030" is NATO's.
    """
    if _OTHERS_NAME.match(text, end):
        return True
    if kind is BodyKind.SPORT and _COMPETITION.match(text, end):
        return True
    if kind in _WITH_BRANCHES and (_OF_MORE.match(text, end) or _LOCAL.match(text, end)):
        return True
    return kind in _WITH_CHANNELS and _CHANNEL.match(text, end) is not None


def _opens_the_sentence(text: str, start: int) -> bool:
    return not start or text[max(0, start - 3) : start].rstrip()[-1:] in _SENTENCE_ENDS


def is_part_of_a_longer_name(text: str, start: int, name: str, *, title: bool) -> bool:
    """Whether the words around a full name make it somebody else's.

    "American Congress of Obstetricians", "Florida Department of State", "Ohio Republican Party";
    "Obama's Department of State" and "Former Department of State officials" are no longer names.
    Of a publication's ``title`` that is a common word, "the guardian of the seal" is one.
    """
    if " " in name and _OF_MORE.match(text, start + len(name)):
        return True
    if title and text.startswith(" of ", start + len(name)):
        return True
    if not _COMMON_NAME.match(name):
        return False
    before = _LAST_WORDS.search(text, max(0, start - _WORDS_BEFORE), start)
    if before is None:
        return False
    word = before.group(2)
    return word[0].isupper() and word not in _BEFORE_A_NAME and not word.endswith((".", "'s"))
