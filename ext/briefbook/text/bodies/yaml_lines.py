"""YAML read with the place of every value, and without YAML's traps.

Refused: several documents, anchors and aliases (a few bytes of them can stand for gigabytes), tags,
keys given twice, and nesting that no file of bodies has. Dates stay the text they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import yaml
from yaml.resolver import Resolver

from briefbook.text.characters import complaint, find_unfit
from briefbook.text.errors import CatalogueError
from briefbook.text.lines import count_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml: slower, the same otherwise
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

Path = tuple[str | int, ...]
"""Where a value stands in the document: keys and indexes from the top."""

MAX_DEPTH: Final = 8
"""Levels of nesting; the form itself has five. Two megabytes of brackets end an interpreter that
builds what they nest."""

MAX_ENTRIES: Final = 10_000
"""Items of the document's list."""
MAX_VALUES: Final = 300
"""Values of one entry, lists and sets of keys included; the largest shipped one has 108."""

_NULL: Final = "tag:yaml.org,2002:null"
_BOOL: Final = "tag:yaml.org,2002:bool"
_INT: Final = "tag:yaml.org,2002:int"
_RESOLVER: Final = Resolver()

_DIRECTIVE = re.compile("^%", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Located:
    """A document and the place where each of its values, or its key, begins."""

    value: Any
    places: Mapping[Path, tuple[int, int]]
    """Line and column, both 1-based."""

    def place_of(self, path: Path) -> tuple[int, int]:
        """The place of the value at ``path``, or of the nearest value around it."""
        while path not in self.places:
            path = path[:-1]
        return self.places[path]

    def line_of(self, path: Path) -> int:
        """The line of the value at ``path``, or of the nearest value around it."""
        return self.place_of(path)[0]


def read_yaml(text: str, name: str) -> Located:
    """Parse one document; ``name`` is the file as people know it.

    Raises CatalogueError with the place of what is wrong. An empty document is None.
    """
    # Also in comments: YAML ends lines at characters that no editor shows.
    if (at := find_unfit(text, allowed="\r\n")) is not None:
        before = text[:at]
        column = at - max(before.rfind("\n"), before.rfind("\r"))
        problem = f"it {complaint(text[at])}"
        raise CatalogueError(
            name, count_lines(before + "?"), problem, "take the character out", column=column
        )
    reader = _Reader(text, name)
    return Located(reader.read(), reader.places)


class _Reader:
    """Builds plain values from YAML's events, which come one by one, however deep they nest."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.places: dict[Path, tuple[int, int]] = {}
        self.values = 0
        """Of the entry that is being read."""

    def read(self) -> object:
        if directive := _DIRECTIVE.search(self.text):  # libyaml takes the square of their number
            line = self.text.count("\n", 0, directive.start()) + 1
            raise self._error((line, 1), "a YAML directive (%)", "leave it out")
        try:
            return self._document(iter(yaml.parse(self.text, Loader=_Loader)))
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            place = (mark.line + 1, mark.column + 1) if mark else None
            problem = error.problem or error.context or "it cannot be read"
            raise self._error(place, f"not valid YAML ({problem})", "mend the line") from None
        except (yaml.YAMLError, ValueError, OverflowError):  # "\UFFFFFFFF" names no character
            problem = "not valid YAML (an escape names no character)"
            raise self._error(None, problem, "write the character itself") from None

    def _document(self, events: Iterator[yaml.Event]) -> object:
        next(events)  # the stream's start
        if isinstance(next(events), yaml.StreamEndEvent):
            return None
        value = self._value(next(events), events, ())
        next(events)  # the document's end
        following = next(events)
        if not isinstance(following, yaml.StreamEndEvent):
            raise self._error(_place(following), "it holds a second YAML document", "keep one")
        return value

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> object:
        place = _place(event)
        self._count(path, place)
        self.places.setdefault(path, place)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise self._error(
                place,
                "a YAML anchor or alias (& or *)",
                'write the value out; put text that begins with & or * in "quotes"',
            )
        if (tag := getattr(event, "tag", None)) is not None:
            raise self._error(place, f"the YAML tag “{tag[:40]}”", "leave the tag out")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if len(path) >= MAX_DEPTH:
            raise self._error(place, "it is nested too deeply", "follow the form")
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[object] = []
            while not isinstance(item := next(events), yaml.SequenceEndEvent):
                items.append(self._value(item, events, (*path, len(items))))
            return items
        return self._mapping(events, path)

    def _count(self, path: Path, place: tuple[int, int]) -> None:
        """Refuse while reading what would take too long to check."""
        if len(path) == 1:
            self.values = 0
            if isinstance(path[0], int) and path[0] >= MAX_ENTRIES:
                raise self._error(place, f"more than {MAX_ENTRIES:,} entries", "keep those needed")
        self.values += 1
        if self.values > MAX_VALUES:
            problem = f"an entry of more than {MAX_VALUES} values"
            raise self._error(place, problem, "keep those needed")

    def _mapping(self, events: Iterator[yaml.Event], path: Path) -> dict[str, object]:
        mapping: dict[str, object] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            place = _place(event)
            if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
                raise self._error(place, "a key that is not text", "write a plain key")
            key = event.value
            if key in mapping:
                problem = f"“{key[:40]}” is given twice"
                raise self._error(place, problem, "keep one of the two")
            self.places[*path, key] = place
            mapping[key] = self._value(next(events), events, (*path, key))
        return mapping

    def _scalar(self, event: yaml.ScalarEvent) -> object:
        value: str = event.value
        tag = _RESOLVER.resolve(yaml.ScalarNode, value, event.implicit)  # type: ignore[no-untyped-call]
        if tag == _NULL:
            return None
        if tag == _BOOL:
            # YAML reads a bare NO, yes or on as true or false; in a list of names that is a trap.
            problem = f"YAML takes “{value}” for true or false"
            raise self._error(_place(event), problem, "put it in quotation marks")
        if tag == _INT:
            try:
                return int(value)
            except ValueError:
                return value  # 0x1F, 1_000: kept as written, and the schema judges it
        return value

    def _error(self, place: tuple[int, int] | None, problem: str, remedy: str) -> CatalogueError:
        if place is None:
            return CatalogueError(self.name, None, problem, remedy)
        line, column = place
        last = max(1, count_lines(self.text))
        if line > last:  # YAML misses something behind the last line break
            return CatalogueError(self.name, last, problem, remedy)
        return CatalogueError(self.name, line, problem, remedy, column=column)


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
