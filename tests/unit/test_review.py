"""``briefbook review``: reading an article's marks one by one, by hand and by script."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefbook.cli import main
from briefbook.text.bodies import load_catalogue
from briefbook.text.marks import mark
from briefbook.text.model import Marks
from briefbook.text.seeds import read_seed

SEED = """ date 2021-12-30
Ministers of NATO met on Monday in Freedonia, and a senior official said that the bridge is safe.

"It will open next month," the official said. The council will meet on Jan. 12.
"""
SIDECAR = """\
# what we know
title = "Talks"  # ours

# a date that the rules misread
[[date]]
exact = "Monday"
value = "2021-12-20"  # a week before
"""


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/talks.txt").write_text(SEED)
    (tmp_path / "seeds/talks.toml").write_text(SIDECAR)
    return tmp_path


def review(*arguments: str) -> int:
    return main(["review", "talks", *arguments])


def answer(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    """Whoever is asked more than that has left."""
    given = iter(answers)

    def ask(question: str) -> str:
        found = next(given, None)
        if found is None:
            raise EOFError
        return found

    monkeypatch.setattr("builtins.input", ask)


def marks_of(book: Path) -> Marks:
    return mark(read_seed(book / "seeds/talks.txt", root=book), load_catalogue())


def test_the_doubtful_and_the_least_certain_come_first(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert review("--json") == 0
    found: Any = json.loads(capsys.readouterr().out)
    assert found["reviewed"] is None
    certain = [row["certainty"] for row in found["marks"] if row["certainty"] is not None]
    assert certain == sorted(certain)
    assert found["marks"][0]["mark"] == "statement" or certain[0] < 0.9
    assert {row["by"] for row in found["marks"]} == {"rule", "editor"}
    assert review("--list") == 0
    said = capsys.readouterr().out.splitlines()
    assert len(said) == len(found["marks"]) + 1
    assert said[-1] == f"{len(found['marks'])} marks, {len(found['marks'])} of them to be read"
    assert any(
        "unread line 4: the date “next month”: January 2022 (¶2; right 83%" in s for s in said
    )
    assert (book / "seeds/talks.toml").read_text() == SIDECAR
    assert not (book / "seeds/talks.reviewed.json").exists()


def test_a_review_can_be_left_and_taken_up_again(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, "k", "k", "q")
    assert review() == 0
    first = capsys.readouterr().out
    answer(monkeypatch)
    assert review() == 0
    assert capsys.readouterr().out.splitlines()[-1] == first.splitlines()[-1]
    lines = (book / "seeds/talks.reviewed.json").read_text().splitlines()
    assert len(lines) == 4  # a mark a line
    total = len(json.loads("\n".join(lines))["marks"])
    assert total == 2


def test_a_mark_is_shown_in_its_paragraph_between_whole_words(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (book / "seeds/talks.toml").unlink()
    long = "Many who live near the old harbour, and some who do not, were there, and were heard"
    seed = f" date 2021-12-30\n{long} and met on Jan. 12 with others. {long}, {long}.\n"
    (book / "seeds/talks.txt").write_text(seed)
    answer(monkeypatch, "q")
    assert review() == 0
    assert capsys.readouterr().out.splitlines()[3] == (
        "    … live near the old harbour, and some who do not, were there, and were heard and met "
        "on ▸Jan. 12◂ with others. Many who live near the old harbour, and some who do not, were "
        "there, and …"
    )


def test_a_mark_is_corrected_and_comments_stay(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("briefbook.desk.review._sureness", lambda item: item.start)
    answer(
        monkeypatch,
        *("c", "osce"),  # NATO
        *("c", "never", "2021-12-13"),  # Monday, which an editor has corrected
        *("r", "k"),  # the official, who goes with the statements alone
        "k",  # that the bridge is safe
        *("c", "Jane Roe", "person", "the mayor"),  # It will open next month
        "r",  # next month
        "s",
    )
    assert review() == 0
    said = capsys.readouterr().out
    assert "That is no date of the calendar." in said
    assert "A source goes with its last statement" in said
    text = (book / "seeds/talks.toml").read_text()
    assert text.startswith('# what we know\ntitle = "Talks"  # ours\n\n# a date that the rules mis')
    assert "# a week before" in text
    marks = marks_of(book)
    assert [(date.text, date.value) for date in marks.dates] == [
        ("Monday", "2021-12-13"),
        ("Jan. 12", "2022-01-12"),
    ]
    assert [body.body for body in marks.bodies] == ["osce"]
    statement = marks.statements[1]
    names = {source.id: (source.name, source.kind.value) for source in marks.sources}
    assert names[statement.source or ""] == ("Jane Roe", "person")
    assert statement.speaker == "the mayor"


def test_what_an_editor_made_is_taken_away_by_taking_the_correction_out(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (book / "seeds/talks.toml").open("a") as sidecar:
        sidecar.write('\n[[body]]\nexact = "The council"\nbody = "osce"\n')
    monkeypatch.setattr("briefbook.desk.review._sureness", lambda item: -item.start)
    answer(monkeypatch, "k", "r", "q")
    assert review() == 0
    assert (book / "seeds/talks.toml").read_text().strip() == SIDECAR.strip()


def test_a_correction_that_does_not_fit_leaves_the_sidecar_as_it_was(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("briefbook.desk.review._sureness", lambda item: -item.start)
    answer(monkeypatch, "c", "2022-01-12", "q")
    assert review() == 0
    assert "That does not fit: seeds/talks.toml:" in capsys.readouterr().out
    assert (book / "seeds/talks.toml").read_text() == SIDECAR


def test_it_is_signed_once_all_is_read(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert review("--sign", "Jane Doe") == 1
    assert "marks are not read yet" in capsys.readouterr().err
    assert review("--keep", "1", "2") == 0
    assert review("--keep", "99") == 1
    assert "give some of 1 to " in capsys.readouterr().err
    assert review("--keep", "all", "--sign", "Jane Doe") == 0
    signed = marks_of(book).article.seed.sidecar.reviewed
    assert signed is not None
    assert signed.by == "Jane Doe"
    assert main(["check", "--reviewed"]) == 0
    text = (book / "seeds/talks.toml").read_text()
    assert text.index("reviewed = ") < text.index("# a date that")
    answer(monkeypatch)
    assert review() == 0
    assert f"marks, all read. Reviewed by Jane Doe, {signed.on}." in capsys.readouterr().out


def test_a_key_pressed_once_too_often_signs_nothing(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, *["k"] * 20)
    assert review() == 0
    assert marks_of(book).article.seed.sidecar.reviewed is None
    answer(monkeypatch, "Jane Doe")
    assert review() == 0
    signed = marks_of(book).article.seed.sidecar.reviewed
    assert signed is not None
    assert signed.by == "Jane Doe"


def test_the_editor_is_opened_on_the_sidecar(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    script = book / "editor.py"
    script.write_text(
        "import sys, pathlib\npath = pathlib.Path(sys.argv[1])\n"
        "path.write_text(path.read_text().replace('2021-12-20', '2021-12-06'))\n"
    )
    monkeypatch.setenv("VISUAL", f"python3 {script}")
    answer(monkeypatch, "e", "q")
    assert review() == 0
    assert marks_of(book).dates[0].value == "2021-12-06"
    monkeypatch.setenv("VISUAL", "false")
    answer(monkeypatch, "e", "q")
    assert review() == 0
    assert "The editor 'false' has failed" in capsys.readouterr().out


def test_a_seed_that_is_not_there(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "other"]) == 1
    assert capsys.readouterr().err.startswith("seeds/other.txt: there is no seed other; ")
