"""What was told, where it is no clause: orders, promises, names, accusations, things.

Told *citizens to stay*, promised *to stay*, called *her a liar*, denied *the charges*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.lang.load import language
from briefbook.text.lang.spelling import singular
from briefbook.text.statements.noun_phrases import noun_phrase_after
from briefbook.text.statements.verbs import is_verb
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.frame import Frame
    from briefbook.text.statements.tokens import Range, Tokens

_ENGLISH = language("en")
_PICTURES = _ENGLISH.nouns["picture"]
_BEFORE_TIME = _ENGLISH.lists["before-time"]
_OBJECT = 15
"""Tokens of an object before the preposition that says what is said of it."""


def is_infinitive(tokens: Tokens, k: int) -> bool:
    """Whether the tokens from ``k`` on are an infinitive: *to open*, *not to open*."""
    at = k + 1 if tokens.word[k] == "not" else k
    if at + 2 >= len(tokens) or tokens.word[at] != "to":
        return False
    past = tokens.tag[at + 1] & Tag.VERB and tokens.word[at + 1].endswith("ed")
    return not past and not tokens.tag[at + 1] & NO_INFINITIVE  # "agreed to reduced fees"


def is_named(tokens: Tokens, k: int, hi: int) -> bool:
    """Whether somebody and what they are called stand at ``k``: called *her a liar*."""
    tag, word = tokens.tag, tokens.word
    if tag[k] & Tag.OBJECT or word[k] == "it":
        name = k + 1 < hi and tag[k + 1] & ~(Tag.CAPITAL | Tag.DETERMINER) == Tag.WORD
        return name and word[k + 1] not in _AWAY
    named = noun_phrase_after(tokens, k, hi)
    if named is None:
        return False
    return _is_described(tokens, k, hi) or any(
        word[m] in _NAMING and not tag[m - 1] & (Tag.DETERMINER | Tag.PREPOSITION)
        for m in range(named[0] + 1, named[1])
    )


def _is_described(tokens: Tokens, k: int, hi: int) -> bool:
    """Whether what stands at ``k`` ends in what it is like: called *the plan unfair*."""
    tag, word = tokens.tag, tokens.word
    end = k
    while end < hi and tag[end] & Tag.WORD and not tag[end] & (Tag.COORDINATOR | Tag.SUBORDINATOR):
        end += 1
    while end > k and tag[end - 1] & (Tag.TIME | Tag.ADVERB | Tag.PREPOSITION):
        end -= 1
    last = end - 1
    if last < k + (2 if tag[k] & Tag.DETERMINER else 1) or tag[last] & Tag.CAPITAL:
        return False
    alike = word[last].endswith(_LIKE) or word[last].startswith("un")
    return alike and not tag[last - 1] & (Tag.DETERMINER | Tag.PREPOSITION)


_LIKE = tuple(sorted(_ENGLISH.lists["adjective-endings"]))


_NAMING = frozenset(("a", "an", "her", "his", "its", "my", "our", "the", "their"))
_AWAY = frozenset(("back", "home", "together"))


def end_of_name(tokens: Tokens, start: int, end: int) -> int:
    """Where what somebody is called ends: called her a liar *before leaving the hall*."""
    for k in range(start + 2, end - 1):
        aside = tokens.word[k] == "," and tokens.tag[k + 1] & Tag.PARTICIPLE
        if aside or (tokens.tag[k] & Tag.SUBORDINATOR and tokens.word[k] not in _OF_THINGS):
            return k
        if tokens.tag[k] & Tag.COORDINATOR and is_verb(tokens, k + 1):
            return k
    return end


def said_of(tokens: Tokens, k: int, hi: int, preposition: str) -> int | None:
    """Where what is said of somebody begins: accused *the fund of lying*, described *it as new*."""
    for at in range(k + 1, min(hi - 1, k + _OBJECT)):
        if tokens.word[at] == preposition:
            return k
        if not tokens.tag[at] & Tag.WORD or is_verb(tokens, at):
            return None
    return None


def holds_object(tokens: Tokens, frame: Frame, k: int, hi: int) -> bool:
    """Whether what follows the cue is its object, and the next verb that of whom it describes.

    The people who *write our laws* are safe.
    """
    if frame.relative is None or tokens.word[frame.relative - 2] == ",":
        return False
    return (
        sum(is_verb(tokens, m) and tokens.word[m - 1] != "to" for m in range(k, hi)) < _TWO_CLAUSES
    )


_TWO_CLAUSES = 2
"""Verbs behind a cue that reports a clause within another: people who *write it is* safe *are*."""


def thing_told_of(tokens: Tokens, k: int, hi: int) -> Range | None:
    """A thing that was told of: announced *a new bridge*, but not denied the fund a grant."""
    doing = tokens.tag[k : k + 1] and (
        tokens.tag[k] & Tag.PARTICIPLE or tokens.word[k] in ("being", "having")
    )
    if k + 1 < hi and doing and not tokens.tag[k + 1] & Tag.PUNCTUATION:
        return k, _end_of_thing(tokens, k + 1, hi)
    when = k
    if k + 1 < hi and tokens.word[k] == "on" and tokens.tag[k + 1] & Tag.TIME:
        when = k + 1
    while when < hi and tokens.tag[when] & Tag.TIME and tokens.tag[when] & Tag.CAPITAL:
        when += 1
    k = when if when < hi and tokens.tag[when] & Tag.DETERMINER else k
    named = noun_phrase_after(tokens, k, hi)
    if named is None or (named[1] < hi and tokens.tag[named[1]] & (Tag.DETERMINER | Tag.OBJECT)):
        return None
    if not _PICTURES.isdisjoint(singular(tokens.word[m]) for m in range(*named)):
        return None  # tweeted pictures
    if any(
        tokens.tag[m] & Tag.DETERMINER and tokens.word[m - 1] != "of"
        for m in range(named[0] + 1, named[1])
    ):
        return None
    when = Tag.TIME | Tag.DETERMINER | Tag.NUMBER | Tag.ADVERB
    times = all(tokens.tag[m] & when or tokens.word[m] in _BEFORE_TIME for m in range(*named))
    if times and not tokens.tag[named[0]] & Tag.OBJECT and tokens.word[named[0]] not in _NAMING:
        return None  # announced last week
    return named[0], _end_of_thing(tokens, named[1], hi)


def _end_of_thing(tokens: Tokens, end: int, hi: int) -> int:
    while end < hi and not (
        (tokens.tag[end] & Tag.PUNCTUATION and tokens.word[end] not in "$£€")
        or tokens.tag[end] & Tag.QUOTED
        or (tokens.tag[end] & Tag.SUBORDINATOR and tokens.word[end] not in _OF_THINGS)
        or tokens.word[end] in _NOT_OF_THINGS
        or (tokens.tag[end] & Tag.COORDINATOR and end + 1 < hi and is_verb(tokens, end + 1))
    ):
        end += 1
    return end


_OF_THINGS = frozenset(("that", "as", "than", "how", "whether", "why", "where", "when"))
"""What opens a clause that tells which thing it is."""
_NOT_OF_THINGS = frozenset(("through", "during", "but"))


def order_to(tokens: Tokens, k: int, hi: int) -> int | None:
    """Where whom it was said to and what they are to do begins: told *citizens to stay at home*."""
    if k >= hi:
        return None
    if tokens.tag[k] & Tag.OBJECT or tokens.word[k] == "her":
        listener: Range | None = (k, k + 1)
    else:
        listener = noun_phrase_after(tokens, k, hi)
    if listener is None or listener[1] + 2 >= hi:
        return None
    at = _past_brackets(tokens, listener[1], hi)
    while at < hi and tokens.tag[at] & Tag.TIME:
        at += 1  # called on the council *Wednesday* to resign
    if at + 2 >= hi:
        return None
    to = at + 1 if tokens.word[at] == "not" else at
    return k if tokens.word[to] == "to" and not tokens.tag[to + 1] & NO_INFINITIVE else None


def _past_brackets(tokens: Tokens, k: int, hi: int) -> int:
    """The token behind what brackets say of the word before ``k``: Jane Doe *(R)* to resign."""
    if tokens.word[k] != "(":
        return k
    for m in range(k + 1, min(hi, k + _BRACKETS)):
        if tokens.word[m] == ")":
            return m + 1
    return k


_BRACKETS = 6


NO_INFINITIVE = (
    Tag.PUNCTUATION
    | Tag.QUOTED
    | Tag.CAPITAL
    | Tag.DETERMINER
    | Tag.PRONOUN
    | Tag.OBJECT
    | Tag.NUMBER
    | Tag.POSSESSIVE
    | Tag.SUBORDINATOR
    | Tag.PARTICIPLE
)
"""What stands after a "to" that opens no infinitive: a visit to the bridge."""
