"""Our words in other languages: catalogues that are up to date, German whole, dates by Babel."""

from __future__ import annotations

import gettext
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import briefbook
from briefbook import words
from briefbook.export.note_form import note_form
from briefbook.locale.update import catalogue_of, languages, messages_of_code
from briefbook.script_words import form_words, script_words
from briefbook.words import DOMAIN, LOCALE, in_words, use_language

pytestmark = pytest.mark.usefixtures("english_again")

SCRIPTS = sorted(Path(briefbook.__file__).parent.glob("html/**/*.js"))
MEND = "run `tox run -e words`"


def ids(catalogue: Catalog) -> set[str]:
    return {repr(each.id) for each in catalogue if each.id}


def forms(message: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [message] if isinstance(message, str) else list(message or [""])


def test_the_template_lists_the_messages_of_the_code() -> None:
    with (LOCALE / f"{DOMAIN}.pot").open("rb") as stream:
        template = read_po(stream, domain=DOMAIN)
    code = messages_of_code()
    assert len(ids(code)) > 20
    assert ids(template) ^ ids(code) == set(), MEND


@pytest.mark.parametrize("language", languages())
def test_catalogues_are_whole(language: str) -> None:
    catalogue = catalogue_of(language)
    assert ids(catalogue) ^ ids(messages_of_code()) == set(), MEND
    missing = [each.id for each in catalogue if each.id and not all(forms(each.string))]
    assert missing == [], f"write them into the .po of {language}, then {MEND}"


@pytest.mark.parametrize("language", languages())
def test_translations_name_the_same_places(language: str) -> None:
    wrong = [
        each.id
        for each in catalogue_of(language)
        if each.id
        for number, form in enumerate(forms(each.string))
        if places(form) != places(forms(each.id)[min(number, len(forms(each.id)) - 1)])
    ]
    assert wrong == []


def places(message: str) -> list[str]:
    return sorted(re.findall(r"\{\w*\}|%\w", message))


@pytest.mark.parametrize("language", languages())
def test_what_is_read_is_what_is_written(language: str) -> None:
    read = gettext.translation(DOMAIN, LOCALE, languages=[language])
    for each in catalogue_of(language):
        if each.id and isinstance(each.id, str):
            assert read.gettext(each.id) == each.string, MEND


def test_scripts_say_nothing_in_english_alone() -> None:
    shown = re.compile(
        r"""(?<!word\()["`][A-Z][a-z]+[^"`$]* [^"`]*["`]|textContent: ["`][^"`$]*[a-z]"""
    )
    assert len(SCRIPTS) > 10
    lines = [(path.name, line) for path in SCRIPTS for line in path.read_text("utf-8").split("\n")]
    found = [(name, line) for name, line in lines if shown.search(line.partition("// ")[0])]
    assert found == []


def test_forms_are_handed_their_words() -> None:
    assert form_words() == {}
    use_language("de")
    assert form_words()["Your note"] == "Ihre Anmerkung"
    assert "Your note" not in script_words()
    assert script_words()["Show"] == words._("Show") != "Show"
    assert b'"Your note":"Ihre Anmerkung"' in note_form({})


def test_there_is_german() -> None:
    assert "de" in languages()


@pytest.mark.parametrize(
    ("value", "german", "spanish"),
    [
        ("2022-01-12", "12. Januar 2022", "12 de enero de 2022"),
        ("2022-01", "Januar 2022", "enero de 2022"),
        ("2021-Q4", "4. Quartal 2021", "4.º trimestre de 2021"),
        ("2021-H1", "erstes Halbjahr 2021", "first half of 2021"),
        ("2021-W52", "Woche 52 des Jahres 2021", "week 52 of 2021"),
        ("2021-W52-WE", "Wochenende der Woche 52 des Jahres 2021", "weekend of week 52 of 2021"),
        ("2021-SU", "Sommer 2021", "summer 2021"),
        ("2022", "2022", "2022"),
        ("199X", "1990er-Jahre", "the 1990s"),
        ("19XX", "20. Jahrhundert", "century 20"),
        ("BC0044-03-15", "15. März 44 v. Chr.", "15 de marzo de 44 BC"),
        ("BC0480", "480 v. Chr.", "480 BC"),
        ("soon", "soon", "soon"),
    ],
)
def test_dates_in_words(value: str, german: str, spanish: str) -> None:
    use_language("de")
    assert in_words(value) == german
    use_language("es")  # Babel knows it, our catalogues do not yet
    assert in_words(value) == spanish


def test_a_language_that_nobody_knows_is_english() -> None:
    use_language("tlh")
    assert in_words("2022-01-12") == "12 January 2022"
    assert words._("Add a note") == "Add a note"


def test_a_country_variant_has_its_language() -> None:
    use_language("de_AT")
    assert words._("Add a note") == "Anmerkung hinzufügen"
    assert in_words("2022-01-12") == "12. Jänner 2022"
