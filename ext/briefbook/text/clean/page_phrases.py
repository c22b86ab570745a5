"""Which lines are surely the page's and not the article's, told by their words alone.

Forms of words hold for short lines only: a sentence of an article may speak of cookies, newsletters
and sharing as it likes. A longer line is the page's where it speaks to the reader, reports nobody's
words and is made of the vocabulary of legal notices or of appeals.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefbook.text.clean.phrase_rules import MENU, RULES, TOPICS
from briefbook.text.kinds import DropReason
from briefbook.text.lang.page_wording import page_wording, page_words

if TYPE_CHECKING:
    from briefbook.text.clean.phrase_rules import Rule

MAX_PHRASE = 240
"""Characters. Offers and notices are longer at times; articles' sentences then begin to match."""

MAX_VOCABULARY = 10
"""Words of a line that is judged by its vocabulary alone."""

MIN_REPORT = 4
"""Words of a line that may report somebody's: "Access denied" and "Page not found" report none."""

MIN_TELLING = 5
"""Words of a sentence that says something: "Published today." says nothing."""

SEEN = 600
"""Characters of a long line that are looked at: its opening shows what it is."""

MIN_NOTICE = 4
"""Words of the vocabulary of notices, no two alike, in a line that speaks to the reader."""

MIN_PITCH = 3
"""Likewise of appeals, in a line that says both "we" and "you"."""

# Offers and notices report nobody's words.
_LISTS = page_wording().lists
_REPORTS = frozenset(_LISTS["reports"] + _LISTS["rulings"])
_ADDRESSES = frozenset(_LISTS["addresses"])
_OFFERS = _ADDRESSES | frozenset(_LISTS["offers"])
_PITCHES = frozenset(_LISTS["pitches"])
_NOTICE_SIGNS = frozenset(_LISTS["notice-signs"])
_NOTICES = frozenset(_LISTS["notices"]) | _NOTICE_SIGNS
_WE = frozenset(["we", "our", "us"])
_YOU = frozenset(["you", "your"])
_QUOTES = re.compile('["“”«»„]')
_STAMPED = re.compile(r"^\w+:|\b[ap]\.m\.$")
_RIGHTS = re.compile(r"(?:©|\(c\) ?\d|copyright (?:©|\d)|all rights reserved)", re.IGNORECASE)


def reason_of(text: str) -> DropReason | None:
    """The reason for which ``text``, a line, is surely no part of an article; None if it may be."""
    tokens = page_words(text[:SEEN])
    words = frozenset(tokens)
    if len(tokens) >= MIN_REPORT and not words.isdisjoint(_REPORTS):
        return None
    return _of_vocabulary(text, words) or (
        _of_form(text, tokens, words) if len(text) <= MAX_PHRASE else None
    )


def _of_vocabulary(text: str, words: frozenset[str]) -> DropReason | None:
    """Why a line of a sentence and more is the page's, told by what it speaks of and to whom."""
    if len(words) < 12 or _QUOTES.search(text):
        return None
    spoken = not words.isdisjoint(_ADDRESSES) or _RIGHTS.match(text)
    if spoken and not words.isdisjoint(_NOTICE_SIGNS) and len(words & _NOTICES) >= MIN_NOTICE:
        return DropReason.NOTICE
    appeals = not words.isdisjoint(_WE) and not words.isdisjoint(_YOU)
    return DropReason.SIGN_UP if appeals and len(words & _PITCHES) >= MIN_PITCH else None


def _of_form(text: str, tokens: list[str], words: frozenset[str]) -> DropReason | None:
    # "No comment." is an answer.
    sentence = text.endswith(".") and not text.endswith("...")
    short = len(tokens) <= MAX_VOCABULARY and not sentence
    if not short and _is_menu(tokens):
        return DropReason.NAVIGATION
    # "Copyright holders sued the harbour." opens as a notice does and says something of its own.
    telling = (
        sentence
        and len(tokens) >= MIN_TELLING
        and words.isdisjoint(_OFFERS)
        and not _STAMPED.search(text)
    )
    for rule in RULES:
        if short and not words.isdisjoint(rule.core) and _within(words, rule):
            return rule.reason
        if rule.whole is not None and rule.whole.fullmatch(text):
            return rule.reason
        told = telling and words.isdisjoint(rule.core)
        if rule.opens is not None and not told and rule.opens.match(text):
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
