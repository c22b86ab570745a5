"""The outputs that golden.py compares, made with the briefbook on PYTHONPATH.

    python benchmarks/golden_outputs.py INPUTS OUT KIND…

Only what stays as it is when code moves is called: the command line, Sphinx, Typst.
"""

from __future__ import annotations

import contextlib
import io
import pickle
import shutil
import sys
from pathlib import Path
from typing import Any
from unittest.mock import patch

import typst
from sphinx.cmd.build import main as sphinx_build

from briefbook.cli import main as briefbook


def main() -> None:
    """Make those of the kinds that are asked for."""
    inputs, out = Path(sys.argv[1]), Path(sys.argv[2])
    kinds = sys.argv[3:]
    if "marks" in kinds:
        _marks(inputs / "texts", out / "marks")
    if set(kinds) - {"marks"}:
        for name in ("book", "twenty"):
            _book(inputs / name, name, out, kinds)


def _marks(texts: Path, out: Path) -> None:
    out.mkdir(parents=True)
    for path in sorted(texts.glob("*.txt")):
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            # A text that no seed could be is refused; how is compared as well.
            status: int | str
            try:
                status = briefbook(["marks", str(path), "--date", "2022-01-05"])
            except Exception as error:  # noqa: BLE001 - a fault that the other commit has not
                status = repr(error)
        (out / f"{path.stem}.json").write_text(f"{status}\n{said.getvalue()}", "utf-8")


def _book(project: Path, name: str, out: Path, kinds: list[str]) -> None:
    """Build a book; it lies at the same place for both commits, so that paths are alike."""
    source = project / "docs" if (project / "docs").is_dir() else project
    scratch = project.parent / f"{name}-build"
    shutil.rmtree(scratch, ignore_errors=True)
    shutil.rmtree(source / "articles", ignore_errors=True)
    arguments = ["-q", "-c", str(project), "-d", str(scratch / "doctrees")]
    # HTML always: the others need its doctrees.
    _build([*arguments, "-b", "html", str(source), str(scratch / "html")])
    if "html" in kinds:
        for path in sorted((scratch / "html").rglob("*")):
            if path.suffix in (".html", ".css", ".js") and "_static" not in path.parts:
                _keep(path, out / "html" / name / path.relative_to(scratch / "html"))
    if "myst" in kinds:
        for path in sorted((source / "articles").rglob("*.[mb][di]*")):
            _keep(path, out / "myst" / name / path.relative_to(source))
    if "doctree" in kinds:
        _doctrees(project, scratch / "doctrees", out / "doctree" / name)
    if "typst" in kinds:
        _typst([*arguments, "-b", "briefpdf", str(source), str(scratch / "pdf")], out, name)


def _build(arguments: list[str]) -> None:
    if status := sphinx_build(arguments):
        raise SystemExit(status)


def _keep(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, target)


def _doctrees(project: Path, doctrees: Path, out: Path) -> None:
    for path in sorted(doctrees.rglob("*.doctree")):
        target = out / path.relative_to(doctrees).with_suffix(".txt")
        target.parent.mkdir(parents=True, exist_ok=True)
        tree = pickle.loads(path.read_bytes())  # noqa: S301 - this run wrote it
        target.write_text(tree.pformat().replace(str(project), "PROJECT"), "utf-8")


def _typst(arguments: list[str], out: Path, name: str) -> None:
    """What Typst is given is read where it is given it, by whichever of its ways."""
    target = out / "typst" / name / "book.typ"

    def reading(way: Any) -> Any:
        def read(main: object = None, *rest: object, **options: object) -> Any:
            if isinstance(main, (str, Path)) and Path(main).name == target.name:
                _keep(Path(main), target)
            return way(main, *rest, **options)

        return read

    ways = ("compile_with_warnings", "Compiler")
    with contextlib.ExitStack() as patched:
        for way in ways:
            patched.enter_context(patch.object(typst, way, reading(getattr(typst, way))))
        _build(arguments)
    if not target.is_file():
        raise SystemExit(f"nothing was seen of what Typst is given of {name}")


if __name__ == "__main__":
    main()
