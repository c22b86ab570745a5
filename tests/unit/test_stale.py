"""What of the catalogue is to be looked at again, as of a day that is given."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from briefbook.cli import main
from briefbook.text.bodies import FactSource, Members, load_catalogue
from briefbook.text.bodies.stale import stale_facts

DAY = dt.date(2026, 11, 27)
NATO = load_catalogue()["nato"]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"members": Members(count=3, as_of="2021-03")}, "its 3 members were counted in 2021-03"),
        ({"text": "It is there. It ends in 2027."}, "its text names 2027, which is to come"),
        ({"text": "It was last elected in 1848."}, "“last elect”"),
        ({"text": "It sits until the next election."}, "“next elect”"),
        ({"text": "It is elected by all, last in 1848."}, "“elected by all, last in”"),
        ({"text": "It is to close."}, "“is to close”"),
        ({"checked": (FactSource(url="https://example.org/"),)}, "nobody says when"),
        (
            {"checked": (FactSource(url="https://example.org/", read="2023-01-02"),)},
            "its sources were read on 2023-01-02 at the latest",
        ),
    ],
)
def test_a_stale_fact_is_named(changed: dict[str, object], reason: str) -> None:
    found = list(stale_facts([replace(NATO, **changed)], DAY))  # type: ignore[arg-type]
    assert [stale.body for stale in found] == ["nato"]
    assert reason in found[0].reason


def test_nothing_of_the_shipped_catalogue_was_stale_when_it_was_read() -> None:
    """A day that stands: it does not fail with the calendar."""
    assert [f"{stale.body}: {stale.reason}" for stale in stale_facts(load_catalogue(), DAY)] == []


def test_the_command_counts_and_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalogue"]) == 0
    counted = capsys.readouterr().out
    assert f"{len(load_catalogue())} bodies" in counted
    assert "     0 refused" in counted
    assert main(["catalogue", "--stale", "--on", "2031-01-01"]) == 0
    assert "nato: its 32 members were counted in 2024-07" in capsys.readouterr().out
