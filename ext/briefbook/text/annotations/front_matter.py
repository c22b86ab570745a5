"""The front matter of an annotation: a small, strict part of YAML.

Every scalar is text, so that ``exact: 2021`` and ``exact: no`` quote what they seem to quote.
Tags, anchors, aliases, repeated keys, further documents and deep nesting are refused, and with
them the ways in which YAML makes objects or grows without bound.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from briefbook.text.errors import AnnotationError

if TYPE_CHECKING:
    from collections.abc import Iterator

Value = str | list["Value"] | dict[str, "Value"]
Place = tuple[str | int, ...]
"""The keys and indexes that lead to a value: ``("target", "exact")``."""

MAX_DEPTH = 4
"""Levels of nesting; the form itself has two."""

MAX_VALUES = 100
"""Lists and sets of keys included; the form has some thirty, twenty sources among them."""

_RULE = "---"


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """A file taken apart: its values, where each stands, and what follows them."""

    values: dict[str, Value]
    lines: dict[Place, int]
    """The file's line of every value, 1-based; the empty place is the front matter itself."""
    columns: dict[Place, int]
    """The column of every value or its key, 1-based."""
    body: str
    body_line: int
    """The file's line on which ``body`` begins, 1-based."""


def read_front_matter(text: str, *, path: str) -> FrontMatter:
    """The front matter of ``text``, whose lines end in line feeds; raises AnnotationError."""
    lines = text.split("\n")
    if lines[0].rstrip() != _RULE:
        raise AnnotationError(
            path, 1, "it does not open with front matter", "begin the file with a line ---"
        )
    closing = next((i for i, line in enumerate(lines) if i and line.rstrip() == _RULE), None)
    if closing is None:
        raise AnnotationError(
            path, 1, "its front matter does not end", "put a line --- between it and the note"
        )
    reader = _Reader(path)
    return FrontMatter(
        values=reader.read("\n".join(lines[1:closing])),
        lines=reader.lines,
        columns=reader.columns,
        body="\n".join(lines[closing + 1 :]),
        body_line=closing + 2,
    )


def _line(event: yaml.Event) -> int:
    """The file's line of ``event``: line 1 of the YAML is line 2 of the file."""
    return event.start_mark.line + 2 if event.start_mark else 2


def _column(event: yaml.Event) -> int:
    return event.start_mark.column + 1 if event.start_mark else 1


class _Reader:
    """Builds plain values from YAML's events."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.lines: dict[Place, int] = {(): 2}
        self.columns: dict[Place, int] = {(): 1}

    def read(self, text: str) -> dict[str, Value]:
        try:
            events = iter(yaml.parse(text, Loader=yaml.SafeLoader))
            value = self._document(events)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line + 2, mark.column + 1) if mark else (None, None)
            problem = error.problem or error.context or "it cannot be read"
            raise self._not_yaml(line, problem, column) from None
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, error.position) + 2
            raise self._not_yaml(
                line, f"U+{ord(error.character):04X} may not stand in it"
            ) from None
        except (ValueError, OverflowError):  # an escape such as "\UFFFFFFFF" names no character
            raise self._not_yaml(None, "an escape names no character") from None
        if not isinstance(value, dict):
            raise self._error(2, "its front matter is not a list of keys", "write key: value")
        return value

    def _document(self, events: Iterator[yaml.Event]) -> Value:
        next(events)  # the stream's start
        if isinstance(next(events), yaml.StreamEndEvent):
            raise self._error(
                2, "its front matter is empty", "fill in motivation, target and so on"
            )
        value = self._node(next(events), events, ())
        next(events)  # the document's end
        following = next(events)
        if not isinstance(following, yaml.StreamEndEvent):
            raise self._error(
                _line(following),
                "its front matter holds a second YAML document",
                "keep one",
                _column(following),
            )
        return value

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], place: Place) -> Value:
        line, column = _line(event), _column(event)
        if len(self.lines) > MAX_VALUES:  # asked while reading: what is beyond is not even parsed
            raise self._error(
                line, f"its front matter holds more than {MAX_VALUES} values", "follow the form"
            )
        self.lines.setdefault(place, line)
        self.columns.setdefault(place, column)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise self._error(
                line,
                "it uses a YAML anchor or alias (& or *)",
                'write the value out; put text that begins with & or * in "quotes"',
                column,
            )
        if getattr(event, "tag", None) is not None:
            remedy = 'put text that begins with ! in "quotes"'
            raise self._error(line, "it uses a YAML tag (!)", remedy, column)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if len(place) >= MAX_DEPTH:
            problem = "its front matter is nested too deeply"
            raise self._error(line, problem, "follow the form", column)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Value] = []
            while not isinstance(item := next(events), yaml.SequenceEndEvent):
                items.append(self._node(item, events, (*place, len(items))))
            return items
        return self._mapping(events, place)

    def _mapping(self, events: Iterator[yaml.Event], place: Place) -> dict[str, Value]:
        mapping: dict[str, Value] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            line, column = _line(event), _column(event)
            if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
                raise self._error(line, "a key is not a plain word", "follow the form", column)
            key = event.value
            if key in mapping:
                problem = f"it gives {key[:40]!r} twice"
                raise self._error(line, problem, "keep one of them", column)
            self.lines[*place, key] = line
            self.columns[*place, key] = column
            mapping[key] = self._node(next(events), events, (*place, key))
        return mapping

    def _scalar(self, event: yaml.ScalarEvent) -> str:
        value: str = event.value
        # YAML's own escapes can spell half of a pair, which no file could be written with.
        if any("\ud800" <= char <= "\udfff" for char in value):
            problem = "an escape spells half of a surrogate pair"
            remedy = "write the character itself"
            raise self._error(_line(event), problem, remedy, _column(event))
        return value

    def _not_yaml(
        self, line: int | None, problem: str, column: int | None = None
    ) -> AnnotationError:
        return self._error(
            line,
            f"its front matter is not valid YAML: {problem}",
            'put text that holds a colon, a quotation mark or another sign in "quotes"',
            column,
        )

    def _error(
        self, line: int | None, problem: str, remedy: str, column: int | None = None
    ) -> AnnotationError:
        return AnnotationError(self.path, line, problem, remedy, column=column)
