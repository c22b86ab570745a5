"""What texts that a regular expression matches can begin with, worked out from the expression.

So a phrase need be tried only where one of the rules can match, and no rule or word has to be
entered anywhere else. The openings are a superset: what looks ahead or back is passed over, but
for the end of a word, and a text that opens so need not match.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

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

LETTERS: Final = 5
"""Letters of a word that are worked out; further ones tell little."""

WIDEST: Final = 10
"""Characters of the widest range that is written out."""

SPACE, FIGURE, END = " ", "0", ""
"""What stands for white space of any length, for any figure, and for where no more is known."""


def openings(patterns: Iterable[str]) -> str:
    """A regular expression of what texts matched by verbose patterns can begin with."""
    if parser is None:  # pragma: no cover - no Python so far
        return r"[A-Za-z0-9'’]"
    rests = [_before(_read(parser.parse(pattern, re.VERBOSE)), None) for pattern in patterns]
    return _as_pattern(_trie(rests, "", LETTERS))


# --- an expression, as far as it matters here


class OneOf(NamedTuple):
    characters: tuple[str, ...]


class Either(NamedTuple):
    branches: tuple[tuple[Item, ...], ...]


class Repeat(NamedTuple):
    fewest: int
    most: int
    items: tuple[Item, ...]


class WordEnd(NamedTuple):
    """No letter follows."""


Item = OneOf | Either | Repeat | WordEnd


def _read(parsed: Iterable[tuple[Any, Any]]) -> tuple[Item, ...]:
    """What the parser has read; what is not understood is taken for an ``END``."""
    items: list[Item] = []
    for code, value in parsed:
        if code is codes.LITERAL:
            items.append(OneOf((_sign(value),)))
        elif code is codes.IN:
            items.append(OneOf(tuple(_members(value))))
        elif code is codes.BRANCH:
            items.append(Either(tuple(_read(branch) for branch in value[1])))
        elif code is codes.SUBPATTERN:
            items.extend(_read(value[-1]))
        elif code is codes.MAX_REPEAT:
            items.append(Repeat(int(value[0]), int(value[1]), _read(value[2])))
        elif code is codes.ASSERT_NOT and _holds_letters(value[1]):
            items.append(WordEnd())
        elif code not in (codes.ASSERT, codes.ASSERT_NOT, codes.AT):
            items.append(OneOf((END,)))
    return tuple(items)


def _members(members: Sequence[Any]) -> set[str]:
    """The characters of a class; ``END`` for one that is too wide to write out."""
    found = set()
    for code, value in members:
        if code is codes.LITERAL:
            found.add(_sign(value))
        elif code is codes.RANGE and value[1] - value[0] < WIDEST:
            found.update(map(_sign, range(value[0], value[1] + 1)))
        elif code is codes.CATEGORY and value is codes.CATEGORY_SPACE:
            found.add(SPACE)
        elif code is codes.CATEGORY and value is codes.CATEGORY_DIGIT:
            found.add(FIGURE)
        else:
            return {END}
    return found


def _holds_letters(items: Sequence[Any]) -> bool:
    code, members = items[0]
    return len(items) == 1 and code is codes.IN and (codes.RANGE, (ord("a"), ord("z"))) in members


def _sign(number: int) -> str:
    character = chr(number)
    if character.isspace():
        return SPACE
    return FIGURE if character.isdecimal() else character


# --- what it can begin with

Rest = tuple[Item, "Rest"] | None
"""What is left of an expression: an item, and the rest after it."""
Trie = dict[str, "Trie"]
"""By its next character, how a text goes on. After an ``END`` it may go on in any way."""


def _before(items: Sequence[Item], rest: Rest) -> Rest:
    for item in reversed(items):
        rest = (item, rest)
    return rest


def _steps(rest: Rest) -> Iterator[tuple[str, Rest]]:
    """Every character that a match can begin with, and what is then left to match."""
    if rest is None:
        yield END, None
        return
    item, after = rest
    if isinstance(item, OneOf):
        for character in item.characters:
            yield character, after
    elif isinstance(item, Either):
        for branch in item.branches:
            yield from _steps(_before(branch, after))
    elif isinstance(item, Repeat):
        if item.fewest == 0:
            yield from _steps(after)
        if item.most > 0:
            again = Repeat(max(item.fewest - 1, 0), item.most - 1, item.items)
            yield from _steps(_before(item.items, (again, after)))
    else:
        yield from (step for step in _steps(after) if not step[0].isalpha())


def _trie(rests: Iterable[Rest], words: str, room: int) -> Trie:
    """How texts go on after ``words``: by so many letters more, and by a word if it pays."""
    by_character: dict[str, list[Rest]] = {}
    for rest in rests:
        for character, left in _steps(rest):
            by_character.setdefault(character, []).append(left)
    if END in by_character:
        return {END: {}}
    if words.endswith(SPACE):
        by_character.pop(SPACE, None)  # White space is one character, however long it is.
    trie: Trie = {}
    for character, left_of in by_character.items():
        if room and character.isalpha():
            trie[character] = _trie(left_of, words + character.lower(), room - 1)
        elif words in FREQUENT and character == SPACE:
            trie[character] = _trie(left_of, words + SPACE, LETTERS)
        else:
            trie[character] = {END: {}}
    return trie


def _as_pattern(trie: Trie) -> str:
    if END in trie:
        return ""
    by_rest: dict[str, list[str]] = {}
    for character, rest in trie.items():
        by_rest.setdefault(_as_pattern(rest), []).append(character)
    branches = [_one_of(sorted(characters), rest) + rest for rest, characters in by_rest.items()]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _one_of(characters: Sequence[str], rest: str) -> str:
    """One of some characters; white space is as long as it likes where more follows."""
    if characters[0] not in _CLASSES and len(characters) == 1:
        return re.escape(characters[0])
    members = "".join(_CLASSES.get(character) or re.escape(character) for character in characters)
    return f"[{members}]" + ("{1,9}" if rest and SPACE in characters else "")


_CLASSES: Final = {SPACE: r"\s", FIGURE: r"\d"}
