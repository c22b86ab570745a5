"""``NAME.reviewed.json``: what a later engine has changed is told, mark by mark."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefbook.pages.review import review_state
from briefbook.text.bodies import load_catalogue
from briefbook.text.errors import ReviewError
from briefbook.text.marks import mark
from briefbook.text.reviewed import (
    SUFFIX,
    Entry,
    as_file,
    difference_problem,
    differences,
    entries,
    read_reviewed,
)
from briefbook.text.seeds import read_seed

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
DATE: Entry = {
    "mark": "date", "line": 3, "start": 40, "text": "Monday", "value": "2021-12-27", "event": "met",
}  # fmt: skip
BODY: Entry = {"mark": "body", "line": 3, "start": 9, "text": "NATO", "body": "nato"}
SOURCE: Entry = {"mark": "source", "name": "an aide", "kind": "anonymous"}
SAID: Entry = {
    "mark": "statement", "line": 4, "start": 60, "form": "quote", "words": ["no", "yes"],
    "source": "an aide",
}  # fmt: skip
ALL = [DATE, BODY, SOURCE, SAID]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_the_books_own_articles_are_reviewed_and_have_not_changed_since(path: Path) -> None:
    marks = mark(read_seed(path, root=ROOT), load_catalogue(ROOT / "docs/bodies.yaml"))
    state = review_state(marks, path.parent, root=ROOT)
    assert state.problem is None, state.problem
    assert state.holds
    kept = read_reviewed(path.with_name(f"{path.stem}{SUFFIX}"), root=ROOT)
    assert kept is not None
    assert kept.sha256 == marks.article.seed.sha256
    assert path.with_name(f"{path.stem}{SUFFIX}").read_bytes() == as_file(
        kept.sha256, entries(marks)
    )


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (ALL, []),
        (
            [{**DATE, "value": "2021-12-20"}, BODY, SOURCE, SAID],
            ["line 3: the date “Monday” is 20 December 2021, and was 27 December 2021"],
        ),
        (
            [{**DATE, "event": "ministers met"}, BODY, SOURCE, SAID],
            ["line 3: the date “Monday” has another event"],
        ),
        (
            [DATE, {**BODY, "body": "osce"}, SOURCE],
            [
                "line 3: the body “NATO” is osce, and was nato",
                "line 4: the statement “no” is gone",
            ],
        ),
        (
            [*ALL, {**BODY, "start": 90, "line": 7}],
            ["line 7: the body “NATO” is new: nato"],
        ),
        (
            [DATE, BODY, {**SOURCE, "kind": "person"}, {**SAID, "source": "Jane Doe"}],
            [
                "the source “an aide” is person, and was anonymous",
                "line 4: the statement “no” is by Jane Doe, and was by an aide",
            ],
        ),
        (
            [DATE, BODY, SOURCE, {**SAID, "translated": True}],
            ["line 4: the statement “no” has another translated"],
        ),
    ],
)
def test_what_differs_is_told(now: list[Entry], told: list[str]) -> None:
    assert differences(now, ALL) == told


def test_the_first_few_are_named() -> None:
    many: list[Entry] = [{**BODY, "start": start} for start in range(9)]
    problem = difference_problem(differences(many, []), "seeds/a.reviewed.json", "a")
    assert problem.problem.startswith("9 marks differ from those reviewed: line 3: the body “NATO”")
    assert problem.problem.endswith("; and 4 more")


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"[]", b"{}", b'{"sha256": 1, "marks": []}', b'{"sha256": "a", "marks": [1]}',
        b'{"sha256": "a", "marks": [{"a": {"b": 1}}]}', b"[" * 100_000, b"\xff",
        b'{"sha256": "a", "marks": [], "more": 1}',
    ],
)  # fmt: skip
def test_a_file_of_another_form_is_refused(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / f"a{SUFFIX}"
    path.write_bytes(raw)
    with pytest.raises(ReviewError, match=r"^a\.reviewed\.json: it is not as briefbook review "):
        read_reviewed(path, root=tmp_path)


def test_marks_of_any_kind_are_told_or_refused(tmp_path: Path) -> None:
    """What an entry lacks is no reason to fall over it."""
    path = tmp_path / f"a{SUFFIX}"
    odd: list[Any] = [{}, {"mark": "date"}, {"mark": "x", "words": []}, {"mark": "source"}]
    odd.append({"mark": "source", "name": ["a"]})
    path.write_text(json.dumps({"sha256": "a", "marks": odd}))
    kept = read_reviewed(path, root=tmp_path)
    assert kept is not None
    assert len(differences(ALL, kept.marks)) == len(ALL) + len(odd)
