"""``briefbook check --fix``: a note is moved where its very words stand once, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefbook.cli import main

SEED = """\
 date 2023-05-10
The bridge is safe, the minister said on Monday. The boats lie in the harbour.
"No stone has been laid," an official said. The river is deep. The river is deep.
"""
NOTE = """\
---
motivation: questioning   # as asked
{target}
author: {{name: Jane Doe}}
created: 2023-06-01
---
Why?  Who *says* so?
"""
NAME = "docs/annotations/harbour/2023-06-01-note.md"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    for folder in ("seeds", "docs/annotations/harbour"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "seeds/harbour.txt").write_text(SEED)
    return tmp_path


def fixed(book: Path, target: str, end: str = "\n") -> tuple[int, str]:
    text = NOTE.format(target=target).replace("\n", end)
    (book / NAME).write_bytes(text.encode())
    status = main(["check", "--fix", str(book)])
    return status, (book / NAME).read_bytes().decode()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "target",
    [
        'target:\n  exact: The boats lie\n  prefix: "on Tuesday. "',
        'target: {exact: The boats lie, suffix: " at the quay"}',
        "target:\n  {exact: The boats lie,\n  suffix: x}\n",
    ],
)
def test_what_stands_around_it_is_written_anew(
    book: Path, capsys: pytest.CaptureFixture[str], target: str, end: str
) -> None:
    status, text = fixed(book, target, end)
    assert status == 0
    expected = NOTE.format(target='target:\n  exact: "The boats lie"')
    assert text == expected.replace("\n", end)
    assert capsys.readouterr().err == f"{NAME}: its passage is at line 2 of the seed now\n"


@pytest.mark.parametrize(
    "target",
    [
        "target: {exact: The boats lay}",  # like it, and not it
        'target: {exact: The river is deep., prefix: "said! "}',  # twice
        "target:\n  # as printed\n  exact: The boats lie\n  prefix: x",
    ],
)
def test_all_else_is_left_as_it_is(book: Path, target: str) -> None:
    status, text = fixed(book, target)
    assert status == 1
    assert text == NOTE.format(target=target)


def test_what_fits_is_not_touched(book: Path) -> None:
    target = 'target: {exact: The boats lie, prefix: "Monday. "}'
    assert fixed(book, target) == (0, NOTE.format(target=target))
