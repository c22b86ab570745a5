"""The book through LaTeX: no error, no character missing that the fonts have. Needs TeX; run by
`tox run -e latex`.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from environments.hostile_book import EXOTIC, build, hostile_book, own_book

pytestmark = pytest.mark.environment


def typeset(folder: Path) -> str:
    """The log of XeLaTeX's last run. Sphinx's Makefile runs it as often as references need."""
    made = subprocess.run(
        ["make", "LATEXMKOPTS=-interaction=nonstopmode -halt-on-error"],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    [source] = folder.glob("*.tex")
    log = source.with_suffix(".log").read_text("utf-8", "replace")
    assert [line for line in log.splitlines() if line.startswith("!")] == []
    assert made.returncode == 0, made.stdout[-2_000:].decode("utf-8", "replace")
    assert source.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    return log


def missing_from_fonts(log: str) -> set[str]:
    found = re.findall(r"Missing character: There is no .+?\(U\+([0-9A-F]+)\)", log)
    return {chr(int(number, 16)) for number in found}


def undefined(log: str) -> list[str]:
    return re.findall(r"LaTeX Warning: (?:Hyper reference|Reference|Citation).+", log)


def test_the_shipped_book(tmp_path: Path) -> None:
    log = typeset(build("latex", own_book(tmp_path / "book")))
    assert missing_from_fonts(log) == set()
    assert undefined(log) == []


def test_hostile_seeds(tmp_path: Path) -> None:
    log = typeset(build("latex", hostile_book(tmp_path / "book"), "latex_engine=xelatex"))
    assert missing_from_fonts(log) <= set(EXOTIC)
    assert undefined(log) == []
