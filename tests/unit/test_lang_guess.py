"""The guess of a text's language."""

from __future__ import annotations

import pytest

from briefbook.text.lang.guess import guess_language, is_english


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister arrived in the city on Monday for talks with its council.", "en"),
        ("Der Minister von Freedonia ist am Montag zu Gesprächen in der Stadt eingetroffen.", "de"),
        ("Le ministre est arrivé lundi dans la ville pour des discussions avec les élus.", "fr"),
        ("El ministro llegó el lunes a la ciudad para hablar con los diputados del país.", "es"),
        (
            "O ministro chegou na segunda-feira à cidade para falar com os deputados.",
            "pt",
        ),
        ("De minister is maandag in de stad aangekomen voor overleg met het parlement.", "nl"),
        ("Minister przybył do miasta w poniedziałek na rozmowy, ale nie podał daty.", "pl"),
        ("Министр прибыл в город в понедельник, но он не назвал дату, и это не всё.", "ru"),
        ("12 34", None),
        ("フリードニアの大臣は月曜日に到着した。", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert guess_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "The minister arrived in the city on Monday, and she said that the talks would go on.",
        "On Monday: no talks.",  # too few words to tell
        "Ministeri saapui.",
    ],
)
def test_english(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        # In no table: Finnish, Hungarian, Romanian.
        "Ministeri saapui kaupunkiin maanantaina, mutta hän ei sanonut, mitä oli sovittu ja miksi.",
        "A miniszter hétfőn érkezett a városba, de nem mondta meg, hogy miről fognak tárgyalni.",
        "Ministrul a ajuns luni în oraș pentru discuții cu primarul, dar nu a spus nimic presei.",
        "O ministro chegou na segunda-feira à cidade, mas não disse quando os deputados vão votar.",
    ],
)
def test_not_english(text: str) -> None:
    assert not is_english(text)


def test_a_language_that_is_known_is_not_guessed() -> None:
    text = "The minister arrived in the city on Monday, and she said that the talks would go on."
    assert not is_english(text, "de")
    assert is_english("Der Minister kam am Montag in die Stadt und sagte nichts zu allem.", "en-GB")
