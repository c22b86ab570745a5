"""Where sentences end: the one splitter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefbook.text.lang.date_rows import date_rows
from briefbook.text.lang.load import language
from briefbook.text.lang.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator


class Ending(NamedTuple):
    """Between two sentences; characters of the text."""

    end: int
    """Where the one ends, closing marks included."""
    start: int
    """Where the next one starts."""


def _abbreviations() -> dict[str, frozenset[str]]:
    table = Table("en", "abbreviations")
    classes = {}
    for name, text in table.rows.items():
        words = text.split()
        for word in words:
            if not word.isalpha():
                raise table.problem(name, f"{word} is no word", "write it without its stop")
        if len(set(words)) < len(words):
            raise table.problem(name, "a word stands there twice", "name each once")
        classes[name] = frozenset(words)
    return classes


_CLASSES = _abbreviations()
_BEFORE_NAMES = _CLASSES["before-names"]
_BEFORE_NUMBERS = _CLASSES["before-numbers"]
_DATES = date_rows()
_WITHIN = _CLASSES["within"].union(
    map(str.capitalize, (*_DATES.months.short, *_DATES.weekdays.short))
)
ABBREVIATIONS = _BEFORE_NAMES | _BEFORE_NUMBERS | _WITHIN
"""Words that a stop abbreviates, as they are printed, without the stop."""

_WORDS = language("en").words
_OPENING_WORDS = frozenset().union(
    *(
        _WORDS[name]
        for name in ("pronoun", "determiner", "subordinator", "preposition", "coordinator")
    )
) - {"may", "will"}
"""A capital on one of these is a sentence's: after "Acme Inc." it tells that a new one starts."""

# "â€œ" is a quotation mark that was decoded wrongly, as some pages print it.
_OPENING_MARKS = r"""(?:[-•"'“‘„«(\[\s]|â€œ){0,3}"""
# The first character decides what may follow; all stand in one class, which is quick to look for.
_GAP = re.compile(
    rf"""[.!?…。！？؟۔।\n](?:
       (?<=[.!?…])["'”’»)\]]*(?P<gap>\s+)(?={_OPENING_MARKS}(?P<next>\w[\w'’]*))
      |(?<=[a-z][a-z][.!?])[”’»)]?(?P<glued>)(?=[“‘«(]?[A-Z][a-z]*\s)  # no space was printed
      |(?<=[。！？؟۔।])["'”’»)\]]*(?P<wide>\s*)(?=\w)  # scripts that need no space after it
      |(?<=\n)(?P<blank>[^\S\n]*\n))""",
    re.VERBOSE,
)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_SPACE = re.compile(r"\s*")
_LONGEST = 12
"""Characters of an abbreviation looked back over."""
_LAST_WORD = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.)*[^\W\d_]+$")


def sentence_ends(text: str, start: int = 0, stop: int | None = None) -> Iterator[Ending]:
    """The endings within characters ``start`` to ``stop``, in order; the last has none.

    A sentence ends at a stop, with the marks that close it, before white space and a word that is
    not in small letters; and at a blank line. What stands around it does not matter: a quotation
    within a sentence may hold endings. Linear in the text.
    """
    stop = len(text) if stop is None else stop
    passed = start
    for match in _GAP.finditer(text, start, stop):
        end, opens = match.span("gap" if match["gap"] else match.lastgroup or 0)
        if match["blank"] is not None:
            end = match.start()
            if end < passed:
                continue  # of the same blank lines
            space = _SPACE.match(text, opens, stop)
            passed = opens = space.end() if space else opens
        elif match["gap"] and not _BLANK_LINE.search(match["gap"]) and _goes_on(text, match):
            continue
        if opens < stop:
            yield Ending(end, opens)


def _goes_on(text: str, match: re.Match[str]) -> bool:
    return match["next"][0].islower() or _abbreviates(text, match)


def _abbreviates(text: str, match: re.Match[str]) -> bool:
    """Whether the stop belongs to the word before it, and the sentence goes on."""
    at = match.start()
    if text[at] != ".":
        return False
    last = _LAST_WORD.search(text, max(0, at - _LONGEST), at)
    if last is None:
        return False
    word, following = last[0], match["next"]
    if word in _BEFORE_NAMES and word not in _WITHIN:
        return True
    if word in _BEFORE_NUMBERS and following[0].isdigit():
        return True
    if word not in _WITHIN and len(word) > 1 and "." not in word:
        return False
    return following.lower() not in _OPENING_WORDS
