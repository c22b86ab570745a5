"""Which language a text is in, by its function words; and what counts as one in any of them."""

from __future__ import annotations

import re
from collections import Counter

from briefbook.text.lang.table import Table


def _languages_of() -> dict[str, tuple[str, ...]]:
    table = Table("mul", "function_words")
    found: dict[str, tuple[str, ...]] = {}
    for language, text in table.rows.items():
        words = text.split()
        table.require_small(words)
        if len(set(words)) < len(words):
            raise table.problem(language, "a word stands there twice", "name each once")
        for word in words:
            found[word] = (*found.get(word, ()), language)
    return found


LANGUAGES_OF = _languages_of()
"""Of each function word, the languages that have it."""

SAMPLE = 20_000
"""Characters: the function words of a page's worth of text settle its language."""

MIN_FOUND = 3
"""Function words; fewer may be names ("De Vries", "El Paso") in a text of another language."""

ENGLISH_SHARE = 0.04
"""Share of words that are function words of English alone. In 188 stretches of 400 characters of
English news it is 0.19 or more; in the 24 languages of Sphinx's own message catalogues (600 to
6,800 words each) it is at most 0.016."""

FEWEST_WORDS = 12
"""Fewer words tell nothing; they are taken for English."""

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH_ALONE = frozenset(word for word, has in LANGUAGES_OF.items() if has == ("en",))


def guess_language(text: str) -> str | None:
    """The language of ``text`` as a BCP 47 tag, or None where too few function words tell it.

    Each function word counts for every language that has it, divided by how many have it, so that
    "de" and "a" decide little.
    """
    scores: dict[str, float] = {}
    found: dict[str, int] = {}
    for word, count in Counter(_WORD.findall(text[:SAMPLE].lower())).items():
        languages = LANGUAGES_OF.get(word, ())
        for language in languages:
            scores[language] = scores.get(language, 0.0) + count / len(languages)
            found[language] = found.get(language, 0) + count
    if not scores:
        return None
    if sum(1 for _ in _WORD.finditer(text[:SAMPLE])) < FEWEST_WORDS:
        return None
    best = max(sorted(scores), key=lambda language: scores[language])
    return best if found[best] >= MIN_FOUND else None


def is_english(text: str, language: str | None = None) -> bool:
    """Whether a text is English: by its ``language`` (BCP 47), where that is known, else by words.

    What it is else does not matter here: languages that the table lacks are told from English, too.
    """
    if language:
        return language.lower().split("-")[0] == "en"
    words = _WORD.findall(text[:SAMPLE].lower())
    if len(words) < FEWEST_WORDS:
        return True
    return sum(word in _ENGLISH_ALONE for word in words) >= ENGLISH_SHARE * len(words)
