"""What stands beside a source and tells who it is: "the president, *Rufus Firefly*, said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.kinds import SourceKind
from briefbook.text.lang.load import language
from briefbook.text.lang.spelling import singular
from briefbook.text.statements.introductions import role_words
from briefbook.text.statements.kinds import is_plural, kind_of
from briefbook.text.statements.phrases import OFFICES, PARTICLES, PEOPLE, head_of, is_people
from briefbook.text.statements.tokens import SENTENCE_ENDS
from briefbook.text.statements.words import TITLES, Tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefbook.text.statements.frame import Frame
    from briefbook.text.statements.tokens import Range, Tokens

_ENGLISH = language("en")
_LONGEST = 6
"""Words of a name."""
_FULL = 2
"""Words a name has at least: a single one is as often a place, "a voter from Akron, Ohio"."""
_ONE_OF = "one of "
_ROLES = OFFICES | PEOPLE
_LOCATING = _ENGLISH.lists["locating"]


def name_beside(
    tokens: Tokens, source: Range, is_surname: Callable[[str], bool] | None = None
) -> Range | None:
    """The name set between commas after a source that is called by its office or trade.

    The full name, or one that ``is_surname`` knows: the sponsor, *Doe*, said.
    """
    word, tag = tokens.word, tokens.tag
    first = source[1] + 1
    if first >= len(word) or word[first - 1] != ",":
        return None
    phrase = " ".join(word[slice(*source)])
    head = head_of(phrase).lower()
    if phrase.lower().startswith(_ONE_OF):
        head = singular(head_of(phrase[len(_ONE_OF) :]).lower())  # one of the judges, Jane Doe
    elif is_plural(phrase):
        return None
    if not _is_role(head):
        return None
    titled = first < len(word) and word[first].lower() in TITLES
    one_of_many = word[source[0]].lower() != "the"
    if one_of_many and not titled and head not in OFFICES and _LOCATING & set(word[slice(*source)]):
        return None  # "a voter from Akron, New Freedonia"
    end = first
    while end < min(len(word), first + _LONGEST) and (
        (tag[end] & Tag.CAPITAL and not tag[end] & (Tag.TIME | Tag.DETERMINER))
        or (word[end] in PARTICLES and end > first)
    ):
        end += 1
    if end == first or not tag[end - 1] & Tag.CAPITAL:
        return None
    if end - first < _FULL and not (is_surname and is_surname(word[first])):
        return None
    if end < len(word) and word[end] not in (",", "\u2014") and word[end] not in SENTENCE_ENDS:
        return None
    named = kind_of(" ".join(word[first:end])) is SourceKind.PERSON
    return (first, end) if named else None


def _is_role(head: str) -> bool:
    """Whether the head word, in small letters, means a person by what they do: its *designer*."""
    if head in _ROLES:
        return True
    return is_people(head) and kind_of(f"the {head}") is SourceKind.ANONYMOUS


_ASIDE = 14
"""Tokens of an aside on a source that are remembered for telling who "the minister" is."""


def words_beside(tokens: Tokens, frame: Frame) -> list[str]:
    """Words that say who the source is, beside its name: ", the foreign minister,"."""
    if frame.source is None or frame.shared:
        return []
    word = tokens.word
    k = frame.source[1]
    if k >= len(word) or word[k] not in (",", "\u2014", "("):
        return []
    end = frame.cue[0] if frame.cue[0] > k else k + _ASIDE
    aside: list[str] = []
    for m in range(k + 1, min(end, k + _ASIDE, len(word))):
        if word[m] in SENTENCE_ENDS or tokens.tag[m] & (Tag.QUOTED | Tag.RELATIVE):
            break
        aside.append(word[m])
    return role_words(aside)
