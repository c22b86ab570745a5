"""No two modules import each other, not even for types: a reader can start anywhere and end."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from importlib.util import resolve_name
from pathlib import Path

import pytest

import briefbook

PACKAGE = Path(briefbook.__file__).parent


def modules(package: Path) -> dict[str, Path]:
    """The modules of a package by their full names."""
    names = {}
    for path in package.rglob("*.py"):
        parts = path.relative_to(package.parent).with_suffix("").parts
        names[".".join(parts).removesuffix(".__init__")] = path
    return names


def imports(name: str, code: str, known: dict[str, Path]) -> Iterator[str]:
    """The ``known`` modules that the code of the module ``name`` imports, wherever it does so."""
    package = name if known[name].name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names if each.name in known)
        elif isinstance(node, ast.ImportFrom):
            base = resolve_name("." * node.level + (node.module or ""), package)
            for each in node.names:
                yield from ({f"{base}.{each.name}", base} & known.keys())


def order(code: dict[str, str], known: dict[str, Path]) -> list[str]:
    """The modules so that each follows those it imports. Raises CycleError if there is none.

    What `from package import module` imports is the module; that it loads the package first is
    Python's affair.
    """
    graph = {}
    for name, text in code.items():
        found = set(imports(name, text, known)) - {name}
        graph[name] = {
            each for each in found if not any(other.startswith(f"{each}.") for other in found)
        }
    return list(TopologicalSorter(graph).static_order())


def test_no_two_modules_import_each_other() -> None:
    known = modules(PACKAGE)
    found = order({name: path.read_text("utf-8") for name, path in known.items()}, known)
    assert set(found) == set(known)


def test_a_circle_would_be_found() -> None:
    known = {"a": PACKAGE, "b": PACKAGE}
    quiet = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from a import thing\n"
    assert order({"a": "import b\n", "b": ""}, known) == ["b", "a"]
    with pytest.raises(CycleError):
        order({"a": "from b import other\n", "b": quiet}, known)
