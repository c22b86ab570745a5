"""The command line: what it prints, what it answers, what it says of mistakes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from briefbook import __version__
from briefbook.cli import main

STORY = "The Minister spoke on Monday. NATO “will listen”, she said.\n"


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A text file without a header, in the folder the command runs in."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "story.txt"
    path.write_bytes(STORY.encode())
    return path


def run(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[Any, str, str]:
    """Exit status, what was printed, what was said of problems."""
    status: Any
    try:
        status = main(arguments)
    except SystemExit as stop:
        status = stop.code
    out, err = capsys.readouterr()
    return status, out, err


def test_marks_of_any_text_file(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(["marks", "story.txt", "--date", "2021-12-30"], capsys)
    assert (status, err) == (0, "")
    marks = json.loads(out)
    assert (marks["seed"], marks["published"]) == ("story.txt", "2021-12-30")
    assert [date["value"] for date in marks["dates"]] == ["2021-12-27"]
    assert [body["body"] for body in marks["bodies"]] == ["NATO"]
    assert marks["statements"][0]["quote"][0]["text"] == "will listen"


def test_a_header_goes_before_the_date_given(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story.write_bytes(f" date 2020-05-04 {STORY}".encode())
    _, out, _ = run(["marks", "story.txt", "--date", "2021-12-30"], capsys)
    assert json.loads(out)["published"] == "2020-05-04"


def test_a_file_elsewhere_is_named_as_given(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    _, out, _ = run(["marks", str(story), "--date", "2021-12"], capsys)
    assert json.loads(out)["seed"] == story.as_posix()


def test_bodies_of_the_book(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bodies.yaml").write_text(
        "- id: freedonia-senate\n  name: Senate of Freedonia\n  kind: parliament\n"
        "  text: The upper house of an invented country, for tests.\n"
        "  checked: [https://example.org/]\n"
    )
    story.write_text("The Senate of Freedonia met on Monday and adjourned in the afternoon.\n")
    arguments = ["marks", "story.txt", "--date", "2021-12-30", "--bodies", "bodies.yaml"]
    _, out, _ = run(arguments, capsys)
    assert [body["id"] for body in json.loads(out)["bodies"]] == ["freedonia-senate"]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (STORY, "story.txt:1: it has no publication date"),
        ("", "story.txt: it is empty"),
        (" date 2021-13-40 Text.", "story.txt:1: its header's date 2021-13-40"),
        ("line\n\udcff", "story.txt:2:1: byte 5 (0xff) is not UTF-8"),
    ],
)
def test_a_broken_file_is_one_line_on_standard_error(
    story: Path, capsys: pytest.CaptureFixture[str], content: str, place: str
) -> None:
    story.write_bytes(content.encode(errors="surrogateescape"))
    status, out, err = run(["marks", "story.txt"], capsys)
    assert (status, out) == (1, "")
    assert err.startswith(place)
    assert err.count("\n") == 1


def test_a_file_that_is_not_there(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(["marks", "other.txt"], capsys)
    assert status == 1
    assert err.startswith("other.txt: it cannot be read")


def test_a_bodies_file_that_is_not_there(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["marks", "story.txt", "--date", "2021-12-30", "--bodies", "none.yaml"]
    status, _, err = run(arguments, capsys)
    assert status == 1
    assert "none.yaml" in err


@pytest.mark.parametrize("date", ["2021-02-30", "Monday", "2021", ""])
def test_a_date_that_is_none_is_wrong_usage(
    story: Path, capsys: pytest.CaptureFixture[str], date: str
) -> None:
    status, out, err = run(["marks", "story.txt", "--date", date], capsys)
    assert (status, out) == (2, "")
    assert "no day or month" in err


def test_no_command_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run([], capsys)
    assert status == 2
    assert "COMMAND" in err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"], capsys) == (0, f"briefbook {__version__}\n", "")


def test_as_a_program_it_prints_utf_8_and_loads_no_sphinx(story: Path) -> None:
    """Whatever the console's encoding; and a script that calls it does not wait for Sphinx."""
    code = (
        "import sys; from briefbook.cli import main; status = main(sys.argv[1:]); "
        "assert not {'sphinx', 'docutils'} & set(sys.modules); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "marks", "story.txt", "--date", "2021-12-30"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "will listen" in done.stdout.decode("utf-8")


def test_who_has_read_enough_is_told_nothing(story: Path) -> None:
    arguments = ["marks", "story.txt", "--date", "2021-12-30"]
    code = f"import sys; from briefbook.cli import main; sys.exit(main({arguments}))"
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 1


def test_marks_of_several_files_are_a_line_each(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (story.parent / "other.txt").write_text(" date 2021-01-05 The mayor spoke on Monday.\n")
    (story.parent / "empty.txt").write_text("")
    files = ["story.txt", "empty.txt", "other.txt"]
    status, out, err = run(["marks", *files, "--date", "2021-12-30"], capsys)
    assert [json.loads(line)["seed"] for line in out.splitlines()] == ["story.txt", "other.txt"]
    assert (status, err.count("\n")) == (1, 1)
    assert err.startswith("empty.txt: it is empty")
    alone = run(["marks", "other.txt"], capsys)[1]
    assert json.loads(alone) == json.loads(out.splitlines()[1])


def test_corrections_of_a_sidecar_hold_and_those_that_do_not_fit_are_named(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story.with_suffix(".toml").write_text(
        '[[date]]\nexact = "Monday"\nvalue = "2021-12-20"\n\n[[body]]\nexact = "NATO"\nbody = "x"\n'
    )
    status, out, err = run(["marks", "story.txt", "--date", "2021-12-30"], capsys)
    [date] = json.loads(out)["dates"]
    assert (date["value"], date["rule"], date["by"]) == ("2021-12-20", "editor", "editor")
    assert [body["by"] for body in json.loads(out)["bodies"]] == ["rule"]
    assert status == 1
    assert err.startswith("story.toml:6:1: there is no body 'x'; ")
