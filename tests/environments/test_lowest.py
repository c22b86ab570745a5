"""The environment of ``tox run -e lowest`` holds what pyproject.toml calls the oldest versions."""

from __future__ import annotations

import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

pytestmark = pytest.mark.environment

PYPROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
DIRECT = [
    Requirement(each)
    for each in PYPROJECT["project"]["dependencies"] + PYPROJECT["dependency-groups"]["tests"]
]


@pytest.mark.parametrize("requirement", DIRECT, ids=lambda requirement: requirement.name)
def test_the_lower_bound_is_installed(requirement: Requirement) -> None:
    """A bound that others of the bounds rule out is none: nobody can have that version."""
    (bound,) = (Version(each.version) for each in requirement.specifier if each.operator == ">=")
    assert Version(version(requirement.name)) == bound
