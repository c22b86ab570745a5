"""A second check reads only what has changed, and says what a first would say."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefbook.cli import main

SEED = """\
 date 2023-05-{day}
The Freedonian Harbour Commission (FHC) met on Monday in the old town, a spokesman said.
The FHC will meet again in June. The Senate voted on the bill on Tuesday, the chairman said.
"""
NOTE = """\
---
motivation: commenting
target: {exact: met on Monday}
author: {name: Jane Doe}
created: 2023-05-11
sources: [doe2021]
---
So it did.
"""

CHANGES: dict[str, Callable[[Path], object]] = {
    "a letter": lambda book: write(book / "seeds/one.txt", SEED.format(day=10).replace("e", "E")),
    "a broken seed": lambda book: write(book / "seeds/one.txt", "\udcff"),
    "it is mended": lambda book: write(book / "seeds/one.txt", SEED.format(day=10)),
    "a sidecar": lambda book: write(book / "seeds/two.toml", "title = 1"),
    "no sidecar": lambda book: (book / "seeds/two.toml").unlink(),
    "a seed of the same address": lambda book: write(book / "seeds/one~.txt", SEED.format(day=12)),
    "a stray": lambda book: write(book / "seeds/TEXT.TXT", ""),
    "a stray in a folder": lambda book: write(book / "seeds/2023/deep.txt", ""),
    "a note": lambda book: write(book / "docs/annotations/one/2023-05-11-note.md", NOTE),
    "a bibliography": lambda book: write(book / "docs/references.bib", "@misc{doe2021, title={A}}"),
    "a bibliography that is broken": lambda book: write(book / "docs/references.bib", "@misc{d"),
    "another passage": lambda book: write(
        book / "docs/annotations/one/2023-05-11-note.md", NOTE.replace("Monday", "Friday")
    ),
    "its article is gone": lambda book: (book / "seeds/one.txt").unlink(),
    "a body": lambda book: write(
        book / "docs/bodies.yaml",
        "- id: fhc\n  name: Freedonian Harbour Commission\n  abbreviation: FHC\n"
        "  kind: government\n  text: Invented.\n  checked: [https://example.org/]\n",
    ),
    "a body that is broken": lambda book: write(book / "docs/bodies.yaml", "- id: fhc\n"),
    "an edition that is none": lambda book: write(book / "docs/editions.yaml", "- number: 1\n"),
    "a lead that is a link": lambda book: (book / "docs/lead.md").symlink_to("/etc/hostname"),
    "a page that looks like a note": lambda book: write(book / "docs/notes/x.md", NOTE),
    "a file among the pages": lambda book: write(book / "docs/articles/2023/own.md", "# Own"),
    "a former name": lambda book: write(book / "seeds/two.toml", 'formerly = ["one"]'),
    "a former name of two": lambda book: write(book / "seeds/one~.toml", 'formerly = ["one"]'),
    "another version": lambda book: write(book / "seeds/two.toml", 'revises = "gone"'),
    "withdrawn": lambda book: write(
        book / "seeds/two.toml", 'withdrawn = {on = 2026-11-24, why = "x"}'
    ),
    "a link": lambda book: (book / "seeds/far.txt").symlink_to("/etc/hostname"),
}
if sys.platform == "linux":  # elsewhere no file can have such a name
    CHANGES["a name that is not UTF-8"] = lambda book: write(
        book / "seeds/q\udcff.txt", SEED.format(day=13)
    )


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8", "surrogateescape"))


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    for name, day in (("one", 10), ("two", 11)):
        write(tmp_path / f"seeds/{name}.txt", SEED.format(day=day))
    return tmp_path


def test_whatever_changes_it_says_what_a_first_check_would(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one book, one change after the other, each right after the last."""
    last = None
    for name, change in CHANGES.items():
        change(book)
        again = main(["check", "--format", "json"]), capsys.readouterr().out
        once_more = main(["check", "--format", "json"]), capsys.readouterr().out
        first = main(["check", "--format", "json", "--cache", ""]), capsys.readouterr().out
        assert again == once_more == first, name
        assert first != last, f"{name}: nothing shows it"
        last = first


def test_what_is_kept_may_be_damaged_or_gone(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"]) == 0
    first = capsys.readouterr().out
    for name in ("checked", "checked-files"):
        kept = book / "_build/marks" / name
        for damage in (b"", kept.read_bytes()[:-1], b"\0" * 64, None):
            kept.unlink()
            if damage is not None:
                kept.write_bytes(damage)
            write(book / "docs/index.md", f"# {name} {damage!r}")  # the details are needed
            assert main(["check"]) == 0
            assert capsys.readouterr().out == first


def test_a_book_that_has_not_changed_needs_no_engine(book: Path) -> None:
    code = (
        "import sys; from briefbook.cli import main; status = main(['check']); "
        "print(any(name.startswith(('briefbook.text.clean', 'briefbook.text.dates', "
        "'briefbook.text.marks', 'jsonschema')) for name in sys.modules)); sys.exit(status)"
    )
    told = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
        for _ in range(2)
    ]
    assert [each.splitlines()[-1] for each in told] == [b"True", b"False"]
    assert told[0].splitlines()[:-1] == told[1].splitlines()[:-1]
