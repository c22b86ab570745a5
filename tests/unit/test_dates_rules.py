"""The forms of dates: their examples, their words, and what they can open with."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

from briefbook.text.dates import date_words, holidays, tag
from briefbook.text.dates.find import PHRASE, STARTER
from briefbook.text.dates.openings import openings
from briefbook.text.dates.rules import FORMS

if TYPE_CHECKING:
    from briefbook.text.dates.rules.form import Form

PUBLISHED = "2021-12-30"
TABLE = (files("briefbook") / "text/lang/en/dates.toml").read_text("utf-8")
TABLES: dict[str, Any] = tomllib.loads(TABLE)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[item.start : item.end], item.value) for item in tag(text, PUBLISHED)]


def described(text: str) -> str:
    return "; ".join(
        f"{text[item.start : item.end]} = {item.value}"
        + (f" or {item.alternative}" if item.alternative else "")
        for item in tag(text, PUBLISHED)
    )


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_the_examples_of_a_form(form: Form) -> None:
    assert {text: described(text) for text, _ in form.examples} == dict(form.examples)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_is_shown_by_an_example(form: Form) -> None:
    for text, _ in form.examples:
        matches = [PHRASE.match(text, place.start()) for place in STARTER.finditer(text)]
        if any(match and match.lastgroup == form.name for match in matches):
            return
    pytest.fail(f"no example is read by the form {form.name}")


def test_openings_are_worked_out_from_the_patterns() -> None:
    opening = re.compile(openings([r"(?:[Tt]he\s{1,3})?(?:year|month)s?(?!\w)", r"\d\d|Q[1-4]"]))
    texts = ("the year", "The\n month", "year", "month", "12", "Q2")
    assert all(opening.match(text) for text in texts)
    assert not any(opening.match(text) for text in ("the day", "thee", "mon", "Qu", "Year", "a"))


def test_openings_know_where_a_word_ends() -> None:
    opening = re.compile(openings([r"(?:jan|feb)(?![A-Za-z])\.?\s?(?:first|\d)", r"in\b\ May"]))
    assert all(opening.match(text) for text in ("jan 1", "feb.", "jan first", "in May"))
    assert not any(opening.match(text) for text in ("janfirst", "january", "in March", "inMay"))


def words(table: str) -> list[tuple[int, str]]:
    return [(int(number), word) for number, row in TABLES[table].items() for word in row.split()]


@pytest.mark.parametrize(("number", "word"), words("months"))
def test_every_spelling_of_a_month_is_found(number: int, word: str) -> None:
    for written in (word, word.capitalize(), word.upper()):
        assert found(f"They met on {written} 5, 2020.")[0][1] == f"2020-{number:02d}-05"


@pytest.mark.parametrize(("number", "word"), words("weekdays"))
def test_every_spelling_of_a_weekday_is_found(number: int, word: str) -> None:
    text = f"They met {word.capitalize()}, June 5."  # in 2021 a Saturday
    assert found(text)[0][0] == f"{word.capitalize()}, June 5"
    assert date_words.weekday_number(word) == number


@pytest.mark.parametrize(("word", "number"), TABLES["cardinals"].items())
def test_every_number_counts(word: str, number: int) -> None:
    year = str(2021 - number)
    assert found(f"They met {word} years ago.") == [(f"{word} years ago", year)]
    ahead = f"in {word} years"
    assert found(f"They will meet {ahead}.") == [(ahead, str(2021 + number))]


@pytest.mark.parametrize(("word", "number"), TABLES["ordinals"].items())
def test_every_ordinal_is_a_day_and_a_century(word: str, number: int) -> None:
    text = f"They met on January {word}, 2020."
    assert found(text) == [(f"January {word}, 2020", f"2020-01-{number:02d}")]
    assert date_words.day_number(word) == number


@pytest.mark.parametrize("word", TABLES["units"])
def test_every_unit_has_a_last_one(word: str) -> None:
    text = f"They met last {word}."
    assert [words for words, _ in found(text)] == [f"last {word}"]


@pytest.mark.parametrize(("word", "code"), TABLES["seasons"].items())
def test_every_season_is_found(word: str, code: str) -> None:
    assert found(f"They met in the {word} of 1944.") == [(f"the {word} of 1944", f"1944-{code}")]


@pytest.mark.parametrize(("word", "days"), TABLES["days"].items())
def test_every_word_for_a_day_is_found(word: str, days: int) -> None:
    day = date.fromordinal(date(2021, 12, 30).toordinal() + days).isoformat()
    assert found(f"They met {word}.") == [(word, day)]


@pytest.mark.parametrize(
    "word", [word for row in TABLES["times-of-day"].values() for word in row.split()]
)
def test_every_time_of_day_joins_a_day(word: str) -> None:
    assert found(f"They met on Tuesday {word}.") == [(f"Tuesday {word}", "2021-12-28")]


@pytest.mark.parametrize("name", TABLES["holidays"])
def test_every_holiday_is_found(name: str) -> None:
    written = " ".join(word.capitalize() for word in name.split())
    text = f"The town keeps {written} as of old."
    days = [holidays.holiday(name, year) for year in (2020, 2021, 2022)]
    (phrase, value), *others = found(text)
    assert (phrase, others) == (written, [])
    assert value in [day.isoformat() for day in days if day]


def test_a_new_word_takes_one_row() -> None:
    for old, new in (
        ('11 = "november nov"', '11 = "november nov novemb"'),
        ("ten = 10", "ten = 10\nhundred = 100"),
        ('"easter" = {easter = 0}', '"easter" = {easter = 0}\n"nowruz" = {month = 3, day = 20}'),
    ):
        assert TABLE.count(old) == 1
        tables = date_words.load_table(TABLE.replace(old, new))
        holidays.check_holidays(tables["holidays"])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('11 = "november nov"', '11 = "november Nov."', "'Nov.' can match no word"),
        ('11 = "november nov"', '11 = "november nov mar"', "'mar' stands there twice"),
        ("ten = 10", '"o’clock" = 10', "can match no word"),
        ('months = "march', 'months = "mars', "no month is called ['mars']"),
        ('"easter" = {', '"Easter" = {', "'Easter' can match nothing"),
        ('"easter" = {', '"easter  day" = {', "can match nothing"),
        ('"halloween" = {', '"mothers\' day" = {', "reads like"),
        ("{easter = 50}", "{eastern = 50}", "'whit monday' has ['eastern']"),
        ("{month = 10, day = 31}", "{month = 2, day = 30}", "'halloween': day is out of range"),
        ("{month = 5, weekday = 1, nth = -1}", "{month = 5, weekday = 1, nth = 6}", "no day of"),
    ],
)
def test_a_row_that_cannot_be_is_an_error(old: str, new: str, said: str) -> None:
    assert old in TABLE
    with pytest.raises(ValueError, match=re.escape(said)) as error:
        holidays.check_holidays(date_words.load_table(TABLE.replace(old, new))["holidays"])
    assert str(error.value).startswith("dates.toml, ")
