"""Which lines are surely the page's and not the article's, told by their words alone.

Every rule is about a whole line and holds for short ones only: a sentence of an article may speak
of cookies, newsletters and sharing as it likes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.clean.phrase_rules import MENU, RULES, TOPICS
from briefbook.text.lang.page_wording import page_wording, page_words
from briefbook.text.model import DropReason

if TYPE_CHECKING:
    from briefbook.text.clean.phrase_rules import Rule

MAX_PHRASE = 240
"""Characters. Offers and notices are longer at times; articles' sentences then begin to match."""

MAX_VOCABULARY = 10
"""Words of a line that is judged by its vocabulary alone."""

# Offers and notices report nobody's words.
_REPORTS = frozenset(page_wording().lists["reports"])


def reason_of(text: str) -> DropReason | None:
    """The reason for which ``text``, a line, is surely no part of an article; None if it may be."""
    if len(text) > MAX_PHRASE:
        return None
    tokens = page_words(text)
    words = frozenset(tokens)
    if not words.isdisjoint(_REPORTS):
        return None
    # "No comment." is an answer.
    sentence = text.endswith(".") and not text.endswith("...")
    short = len(tokens) <= MAX_VOCABULARY and not sentence
    if not short and _is_menu(tokens):
        return DropReason.NAVIGATION
    for rule in RULES:
        if short and not words.isdisjoint(rule.core) and _within(words, rule):
            return rule.reason
        if rule.whole is not None and rule.whole.fullmatch(text):
            return rule.reason
        if rule.opens is not None and rule.opens.match(text):
            return rule.reason
        if rule.holds is not None and not words.isdisjoint(rule.signs) and rule.holds.search(text):
            return rule.reason
    return None


def is_topic(text: str) -> bool:
    """Whether ``text`` names a section of a newspaper, as a heading within an article may too."""
    return set(page_words(text)) <= TOPICS | {"and"}


def _within(words: frozenset[str], rule: Rule) -> bool:
    return all(word[0].isdigit() for word in words - rule.core - rule.others)


def _is_menu(tokens: list[str]) -> bool:
    """Whether a menu was glued into one line: five and two fifths of its words are entries."""
    entries = sum(token in MENU for token in tokens)
    return entries >= 5 and entries >= 0.4 * len(tokens)
