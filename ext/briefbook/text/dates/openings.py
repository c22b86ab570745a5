"""What texts that a regular expression matches can begin with, worked out from the expression.

So a phrase need be tried only where one of the rules can match, and no rule or word has to be
entered anywhere else. The openings are a superset: what looks ahead or back is passed over, and a
text that opens so need not match.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

try:  # The parser of expressions is Python's own; without it phrases are tried at every word.
    from re import _constants as codes  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover - no Python so far
    parser = None

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FREQUENT: Final = frozenset({"a", "an", "in", "its", "that", "the", "their", "this"})
"""Words that open so many texts beside those looked for that their second word is looked at, too.
They matter for speed alone."""

LETTERS: Final = 4
"""Letters of the second word that are worked out; further ones tell little."""

WIDEST: Final = 10
"""Characters of the widest range that is written out."""

SPACE, FIGURE, END = " ", "0", ""
"""What stands for white space of any length, for any figure, and for where no more is known."""

Rest = tuple[Any, "Rest"] | None
"""What is left of an expression: an item of the parser's, and the rest after it."""
Trie = dict[str, "Trie"]
"""By its next character, how a text goes on. After an ``END`` it may go on in any way."""


def openings(patterns: Iterable[str]) -> str:
    """A regular expression of what texts matched by verbose patterns can begin with."""
    if parser is None:  # pragma: no cover - no Python so far
        return r"[A-Za-z0-9'’]"
    rests = [_before(parser.parse(pattern, re.VERBOSE), None) for pattern in patterns]
    return _as_pattern(_trie(rests, "", LETTERS))


def _before(items: Iterable[Any], rest: Rest) -> Rest:
    for item in reversed(list(items)):
        rest = (item, rest)
    return rest


def _steps(rest: Rest) -> Iterator[tuple[str, Rest]]:
    """Every character that a match can begin with, and what is then left to match."""
    if rest is None:
        yield END, None
        return
    (code, value), after = rest
    if code is codes.LITERAL:
        yield _sign(value), after
    elif code is codes.IN:
        for character in _members(value):
            yield character, after
    elif code is codes.BRANCH:
        for branch in value[1]:
            yield from _steps(_before(branch, after))
    elif code is codes.SUBPATTERN:
        yield from _steps(_before(value[-1], after))
    elif code is codes.MAX_REPEAT:
        fewest, most, items = value
        if fewest == 0:
            yield from _steps(after)
        if most > 0:
            again = (code, (max(fewest - 1, 0), most - 1, items))
            yield from _steps(_before(items, (again, after)))
    elif code is codes.ASSERT_NOT and _holds_letters(value[1]):
        yield from (step for step in _steps(after) if not step[0].isalpha())
    elif code in (codes.ASSERT, codes.ASSERT_NOT, codes.AT):
        yield from _steps(after)
    else:
        yield END, None


def _members(members: Sequence[Any]) -> Iterator[str]:
    """The characters of a class; ``END`` for one that is too wide to write out."""
    for code, value in members:
        if code is codes.LITERAL:
            yield _sign(value)
        elif code is codes.RANGE and value[1] - value[0] < WIDEST:
            yield from {_sign(number) for number in range(value[0], value[1] + 1)}
        elif code is codes.CATEGORY and value is codes.CATEGORY_SPACE:
            yield SPACE
        elif code is codes.CATEGORY and value is codes.CATEGORY_DIGIT:
            yield FIGURE
        else:
            yield END


def _holds_letters(items: Sequence[Any]) -> bool:
    """Whether what must not follow is any letter: the end of a word."""
    code, members = items[0]
    return len(items) == 1 and code is codes.IN and (codes.RANGE, (ord("a"), ord("z"))) in members


def _sign(number: int) -> str:
    character = chr(number)
    if character.isspace():
        return SPACE
    return FIGURE if character.isdecimal() else character


def _trie(rests: Iterable[Rest], word: str, letters: int) -> Trie:
    """How texts can go on after their first ``word``, and so many letters of the second."""
    by_character: dict[str, list[Rest]] = {}
    for rest in rests:
        for character, after in _steps(rest):
            by_character.setdefault(character, []).append(after)
    if END in by_character:
        return {END: {}}
    trie: Trie = {}
    for character, left in by_character.items():
        in_first = character.isalpha() and (not word or word.isalpha())
        if in_first:
            trie[character] = _trie(left, word + character.lower(), letters)
        elif word.rstrip() in FREQUENT and letters and character != FIGURE:
            trie[character] = _trie(left, word.rstrip() + " ", letters - character.isalpha())
        else:
            trie[character] = {END: {}}
        if character == SPACE:
            trie[SPACE].pop(SPACE, None)
    return trie


def _as_pattern(trie: Trie) -> str:
    if END in trie:
        return ""
    by_rest: dict[str, list[str]] = {}
    for character, rest in trie.items():
        by_rest.setdefault(_as_pattern(rest), []).append(character)
    branches = [_one_of(characters, rest) + rest for rest, characters in by_rest.items()]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _one_of(characters: Sequence[str], rest: str) -> str:
    """One of some characters; white space is as long as it likes where more follows."""
    if characters[0] not in _CLASSES and len(characters) == 1:
        return re.escape(characters[0])
    members = "".join(_CLASSES.get(character) or re.escape(character) for character in characters)
    return f"[{members}]" + ("{1,9}" if rest and SPACE in characters else "")


_CLASSES: Final = {SPACE: r"\s", FIGURE: r"\d"}
