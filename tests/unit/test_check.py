"""``briefbook check``: problems, ambiguous names, and candidates as YAML that can be pasted."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefbook.cli import main
from briefbook.text.bodies import load_catalogue

SEED = """\
 date 2023-05-10
The Freedonian Harbour Commission (FHC) met on Monday in the old town, a spokesman said.
The FHC will meet again in June. The Senate voted on the bill on Tuesday, the chairman said.
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "seeds/harbour.txt").write_text(SEED)
    return tmp_path


def test_candidates_can_be_pasted(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(book)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("1 article\n")
    assert "# seeds/harbour.txt: ¶1" in said
    assert "Freedonian Harbour Commission" in said
    (book / "docs/bodies.yaml").write_text(said[said.index("\n\n") :])
    catalogue = load_catalogue(book / "docs/bodies.yaml")
    assert catalogue.get("FHC") is catalogue.get("Freedonian Harbour Commission")
    assert main(["check", str(book)]) == 0
    assert "Harbour" not in capsys.readouterr().out


def test_ambiguous_names_are_listed(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(book)])
    said = capsys.readouterr().out
    assert "ambiguous: seeds/harbour.txt:3: 'Senate' may be " in said


def test_problems_are_listed_and_counted_as_failure(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (book / "seeds/broken.txt").write_bytes(b"\xff")
    assert main(["check", str(book)]) == 1
    assert "problem: seeds/broken.txt:1: " in capsys.readouterr().out


def test_folder_without_seeds_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path)]) == 1
    assert "there is no such folder; name it with --seeds" in capsys.readouterr().err
