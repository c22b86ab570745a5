"""What `briefbook check` tells scripts and forges, whatever strangers call their files."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from briefbook.cli import main

COMMAND = re.compile(r"::(error|notice) ([^:]*)::(.*)")
"""As GitHub's runner reads a line: a name, properties, a message."""

HOSTILE = "a,line=7::error file=b::x %0A::warning::y.txt"
SEED = " date 2023-05-10\nThe Senate voted on Tuesday, the chairman of the Freedonia Board said.\n"


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "seeds/harbour.txt").write_text(SEED)
    return tmp_path


def told(form: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    status = main(["check", "--format", form])
    return status, capsys.readouterr().out


def unescaped(text: str) -> str:
    for written, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(written, char)
    return text


def test_a_script_is_told_place_and_remedy(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (book / "seeds/broken.txt").write_bytes(b"line\n\xff")
    status, out = told("json", capsys)
    report = json.loads(out)
    assert (status, report["articles"], report["failed"]) == (1, 1, True)
    broken = next(each for each in report["findings"] if each["level"] == "error")
    assert (broken["path"], broken["line"], broken["column"]) == ("seeds/broken.txt", 2, 1)
    assert broken["kind"] == "seed"
    assert broken["remedy"].startswith("save it as UTF-8; in its folder: iconv -f WINDOWS-1252")


def test_notices_alone_do_not_fail(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out = told("json", capsys)
    kinds = {each["kind"]: each["level"] for each in json.loads(out)["findings"]}
    assert (status, kinds) == (0, {"ambiguous": "notice"})


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_no_name_and_no_text_is_a_command_of_its_own(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (book / "seeds" / HOSTILE).write_bytes(b"\xff")
    (book / "seeds/note.toml").write_text('title = "x"')
    (book / "seeds/harbour.toml").write_text('"a\\n::error::b" = 1')
    (book / "seeds/::set-output name=x::y.txt").write_text(SEED)
    (book / "seeds/a\n::error::b.txt").write_text(SEED)
    _, out = told("json", capsys)
    findings: list[Any] = json.loads(out)["findings"]
    status, out = told("github", capsys)
    *lines, last = out.splitlines()
    assert status == 1
    assert last == "1 article, 4 errors"
    assert len(lines) == len(findings) >= 5
    for line, finding in zip(lines, findings, strict=True):
        match = COMMAND.fullmatch(line)
        assert match is not None, line
        properties = dict(each.split("=", 1) for each in match[2].split(","))
        assert match[1] == finding["level"]
        assert unescaped(properties["file"]) == finding["path"]
        assert properties.get("line") == (str(finding["line"]) if finding["line"] else None)
        assert properties["title"] == f"briefbook.{finding['kind']}"
        assert unescaped(match[3]) == f"{finding['problem']}; {finding['remedy']}"
