"""Words by what they do in a sentence: the closed classes, and shape where no list can help."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from briefbook.text.lang.load import language
from briefbook.text.statements.cues import ALWAYS_VERBS, CUES, Cue

_ENGLISH = language("en")


class Tag:
    """What a token can be: bits of a plain int, since enum flags are slow to test."""

    QUOTED: Final = 1  # a whole quoted span, taken as one token
    CAPITAL: Final = 2
    PRONOUN: Final = 4  # he, she, they … as a subject
    DETERMINER: Final = 8
    RELATIVE: Final = 16  # who, which, that
    PREPOSITION: Final = 32
    COORDINATOR: Final = 64
    AUXILIARY: Final = 128
    ADVERB: Final = 256  # may stand between a subject and its verb
    SUBORDINATOR: Final = 512  # opens a clause: because, as, when, what
    TIME: Final = 1024
    VERB: Final = 2048  # a verb form that is no cue
    CUE: Final = 4096
    NUMBER: Final = 8192
    PUNCTUATION: Final = 16384
    PARTICIPLE: Final = 32768  # an -ing form
    OBJECT: Final = 65536  # him, them, himself
    POSSESSIVE: Final = 131072  # ends in an apostrophe and s
    WORD: Final = 262144
    COMMA: Final = 524288  # a quoted span that ends with a comma


_TAGS = {
    "pronoun": Tag.PRONOUN,
    "object": Tag.OBJECT,
    "determiner": Tag.DETERMINER,
    "relative": Tag.RELATIVE,
    "preposition": Tag.PREPOSITION,
    "coordinator": Tag.COORDINATOR,
    "auxiliary": Tag.AUXILIARY,
    "adverb": Tag.ADVERB,
    "subordinator": Tag.SUBORDINATOR,
    "time": Tag.TIME,
}
_ADVERB_NOT = _ENGLISH.words["not-adverb"]

TITLES = _ENGLISH.nouns["title"]


def _table() -> dict[str, int]:
    table: dict[str, int] = {}
    classes = [(tag, _ENGLISH.words[name]) for name, tag in _TAGS.items()]
    for tag, members in [*classes, (Tag.VERB, ALWAYS_VERBS)]:
        for word in members:
            table[word] = table.get(word, 0) | tag
            if "'" in word:
                curly = word.replace("'", "\u2019")
                table[curly] = table.get(curly, 0) | tag
    for form, can in CUES.items():
        table[form] = table.get(form, 0) | Tag.CUE
        if can & Cue.PARTICIPLE:
            table[form] |= Tag.PARTICIPLE
    return table


_TABLE = _table()
_NAMES_IN_CAPITALS = _ENGLISH.lists["names-in-capitals"]


@lru_cache(maxsize=1 << 16)
def tag_word(word: str) -> int:
    """What ``word`` can be, as bits of ``Tag``."""
    low = word.lower()
    if low in _NAMES_IN_CAPITALS and word.isupper():
        return Tag.CAPITAL | Tag.WORD
    tag = _TABLE.get(low)
    if tag is None:
        tag = 0
        if low[0].isdigit():
            tag = Tag.CAPITAL if low.isalnum() and low[-4:].isalpha() else Tag.NUMBER  # 1010data
        elif low.endswith(("'s", "\u2019s", "s'", "s\u2019")):
            tag = Tag.POSSESSIVE
        elif word == low:
            if low.endswith("ly") and low not in _ADVERB_NOT:
                tag = Tag.ADVERB
            elif low.endswith("ing") and len(low) > 5:
                tag = Tag.PARTICIPLE
            elif low.endswith("ed") and len(low) > 4 and not _is_compound(low):
                tag = Tag.VERB
    if word[0].isupper():
        tag |= Tag.CAPITAL
    return tag | Tag.WORD


def _is_compound(low: str) -> bool:
    """Whether the word is an adjective of several: worse-than-expected, but not re-elected."""
    first, hyphen, _ = low.partition("-")
    return bool(hyphen) and first not in _PREFIXES


_PREFIXES = frozenset(("co", "de", "mis", "out", "over", "pre", "re", "self", "under"))


_IN_S = _ENGLISH.lists["firms-in-s"]


def is_name_in_s(word: str) -> bool:
    """Whether ``word`` is a name that only looks like whose something is: Macy's, McDonald's."""
    return word[:1].isupper() and word.lower().replace("\u2019", "'") in _IN_S


_NEVER_NAMES = Tag.AUXILIARY | Tag.CUE | Tag.VERB | Tag.ADVERB | Tag.PARTICIPLE | Tag.SUBORDINATOR


@lru_cache(maxsize=1 << 16)
def tag_within(word: str) -> int:
    """As ``tag_word``, for a word within its sentence: a capital there makes it a name."""
    tag = tag_word(word)
    return tag & ~_NEVER_NAMES if tag & Tag.CAPITAL else tag
