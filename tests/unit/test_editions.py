"""``docs/editions.yaml`` and ``briefbook edition``: what was new when, from data alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_cli import run

from briefbook.text.editions import Changes, Editions, changes, load_editions, written
from briefbook.text.errors import EditionsError

SEED = "date 2023-05-10\nThe ferry sails at noon, the harbour master said.\n"
NOTE = """---
motivation: questioning
target: {exact: noon}
author: {name: Jane Doe}
created: 2023-06-01
---
Why then?
"""


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for folder in ("seeds", "docs/annotations/ferry"):
        (tmp_path / folder).mkdir(parents=True)
    for name in ("ferry", "raft"):
        (tmp_path / f"seeds/{name}.txt").write_text(SEED)
    (tmp_path / "docs/annotations/ferry/2023-06-01-why.md").write_text(NOTE)
    return tmp_path


def editions(book: Path) -> Editions:
    return load_editions(book / "docs/editions.yaml", home=book / "docs", root=book)


def edition(book: Path, day: str, capsys: pytest.CaptureFixture[str]) -> str:
    status, out, err = run(["edition", "--date", day], capsys)
    assert (status, err) == (0, "")
    return out


def test_an_edition_says_what_is_new(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert editions(book).last is None
    edition(book, "2023-07-01", capsys)
    assert editions(book).of_last() == Changes(new=("ferry", "raft"), notes=1)
    assert "nothing has changed since edition 1" in edition(book, "2023-07-02", capsys)
    (book / "seeds/raft.toml").write_text('publisher = "The Gazette"\n')
    correction = '[[date]]\nexact = "noon"\nvalue = "2023-05-10"\n'
    (book / "seeds/ferry.toml").write_text(correction)
    (book / "seeds/punt.txt").write_text(SEED)
    said = edition(book, "2023-08-01", capsys)
    assert "edition 2 of 2023-08-01: articles: 1 new, 1 changed, 0 gone; corrections: 1" in said
    found = editions(book)
    assert [(each.number, each.date) for each in found.all] == [
        (1, "2023-07-01"),
        (2, "2023-08-01"),
    ]
    assert found.of_last() == Changes(new=("punt",), changed=("raft",), corrections=1)
    first, touched = found.first_of("ferry"), found.touched("ferry")
    assert first is not None
    assert touched is not None
    assert (first.number, touched.number) == (1, 2)
    withdrawn = "withdrawn = {on = 2023-08-02, why = 'Asked to'}\n"
    (book / "seeds/ferry.toml").write_text(withdrawn)
    edition(book, "2023-08-02", capsys)
    assert editions(book).of_last() == Changes(gone=1, corrections=1, notes=1)
    assert editions(book).standing["notes"] == {}


def test_what_changes_nothing_that_readers_see_is_no_change(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (book / "seeds/raft.toml").write_text("authors = ['Jane Doe']\npublisher = 'The Gazette'\n")
    edition(book, "2023-07-01", capsys)
    # Other lines of the same sidecar, a review, a blank line in a note's front matter.
    (book / "seeds/raft.toml").write_text(
        "# checked\npublisher = 'The Gazette'\n\nauthors = ['Jane Doe']\n"
        "reviewed = {by = 'Jane Doe', on = 2023-07-02}\n"
    )
    assert "nothing has changed" in edition(book, "2023-07-02", capsys)


def test_a_renamed_seed_keeps_its_notes(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edition(book, "2023-07-01", capsys)
    (book / "seeds/ferry.txt").rename(book / "seeds/boat.txt")
    (book / "seeds/boat.toml").write_text("formerly = ['ferry']\n")
    edition(book, "2023-07-02", capsys)
    assert [*editions(book).standing["notes"]] == ["boat/2023-06-01-why"]


def test_the_entry_can_be_printed(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(["edition", "--date", "2023-07-01", "--print"], capsys)
    assert status == 0
    assert out.startswith("- number: 1\n  date: 2023-07-01\n  articles:\n")
    assert not (book / "docs/editions.yaml").exists()


def test_what_is_written_is_what_is_read(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = 'yes: "no" #\u00e9'
    (book / f"seeds/{name}.txt").write_text(SEED)
    edition(book, "2023-07-01", capsys)
    found = editions(book)
    assert found.last is not None
    assert name in found.last.items["articles"]
    text = (book / "docs/editions.yaml").read_text("utf-8")
    assert text.endswith(written(found.last))
    assert changes(found.standing, found.standing) == Changes()
    assert not Changes()
    assert found.next(found.standing, "2023-07-02") is None


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("- number: 2\n  date: 2023-07-01\n", 1, "edition 2 stands where edition 1 would"),
        ("- number: 1\n  date: 2023-02-30\n", 2, "2023-02-30 is not in the calendar"),
        ("- number: 1\n  date: soon\n", 2, "date"),
        ("- number: 1\n", 1, "date"),
        ("- number: 1\n  date: 2023-07-01\n  notes: {a/b: 12}\n", 3, "a/b"),
        ("number: 1\n", 1, "the file"),
        ("- &a number: 1\n", 1, "a key is not a plain word"),
        ("- number: 1\n  date: 2023-07-01\n  more: 1\n", 3, "more"),
    ],
)
def test_a_broken_file_is_named(book: Path, text: str, line: int, problem: str) -> None:
    (book / "docs/editions.yaml").write_text(text)
    with pytest.raises(EditionsError) as caught:
        editions(book)
    assert caught.value.line == line
    assert problem in str(caught.value)
    assert "docs/editions.yaml" in str(caught.value)


def test_days_do_not_go_back(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edition(book, "2023-07-01", capsys)
    (book / "seeds/raft.txt").unlink()
    before = (book / "docs/editions.yaml").read_bytes()
    status, _, err = run(["edition", "--date", "2023-06-30"], capsys)
    assert status == 1
    assert "edition 1 is of 2023-07-01" in err
    assert (book / "docs/editions.yaml").read_bytes() == before


def test_no_edition_of_a_part_of_the_book(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (book / "docs/annotations/ferry/2023-06-01-why.md").write_text("no note\n")
    status, _, err = run(["edition", "--date", "2023-07-01"], capsys)
    assert status == 1
    assert "2023-06-01-why.md" in err
    assert not (book / "docs/editions.yaml").exists()
