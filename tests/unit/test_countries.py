"""The table of countries, and whose an institution is by the words beside its name."""

from __future__ import annotations

import pytest

from briefbook.text.bodies.article_countries import ArticleCountries, countries_in
from briefbook.text.bodies.national_names import offices, owner_after, owner_before
from briefbook.text.lang.countries import countries, read_countries
from briefbook.text.lang.table import Table, TableError


def test_each_word_is_one_countrys() -> None:
    assert len(countries()) > 190
    assert countries()["Azerbaijan"].adjectives[0] == "Azerbaijani"
    assert countries()["Ukraine"].cities[0] == "Kyiv"


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ('Freedonia = "Fred"', "Freedonia: it has other keys"),
        ('Freedonia = { towns = ["Fredville"] }', "Freedonia: it has other keys"),
        ("Freedonia = { names = [] }", "names is no list of different names"),
        ('Freedonia = { cities = ["fredville"] }', "cities is no list of different names"),
        ('A = { names = ["X"] }\nB = { names = ["X"] }', "“X” is a word of A already"),
    ],
)
def test_a_wrong_row_is_named(row: str, problem: str) -> None:
    with pytest.raises(TableError, match=problem):
        read_countries(Table("en", "countries", row))


def test_an_office_is_a_name_without_its_owner() -> None:
    canada = countries()["Canada"]
    terms = ["Bank of Canada", "Canadian Senate", "Ministry of Foreign Affairs of Canada", "CBC"]
    assert offices(terms, canada) == {
        "Senate",
        "senate",
        "Ministry of Foreign Affairs",
        "Ministry for Foreign Affairs",
        "Foreign Affairs Ministry",
        "Foreign Ministry",
    }


@pytest.mark.parametrize(
    ("before", "owner"),
    [
        ("the South Korean ", ("South Korean", "South Korea")),
        ("Saudi Arabia's ", ("Saudi Arabia's", "Saudi Arabia")),
        ("“Russian ", ("Russian", "Russia")),
        ("Baku's ", ("Baku's", "Azerbaijan")),
        ("Baku ", None),
        ("New Mexico's ", None),
        ("Latin American ", None),
        ("Freedonian ", None),
    ],
)
def test_the_owner_before_an_office(before: str, owner: tuple[str, str] | None) -> None:
    found = owner_before(before + "Senate", len(before))
    assert (found and (before[found[0] :].strip(), found[1])) == owner


def test_the_owner_after_an_office() -> None:
    text = "ministry in Belgrade, ministry of the Netherlands. ministry of goats"
    assert owner_after(text, 8, cities=True) == (20, "Serbia")
    assert owner_after(text, 8, cities=False) is None
    assert owner_after(text, 30, cities=False) == (49, "Netherlands")
    assert owner_after(text, 59, cities=True) is None


def test_an_articles_countries() -> None:
    article = ArticleCountries(
        ["KYIV, Ukraine (Wire) — It rained.", "Poland, Polish and U.S. men."]
    )
    assert article.dateline == "Ukraine"
    assert article.counts == {"Ukraine": 1, "Poland": 2, "United States": 1}
    assert article.main == "Poland"
    assert ArticleCountries(["Warsaw, Kyiv, Warsaw, Kyiv"]).main is None
    assert ArticleCountries(["Warsaw and Poland", "Russia"]).main == "Poland"
    assert ArticleCountries(["Warsaw"]).only == "Poland"


def test_another_america_is_no_country() -> None:
    assert not countries_in("Latin America, South American, New Mexico, Indiana, Polisher")
