"""Which characters text from outside may hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.characters import (
    _LINE_END,
    _UNFIT,
    MAX_NAME,
    complaint,
    escaped,
    find_unfit,
    is_invisible,
    name_complaint,
    showable,
)

SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"

FIT = (
    "Kyiv, 30 December 2021",
    "tab\tstop",
    "سلام\u200f عليكم\u061c",  # the marks that Arabic and Hebrew are written with
    "soft\u00adhyphen, zero\u200bwidth, join\u200der",
    f"flag {SCOTLAND} of Scotland",
    "",
)


@pytest.mark.parametrize("text", FIT)
def test_fit(text: str) -> None:
    assert complaint(text) is None
    assert showable(text) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a\x00b", "U+0000, a control"),
        ("a\x1bb", "U+001B, a control"),
        ("a\x7fb", "U+007F, a control"),
        ("a\x85b", "U+0085, a line end"),
        ("a\nb", "U+000A, a line end"),
        ("a\u2028b", "U+2028, a line end"),
        ("a\u202eb", "U+202E, which reorders"),
        ("a\u2066b", "U+2066, which reorders"),
        ("a\udc80b", "U+DC80, half of a character"),
        ("a\ufffeb", "U+FFFE, which is no character"),
        ("a\U0001ffffb", "U+1FFFF, which is no character"),
        ("a\U000e0041b", "U+E0041, an invisible tag"),
        ("\u200b\u2060", "nothing that can be seen"),
        ("\u3164", "nothing that can be seen"),
    ],
)
def test_unfit(text: str, words: str) -> None:
    assert words in (complaint(text) or "")


def test_what_is_allowed_is_no_fault() -> None:
    assert complaint("two\nlines", allowed="\n") is None
    assert find_unfit("two\nlines\u2028", allowed="\n") == 9


def test_first_of_several_is_named() -> None:
    assert find_unfit("ab\u2028c\x00") == 2
    assert find_unfit("ab\x00c\u2028") == 2


@given(st.text(st.characters(categories=("L", "M", "N", "P", "S", "Z", "C")), max_size=40))
def test_shown_has_as_many_characters_and_no_fault(text: str) -> None:
    result = showable(text)
    assert len(result) == len(text)
    assert find_unfit(result, allowed="\u2028\u2029") is None
    assert all(now in (was, "\ufffd") for was, now in zip(text, result, strict=True))


@given(st.text(st.characters(categories=("L", "M", "N", "P", "S", "Z", "C")), max_size=40))
def test_escaped_stays_on_one_line_and_has_an_encoding(text: str) -> None:
    assert len(escaped(text).splitlines()) <= 1
    escaped(text).encode()


@pytest.mark.parametrize("name", ["000_0a0825d94d863160", "a b", "статья", "x" * MAX_NAME, "l'été"])
def test_names(name: str) -> None:
    assert name_complaint(name) is None


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "a ",
        " a",
        "a\nb",
        "a\u2028b",
        "a\udcffb",
        "\u200b",
        "a\u202eb",
        "x" * (MAX_NAME + 1),
    ],
)
def test_no_names(name: str) -> None:
    assert name_complaint(name) is not None


@pytest.mark.parametrize("text", ["é", "e\u0301", "\ufffd", "🏴"])
def test_visible(text: str) -> None:
    assert not is_invisible(text)


def test_nothing_unfit_is_printable() -> None:
    """On that the quick look rests that most texts get."""
    every = "".join(map(chr, range(0x110000)))
    unfit = {match[0] for pattern in (_UNFIT, _LINE_END) for match in pattern.finditer(every)}
    assert len(unfit) > 200
    assert not [char for char in unfit if char.isprintable()]
