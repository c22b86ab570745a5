"""What pyproject.toml allows in ranges, constraints.txt and requirements/ pin."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
DIRECT = [Requirement(each) for each in PYPROJECT["project"]["dependencies"]]
GROUPS = PYPROJECT["dependency-groups"]
HASHED = ("requirements/book.txt", "requirements/tox.txt")


def pinned(file: str) -> dict[str, list[Requirement]]:
    """What ``file`` pins, by name: more than one line where Pythons differ."""
    text = (ROOT / file).read_text("utf-8")
    text = re.sub(r" *\\\n *--hash=\S+", "", text)
    found: dict[str, list[Requirement]] = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            requirement = Requirement(line)
            found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


def versions(pins: list[Requirement]) -> set[str]:
    return {str(pin.specifier) for pin in pins}


def fits(pins: list[Requirement], wanted: Requirement) -> bool:
    """Whether every one of ``pins`` is a single version that ``wanted`` allows."""
    return bool(pins) and all(
        version.startswith("==") and wanted.specifier.contains(version.removeprefix("=="))
        for version in versions(pins)
    )


@pytest.mark.parametrize("file", ["constraints.txt", "requirements/book.txt"])
def test_pins_are_in_the_ranges(file: str) -> None:
    pins = pinned(file)
    assert [str(each) for each in DIRECT if not fits(pins.get(each.name, []), each)] == []


def test_constraints_hold_the_tools_too() -> None:
    pins = pinned("constraints.txt")
    tools = [
        Requirement(each)
        for group in ("tests", "lint", "types", "browser", "notebooks", "serve")
        for each in GROUPS[group]
        if isinstance(each, str)
    ]
    wrong = [
        str(each) for each in tools if not fits(pins.get(canonicalize_name(each.name), []), each)
    ]
    assert wrong == []


def test_the_hashed_book_is_the_constrained_one() -> None:
    constraints, book = pinned("constraints.txt"), pinned("requirements/book.txt")
    both = constraints.keys() & book.keys()
    assert {each.name for each in DIRECT} <= both
    for name in both:
        assert versions(book[name]) == versions(constraints[name])


def test_the_hashed_book_lacks_nothing() -> None:
    """As pip would find out: all that is needed here, and what that needs."""
    book = pinned("requirements/book.txt")
    wanted = [each.name for each in DIRECT]
    seen: set[str] = set()
    while wanted:
        name = canonicalize_name(wanted.pop())
        if name in seen:
            continue
        seen.add(name)
        needed = map(Requirement, requires(name) or ())
        wanted += [
            each.name for each in needed if not each.marker or each.marker.evaluate({"extra": ""})
        ]
    assert seen <= book.keys()


def test_the_package_is_built_with_what_pyproject_says() -> None:
    assert GROUPS["package"] == PYPROJECT["build-system"]["requires"]
    (hatchling,) = map(Requirement, GROUPS["package"])
    assert fits(pinned("requirements/book.txt")["hatchling"], hatchling)


def test_tox_is_pinned() -> None:
    (tox,) = map(Requirement, GROUPS["tox"])
    assert fits(pinned("requirements/tox.txt")["tox"], tox)


@pytest.mark.parametrize("file", HASHED)
def test_every_pin_has_hashes_and_no_host_is_named(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    assert "://" not in text
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if not line.startswith(" "):
            assert line.endswith("\\"), line
            assert re.fullmatch(r" +--hash=sha256:[0-9a-f]{64}( \\)?", following), line
