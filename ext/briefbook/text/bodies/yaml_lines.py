"""YAML read with the place of every value, and without YAML's traps.

Refused: several documents, anchors and aliases (a few bytes of them can stand for gigabytes), tags,
and keys given twice. Dates stay the text they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from briefbook.text.errors import CatalogueError

if TYPE_CHECKING:
    from collections.abc import Mapping

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml: slower, the same otherwise
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

Path = tuple[str | int, ...]
"""Where a value stands in the document: keys and indexes from the top."""
_Places = dict[Path, tuple[int, int]]

_SCALARS = {
    "tag:yaml.org,2002:str": str,
    "tag:yaml.org,2002:timestamp": str,
    "tag:yaml.org,2002:float": str,
    "tag:yaml.org,2002:int": int,
}


@dataclass(frozen=True, slots=True)
class Located:
    """A document and the place where each of its values, or its key, begins."""

    value: Any
    places: Mapping[Path, tuple[int, int]]
    """Line and column, both 1-based."""

    def line_of(self, path: Path) -> int:
        """The line of the value at ``path``, or of the nearest value around it."""
        while path not in self.places and path:
            path = path[:-1]
        return self.places[path][0] if path in self.places else 1


def read_yaml(text: str, name: str) -> Located:
    """Parse one document; ``name`` is the file as people know it.

    Raises CatalogueError with the line of what is wrong. An empty document is None.
    """
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        problem = error.problem or error.context or "not YAML"
        raise CatalogueError(name, line, f"not valid YAML ({problem})", "mend the line") from error
    except yaml.YAMLError as error:
        raise CatalogueError(name, None, "not valid YAML", f"mend the file: {error}") from error
    places: _Places = {}
    if node is None:
        return Located(None, places)
    return Located(_value(node, (), places, set(), name), places)


def _value(node: yaml.Node, path: Path, places: _Places, seen: set[int], name: str) -> object:
    line = node.start_mark.line + 1
    places[path] = _place(node)
    if id(node) in seen:
        raise CatalogueError(name, line, "a YAML anchor that is used again", "write it out twice")
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, places, seen, name)
    if isinstance(node, yaml.SequenceNode):
        return [
            _value(child, (*path, index), places, seen, name)
            for index, child in enumerate(node.value)
        ]
    return _scalar(node, line, name)


def _mapping(
    node: yaml.MappingNode, path: Path, places: _Places, seen: set[int], name: str
) -> dict[str, object]:
    mapping: dict[str, object] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            raise CatalogueError(name, line, "a key that is not text", "write a plain key")
        key = key_node.value
        if key in mapping:
            raise CatalogueError(name, line, f"“{key}” is given twice", "keep one of the two")
        mapping[key] = _value(value_node, (*path, key), places, seen, name)
        places[(*path, key)] = _place(key_node)
    return mapping


def _scalar(node: yaml.Node, line: int, name: str) -> object:
    if node.tag == "tag:yaml.org,2002:null":
        return None
    if node.tag == "tag:yaml.org,2002:bool":
        # YAML reads a bare NO, yes or on as true or false; in a list of names that is a trap.
        raise CatalogueError(
            name, line, f"YAML takes “{node.value}” for true or false", "put it in quotation marks"
        )
    convert = _SCALARS.get(node.tag)
    if convert is None:
        raise CatalogueError(name, line, f"the YAML tag “{node.tag}”", "leave the tag out")
    try:
        return convert(node.value)
    except ValueError:
        return str(node.value)  # 0x1F, 1_000: kept as written, and the schema judges it


def _place(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1
