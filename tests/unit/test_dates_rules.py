"""The forms of dates: their examples, their words, and what they can open with."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from fixture_cases import folder_cases

from briefbook.text.dates import find, tag
from briefbook.text.dates import openings as module
from briefbook.text.dates.holiday_table import holiday, read_holidays
from briefbook.text.dates.openings import openings
from briefbook.text.dates.rules import FORMS
from briefbook.text.lang.date_rows import date_rows, read_date_rows
from briefbook.text.lang.table import Table, TableError
from briefbook.text.lang.word_rows import word_rows
from briefbook.text.stamps import find_stamp
from briefbook.text.timex import SEASONS

if TYPE_CHECKING:
    from briefbook.text.dates.rules.form import Form

PUBLISHED = "2021-12-30"
ROWS = date_rows()
TABLE = Table("en", "dates").text
HOLIDAYS = read_holidays(Table("en", "dates"))


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
        matches = [
            find.phrase().match(text, place.start()) for place in find.starter().finditer(text)
        ]
        if any(match and match.lastgroup == form.name for match in matches):
            return
    pytest.fail(f"no example is read by the form {form.name}")


def test_openings_are_worked_out_from_the_patterns() -> None:
    opening = re.compile(openings([r"(?:[Tt]he\s{1,3})?(?:year|month)s?(?!\w)", r"\d\d|Q[1-4]"]))
    texts = ("the year", "The\n month", "year", "month", "12", "Q2")
    assert all(opening.match(text) for text in texts)
    assert not any(opening.match(text) for text in ("the day", "thee", "mon", "Qu", "Year", "a"))


def test_nothing_is_lost_by_trying_only_at_openings(monkeypatch: pytest.MonkeyPatch) -> None:
    """As without the parser of expressions, which is Python's own: then all words are tried."""
    texts = [text for form in FORMS for text, _ in form.examples]
    texts += [
        cast("Any", param).values[0].input.split("\n", 1)[1] for param in folder_cases("dates")
    ]
    few = [described(text) for text in texts]
    monkeypatch.setattr(module, "parser", None)
    monkeypatch.setattr(find, "starter", find.starter.__wrapped__)
    assert [described(text) for text in texts] == few


def test_openings_know_where_a_word_ends() -> None:
    opening = re.compile(openings([r"(?:jan|feb)(?![A-Za-z])\.?\s?(?:first|\d)", r"in\b\ May"]))
    assert all(opening.match(text) for text in ("jan 1", "feb.", "jan first", "in May"))
    assert not any(opening.match(text) for text in ("janfirst", "january", "in March", "inMay"))


@pytest.mark.parametrize(("word", "number"), ROWS.months.numbers.items())
def test_every_spelling_of_a_month_is_found(word: str, number: int) -> None:
    for written in (word, word.capitalize(), word.upper()):
        assert found(f"They met on {written} 5, 2020.")[0][1] == f"2020-{number:02d}-05"
        assert find_stamp(f"Published 5 {written} 2020") == f"2020-{number:02d}-05"


@pytest.mark.parametrize(("word", "number"), ROWS.weekdays.numbers.items())
def test_every_spelling_of_a_weekday_is_found(word: str, number: int) -> None:
    day = 5 + number  # 6 June 2022 was a Monday
    text = f"They met {word.capitalize()}, June {day}."
    assert found(text) == [(f"{word.capitalize()}, June {day}", f"2022-06-{day:02d}")]


@pytest.mark.parametrize(("word", "number"), ROWS.cardinals.items())
def test_every_number_counts(word: str, number: int) -> None:
    assert found(f"They met {word} years ago.") == [(f"{word} years ago", str(2021 - number))]
    ahead = f"in {word} years"
    assert found(f"They will meet {ahead}.") == [(ahead, str(2021 + number))]


@pytest.mark.parametrize(("word", "number"), ROWS.ordinals.items())
def test_every_ordinal_is_a_day_and_a_century(word: str, number: int) -> None:
    text = f"They met on January {word}, 2020."
    assert found(text) == [(f"January {word}, 2020", f"2020-01-{number:02d}")]
    assert found(f"A {word}-century church.") == [(f"{word}-century", f"{number - 1:02d}XX")]


@pytest.mark.parametrize("word", ROWS.units)
def test_every_unit_has_a_last_one(word: str) -> None:
    assert [words for words, _ in found(f"They met last {word}.")] == [f"last {word}"]


@pytest.mark.parametrize(("word", "number"), ROWS.seasons.items())
def test_every_season_is_found(word: str, number: int) -> None:
    value = f"1944-{SEASONS[number - 1]}"
    assert found(f"They met in the {word} of 1944.") == [(f"the {word} of 1944", value)]


@pytest.mark.parametrize(("word", "days"), ROWS.days.items())
def test_every_word_for_a_day_is_found(word: str, days: int) -> None:
    day = date.fromordinal(date(2021, 12, 30).toordinal() + days).isoformat()
    assert found(f"They met {word}.") == [(word, day)]


@pytest.mark.parametrize("word", [*ROWS.parts_of_day, *ROWS.moments])
def test_every_time_of_day_joins_a_day(word: str) -> None:
    assert found(f"They met on Tuesday {word}.") == [(f"Tuesday {word}", "2021-12-28")]


@pytest.mark.parametrize("name", HOLIDAYS)
def test_every_holiday_is_found(name: str) -> None:
    written = " ".join(word.capitalize() for word in name.split())
    text = f"The town keeps {written} as of old."
    days = [holiday(name, year) for year in (2020, 2021, 2022)]
    (words, value), *others = found(text)
    assert (words, others) == (written, [])
    assert value in [day.isoformat() for day in days if day]


def changed(old: str, new: str) -> Table:
    assert TABLE.count(old) == 1
    return Table("en", "dates", TABLE.replace(old, new))


def test_a_new_word_takes_one_row() -> None:
    rows = read_date_rows(changed('november = "nov"', 'november = "nov novemb"'))
    assert rows.months.numbers["novemb"] == 11
    easter = '"easter" = {easter = 0}\n'
    holidays = read_holidays(changed(easter, f'{easter}"nowruz" = {{month = 3, day = 20}}\n'))
    assert holidays["nowruz"] == {"month": 3, "day": 20}


def read_both(table: Table) -> None:
    read_date_rows(table)
    read_holidays(table)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('november = "nov"', 'november = "Nov."', "november: it could match no word"),
        ('november = "nov"', 'november = "nov mar"', "november: mar stands there twice"),
        ('november = "nov"', 'november = "nov"\nnone = ""', "december: there are but 12"),
        ("\nten = 10", "\nTen = 10", "Ten: it could match no word"),
        ("\nten = 10\n", "\nten = 10\nhundred = 100\n", "hundred: 100 is no number of one"),
        ("\ntwelfth = 12", "\ntwelfth = 22", "twelfth: 22 is no number of one"),
        ('months = "march', 'months = "mars', "months: not all are names of months"),
        ('\ncentury = "century"', '\ncentury = "age"', "century: age is no grain"),
        ('winter = "WI"', 'winter = "WN"', "winter: WN is no season"),
        ('"tonight" = 0', '"to-night" = 0', "to-night: it could match no word"),
        ('moments = "noon', 'moments = "Noon', "moments: it could match no word"),
        ('"easter" = {', '"Easter" = {', "Easter: it could match nothing"),
        ('"easter" = {', '"easter  day" = {', "easter  day: it could match nothing"),
        ('"easter" = {', '"mother’s day" = {', "mother’s day: it could match nothing"),
        ('"halloween" = {', '"mothers day" = {', "mother's day: it reads like"),
        ("{easter = 50}", "{eastern = 50}", "whit monday: that is no day of a year"),
        ("{month = 10, day = 31}", "{month = 2, day = 30}", "halloween: it has no day in 2023"),
        ("{month = 10, day = 31}", "{month = 2, day = 29}", "halloween: it has no day in 2023"),
        ("weekday = 1, nth = -1}", "weekday = 1, nth = 6}", "memorial day: it has no day in 2023"),
    ],
)
def test_a_row_that_cannot_be_is_an_error(old: str, new: str, said: str) -> None:
    table = changed(old, new)
    with pytest.raises(TableError, match=re.escape(said)) as error:
        read_both(table)
    line = table.text.splitlines()[(error.value.line or 0) - 1]
    assert said.partition(":")[0] in line


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("was were had", "was were Had", "past: Had could match no word"),
        ("was were had", "was were was", "past: a word stands there twice"),
        ("meeting meetings", "meeting work-shop", "events: work-shop could match no word"),
    ],
)
def test_a_row_of_tenses_that_cannot_be_is_an_error(old: str, new: str, said: str) -> None:
    text = Table("en", "tense").text
    assert text.count(old) == 1
    with pytest.raises(TableError, match=re.escape(said)):
        word_rows(Table("en", "tense", text.replace(old, new)))


@pytest.mark.parametrize("name", ["tense", "date_doubts"])
def test_every_row_of_words_is_asked_for(name: str) -> None:
    code = "\n".join(
        path.read_text("utf-8") for path in Path(module.__file__).parents[1].rglob("*.py")
    )
    rows = Table("en", name).rows
    assert [key for key in rows if f"['{key}']" not in code and f'["{key}"]' not in code] == []
