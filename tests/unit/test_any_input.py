"""Whatever a stranger's file holds, the book is made, and what is wrong is named with its place."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
import yaml
from annotation_files import annotation_file
from hypothesis import given, settings
from hypothesis import strategies as st

from briefbook.pages.book import make_book
from briefbook.pages.folders import BookFolders
from briefbook.text import strict_yaml
from briefbook.text.annotations.parse import parse_annotation
from briefbook.text.bodies import load_catalogue
from briefbook.text.bodies.entries import parse_entries
from briefbook.text.errors import CatalogueError, FileProblem, SidecarError
from briefbook.text.lines import count_lines
from briefbook.text.sidecar import parse_sidecar

SEED = " date 2021-12-30 \nThe Minister of Freedonia met NATO on Monday, a spokesman said.\n"
SIDECAR = 'title = "Talks"\npublished = 2021-12-30\nkeep = [1, [2, 2]]\nauthors = ["Jane Doe"]\n'
BODIES = """\
- id: freedonia-council
  name: Council of Freedonia
  kind: regional
  founded: 1949-04
  members: {count: 3, as_of: 2020}
  aliases: [Freedonian Council, {name: Diet, until: 1950}]
  context: [{name: the council, near: [freedonia]}]
  text: The council of the invented country of Freedonia.
  checked: [https://example.org/council]
"""
NOTE = annotation_file()

# What a value may be replaced by: everything the three languages can spell, and what they cannot.
PIECES = st.sampled_from([
    "", " ", "\t", "\n", "\r", "\r\n", "\x00", "\x1b", "\x85", "\u2028", "\ufeff", "\u202e", "é",
    "\ud800", "\U000e0041", "---", "...", "[", "]", "[[", "{", "}", "{}", "[]", "- ", "? ", ": ",
    "&a", "*a", "!!binary x", "!", "|", ">", "%YAML 9.9\n", "@", "`", "#", "'", '"', '"""', "\\",
    '"\\ud800"', '"\\UFFFFFFFF"', '"\\x"', '"\\n"', "'\\n'", "=", "a.b.c", ".", ",", "null", "~",
    "true", "no", "0x1F", "0o7", "1e999", "nan", "inf", ".nan", "-1", "0", "9" * 30, "9" * 5000,
    "9999-99-99", "0000-00-00", "0001-01-01", "9999-12-31", "2021-12-30T25:00:00Z", "12:30:45",
    "https://[", "https://a@b/", "javascript:x", "x" * 3000, "[" * 3000, "a:\n  " * 50,
])  # fmt: skip


@st.composite
def near(draw: st.DrawFn, text: str) -> bytes:
    """`text` with a few stretches of it replaced by what is seldom meant."""
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 20)))
        text = text[:start] + draw(PIECES) + text[end:]
    raw = text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])))
    coding = draw(st.sampled_from(["utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "latin-1"]))
    return raw.encode(coding, "replace" if coding == "latin-1" else "surrogatepass")


def anything(text: str) -> st.SearchStrategy[bytes]:
    return st.one_of(near(text), near(text), st.binary(max_size=200))


def check(problem: FileProblem, raw: bytes) -> None:
    """The place is within the file, the words fit on a line and say what to do."""
    lines = raw.decode("utf-8", "replace").removeprefix("\ufeff")
    if problem.line is not None:
        assert 1 <= problem.line <= max(1, count_lines(lines)), problem
    if problem.column is not None:
        assert problem.line is not None, problem
        line = lines.replace("\r\n", "\n").replace("\r", "\n").split("\n")[problem.line - 1]
        assert 1 <= problem.column <= len(line) + 1, problem
    assert problem.problem, problem
    assert problem.remedy, problem
    assert "\n" not in str(problem), problem
    assert len(str(problem)) < 1000, problem


@settings(max_examples=60)
@given(seed=anything(SEED), sidecar=anything(SIDECAR), note=anything(NOTE))
def test_a_book_is_made_of_any_files(seed: bytes, sidecar: bytes, note: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        files = {
            "seeds/talks.txt": seed,
            "seeds/talks.toml": sidecar,
            "docs/annotations/talks/2026-11-22-note.md": note,
        }
        for path, raw in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(raw)
        folders = BookFolders(
            root=root,
            seeds=root / "seeds",
            docs=root / "docs",
            annotations=root / "docs/annotations",
        )
        book = make_book(folders, load_catalogue(), max_bytes=100_000)
    assert len(book.marks) + len(book.problems) > 0
    for problem in book.problems:
        check(problem.error, files[problem.error.path])


@settings(max_examples=200)
@given(anything(SIDECAR))
def test_any_sidecar(raw: bytes) -> None:
    try:
        parse_sidecar(raw, path="seeds/talks.toml", lines=2)
    except SidecarError as problem:
        check(problem, raw)


@settings(max_examples=200)
@given(anything(NOTE))
def test_any_note(raw: bytes) -> None:
    found = parse_annotation(raw, path="a/x.md", seed="a", name="2026-11-22-note")
    for problem in found if isinstance(found, list) else ():
        check(problem, raw)


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_any_file_of_bodies(loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict_yaml, "_Loader", getattr(yaml, loader))

    @settings(max_examples=100)
    @given(near(BODIES))
    def holds(raw: bytes) -> None:
        try:
            text = raw.decode("utf-8-sig").replace("\ufeff", "")
            parse_entries(text, "docs/bodies.yaml")
        except UnicodeDecodeError:
            pass
        except CatalogueError as problem:
            check(problem, text.encode("utf-8", "surrogatepass"))

    holds()


@settings(max_examples=30)
@given(anything(BODIES))
def test_any_catalogue(raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bodies.yaml"
        path.write_bytes(raw)
        try:
            load_catalogue(path)
        except CatalogueError as problem:
            check(problem, raw)
