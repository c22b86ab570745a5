"""The tables of page wording: all languages together, and what is wrong is refused."""

from __future__ import annotations

import re
from typing import Any

import pytest

from briefbook.text.clean.page_phrases import reason_of
from briefbook.text.kinds import DropReason
from briefbook.text.lang.page_wording import any_of, page_wording, page_words, read_page_wording
from briefbook.text.lang.table import Table, TableError

WORDING = page_wording()


def table(text: str, language: str = "xx") -> Any:
    return Table(language, "pages", text)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Share on Mastodon", DropReason.SHARING),
        ("Partager sur Facebook", DropReason.SHARING),
        ("Jetzt Newsletter bestellen", DropReason.SIGN_UP),
        ("Zapisz się i czytaj", DropReason.SIGN_UP),
        ("3 commentaires", DropReason.COMMENTS),
        ("Advertentie", DropReason.ADVERTISEMENT),
        ("Tempo de leitura: 3 min", DropReason.TIMESTAMP),
        ("Pubblicato il 3 gennaio 2022", DropReason.TIMESTAMP),
        ("Lea también: Sylvania cierra el puente", DropReason.RELATED),
        ("Alle Rechte vorbehalten", DropReason.NOTICE),
        ("E-Paper", DropReason.NAVIGATION),
        ("World News", DropReason.NAVIGATION),
        ("The bridge is closed", None),
    ],
)
def test_lines_of_every_language(line: str, reason: Any) -> None:
    assert reason_of(line) is reason


def test_words_of_a_line() -> None:
    assert page_words("E-Mail © the U.S. & Co.") == ["e", "mail", "©", "the", "u.s.", "co"]


def test_every_word_can_be_found() -> None:
    for wording in WORDING.reasons.values():
        words = wording.core | wording.others | wording.signs
        assert [word for word in words if page_words(word) != [word]] == []


def test_the_lists_are_those_that_rules_ask_for() -> None:
    assert set(WORDING.lists) == {
        "addresses", "agencies", "blurbs", "byline-openers", "credit-labels", "menu",
        "notice-signs", "notices", "offers", "pitches", "reports", "rulings", "section-labels",
        "sites", "topics",
    }  # fmt: skip
    assert re.fullmatch(any_of("credit-labels"), "Fot.")
    assert not re.fullmatch(any_of("credit-labels"), "Foto ")


def test_parts_and_lists_stand_for_their_text() -> None:
    read = read_page_wording(
        [
            table('[parts]\nend = "[.!]"\n[lists]\nsites = ["a.b", "c"]', "mul"),
            table('[reasons.sharing]\ncore = "share"\nopens = ["to <sites>", ["on ", "it<end>"]]'),
        ]
    )
    sharing = read.reasons[DropReason.SHARING]
    assert sharing.core == {"share"}
    assert sharing.opens == (r"to a\.b|c", "on it[.!]")
    assert read.lists == {"sites": ("a.b", "c")}


def test_days_and_months_are_those_of_the_table_of_dates() -> None:
    written = table("[reasons.timestamp]\nopens = ['on <day>, [0-9]+ <month>']")
    read = read_page_wording([written], [Table("en", "dates")])
    (form,) = read.reasons[DropReason.TIMESTAMP].opens
    for line in ("on thursday, 3 febr.", "on thurs., 3 march", "on Mon, 3 may"):
        assert re.fullmatch(form, line, re.IGNORECASE)
    assert not re.fullmatch(form, "on thunder, 3 marched", re.IGNORECASE)


def test_languages_add_to_each_other() -> None:
    read = read_page_wording(
        [
            table('[reasons.notice]\nholds = ["rights"]\nsigns = "rights"', "en"),
            table('[reasons.notice]\nholds = ["rechte"]\nsigns = "rechte"', "de"),
        ]
    )
    notice = read.reasons[DropReason.NOTICE]
    assert notice.holds == ("rights", "rechte")
    assert set(notice.signs) == {"rights", "rechte"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[reasons.sharing", "at end of document"),
        ("[words]\na = 1", "no section"),
        ("[reasons.gossip]\ncore = 'gossip'", "no reason to drop a line"),
        ("[reasons.sharing]\nends = ['x']", "ends says nothing"),
        ("[reasons.sharing]\ncore = 'e-paper'", "e-paper is no word of a line"),
        ("[reasons.sharing]\ncore = 'Share'", "Share is no word of a line"),
        ("[reasons.sharing]\ncore = 'share share'", "a word stands there twice"),
        ("[reasons.sharing]\ncore = 'share'\nothers = 'share'", "share is in core and others"),
        ("[reasons.sharing]\nopens = ['(']", "missing \\)"),
        ("[reasons.sharing]\nopens = ['on <sites>']", "sites"),
        ("[reasons.sharing]\nholds = ['share']", "one of signs"),
        ("[reasons.sharing]\nsigns = 'share'", "one of signs"),
        ("[parts]\nend = '[.!]'", "no form names this part"),
        ("[lists]\nsites = ['a', 'a']", "an entry stands there twice"),
    ],
)
def test_a_wrong_table_is_refused(text: str, problem: str) -> None:
    with pytest.raises(TableError, match=problem) as caught:
        read_page_wording([table(text)])
    assert caught.value.path == "briefbook/text/lang/xx/pages.toml"
    assert caught.value.line
    assert caught.value.remedy
