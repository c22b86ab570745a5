"""Quoted names: titles of works and nicknames, which nobody says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefbook.text.lang.load import language
from briefbook.text.statements.cues import CUES, NOUN_CUES, Cue
from briefbook.text.statements.phrases import PEOPLE, is_people
from briefbook.text.statements.tokens import SENTENCE_ENDS
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.quotation import Quoted
    from briefbook.text.statements.tokens import Tokens

_ENGLISH = language("en")
_WORD = re.compile(r"[^\W_]+(?:['\u2019&/-][^\W_]+)*")
_MAKER = re.compile(r" ([a-z-]+)(?= [A-Z])")
_LONGEST = 80
"""Characters of a title; longer spans are not looked at."""
_SMALL = _ENGLISH.lists["small-in-titles"]
_WORKS = _ENGLISH.nouns["work"] | _ENGLISH.lists["of-works"]
_LEADING = _ENGLISH.lists["before-titles"]
_SPOKEN = _ENGLISH.lists["spoken"]
_AS_QUOTED = 3
"""Words before a span among which a word of saying makes it a quotation after all."""


def is_name(text: str, span: Quoted, tokens: Tokens) -> bool:
    """Whether ``span``, which follows ``tokens``, is a title, a nickname or what a thing is called.

    A title is capitalised like one and stands where a name would: after "on", "the film", "ABC's".
    """
    if span.inner_end - span.inner_start > _LONGEST:
        return False
    if not tokens.word or tokens.word[-1] in SENTENCE_ENDS:
        return _is_subject(text, span)
    inner = text[span.inner_start : span.inner_end].rstrip()
    found = _WORD.findall(inner)
    if found and _is_byname(text, span, tokens):
        return True
    if not found or not _is_title_case(found):
        return False
    before, tag = tokens.word[-1], tokens.tag[-1]
    if len(found) <= 2 and tag & Tag.CAPITAL and not tag & Tag.POSSESSIVE:
        following = text[span.end : span.end + 2]
        if following[:1] == " " and following[1:].isupper() and inner[-1].isalnum():
            return True  # Jane “Janie” Doe
    made = _MAKER.match(text, span.end)
    if made and inner[-1].isalnum() and (made[1] in PEOPLE or is_people(made[1])):
        return True  # “Low Tide” director Jane Doe
    if inner[-1] in "!?" and len(found) <= 2:
        return False
    recent = [word.lower() for word in tokens.word[-_AS_QUOTED:]]
    if len(found) > 1 and before in _MADE and inner[-1] not in "!?":
        return True  # who wrote "Low Tide"
    if before == "with" and recent[-2:-1] == ["interview"]:
        return True  # in an interview with "Extra"
    if any(word in _SPOKEN or word in NOUN_CUES for word in recent) or _says(recent):
        return False
    if tag & Tag.POSSESSIVE or before.lower() in _WORKS:
        return True
    if before == "," and len(tokens.word) > 1:
        return tokens.word[-2].lower() in _WORKS
    return before.lower() in _LEADING and len(found) > 1


def _is_subject(text: str, span: Quoted) -> bool:
    """Whether a title opens a sentence and does what works do: “Low Tide” tells a story."""
    found = _WORD.findall(text[span.inner_start : span.inner_end])
    following = _FOLLOWING.match(text, span.end)
    if len(found) < _TITLE or following is None or not _is_title_case(found):
        return False
    return span.last.isalnum() and following[1] in _DOES


_TITLE = 2
"""Words of a title that opens a sentence, at least."""
_FOLLOWING = re.compile(r" ([a-z]+)")
_DOES = _ENGLISH.lists["done-by-works"]
_MADE = _ENGLISH.lists["made-or-seen"]


def _is_byname(text: str, span: Quoted, tokens: Tokens) -> bool:
    """Whether the words before ``span`` give it as a name in use: so-called, a plan dubbed.

    Whoever is named as its author says it: "a plan she dubbed", "dubbed … by Jane Doe".
    """
    last = tokens.word[-1].lower()
    if last == "so-called":
        return True
    if last == "name":
        return True  # goes by the name "…"
    if last == "called" and len(tokens.word) > 2:
        at = len(tokens.word) - 2  # a plan called "…"
        while (
            at > 0
            and len(tokens.word) - at < _MODIFIERS
            and not (
                tokens.tag[at] & (Tag.DETERMINER | Tag.CAPITAL | Tag.PUNCTUATION | Tag.PREPOSITION)
            )
        ):
            at -= 1
        return tokens.word[at] in ("a", "an") and not text.startswith(" by ", span.end)
    if last == "as" and len(tokens.word) > 1:
        at = len(tokens.word) - 2
        named = tokens.word[at].lower() == "known"
    else:
        at = len(tokens.word) - 1
        named = last in _NAMED
    if not named or at == 0 or text.startswith(" by ", span.end):
        return False
    return not tokens.tag[at - 1] & (Tag.PRONOUN | Tag.CAPITAL)


_MODIFIERS = 6
"""Words from an article to "called": a little known plan called."""
_NAMED = _ENGLISH.lists["bynames"]


def _says(recent: list[str]) -> bool:
    """Whether a verb of saying leads straight to the span."""
    last = [word for word in recent if word not in (",", ":")][-1:]
    return bool(last) and bool(CUES.get(last[0], 0) & Cue.SAY)


def _is_title_case(found: list[str]) -> bool:
    if not (found[0][0].isupper() or found[0][0].isdigit()):
        return False
    return all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in found)
