"""Shared fixtures."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sphinx.testing.util import _clean_up_global_state

from projects import ROOTS, Project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Callable[[str], Project]]:
    """A function that copies one of tests/roots/ and gives it as a `Project`."""
    made: list[Project] = []

    def make(name: str) -> Project:
        folder = tmp_path / name
        shutil.copytree(ROOTS / f"test-{name}", folder)
        made.append(Project(folder=folder))
        return made[-1]

    yield make
    for each in made:
        for app in each.apps:
            app.cleanup()
    _clean_up_global_state()
