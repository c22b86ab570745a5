"""The tables of a language: what they hold is right, and what is wrong is refused with its line."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest
from simplemma import is_known

import briefbook.text
from briefbook.text.lang.load import NOUN_CLASSES, WORD_CLASSES, language, read_language
from briefbook.text.lang.spelling import singular, verb_forms
from briefbook.text.lang.table import Table, TableError
from briefbook.text.statements.cues import CUES, VERBS
from briefbook.text.statements.phrases import words_of
from briefbook.text.statements.tokenizer import tokenize
from briefbook.text.statements.words import Tag, tag_word

ENGLISH = language("en")
TABLES = ("verbs", "nouns", "words", "dates")
TEXT = Path(briefbook.text.__file__).parent

NAMES = frozenset().union(
    *(ENGLISH.nouns[name] for name in ("place", "company", "publication", "title"))
)
"""Proper names and abbreviations, which no list of words has."""


def english(**added: Any) -> Any:
    """The tables of English with rows added to those named."""
    texts = {name: Table("en", name).text for name in TABLES}
    for name, row in added.items():
        place = "[words]\n" if name == "words" else ""
        texts[name] = (
            texts[name].replace(place, f"{place}{row}\n", 1) if place else (f"{texts[name]}{row}\n")
        )
    return read_language(*(Table("en", name, text) for name, text in texts.items()))


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("beg", "begs begged begging begged"),
        ("quip", "quips quipped quipping quipped"),
        ("echo", "echoes echoed echoing echoed"),
        ("coo", "coos cooed cooing cooed"),
        ("deny", "denies denied denying denied"),
        ("say", "says sayed saying sayed"),
        ("agree", "agrees agreed agreeing agreed"),
        ("lie", "lies lied lying lied"),
        ("stress", "stresses stressed stressing stressed"),
        ("coax", "coaxes coaxed coaxing coaxed"),
        ("view", "views viewed viewing viewed"),
        ("shout", "shouts shouted shouting shouted"),
    ],
)
def test_spelling(lemma: str, forms: str) -> None:
    assert " ".join(verb_forms(lemma)) == forms


def test_singulars() -> None:
    assert [singular(word) for word in ("aides", "parties", "boss", "aide", "witnesses")] == [
        "aide", "party", "boss", "aide", "witness",
    ]  # fmt: skip


def test_no_form_of_a_verb_is_misspelt() -> None:
    rows = Table("en", "verbs").rows
    for verb in ENGLISH.verbs.values():
        row = rows[verb.lemma]
        unlisted = isinstance(row, dict) and row.get("unlisted", False)
        assert all(map(known, verb.forms)) is not unlisted, verb.lemma


def test_no_noun_is_misspelt() -> None:
    for noun, row in Table("en", "nouns").rows.items():
        if noun not in NAMES:
            unlisted = isinstance(row, dict) and row.get("unlisted", False)
            assert known(noun) is not unlisted, noun


def known(word: str) -> bool:
    return is_known(word, lang="en")


def test_what_is_misspelt_is_told() -> None:
    misspelt = {"beged", "avered", "shruged", "prefered", "extoled", "deadpaned"}
    assert not any(known(word) for word in misspelt)
    assert not CUES.keys() & {*misspelt, "echos"}


def test_every_form_of_a_verb_can_match() -> None:
    for form, verb in VERBS.items():
        assert is_token(form)
        assert tag_word(form) & Tag.CUE, verb


def test_every_noun_and_word_can_match() -> None:
    names = set().union(*ENGLISH.nouns.values())
    assert [name for name in names if words_of(name) != (name,)] == []
    entries = set().union(*ENGLISH.words.values(), *ENGLISH.lists.values())
    singles = [entry for entry in entries if " " not in entry]
    assert [word for word in singles if not any(map(is_token, (word, word.title())))] == []


def is_token(word: str) -> bool:
    # A blank follows: so abbreviations keep their point.
    return tokenize(f"{word} x", 0, len(word) + 1, []).word == [word]


def test_every_list_and_class_is_asked_for() -> None:
    asked: dict[str, set[str]] = {"lists": set(), "nouns": set(), "words": set()}
    for path in (TEXT / "statements").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Subscript)
                and isinstance(node.value, ast.Attribute)
                and node.value.attr in asked
                and isinstance(node.slice, ast.Constant)
            ):
                asked[node.value.attr].add(str(node.slice.value))
    assert asked["lists"] == ENGLISH.lists.keys()
    assert asked["nouns"] == NOUN_CLASSES == {name for name in ENGLISH.nouns if ENGLISH.nouns[name]}
    assert asked["words"] == {"not-adverb"}  # words.py takes the others all together
    assert ENGLISH.words.keys() == WORD_CLASSES
    assert {word for name in WORD_CLASSES - {"not-adverb"} for word in ENGLISH.words[name]} <= {
        word for word in set().union(*ENGLISH.words.values()) if tag_word(word) & ~Tag.WORD
    }


def test_a_row_is_enough() -> None:
    added = english(
        verbs='zorble = {class = "say", takes = "clause"}',
        nouns='zorbler = "person"',
        words='zorblewards = "preposition"',
    )
    assert english(verbs='zorble = "say"').verbs["zorble"].past == "zorbled"
    assert added.verbs["zorble"].forms == ("zorble", "zorbles", "zorbled", "zorbling")
    assert "zorbler" in added.nouns["person"]
    assert "zorblewards" in added.words["preposition"]


def test_days_and_months_have_their_rows_with_the_dates() -> None:
    time = ENGLISH.words["time"]
    assert {"monday", "tues", "tues.", "september", "sept", "sept.", "may", "morning"} <= time
    assert "monday." not in time


@pytest.mark.parametrize(
    ("table", "row", "problem"),
    [
        ("verbs", 'beg = "say"', "line"),
        ("verbs", 'zorble = "shout"', "shout is no class"),
        ("verbs", "zorble = {}", "it has no class"),
        ("verbs", 'zorble = {class = "shout"}', "shout is no class"),
        ("verbs", 'zorble = {class = "say", mood = "subjunctive"}', "no row of a verb"),
        ("verbs", 'zorble = {class = "say", takes = "tea"}', "tea is no value of takes"),
        ("verbs", 'zorble = {class = "act", takes = "clause"}', "clause can never matter"),
        ("verbs", 'zorble = {class = "say", takes = "finding"}', "finding can never matter"),
        ("verbs", 'zorble = {class = "say", takes = "ing-clause"}', "ing-clause can never matter"),
        ("verbs", 'zorble = {class = "think", needs = "content"}', "needs can never matter"),
        ("verbs", 'zorble = {class = "plain", always = "zorbled", noun = true}', "noun can never"),
        ("verbs", 'zorble = {class = "plain"}', "a plain verb of no form"),
        ("verbs", 'zorble = {class = "plain say", always = "zorble"}', "plain and a class"),
        ("verbs", 'zorble = {class = "say", always = "zorbed"}', "zorbed is none of its forms"),
        ("verbs", 'zorble = {class = "say", forms = "zorbles"}', "forms are four"),
        (
            "verbs",
            'zorble = {class = "say", forms = "zorbles zorbled zorbling zorbled"}',
            "the rules of spelling give these",
        ),
        ("verbs", 'zorb = {class = "say", forms = "zorbes zarb zorbing zorben"}', "misspelt"),
        ("verbs", 'Zorble = {class = "say"}', "small letters"),
        ("verbs", 'saye = {class = "think", forms = "sayes said sayeing said"}', "misspelt"),
        ("verbs", 'mond = {class = "say", forms = "monds said monding said"}', "form of say"),
        ("verbs", 'sinc = {class = "say", forms = "sincs since sincing since"}', "as adverb and"),
        ("verbs", 'aide = "say"', "nouns.toml has it"),
        ("nouns", 'aide = "person"', "line"),
        ("nouns", 'zorbler = "people who zorble"', "who is no class"),
        ("nouns", "zorbler = {}", "it has no class"),
        ("nouns", 'zorbler = {class = "person", plural = true}', "no row of a noun"),
        ("nouns", 'aides = "person"', "aide of the same class stands for it"),
        ("nouns", 'Zorbler = "person"', "small letters"),
        ("nouns", 'since = "person"', "words.toml has it as adverb and"),
        ("nouns", 'zorbler = {class = "person", also = "adverb"}', "words.toml has it as nothing"),
        ("words", 'he = "pronoun"', "line"),
        ("words", 'zorbly = "interjection"', "interjection is no class"),
        ("words", 'sept = "time"', "dates.toml has it already"),
        ("words", 'zorb = "not-adverb"', "never be taken for an adverb"),
        ("words", 'zorbly = "adverb not-adverb"', "never be taken for an adverb"),
    ],
)
def test_a_wrong_row_is_refused(table: str, row: str, problem: str) -> None:
    with pytest.raises(TableError, match=problem) as caught:
        english(**{table: row})
    assert caught.value.path == f"briefbook/text/lang/en/{table}.toml"
    assert caught.value.line
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ('about = "nothing"', "says what it is about and its words"),
        ('about = "nothing"\nwords = ""', "none does"),
        ('about = "nothing"\nwords = "so so"', "stands there twice"),
        ('about = "nothing"\nwords = "So"', "small letters"),
    ],
)
def test_a_wrong_list_is_refused(rows: str, problem: str) -> None:
    words = Table("en", "words", f"{Table('en', 'words').text}\n[lists.zorb]\n{rows}\n")
    with pytest.raises(TableError, match=problem):
        read_language(Table("en", "verbs"), Table("en", "nouns"), words, Table("en", "dates"))
