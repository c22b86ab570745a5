"""A PDF is whole or not there, and one that is older than the book does not look current."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typst

from briefbook.pdf import builder
from briefbook.pdf.book import CannotPrintError, Printed
from briefbook.stopping import BuildStopped
from full_disk import fill
from projects import Project, copy_of, warnings_of

OLD = b"%PDF the last good one"
NEW = b"%PDF today's"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """Its pages are read once; Typst is stood in for."""
    book = copy_of("own-seeds", tmp_path_factory.mktemp("print") / "book")
    book.build("dummy")
    yield book
    book.close()


Build = Callable[..., list[str]]


@pytest.fixture
def outdir(printed: Project) -> Path:
    folder = printed.folder / "_build/briefpdf"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "book.pdf").write_bytes(OLD)
    return folder


@pytest.fixture
def build(printed: Project, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Builds the PDF, where Typst fails with what is given, or has no font for some characters;
    the warnings.
    """

    def run(error: BaseException | None, boxed: str = "") -> list[str]:
        def compile_book(_sources: Any, _o: Any, _i: Any, folder: Path) -> Iterator[Printed]:
            (folder / "book.typ").write_text("the code", "utf-8")
            if isinstance(error, typst.TypstError):
                raise CannotPrintError(0, error)
            if error:
                raise error
            yield Printed(pdf=NEW, boxed=[*boxed])

        monkeypatch.setattr(builder, "compile_book", compile_book)
        said = warnings_of(printed.build("briefpdf", briefbook_pdf_filename="book.pdf"))
        # Sphinx says so of each further build in one process.
        return [line for line in said if "already registered" not in line]

    return run


def stopped() -> typst.TypstError:
    made: Any = typst.TypstError  # it asks for less than its types say
    error: typst.TypstError = made("no such thing")
    error.diagnostic = "error: no such thing"  # which only Typst itself sets
    return error


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_the_last_pdf_is_kept_by_another_name_where_typst_fails(build: Build, outdir: Path) -> None:
    [said, why] = build(stopped())
    assert said.endswith("The PDF made before is now book.previous.pdf.")
    assert str(outdir / "book.typ") in said
    assert why.startswith("no such thing")
    assert contents(outdir) == {"book.typ": b"the code", "book.previous.pdf": OLD}


def test_a_second_failure_keeps_it_still(build: Build, outdir: Path) -> None:
    build(stopped())
    [said, _] = build(stopped())
    assert "previous" not in said
    assert contents(outdir) == {"book.typ": b"the code", "book.previous.pdf": OLD}


def test_a_pdf_that_a_viewer_holds_open_is_a_message(
    build: Build,
    outdir: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As Windows has it: what a program shows cannot be renamed."""

    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr(Path, "replace", refuse)
    (outdir / "book.typ").write_bytes(b"the code")
    with pytest.raises(BuildStopped) as caught:
        build(stopped())
    assert "book.pdf: it cannot be written: The process cannot" in str(caught.value.problem)
    assert contents(outdir) == {"book.typ": b"the code", "book.pdf": OLD}


def test_a_good_pdf_ends_what_a_failure_left(build: Build, outdir: Path) -> None:
    build(stopped())
    assert build(None) == []
    assert contents(outdir) == {"book.pdf": NEW}


def test_an_unchanged_pdf_is_not_written_again(build: Build, outdir: Path) -> None:
    build(None)
    before = (outdir / "book.pdf").stat()
    build(None)
    after = (outdir / "book.pdf").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_full_disk_leaves_the_last_pdf_whole(
    build: Build,
    outdir: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill(monkeypatch, when=lambda path: path.parent == outdir)
    with pytest.raises(BuildStopped) as caught:
        build(None)
    assert str(caught.value.problem).startswith(
        "_build/briefpdf/book.pdf: it cannot be written: No space"
    )
    assert contents(outdir) == {"book.pdf": OLD}


def test_a_full_disk_for_temporary_files_is_a_message(build: Build, outdir: Path) -> None:
    with pytest.raises(BuildStopped) as caught:
        build(OSError(28, "No space left on device", "a font", None, "its copy"))
    said = str(caught.value.problem)
    assert said.startswith("its copy: it cannot be written: No space left on device")
    assert contents(outdir) == {"book.pdf": OLD}


def test_a_link_in_the_pdfs_place_is_replaced(build: Build, outdir: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    (outdir / "book.pdf").unlink()
    (outdir / "book.pdf").symlink_to(victim)
    build(None)
    assert victim.read_bytes() == b"precious"
    assert not (outdir / "book.pdf").is_symlink()
    assert contents(outdir) == {"book.pdf": NEW}


def test_a_folder_in_the_pdfs_place_is_a_message(build: Build, outdir: Path) -> None:
    (outdir / "book.pdf").unlink()
    (outdir / "book.pdf").mkdir()
    with pytest.raises(BuildStopped) as caught:
        build(None)
    assert "book.pdf: it cannot be written: " in str(caught.value.problem)
    (outdir / "book.pdf").rmdir()
    assert contents(outdir) == {}


def test_many_characters_that_no_font_has_are_a_warning_with_the_extra(
    build: Build, outdir: Path
) -> None:
    assert build(None, boxed="\u4e2d") == []  # of which there are no more than a few
    [said] = build(None, boxed="e")
    assert "U+0065; install briefbook[scripts]" in said
