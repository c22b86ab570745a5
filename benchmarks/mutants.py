"""Whether the tests notice when a line is broken.

    python benchmarks/mutants.py [FOLDER …] [--count 40] [--seed 1] [--most 3] [--near]

Breaks so many lines of the code, one at a time, chosen at random, in a copy of this checkout: a
comparison turned round, "and" for "or", a number one larger, a result thrown away. For each it runs
the default tests until one fails: first those near it, which name its package, then all. A mutant
that no test notices survives and is printed; some are equivalent to what they were made of, which
only a reader can tell. A FOLDER is one of code (ext/briefbook/text/dates). With --near the tests
near it are all that are run, which is quicker and counts too many. Beside each that is noticed
stands the first test that failed: one that fails for all of them fails without them. Exits 1 where
more survive than --most.
"""

from __future__ import annotations

import argparse
import ast
import itertools
import os
import random
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
FOLDERS = tuple(
    f"ext/briefbook/{name}"
    for name in ("text/dates", "text/statements", "text/clean", "pages", "sphinx", "pdf")
)
LONGEST = 1800
"""Seconds of tests after which a mutant counts as noticed: it hangs."""

_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """One place of one file, and what is written there instead."""

    path: Path
    """From the checkout's root."""
    line: int
    start: int
    end: int
    """Bytes of the file, 0-based, end-exclusive."""
    written: str
    instead: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.written}  →  {self.instead}"


def mutants_of(path: Path, root: Path) -> Iterator[Mutant]:
    """Every mutant of a file, in order; ``path`` is from ``root``."""
    source = (root / path).read_bytes()
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for node in _nodes(ast.parse(source)):
        if (instead := _broken(node)) is None or node.end_lineno is None:
            continue
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[node.end_lineno - 1] + (node.end_col_offset or 0)
        shown = node.value if isinstance(node, _Returned) else node
        yield Mutant(path, node.lineno, start, end, _short(ast.unparse(shown)), instead)


def _nodes(node: ast.AST) -> Iterator[ast.expr]:
    """The expressions that are run, but for those within f-strings, whose places are not told."""
    for name, value in ast.iter_fields(node):
        if name in ("decorator_list", "annotation", "returns"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not isinstance(child, ast.JoinedStr):
                if isinstance(child, ast.Return) and child.value is not None:
                    yield _Returned(child.value)
                if isinstance(child, ast.expr):
                    yield child
                yield from _nodes(child)


class _Returned(ast.expr):
    """The value of a return statement."""

    def __init__(self, value: ast.expr) -> None:
        super().__init__()
        self.value = value
        ast.copy_location(self, value)


def _broken(node: ast.expr) -> str | None:
    """The node with one thing wrong; None where nothing of it can be broken."""
    match node:
        case _Returned(value=ast.Constant(value=None | False | "" | 0)):
            return None
        case _Returned():
            return "None"
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return _in_brackets(ast.Compare(left, [_TURNED[type(op)]()], [right]))
        case ast.BoolOp(op=ast.And(), values=values):
            return _in_brackets(ast.BoolOp(ast.Or(), values))
        case ast.BoolOp(values=values):
            return _in_brackets(ast.BoolOp(ast.And(), values))
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _in_brackets(ast.BinOp(left, ast.Sub(), right))
        case ast.BinOp(left=left, op=ast.Sub(), right=right):
            return _in_brackets(ast.BinOp(left, ast.Add(), right))
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            return _in_brackets(operand)
        case ast.IfExp(test=test, body=body, orelse=other):
            return _in_brackets(ast.IfExp(test, other, body))
        case ast.Constant(value=bool(value)):
            return str(not value)
        case ast.Constant(value=int(value)):
            return str(value + 1)
    return None


def _in_brackets(node: ast.expr) -> str:
    return f"({ast.unparse(ast.fix_missing_locations(node))})"


def _short(text: str) -> str:
    return text if len(text) <= 100 else f"{text[:99]}…"


def choose(folders: list[str], count: int, seed: int) -> list[Mutant]:
    """``count`` mutants of the code below ``folders``, the same for the same seed and code."""
    files = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    every = [one for path in files for one in mutants_of(path.relative_to(ROOT), ROOT)]
    return random.Random(seed).sample(every, min(count, len(every)))


def near(path: Path, root: Path) -> list[str]:
    """The tests of the code at ``path``: those that name its package, in what they import at least.

    What has to do with Sphinx is tested by books. Those of the package's own name come first.
    """
    parts = path.parent.parts[1:]
    is_text = "text" in parts
    word = parts[2] if len(parts) > 2 and is_text else parts[1]
    package = ".".join(parts[: parts.index(word) + 1])
    texts = {each: each.read_text("utf-8") for each in sorted((root / "tests").rglob("*.py"))}
    naming = {each.stem for each, text in texts.items() if package in text}
    tests = [
        each
        for each, text in texts.items()
        if (each.match("unit/test_*.py") and (each.stem in naming or _imports(text, naming)))
        or (each.match("book/test_*.py") and not is_text)
    ]
    first = sorted(tests, key=lambda test: (word not in test.name, test.parent.name != "unit"))
    return list(map(str, first))


def _imports(text: str, names: set[str]) -> bool:
    return any(f"from {name} import" in text for name in names)


def noticed_by(mutant: Mutant, copy: Path, *, near_only: bool) -> str | None:
    """The first test that fails on the mutant, in a copy of the checkout that is left as it was."""
    file = copy / mutant.path
    source = file.read_bytes()
    _write(file, source[: mutant.start] + mutant.instead.encode() + source[mutant.end :])
    try:
        tests = near(mutant.path, copy)
        noticed = _failing(tests, copy) if tests else None
        return noticed if noticed or near_only else _failing([], copy)
    finally:
        _write(file, source)


_times = itertools.count(1)


def _write(file: Path, source: bytes) -> None:
    """Python knows what it has compiled by a file's size and second: no two have the same."""
    file.write_bytes(source)
    second = next(_times)
    os.utime(file, (second, second))


def _failing(tests: list[str], copy: Path) -> str | None:
    """What pytest says of the first of the tests that fails; None where all pass."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "PYTHONPATH": str(copy / "ext")}
    try:
        done = subprocess.run(
            command,
            cwd=copy,
            env=environment,
            timeout=LONGEST,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "no end"
    if done.returncode == 0:
        return None
    failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED ", "ERROR "))]
    return _short(failed[0] if failed else (done.stderr or done.stdout).strip())


def _copy(folder: Path) -> None:
    """The files of this checkout that git keeps, as they stand."""
    git = shutil.which("git") or "git"
    kept = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    for name in filter(None, kept.stdout.decode().split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, folder / name)


def main() -> int:
    """Break, test, tell."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", metavar="FOLDER", default=[*FOLDERS])
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=3)
    parser.add_argument("--near", action="store_true")
    options = parser.parse_args()
    chosen = choose(options.folders, options.count, options.seed)
    survivors = 0
    with tempfile.TemporaryDirectory(prefix="mutants-") as name:
        _copy(Path(name))
        if broken := _failing(["--collect-only"], Path(name)):
            # A test that cannot run would notice every mutant.
            print(f"the tests cannot be run: {broken}")
            return 2
        for number, mutant in enumerate(chosen, 1):
            noticed = noticed_by(mutant, Path(name), near_only=options.near)
            survivors += noticed is None
            told = f"noticed  {mutant}  ({noticed})" if noticed else f"SURVIVES {mutant}"
            print(f"{number:3} {told}", flush=True)
    print(f"{survivors} of {len(chosen)} survive")
    return 1 if survivors > options.most else 0


if __name__ == "__main__":
    raise SystemExit(main())
