"""What statements rest on, in words: nothing is said of what there is none of."""

from __future__ import annotations

import pytest

from briefbook.sphinx.records import StatementRecord
from briefbook.sphinx.views.shares import counts_of, percent, shares_line
from briefbook.sphinx.views.source_entries import SourceEntry
from briefbook.text.kinds import SourceKind


def record(kind: str) -> StatementRecord:
    return StatementRecord(
        node_id="s1",
        paragraph=1,
        source="s1",
        name="a source",
        kind=kind,
        basis=None,
        form="quote",
        cue="said",
        speaker=None,
        translated=False,
        excerpt="“so”",
    )


@pytest.mark.parametrize(
    ("kinds", "line"),
    [
        (["person"], "1 statement."),
        (["person", "institution"], "2 statements."),
        (["anonymous"], "1 statement, of which 1 (100 %) rests on anonymous sources."),
        (
            ["anonymous", "anonymous", "group", "person"],
            "4 statements, of which 2 (50 %) rest on anonymous sources, and 1 on groups of people.",
        ),
        (["group", "person"], "2 statements, and 1 on groups of people."),
    ],
)
def test_line(kinds: list[str], line: str) -> None:
    assert shares_line(map(record, kinds)) == line


def test_no_share_that_there_is_is_nought() -> None:
    assert (percent(0, 9), percent(1, 1000), percent(1, 3), percent(3, 3)) == (0, 1, 33, 100)


def test_kinds_stand_from_names_to_none() -> None:
    kinds = ["unknown", "anonymous", "person", "person"]
    assert counts_of(map(record, kinds)) == [
        (SourceKind.PERSON, 2),
        (SourceKind.ANONYMOUS, 1),
        (SourceKind.UNKNOWN, 1),
    ]


@pytest.mark.parametrize(
    ("kind", "name", "letter"),
    [
        ("person", "Jane Doe", "D"),
        ("person", "Richard Roe Jr.", "R"),
        ("person", "Éric Ébène", "E"),
        ("institution", "the Kremlin", "K"),
        ("document", "24-hour plan", "#"),
    ],
)
def test_letter(kind: str, name: str, letter: str) -> None:
    entry = SourceEntry(kind=SourceKind(kind), name=name, statements=(("a", record(kind)),))
    assert entry.letter == letter
