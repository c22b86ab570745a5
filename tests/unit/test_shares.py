"""What statements rest on, in words: nothing is said of what there is none of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.sphinx.records import StatementRecord
from briefbook.sphinx.views.shares import counts_of, percents, shares_line
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


@pytest.mark.parametrize(
    ("counts", "shares"),
    [
        ([3], [100]),
        ([1, 2], [33, 67]),
        ([1, 1, 1], [34, 33, 33]),
        ([53, 40, 42, 12], [36, 27, 29, 8]),
        ([5, 5, 5, 1], [32, 31, 31, 6]),
        ([25, 15, 15, 15, 15, 15], [25, 15, 15, 15, 15, 15]),
        ([1000, 1, 1, 1], [97, 1, 1, 1]),  # what there is of at all is 1 at least
    ],
)
def test_shares_are_a_hundred_together(counts: list[int], shares: list[int]) -> None:
    found = percents(enumerate(counts))
    assert sum(found.values()) == 100
    assert list(found.values()) == shares


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=7))
def test_whatever_the_counts(counts: list[int]) -> None:
    shares = percents(enumerate(counts))
    assert sum(shares.values()) == 100
    assert min(shares.values()) >= 1
    assert all(abs(shares[at] - 100 * counts[at] / sum(counts)) < len(counts) for at in shares)


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
