"""Shared fixtures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from projects import Project, copy_of


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Callable[[str], Project]]:
    """A function that copies one of tests/roots/ and gives it as a `Project`."""
    made: list[Project] = []

    def make(name: str) -> Project:
        made.append(copy_of(name, tmp_path / name))
        return made[-1]

    yield make
    for each in made:
        each.close()
