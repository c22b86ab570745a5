"""The tables of a language, read once and checked.

A row that no rule could ever look at is an error, as is a word that stands in two classes without
saying so: TableError names the file, the line and what to do.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from briefbook.text.lang.date_rows import read_date_rows
from briefbook.text.lang.spelling import singular
from briefbook.text.lang.table import Table
from briefbook.text.lang.verb import Verb, read_verbs

if TYPE_CHECKING:
    from collections.abc import Mapping

NOUN_CLASSES: Final = frozenset(
    (
        "person",
        "people",
        "withheld",
        "voice",
        "office",
        "document",
        "institution",
        "publication",
        "firm",
        "place",
        "company",
        "quantity",
        "common",
        "title",
        "female",
        "male",
        "relation",
        "the-institution",
        "the-publication",
        "the-document",
        "of-state",
        "plural",
        "saying",
        "record",
        "picture",
        "vehicle",
        "occasion",
        "work",
    )
)
WORD_CLASSES: Final = frozenset(
    (
        "pronoun",
        "object",
        "determiner",
        "relative",
        "preposition",
        "coordinator",
        "auxiliary",
        "adverb",
        "subordinator",
        "time",
        "not-adverb",
    )
)
_NOUN_KEYS: Final = frozenset(("class", "also", "short", "unlisted"))
_SINGULAR_TOO: Final = ("person", "document")
"""Classes of nouns that are looked up by their singular as well, wherever they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """What the tables of one language say. All words are in small letters."""

    verbs: Mapping[str, Verb]
    """By lemma."""
    nouns: Mapping[str, frozenset[str]]
    """The nouns of each class."""
    short: Mapping[str, frozenset[str]]
    """Of a title, the words that name who holds it."""
    words: Mapping[str, frozenset[str]]
    """The words of each class."""
    lists: Mapping[str, frozenset[str]]
    """The words, or phrases, that a rule looks for, by the list's name."""


@cache
def language(code: str) -> Language:
    """The tables of the language ``code``, as in ``en``; raises TableError where they are wrong."""
    names = ("verbs", "nouns", "words", "dates")
    return read_language(*(Table(code, name) for name in names))


def read_language(verbs: Table, nouns: Table, words: Table, dates: Table) -> Language:
    """The language that these tables describe; raises TableError where they are wrong."""
    classes = _with_calendar(words, _classes(words, words.rows["words"], WORD_CLASSES), dates)
    of_word = _by_word(classes)
    for word in classes["not-adverb"]:
        if not word.endswith("ly") or len(of_word[word]) > 1:
            raise words.problem(word, "it would never be taken for an adverb", "leave it out")
    found = read_verbs(verbs, WORD_CLASSES)
    for verb in found.values():
        if verb.also or not of_word.keys().isdisjoint(verb.forms):
            shared = {name for form in verb.forms for name in of_word.get(form, ())}
            if verb.also != shared:
                raise _unmarked(verbs, verb.lemma, shared)
        if verb.attributes and not verb.noun and verb.lemma in nouns.rows:
            remedy = "write noun = true"
            raise verbs.problem(
                verb.lemma, "nouns.toml has it, and its row does not say so", remedy
            )
    return Language(
        verbs=found,
        nouns=_nouns(nouns, of_word),
        short=_short(nouns),
        words=classes,
        lists={name: _list(words, name) for name in words.rows["lists"]},
    )


def _nouns(table: Table, of_word: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    rows = {}
    for noun, row in table.rows.items():
        details = row if isinstance(row, dict) else {"class": row}
        if not details.keys() <= _NOUN_KEYS:
            raise table.problem(noun, "no row of a noun", f"use {', '.join(_NOUN_KEYS)} only")
        rows[noun] = details.get("class")
        also = frozenset(str(details.get("also", "")).split())
        if also != of_word.get(noun, set()):
            raise _unmarked(table, noun, of_word.get(noun, set()))
    classes = _classes(table, rows, NOUN_CLASSES)
    for name in _SINGULAR_TOO:
        for noun in classes[name]:
            if singular(noun) != noun and singular(noun) in classes[name]:
                raise table.problem(
                    noun, f"{singular(noun)} of the same class stands for it", f"take {name} away"
                )
    return classes


def _short(table: Table) -> dict[str, frozenset[str]]:
    short = {}
    for noun, row in table.rows.items():
        if isinstance(row, dict) and "short" in row:
            short[noun] = frozenset(row["short"].split())
    return short


def _unmarked(table: Table, word: str, shared: set[str]) -> Exception:
    told = " and ".join(sorted(shared)) or "nothing"
    remedy = f'write also = "{" ".join(sorted(shared))}"' if shared else "leave also out"
    return table.problem(word, f"words.toml has it as {told}, and its row does not say so", remedy)


def _classes(
    table: Table, rows: Mapping[str, object], known: frozenset[str]
) -> dict[str, frozenset[str]]:
    """The words of each class that ``known`` has, of rows that name a word's classes."""
    found: dict[str, set[str]] = {name: set() for name in sorted(known)}
    table.require_small(rows.keys())
    for word in rows:
        for name in table.split(word, rows[word], known, "class"):
            found[name].add(word)
    return {name: frozenset(members) for name, members in found.items()}


def _with_calendar(
    words: Table, classes: dict[str, frozenset[str]], dates: Table
) -> dict[str, frozenset[str]]:
    """The classes, with the names of days and months, which have their rows in ``dates``."""
    rows = read_date_rows(dates)
    short = {*rows.months.short, *rows.weekdays.short}
    calendar = {*rows.months.names, *rows.weekdays.names, *short, *(f"{name}." for name in short)}
    if twice := calendar & classes["time"]:
        raise words.problem(min(twice), "dates.toml has it already", "take time away here")
    return {**classes, "time": classes["time"] | calendar}


def _by_word(classes: Mapping[str, frozenset[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, members in classes.items():
        for word in members:
            found.setdefault(word, set()).add(name)
    return found


def _list(table: Table, name: str) -> frozenset[str]:
    row = table.rows["lists"][name]
    if row.keys() != {"about", "words"}:
        raise table.problem(name, "a list says what it is about and its words", "give both alone")
    words = row["words"].split() if isinstance(row["words"], str) else row["words"]
    table.require_small(words)
    found = frozenset(words)
    if len(found) < len(words) or not found:
        raise table.problem(name, "a word stands there twice, or none does", "name each once")
    return found
