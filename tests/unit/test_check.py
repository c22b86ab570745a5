"""``briefbook check``: problems, ambiguous names, and candidates as YAML that can be pasted."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefbook.cli import main
from briefbook.text.bodies import load_catalogue
from briefbook.text.marks import mark
from briefbook.text.reviewed import as_file, entries
from briefbook.text.seeds import read_seed

SEED = """\
 date 2023-05-10
The Freedonian Harbour Commission (FHC) met on Monday in the old town, a spokesman said.
The FHC will meet again in June. The Senate voted on the bill on Tuesday, the chairman said.
"""


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
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
    assert "problem: seeds/broken.txt:1:1: " in capsys.readouterr().out


NOTE = """\
---
motivation: commenting
target: {exact: met on Monday}
author: {name: Jane Doe}
created: 2023-05-11
sources: [doe2021]
---
So it did. {cite}`seed-harbour`
"""


def test_the_bibliography_is_checked(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notes = book / "docs/annotations/harbour"
    notes.mkdir(parents=True)
    (notes / "2023-05-11-note.md").write_text(NOTE)
    assert main(["check", str(book)]) == 1
    said = capsys.readouterr().out
    assert "problem: docs/references.bib: notes cite sources, and there is no such file; " in said
    (book / "docs/references.bib").write_text("@misc{doe2021, title={Open\n")
    capsys.readouterr()
    assert main(["check", str(book)]) == 1
    said = capsys.readouterr().out
    assert "problem: docs/references.bib:1:16: the field 'title' of the entry 'doe2021'" in said
    assert "problem: docs/annotations/harbour/2023-05-11-note.md: no bibliography file has" in said
    assert said.count("problem: ") == 2
    (book / "more.bib").write_text("@misc{doe2021, title={Closed}}")
    assert main(["check", str(book), "--bibliography", "more.bib"]) == 0
    assert main(["check", str(book), "--bibliography", "none.bib"]) == 1
    assert "problem: none.bib: it cannot be read: No such file" in capsys.readouterr().out


def test_folder_without_seeds_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith("seeds: there is no such folder; make it, or ")


@pytest.mark.parametrize("name", ["bodies.yaml", "sources.yaml", "editions.yaml", "lead.md"])
def test_a_file_of_the_book_that_is_a_link_out_is_named_and_not_read(
    name: str,
    book: Path,
    capsys: pytest.CaptureFixture[str],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    secret = tmp_path_factory.mktemp("outside") / "secret.json"
    secret.write_text('{"auths": {"registry.example": "CANARY"}}')
    (book / "docs" / name).symlink_to(secret)
    (book / "seeds/broken.txt").write_bytes(b"\xff")
    assert main(["check", str(book)]) == 1
    said = capsys.readouterr().out
    assert f"problem: docs/{name}: it is a link that leads out of its folder" in said
    assert "problem: seeds/broken.txt:1:1: " in said  # one broken file hides no other
    assert "CANARY" not in said


def test_every_file_in_the_folder_of_seeds_is_accounted_for(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (book / "seeds/NEWS.TXT").write_text(SEED)
    (book / "seeds/2023").mkdir()
    (book / "seeds/2023/deep.txt").write_text(SEED)
    (book / "seeds/lonely.toml").write_text('title = "x"')
    assert main(["check", str(book)]) == 1
    said = capsys.readouterr().out
    for name in ("NEWS.TXT", "2023/deep.txt", "lonely.toml"):
        assert f"problem: seeds/{name}: " in said


def test_what_looks_like_a_note_is_named(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (book / "docs/Annotations/harbour").mkdir(parents=True)
    (book / "docs/Annotations/harbour/2026-11-22-a.md").write_text("# A page")
    assert main(["check", str(book)]) == 1
    said = capsys.readouterr().out
    assert "problem: docs/Annotations/harbour/2026-11-22-a.md: it looks like a note" in said


def test_a_source_folder_that_is_not_there_or_leads_out(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(book), "--docs", "pages"]) == 1
    assert capsys.readouterr().err.startswith("pages: there is no such folder")
    (book / "docs").rmdir()
    (book / "docs").symlink_to("/")
    assert main(["check", str(book)]) == 1
    assert capsys.readouterr().err.startswith("docs: it is a link that leads out of the book")


def test_pages_beside_conf_py(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The layout of README's "Use it elsewhere"."""
    (book / "docs").rmdir()
    (book / "bodies.yaml").write_text("- id: x\n  name: 1\n")
    assert main(["check", str(book)]) == 1
    assert "problem: bodies.yaml:2" in capsys.readouterr().out


def test_what_nobody_has_reviewed_fails_where_that_is_asked_for(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(book)]) == 0
    assert main(["check", str(book), "--reviewed"]) == 1
    said = capsys.readouterr().out
    assert "problem: seeds/harbour.txt: nobody has reviewed its marks; read them: " in said
    (book / "seeds/harbour.toml").write_text('reviewed = {by = "Jane Doe", on = 2023-06-01}\n')
    assert main(["check", str(book), "--reviewed"]) == 1
    said = capsys.readouterr().out
    assert "problem: seeds/harbour.reviewed.json: the sidecar says that the marks are " in said
    marks = mark(read_seed(book / "seeds/harbour.txt", root=book), load_catalogue())
    kept = as_file(marks.article.seed.sha256, entries(marks))
    (book / "seeds/harbour.reviewed.json").write_bytes(kept)
    assert main(["check", str(book), "--reviewed"]) == 0
    text = kept.decode().replace("2023-06", "2022-06")
    (book / "seeds/harbour.reviewed.json").write_text(text)
    assert main(["check", str(book)]) == 1
    said = capsys.readouterr().out
    assert (
        "1 mark differs from those reviewed: line 3: the date “June” is June 2023, and was" in said
    )


def test_the_doubtful_are_named_where_that_is_asked_for(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (book / "seeds/harbour.txt").write_text(SEED + "They meet again next month.\n")
    assert main(["check", str(book)]) == 0
    assert "doubtful: " not in capsys.readouterr().out
    assert main(["check", str(book), "--doubtful"]) == 0
    said = [line for line in capsys.readouterr().out.splitlines() if line.startswith("doubtful: ")]
    right = [int(line.partition("right ")[2].partition("%")[0] or 0) for line in said]
    assert right == sorted(right)
    assert (
        "doubtful: seeds/harbour.txt:4: the date “next month”: June 2023; its rule is right 83% of "
        "the time; read it: briefbook review harbour"
    ) in said


def test_a_correction_that_does_not_fit_is_named(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (book / "seeds/harbour.toml").write_text('[[body]]\nexact = "Nobody"\nremove = true\n')
    assert main(["check", str(book)]) == 1
    assert "problem: seeds/harbour.toml:2:1: its passage does not " in capsys.readouterr().out


def test_near_alike_texts_are_proposed_until_a_sidecar_says_what_they_are(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = "".join(f"The mayor of town {at} met the envoy of river {at}.\n" for at in range(20))
    for name, day in (("first", 10), ("second", 11)):
        (book / f"seeds/{name}.txt").write_text(f" date 2023-05-{day}\n{lines}")
    assert main(["check", str(book)]) == 0
    said = capsys.readouterr().out
    assert "alike: seeds/second.txt:1: its text is like that of seeds/first.txt: 100 % of" in said
    assert 'same_as_seed = "first"' in said
    for key in ("same_as_seed", "revises"):
        (book / "seeds/second.toml").write_text(f'{key} = "first"\n')
        assert main(["check", str(book)]) == 0
        assert "alike: " not in capsys.readouterr().out
