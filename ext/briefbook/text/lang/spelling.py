"""How English spells a verb's forms and a noun's singular, where nothing else is said of them."""

from __future__ import annotations

import re

_DOUBLES = re.compile(r"[^aeiouy]*(?:qu)?[aeiou][^aeiouwxy]")
"""One syllable that ends in a single vowel and a consonant: beg, quip, shrug."""
_TAKES_ES = re.compile(r".*(?:s|sh|ch|x|z|[^aeiou]o)")


def verb_forms(lemma: str) -> tuple[str, str, str, str]:
    """Third person, past, -ing form and past participle of ``lemma``, a regular verb."""
    if lemma.endswith("ie"):
        return lemma + "s", lemma + "d", lemma[:-2] + "ying", lemma + "d"
    if lemma.endswith("e"):
        stem = lemma if lemma.endswith("ee") else lemma[:-1]
        return lemma + "s", lemma + "d", stem + "ing", lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in tuple("aeiou"):
        past = lemma[:-1] + "ied"
        return lemma[:-1] + "ies", past, lemma + "ing", past
    stem = lemma + lemma[-1] if _DOUBLES.fullmatch(lemma) else lemma
    third = lemma + ("es" if _TAKES_ES.fullmatch(lemma) else "s")
    return third, stem + "ed", stem + "ing", stem + "ed"


def singular(word: str) -> str:
    """The singular of ``word``, if it is a regular plural; any other word as it is."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
