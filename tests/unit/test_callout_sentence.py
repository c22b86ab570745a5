"""The sentence of a callout: who it is here, what that is read as, and on what footing it spoke."""

from __future__ import annotations

from typing import Any

import pytest

from briefbook.pages.wire import Attribution, Said
from briefbook.sphinx.callout_sentence import facts, kind_line, subject
from briefbook.text.kinds import SourceKind, StatementKind

OFFICIAL = "a senior administration official"
ANONYMOUS, PERSON = SourceKind.ANONYMOUS, SourceKind.PERSON


def attribution(name: str, kind: SourceKind, *content: dict[str, Any], **given: Any) -> Attribution:
    said = [
        Said(**{"form": StatementKind.QUOTE, "texts": ("so",)} | one) for one in content or [{}]
    ]
    return Attribution(
        number=1,
        source=given.pop("source", "x"),
        name=name,
        kind=kind,
        content=tuple(said),
        **given,
    )


def words(given: Attribution) -> str:
    name, about = subject(given)
    who = name + "".join(f"¶{part}" if isinstance(part, int) else part for part in about)
    return ", ".join([who, *facts(given)])


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (attribution(OFFICIAL, ANONYMOUS), "A senior administration official"),
        (
            attribution(OFFICIAL, ANONYMOUS, here=("the official",), named_in=5),
            "The official of ¶5",
        ),
        (
            attribution(OFFICIAL, ANONYMOUS, here=("a U.S. official",), named_in=5),
            "A U.S. official, read as the senior administration official of ¶5",
        ),
        (attribution(OFFICIAL, ANONYMOUS, named_in=5), "The senior administration official of ¶5"),
        (attribution("aides", ANONYMOUS, named_in=2), "Aides of ¶2"),
        (
            attribution(OFFICIAL, ANONYMOUS, bases=("asked for anonymity",)),
            "A senior administration official, who “asked for anonymity”",
        ),
        (attribution("an aide", ANONYMOUS, bases=("asked for it",), bases_in=3), "An aide"),
        (attribution("Vladimir Putin", PERSON, here=("Putin",), named_in=1), "Vladimir Putin"),
        (attribution("Putin", PERSON, here=("he",), named_in=1), "Putin, here “he”"),
        (
            attribution(
                "the Kremlin",
                SourceKind.INSTITUTION,
                {"speaker": "Putin", "bases": ("its own readout",)},
            ),
            "The Kremlin, in its own readout, on Putin",
        ),
        (
            attribution("Tass", PERSON, {"translated": True, "bases": ("a translation",)}),
            "Tass, in translation",
        ),
        (
            attribution("aides", ANONYMOUS, {"bases": ("on condition of anonymity",)}),
            "Aides, “on condition of anonymity”",
        ),
        (
            attribution("no source named", SourceKind.UNKNOWN, source="unknown"),
            "The article does not say whose words these are",
        ),
    ],
)  # fmt: skip
def test_sentence(given: Attribution, sentence: str) -> None:
    assert words(given) == sentence


def test_kind_line() -> None:
    quote: dict[str, Any] = {}
    indirect = {"form": StatementKind.INDIRECT}
    assert kind_line(attribution("x", PERSON, quote)) == "named person"
    assert kind_line(attribution("x", PERSON, indirect)) == "named person · indirect"
    assert kind_line(attribution("x", PERSON, indirect, quote)) == "named person · in part indirect"
