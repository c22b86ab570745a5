"""YAML read with the place of every value, and without YAML's traps.

Refused: several documents, anchors and aliases (a few bytes of them can stand for gigabytes), tags,
directives, keys given twice, and more nesting and values than the form of a file has. Dates stay
the text they are, and where the form is of text alone, so does every value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import yaml
from yaml.resolver import Resolver

from briefbook.text.lines import count_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefbook.text.errors import FileProblem

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml: slower, the same otherwise
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

Path = tuple[str | int, ...]
"""Where a value stands in the document: keys and indexes from the top."""

_NULL: Final = "tag:yaml.org,2002:null"
_BOOL: Final = "tag:yaml.org,2002:bool"
_INT: Final = "tag:yaml.org,2002:int"
_RESOLVER: Final = Resolver()
_OTHER_THAN_TEXT: Final = frozenset(Resolver.yaml_implicit_resolvers)
"""What a plain value begins with that may be no text; the empty one is null."""

_HALF_OF_A_PAIR = re.compile("[\ud800-\udfff]")
_DIRECTIVE = re.compile("^%", re.MULTILINE)

_QUOTE: Final = 'put text that holds a colon, a quotation mark or another sign in "quotes"'
_ESCAPE: Final = "write the character itself, and a backslash that is meant twice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What a kind of file may hold, and how it is spoken of."""

    problem: type[FileProblem]
    """What is raised."""
    depth: int
    """Levels of nesting. Two megabytes of brackets end an interpreter that builds what they
    nest."""
    values: int
    """Of the document or, in a list of entries, of each; lists and sets of keys included."""
    entries: int
    """Items of a list that is the whole document."""
    only_text: bool = False
    """Whether ``2021``, ``no`` and ``null`` are the words that they seem to be."""
    subject: str = "it"
    """The YAML in messages: the file, or a part of it."""
    first_line: int = 1
    """Of the YAML in its file, 1-based."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A document and the place where each of its values, or its key, begins."""

    value: Any
    places: Mapping[Path, tuple[int, int]]
    """The file's line and column, both 1-based; the empty path is where the document may begin."""

    def place_of(self, path: Path) -> tuple[int, int]:
        """The place of the value at ``path``, or of the nearest value around it."""
        while path not in self.places:
            path = path[:-1]
        return self.places[path]

    def line_of(self, path: Path) -> int:
        """The line of the value at ``path``, or of the nearest value around it."""
        return self.place_of(path)[0]


def read_yaml(text: str, file: str, form: Form) -> Located:
    """Parse one document; ``file`` is the file as people know it.

    ``text`` has passed ``refuse_unfit``: YAML ends lines at characters that no editor shows. An
    empty document is None. Raises the form's problem with the place of what is wrong.
    """
    reader = _Reader(text, file, form)
    return Located(value=reader.read(), places=reader.places)


class _Reader:
    """Builds plain values from YAML's events, which come one by one, however deep they nest."""

    def __init__(self, text: str, file: str, form: Form) -> None:
        self.text = text
        self.file = file
        self.form = form
        self.places: dict[Path, tuple[int, int]] = {(): (form.first_line, 1)}
        self.values = 0
        """Of the entry that is being read."""

    def read(self) -> object:
        if directive := _DIRECTIVE.search(self.text):  # libyaml takes the square of their number
            line = self.text.count("\n", 0, directive.start()) + self.form.first_line
            raise self._error((line, 1), "it uses a YAML directive (%)", "leave it out")
        try:
            return self._document(iter(yaml.parse(self.text, Loader=_Loader)))
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            problem = error.problem or error.context or "it cannot be read"
            place = self._place(mark.line, mark.column) if mark else None
            if "nesting depth" in problem:  # libyaml's own cap, of a stretch that it reads ahead
                raise self._too_deep(place) from None
            remedy = _ESCAPE if "escape" in problem else _QUOTE
            raise self._not_yaml(place, problem, remedy) from None
        except (yaml.YAMLError, ValueError, OverflowError):  # "\UFFFFFFFF" names no character
            raise self._not_yaml(None, "an escape names no character", _ESCAPE) from None

    def _document(self, events: Iterator[yaml.Event]) -> object:
        next(events)  # the stream's start
        if isinstance(next(events), yaml.StreamEndEvent):
            return None
        value = self._value(next(events), events, ())
        next(events)  # the document's end
        following = next(events)
        if not isinstance(following, yaml.StreamEndEvent):
            problem = f"{self.form.subject} holds a second YAML document"
            raise self._error(self._start(following), problem, "keep one")
        return value

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> object:
        place = self._start(event)
        self._count(path, place)
        self.places.setdefault(path, place)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise self._error(
                place,
                "it uses a YAML anchor or alias (& or *)",
                'write the value out; put text that begins with & or * in "quotes"',
            )
        if getattr(event, "tag", None) is not None:
            remedy = 'put text that begins with ! in "quotes"'
            raise self._error(place, "it uses a YAML tag (!)", remedy)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        if len(path) >= self.form.depth:
            raise self._too_deep(place)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[object] = []
            while not isinstance(item := next(events), yaml.SequenceEndEvent):
                items.append(self._value(item, events, (*path, len(items))))
            return items
        return self._mapping(events, path)

    def _count(self, path: Path, place: tuple[int, int]) -> None:
        """Refuse while reading what would take too long to check."""
        if len(path) == 1 and isinstance(path[0], int):
            self.values = 0
            if path[0] >= self.form.entries:
                problem = f"{self.form.subject} holds more than {self.form.entries:,} entries"
                raise self._error(place, problem, "keep those needed")
        self.values += 1
        if self.values > self.form.values:
            whose = "an entry" if path and isinstance(path[0], int) else self.form.subject
            problem = f"{whose} holds more than {self.form.values:,} values"
            raise self._error(place, problem, "follow the form")

    def _mapping(self, events: Iterator[yaml.Event], path: Path) -> dict[str, object]:
        mapping: dict[str, object] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            place = self._start(event)
            if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
                raise self._error(place, "a key is not a plain word", "follow the form")
            key = event.value
            if key in mapping:
                problem = f"it gives {key[:40]!r} twice"
                raise self._error(place, problem, "keep one of them")
            self.places[*path, key] = place
            mapping[key] = self._value(next(events), events, (*path, key))
        return mapping

    def _scalar(self, event: yaml.ScalarEvent, place: tuple[int, int]) -> object:
        value: str = event.value
        # YAML's own escapes can spell half of a pair, which no file could be written with.
        if not value.isascii() and _HALF_OF_A_PAIR.search(value):
            problem = "an escape spells half of a surrogate pair"
            raise self._error(place, problem, _ESCAPE)
        if self.form.only_text or not event.implicit[0] or value[:1] not in _OTHER_THAN_TEXT:
            return value
        tag = _RESOLVER.resolve(yaml.ScalarNode, value, event.implicit)  # type: ignore[no-untyped-call]
        if tag == _NULL:
            return None
        if tag == _BOOL:
            # YAML reads a bare NO, yes or on as true or false; in a list of names that is a trap.
            problem = f"YAML takes “{value}” for true or false"
            raise self._error(place, problem, "put it in quotation marks")
        if tag == _INT:
            try:
                return int(value)
            except ValueError:
                return value  # 0x1F, 1_000: kept as written, and the schema judges it
        return value

    def _start(self, event: yaml.Event) -> tuple[int, int]:
        mark = event.start_mark
        return self._place(mark.line, mark.column) if mark else self.places[()]

    def _place(self, line: int, column: int) -> tuple[int, int]:
        return line + self.form.first_line, column + 1

    def _too_deep(self, place: tuple[int, int] | None) -> FileProblem:
        return self._error(place, f"{self.form.subject} is nested too deeply", "follow the form")

    def _not_yaml(self, place: tuple[int, int] | None, problem: str, remedy: str) -> FileProblem:
        return self._error(place, f"{self.form.subject} is not valid YAML: {problem}", remedy)

    def _error(self, place: tuple[int, int] | None, problem: str, remedy: str) -> FileProblem:
        line, column = place or (None, None)
        last = max(1, count_lines(self.text)) + self.form.first_line - 1
        if line and line > last:  # YAML misses something behind the last line break
            line, column = last, None
        return self.form.problem(self.file, line, problem, remedy, column=column)
