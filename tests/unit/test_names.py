"""What a seed's page is called: used as it is where it can be, told apart where it cannot."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.pages.names import slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("000_0a0825d94d863160", "000_0a0825d94d863160"),
        ("2021-12-30 Talks on the River!", "2021-12-30-talks-on-the-river"),
        ("a.b", "a-b"),
        ("--x--", "x"),
        ("!", "seed"),
        ("café Škoda", "cafe-skoda"),
        ("Straße", "strasse"),
        ("１２", "12"),
        ("index", "index-seed"),
        ("SELF", "self-seed"),
        ("con", "con-seed"),
        ("Com1", "com1-seed"),
        ("indexes", "indexes"),
    ],
)
def test_names_that_keep_their_letters(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_names_that_lose_letters_are_told_apart() -> None:
    names = [
        "Новости",
        "Новость",
        "新闻",
        "新聞",
        "ニュース",
        "أخبار",
        "Łódź",
        "Zażółć",
        "news Новости",
        "📰",
    ]
    slugs = {slug(name) for name in names}
    assert len(slugs) == len(names)
    assert all(re.fullmatch(r"[a-z0-9-]+-[0-9a-f]{8}", each) for each in slugs)
    assert slug("news Новости").startswith("news-")
    assert slug("Новости") == "seed-b936c407"  # an address stays, in whatever release


def test_one_name_is_one_page_however_it_is_composed_or_capitalised() -> None:
    for name in ("Новости й", "Ελλάδα", "café", "뉴스"):
        decomposed = unicodedata.normalize("NFD", name)
        assert slug(name) == slug(decomposed) == slug(name.upper())


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=150))
def test_a_slug_fits_every_file_system_and_address(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9_]([a-z0-9_-]{0,160}[a-z0-9_])?", slug(name))
    assert slug(name) not in ("index", "self", "con", "nul", "lpt9")
