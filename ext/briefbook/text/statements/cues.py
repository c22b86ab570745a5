"""The words that attribute: verbs of saying in each of their forms, and nouns of saying."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefbook.text.lang.load import language

if TYPE_CHECKING:
    from briefbook.text.lang.verb import Verb

_ENGLISH = language("en")


class Cue:
    """What a word form can do as a cue: bits of a plain int, since enum flags are slow to test."""

    SAY: Final = 1  # takes a clause or a direct quotation
    ACT: Final = 2  # speaks of something; holds quoted fragments
    THINK: Final = 4
    FINITE: Final = 8  # can be the verb of a clause
    PARTICIPLE: Final = 16  # an -ing form
    PASSIVE: Final = 32  # a past participle
    BASE: Final = 64  # the lemma itself: an infinitive, or the present of a plural subject
    THIRD: Final = 128  # the -s form
    PAST: Final = 256
    NOUN: Final = 512


_BITS = {"say": Cue.SAY, "act": Cue.ACT, "think": Cue.THINK}


def _lexicon() -> tuple[dict[str, int], dict[str, Verb]]:
    kinds: dict[str, int] = {}
    verbs: dict[str, Verb] = {}
    for verb in _ENGLISH.verbs.values():
        if not verb.attributes:
            continue
        kind = sum(_BITS[name] for name in verb.classes)
        for form, use in (
            (verb.lemma, Cue.FINITE | Cue.BASE),
            (verb.third, Cue.FINITE | Cue.THIRD),
            (verb.past, Cue.FINITE | Cue.PAST),
            (verb.ing, Cue.PARTICIPLE),
            (verb.participle, Cue.PASSIVE),
        ):
            kinds[form] = kinds.get(form, 0) | kind | use
            verbs.setdefault(form, verb)
    return kinds, verbs


CUES, VERBS = _lexicon()
"""Every form of every cue verb: what it can do, and its row in the table of verbs."""

ALWAYS_VERBS = frozenset(form for verb in _ENGLISH.verbs.values() for form in verb.always)
"""Forms that are a verb's whatever stands around them, of cues and others."""

NOUN_CUES = _ENGLISH.nouns["saying"]
"""Nouns that attribute what follows to whoever's they are."""
