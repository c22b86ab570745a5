"""What a change alters in what comes out, against the commit it starts from.

    python benchmarks/golden.py BASE [--only marks html typst myst doctree] [--show 20]

Lays out the commit BASE beside this checkout, makes the same outputs with both in the environment
that runs this, and says what differs: the marks (JSON) of all fixtures, of the marked articles and
of 300 generated ones; HTML, Typst source, MyST pages and doctrees of this book and of a book of 20
generated articles. The inputs are this checkout's for both. Exit status 1 where anything differs.

A change that only moves code leaves all of them as they are. One that mends a fault changes some,
and its message says which.
"""

from __future__ import annotations

import argparse
import difflib
import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from make_articles import make_article, write_articles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parent.parent
KINDS = ("marks", "html", "typst", "myst", "doctree")
GENERATED = 300
BOOK = 20


def main() -> int:
    """Compare; print what differs and how many files are the same."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="golden-") as name:
        folder = Path(name)
        base = folder / "base"
        _lay_out(options.base, base)
        inputs = folder / "inputs"
        _write_inputs(inputs)
        made = {}
        for label, source in (("before", base), ("after", ROOT)):
            made[label] = folder / label
            _make(source, inputs, made[label], options.only)
        differing = list(_differing(made["before"], made["after"]))
        count = sum(path.is_file() for path in made["after"].rglob("*"))
        for path in differing[: options.show]:
            _tell(made["before"] / path, made["after"] / path, path)
        if len(differing) > options.show:
            print(f"… and {len(differing) - options.show} more")
    by_kind = {
        kind: sum(path.parts[0] == kind for path in differing) for kind in (options.only or KINDS)
    }
    print(", ".join(f"{kind}: {number} differ" for kind, number in by_kind.items()))
    print(f"{count} files compared with {options.base}, {len(differing)} differ")
    return 1 if differing else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("base", help="a commit, such as main or HEAD~3")
    parser.add_argument("--only", nargs="+", choices=KINDS, default=list(KINDS))
    parser.add_argument("--show", type=int, default=20, help="differing files shown")
    return parser.parse_args()


def _lay_out(commit: str, folder: Path) -> None:
    packed = subprocess.run(
        ["git", "-C", ROOT, "archive", commit, "ext"], check=True, capture_output=True
    ).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")


# Inputs --------------------------------------------------------------------------------------


def _write_inputs(folder: Path) -> None:
    texts = folder / "texts"
    texts.mkdir(parents=True)
    for name, text in _fixtures():
        (texts / f"{name}.txt").write_text(text, "utf-8", newline="")
    for number in range(GENERATED):
        name, text = make_article(number)
        (texts / f"generated-{name}.txt").write_text(text, "utf-8", newline="")
    shutil.copytree(ROOT / "docs", folder / "book/docs", ignore=shutil.ignore_patterns("articles"))
    shutil.copytree(ROOT / "seeds", folder / "book/seeds")
    shutil.copy(ROOT / "conf.py", folder / "book")
    twenty = folder / "twenty"
    shutil.copytree(ROOT / "tests/roots/test-own-seeds", twenty)
    write_articles(twenty / "seeds", BOOK)


def _fixtures() -> Iterator[tuple[str, str]]:
    """The texts of all fixture files, with the names under which they are marked."""
    for path in sorted((ROOT / "tests/fixtures").rglob("*.txt")):
        name = path.relative_to(ROOT / "tests/fixtures").with_suffix("").as_posix()
        cases = path.read_text("utf-8").split("\n=====\n")
        for number, case in enumerate(cases, 1):
            parts = case.strip("\n").split("\n-----\n")
            text = parts[1] if len(parts) > 1 else parts[0]
            yield f"{name}-{number}".replace("/", "-"), text


# Outputs -------------------------------------------------------------------------------------


def _make(source: Path, inputs: Path, out: Path, kinds: Sequence[str]) -> None:
    """Make the outputs with the code at ``source``, in a process of its own."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(source / "ext"),
        "SOURCE_DATE_EPOCH": "1700000000",
        "PYTHONHASHSEED": "0",
    }
    command: list[str | Path] = [
        sys.executable,
        Path(__file__).parent / "golden_outputs.py",
        inputs,
        out,
        *kinds,
    ]
    subprocess.run(command, check=True, env=environment, cwd=inputs)


def _differing(before: Path, after: Path) -> Iterator[Path]:
    names = {
        path.relative_to(folder)
        for folder in (before, after)
        for path in folder.rglob("*")
        if path.is_file()
    }
    for name in sorted(names):
        one, other = before / name, after / name
        if not (one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()):
            yield name


def _tell(before: Path, after: Path, name: Path) -> None:
    print(f"== {name}")
    texts = []
    for path in (before, after):
        raw = path.read_bytes() if path.is_file() else b""
        texts.append(re.sub(r"(.{300}).+", r"\1 …", raw.decode("utf-8", "replace")).splitlines())
    lines = list(difflib.unified_diff(texts[0], texts[1], "before", "after", n=0, lineterm=""))
    print("\n".join(lines[:30]))
    if len(lines) > 30:
        print(f"… {len(lines) - 30} more lines")


if __name__ == "__main__":
    raise SystemExit(main())
