"""The folder of annotations: what is taken, what is refused, and in which order."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from annotation_files import annotation_file

from briefbook.text.annotations import load_annotations


def put(folder: Path, path: str, text: str | None = None) -> Path:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(annotation_file() if text is None else text, "utf-8")
    return file


def load(root: Path) -> Any:
    return load_annotations(root / "docs" / "annotations", root=root)


def problems(root: Path) -> dict[str, str]:
    return {error.path.removeprefix("docs/annotations/"): error.problem for error in load(root)[1]}


def test_no_folder_means_no_annotations(tmp_path: Path) -> None:
    assert load(tmp_path) == ([], [])


def test_annotations_come_in_order_of_day_then_name_then_seed(tmp_path: Path) -> None:
    notes = tmp_path / "docs" / "annotations"
    later = annotation_file(created="created: 2026-12-01")
    put(notes, "a/2026-12-01-x.md", later)
    put(notes, "b/2026-11-22-x.md")
    put(notes, "a/2026-11-22-x.md")
    put(notes, "a/2026-11-22-w.md")
    annotations, errors = load(tmp_path)
    assert errors == []
    assert [note.path.removeprefix("docs/annotations/") for note in annotations] == [
        "a/2026-11-22-w.md",
        "a/2026-11-22-x.md",
        "b/2026-11-22-x.md",
        "a/2026-12-01-x.md",
    ]
    assert [note.seed for note in annotations] == ["a", "a", "b", "a"]


def test_a_bad_file_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    notes = tmp_path / "docs" / "annotations"
    put(notes, "a/2026-11-22-good.md")
    put(notes, "a/2026-11-22-bad.md", "no front matter")
    annotations, errors = load(tmp_path)
    assert [note.id for note in annotations] == ["2026-11-22-good"]
    assert [error.path for error in errors] == ["docs/annotations/a/2026-11-22-bad.md"]


def test_nothing_that_may_be_meant_as_an_annotation_is_passed_over(tmp_path: Path) -> None:
    notes = tmp_path / "docs" / "annotations"
    put(notes, "README.md")
    put(notes, ".gitkeep")
    put(notes, "a/README.md")
    put(notes, "a/.2026-11-22-draft.md")
    put(notes, "2026-11-22-lost.md")
    put(notes, "a/2026-11-22-x.txt")
    put(notes, "a/notes.md")
    put(notes, "a/deeper/2026-11-22-x.md")
    assert problems(tmp_path) == {
        "2026-11-22-lost.md": "it stands beside the seeds' folders",
        "a/2026-11-22-x.txt": "it is not an annotation",
        "a/notes.md": "its name is not of the form",
        "a/deeper": "it is not an annotation",
    }


def test_a_link_that_leads_out_is_refused_and_one_that_stays_is_followed(tmp_path: Path) -> None:
    notes = tmp_path / "docs" / "annotations"
    put(notes, "a/2026-11-22-x.md")
    put(tmp_path, "elsewhere/2026-11-22-secret.md")
    (notes / "a" / "2026-11-22-inside.md").symlink_to("2026-11-22-x.md")
    (notes / "a" / "2026-11-22-outside.md").symlink_to(tmp_path / "elsewhere/2026-11-22-secret.md")
    (notes / "b").symlink_to(tmp_path / "elsewhere")
    annotations, errors = load(tmp_path)
    assert [note.id for note in annotations] == ["2026-11-22-inside", "2026-11-22-x"]
    assert {error.path: error.problem for error in errors} == {
        "docs/annotations/a/2026-11-22-outside.md": "it is a link that leads out of its folder",
        "docs/annotations/b": "it is a link that leads out of the book",
    }


def test_the_folder_itself_may_not_lead_out_nor_be_a_file(tmp_path: Path) -> None:
    put(tmp_path, "elsewhere/a/2026-11-22-secret.md")
    book = tmp_path / "book"
    (book / "docs").mkdir(parents=True)
    (book / "docs/annotations").symlink_to(tmp_path / "elsewhere")
    assert problems(book) == {"docs/annotations": "it is a link that leads out of the book"}
    (book / "docs/annotations").unlink()
    (book / "docs/annotations").write_text("no folder")
    assert problems(book) == {"docs/annotations": "it is no folder"}


def test_a_folder_named_like_a_note_is_named(tmp_path: Path) -> None:
    notes = tmp_path / "docs" / "annotations"
    (notes / "a" / "2026-11-22-x.md").mkdir(parents=True)
    assert problems(tmp_path) == {"a/2026-11-22-x.md": "it is not an annotation"}


def test_links_to_nothing_and_links_in_a_loop_are_errors(tmp_path: Path) -> None:
    notes = tmp_path / "docs" / "annotations"
    put(notes, "a/2026-11-22-x.md")
    (notes / "a" / "2026-11-22-nothing.md").symlink_to("nothing.md")
    (notes / "a" / "2026-11-22-loop.md").symlink_to("2026-11-22-loop.md")
    found = problems(tmp_path)
    assert set(found) == {"a/2026-11-22-nothing.md", "a/2026-11-22-loop.md"}
    assert all(problem.startswith("it cannot be read: ") for problem in found.values())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    notes = tmp_path / "docs" / "annotations"
    put(notes, "a/2026-11-22-x.md")
    os.mkfifo(notes / "a" / "2026-11-22-pipe.md")
    assert problems(tmp_path) == {"a/2026-11-22-pipe.md": "it is no ordinary file"}


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    notes = tmp_path / "docs" / "annotations"
    put(notes, "a/2026-11-22-x.md", annotation_file("a" * 1_000_000))
    assert problems(tmp_path) == {"a/2026-11-22-x.md": "it is larger than 65536 bytes"}


def test_the_path_is_named_from_the_projects_folder_whatever_that_is(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    put(notes, "a/2026-11-22-x.md")
    annotations, _ = load_annotations(notes, root=tmp_path / "project")
    assert annotations[0].path == (notes / "a/2026-11-22-x.md").as_posix()


def test_a_seed_has_so_many_notes_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefbook.text.annotations.load.MAX_NOTES", 2)
    notes = tmp_path / "docs" / "annotations"
    for name in ("a", "b", "c"):
        put(notes, f"x/2026-11-22-{name}.md")
        put(notes, f"{name}/2026-11-22-a.md")
    annotations, errors = load(tmp_path)
    assert [note.id for note in annotations if note.seed == "x"] == ["2026-11-22-a", "2026-11-22-b"]
    assert len(annotations) == 5
    [error] = errors
    assert error.path == "docs/annotations/x"
    assert error.problem == "it holds 3 files; the first 2 by name are read"


def test_of_a_file_with_many_faults_the_first_are_named(tmp_path: Path) -> None:
    sources = ", ".join(f"-{number}" for number in range(50))
    put(
        tmp_path / "docs/annotations",
        "a/2026-11-22-x.md",
        annotation_file(sources=f"sources: [{sources}]"),
    )
    _, errors = load(tmp_path)
    assert errors[-1].problem.endswith("more problems")
    assert len(errors) == 21
