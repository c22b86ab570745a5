"""``briefbook annotate``: a valid file from one line, and no half of one."""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import Any

import pytest
from test_cli import run

from briefbook.commands import annotate, note_questions
from briefbook.text.annotations import load_annotations

SEED = """date 2023-05-10
Sylvania Keeps Its Boat
The ferry sails at noon, the harbour master said.
The ferry sails at noon on Sundays too, and the "Duke: of Sylvania" is glad of it.
"""
BIB = "@misc{doe2023, title = {The Harbour}, author = {Doe, Jane}, year = {2023}}\n"
GIVEN = ["--author", "Jane Doe", "--source", "doe2023", "--note", "It sails *at one*."]


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for folder in ("seeds", "docs"):
        (tmp_path / folder).mkdir()
    (tmp_path / "seeds/ferry.txt").write_text(SEED)
    (tmp_path / "docs/references.bib").write_text(BIB)
    return tmp_path


def notes(book: Path) -> list[Any]:
    found, errors = load_annotations(book / "docs/annotations", root=book)
    assert errors == []
    return found


def test_a_note_is_written_and_passes_the_check(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = 'the "Duke: of Sylvania" is glad'
    status, out, err = run(["annotate", "ferry", words, *GIVEN, "--github", "janedoe"], capsys)
    assert (status, err) == (0, "")
    (note,) = notes(book)
    assert out == f"{note.path}: written. Send it as a pull request.\n"
    assert (note.exact, note.prefix, note.suffix) == (words, "", "")
    assert (note.author_name, note.author_github) == ("Jane Doe", "janedoe")
    assert (note.motivation, note.sources, note.body) == (
        "commenting",
        ("doe2023",),
        "It sails *at one*.",
    )
    assert note.id.endswith("-the-duke-of-sylvania-is-glad")
    status, out, err = run(["check"], capsys)
    assert (status, err) == (0, ""), out
    status, out, err = run(["annotate", "ferry", words, *GIVEN], capsys)
    assert status == 1
    assert "it is there already; choose another name with --subject" in err


def test_a_passage_that_stands_twice(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(["annotate", "ferry", "sails at noon", *GIVEN], capsys)
    assert status == 1
    assert err == (
        "seeds/ferry.txt: the passage stands there 2 times: "
        "1. ¶2: The ferry sails at noon, the harbour master said. "
        '2. ¶3: The ferry sails at noon on Sundays too, and the "Duke…; say which with --place\n'
    )
    assert run(["annotate", "ferry", "sails at noon", *GIVEN, "--place", "2"], capsys)[0] == 0
    (note,) = notes(book)
    assert (note.exact, note.prefix, note.suffix) == ("sails at noon", "", " on")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("sails at non", "its passage does not stand in the article"),
        ("sails at non", "(line 3 of the seed has 'sails at noon')"),
        ("", "no words are given"),
        ("noon, the harbour master said.\nThe ferry", "does not stand in the article"),
    ],
)
def test_words_that_are_not_there(
    book: Path, words: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, err = run(["annotate", "ferry", words, *GIVEN], capsys)
    assert status == 1
    assert said in err
    assert not (book / "docs/annotations").exists()


def test_what_is_missing_is_named_where_nobody_can_be_asked(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, err = run(["annotate", "ferry", "on Sundays"], capsys)
    assert status == 1
    assert err == (
        "the note: more is needed to write it: --author, --note, --source; give these options\n"
    )
    question = ["--motivation", "questioning", "--author", "Jane Doe", "--note", "Why?"]
    assert run(["annotate", "ferry", "on Sundays", *question], capsys)[0] == 0
    (note,) = notes(book)
    assert (note.motivation, note.sources) == ("questioning", ())


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (["--source", "doe2024"], "no bibliography file has a sound entry"),
        (["--github", "jane doe"], "author.github"),
        (["--note", " "], "it has no text"),
        (["--note", "x" * 10_001], "longer than 10000 characters"),
    ],
)
def test_nothing_that_is_not_valid_is_written(
    book: Path, changed: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, err = run(["annotate", "ferry", "on Sundays", *GIVEN, *changed], capsys)
    assert status == 1
    assert said in err
    assert not (book / "docs/annotations").exists()


def test_an_article_is_a_source_too(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["--author", "Jane Doe", "--source", "seed-ferry", "--note", "See ¶1."]
    assert run(["annotate", "ferry", "on Sundays", *given], capsys)[0] == 0
    assert run(["check"], capsys)[0] == 0


def test_printed_only(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(["annotate", "ferry", "on Sundays", *GIVEN, "--print"], capsys)
    assert status == 0
    assert out.startswith('---\nmotivation: commenting\ntarget:\n  exact: "on Sundays"\n')
    assert not (book / "docs/annotations").exists()


class Desk:
    """Somebody at a terminal: what they answer, and what they write in their editor."""

    def __init__(self, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._editor = book / "editor.sh"
        self.asked: list[str] = []
        self._answers: list[str] = []
        monkeypatch.setenv("VISUAL", str(self._editor))
        monkeypatch.setattr(annotate, "ask", self._answer)
        for module in (annotate, note_questions):
            monkeypatch.setattr(module, "is_desk", lambda: True)
        monkeypatch.setattr(note_questions, "ask", self._answer)

    def will(self, *answers: str, write: str) -> None:
        self._answers = list(answers)
        self._editor.write_text(
            f'#!/bin/sh\ncp "$1" seen.md\nprintf "{write}" | cat - "$1" > x\nmv x "$1"\n'
        )
        self._editor.chmod(self._editor.stat().st_mode | stat.S_IXUSR)

    def _answer(self, question: str) -> str:
        self.asked.append(re.split(r":| \[", question, maxsplit=1)[0])
        return self._answers.pop(0)


@pytest.fixture
def desk(book: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(book, monkeypatch)


WHY = "Why you write"
NAME = "Your name, as readers shall see it"
WHERE = "Where readers can check it (keys of the bibliography)"


def test_at_a_terminal_one_is_asked_and_writes_in_ones_editor(
    book: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.will("2", "", "Jane Doe", "doe2023", write="It sails at one.\\n")
    status, out, err = run(["annotate", "ferry", "sails at noon"], capsys)
    assert (status, err) == (0, "")
    assert "2. ¶3: The ferry sails at noon on Sundays too" in out
    assert "5. editing: the note tells where the article errs" in out
    assert desk.asked == ["Which of them?", WHY, NAME, WHERE]
    (note,) = notes(book)
    assert (note.motivation, note.body, note.suffix) == ("commenting", "It sails at one.", " on")
    assert "> sails at noon" in (book / "seen.md").read_text()


def test_a_reply_is_asked_whose_it_is(
    book: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.will("9", "7", "the ferrymen", "Jane Doe", "doe2023", write="We do.\\n")
    status, out, _ = run(["annotate", "ferry", "on Sundays"], capsys)
    assert status == 0
    assert "Write a number from 1 to 7." in out
    assert desk.asked == [WHY, WHY, "Who answers, if not you", NAME, WHERE]
    (note,) = notes(book)
    assert (note.motivation, note.reply_of) == ("replying", "the ferrymen")
    given = [*GIVEN, "--motivation", "replying", "--subject", "again"]
    run(["annotate", "ferry", "on Sundays", *given, "--reply-of", "Jane Roe"], capsys)
    assert [each.reply_of for each in notes(book)] == ["Jane Roe", "the ferrymen"]


def test_what_no_note_may_have_is_asked_for_again_before_it_is_written(
    book: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.will("", "Jane Doe", "doe2024", "Jane Doe", "doe2024", write="So.\\n")
    status, _, err = run(["annotate", "ferry", "sails at noon", "--place", "1"], capsys)
    assert status == 1  # the same fault twice
    assert err.count("no bibliography file has a sound entry") == 2
    desk.will("", "Jane Doe", "doe2024", "Jane Doe", "doe2023", write="So.\\n")
    status, _, err = run(["annotate", "ferry", "sails at noon", "--place", "1"], capsys)
    assert (status, err.count("\n")) == (0, 1)
    (note,) = notes(book)
    assert (note.author_name, note.sources, note.body) == ("Jane Doe", ("doe2023",), "So.")


def test_a_note_that_is_given_up_is_shown_and_none_is_written_in_vain(
    book: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.will("n", write="Left \\342\\200\\256 behind.\\n")
    given = [*GIVEN[:4], "--motivation", "commenting"]
    status, out, err = run(["annotate", "ferry", "on Sundays", *given], capsys)
    assert (status, desk.asked) == (1, ["Go on writing?"])
    assert "it holds U+202E" in err
    assert "Left \u202e behind." in out
    assert run(["annotate", "ferry", "on Sundays", *GIVEN], capsys)[0] == 0
    (book / "seen.md").unlink()
    status, _, err = run(["annotate", "ferry", "on Sundays", *given], capsys)
    assert (status, (book / "seen.md").exists()) == (1, False)
    assert "it is there already" in err


def test_an_editor_that_fails(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VISUAL", "false")
    for module in (annotate, note_questions):
        monkeypatch.setattr(module, "is_desk", lambda: True)
    given = [*GIVEN[:4], "--motivation", "commenting"]
    status, _, err = run(["annotate", "ferry", "on Sundays", *given], capsys)
    assert status == 1
    assert "the editor 'false' has failed" in err
    assert not (book / "docs/annotations").exists()
