"""Fixture files: cases of title, input, expected, readable as a specification.

Cases are separated by a line ``=====``; within a case the parts by a line ``-----``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FIXTURES = Path(__file__).parent.parent / "fixtures"


@dataclass(frozen=True)
class Case:
    title: str
    input: str
    expected: str


def load_cases(path: Path) -> list[Case]:
    """All cases of one file; refuses a file with none, or a case without its three parts."""
    cases = []
    for number, chunk in enumerate(path.read_text("utf-8").split("\n=====\n"), 1):
        parts = chunk.strip("\n").split("\n-----\n")
        if len(parts) != 3:
            raise ValueError(f"{path.name}, case {number}: {len(parts)} parts instead of 3")
        title, text, expected = parts
        cases.append(Case(title.strip(), text, expected.strip("\n")))
    return cases


def folder_cases(area: str) -> list[object]:
    """Every case under ``tests/fixtures/AREA/``, as parameters for pytest with readable ids."""
    import pytest

    files = sorted((FIXTURES / area).glob("*.txt"))
    if not files:
        raise ValueError(f"no fixture files in {FIXTURES / area}")
    return [
        pytest.param(case, id=f"{file.stem}: {case.title}")
        for file in files
        for case in load_cases(file)
    ]
