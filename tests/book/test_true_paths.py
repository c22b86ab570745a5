"""What warnings name opens from the folder where the build was started."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from briefbook.cli import main
from projects import Project, warnings_of

NOTE = """\
---
motivation: questioning
target: {exact: met envoys of NATO}
author: {name: Jane Doe}
created: 2026-11-22
---
See {term}`Nowhere`.
"""
BODIES = """\
- id: freedonia
  name: [Senate]
"""
EXPECTED = {
    ("seeds/broken.txt", 1): "is not UTF-8",
    ("seeds/harvest.toml", 1): "tittle",
    ("annotations/river/2026-11-22-where.md", 7): "Nowhere",
    ("annotations/river/2026-11-22-wrong.md", 1): "",
    ("bodies.yaml", 2): "",
}


@pytest.fixture
def book(project: Callable[[str], Project]) -> Project:
    made = project("own-seeds")
    made.write_seed("broken.txt", b"\xff")
    (made.folder / "seeds/harvest.toml").write_text('tittle = "x"\n', "utf-8")
    (made.folder / "bodies.yaml").write_text(BODIES, "utf-8")
    notes = made.folder / "annotations/river"
    notes.mkdir(parents=True)
    (notes / "2026-11-22-where.md").write_text(NOTE, "utf-8")
    (notes / "2026-11-22-wrong.md").write_text("No note.\n", "utf-8")
    return made


def places(lines: list[str]) -> dict[tuple[str, int], str]:
    """Path, line and words of each line that names a file."""
    found = (re.match(r"(?:problem: )?(.+?):(\d+)(?::\d+)?: (.*)", line) for line in lines)
    return {(each[1], int(each[2])): each[3] for each in found if each}


@pytest.mark.parametrize("here", [".", "..", "seeds", "../elsewhere"])
def test_warnings_of_a_build(book: Project, here: str) -> None:
    folder = book.folder / here
    folder.mkdir(exist_ok=True)
    said = places(warnings_of(book.build(here=folder)))
    opened = {
        ((folder / path).resolve(), line): (path, words) for (path, line), words in said.items()
    }
    for (name, line), words in EXPECTED.items():
        path, told = opened[book.folder / name, line]
        assert words in told
        below = here in (".", "..")
        # Sphinx itself names what it finds in a page by its whole path.
        assert below is not Path(path).is_absolute() or words == "Nowhere"


def test_briefbook_check(
    book: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(book.folder.parent)
    main(["check", "--docs", ".", book.folder.name])
    said = places(capsys.readouterr().out.splitlines())
    assert (f"{book.folder.name}/seeds/broken.txt", 1) in said
    assert all(Path(path).exists() for path, _ in said), said
