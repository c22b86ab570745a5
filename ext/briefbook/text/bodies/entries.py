"""A file of bodies: YAML, checked against the schema, entry by entry.

An entry gives some of a body's fields. In the shipped catalogue it gives all that a body must have;
in a book's own file it may also correct a body of the catalogue, and then needs its ``id`` and what
differs. ``data/bodies.schema.json`` says what each field holds.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from briefbook.text.bodies.yaml_lines import Located, read_yaml
from briefbook.text.errors import CatalogueError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jsonschema import ValidationError

DATA = files("briefbook") / "data"

_REMEDIES = {
    "required": "add the field",
    "additionalProperties": "take the field out, or mend its name",
    "enum": "take one of the values named",
    "pattern": "write it in the form the schema asks for",
    "type": "write it in the form the schema asks for",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a file of bodies."""

    file: str
    """The file as people know it."""
    lines: Mapping[str, int]
    """The line, 1-based, of each field; that of the entry itself under ``""``."""
    fields: Mapping[str, Any]

    @property
    def id(self) -> str:
        return str(self.fields["id"])

    def error(self, field: str, problem: str, remedy: str) -> CatalogueError:
        """What is wrong with a field of this entry, to be raised."""
        line = self.lines.get(field, self.lines[""])
        return CatalogueError(self.file, line, f"{self.id}: {problem}", remedy)


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema of a file of bodies."""
    loaded: dict[str, Any] = json.loads((DATA / "bodies.schema.json").read_text("utf-8"))
    return loaded


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(schema())


def parse_entries(text: str, file: str, *, checked: bool = False) -> tuple[Entry, ...]:
    """The entries of one file's text, in order; none for an empty file.

    ``checked`` skips the schema: for the shipped files, which the tests hold against it.
    Raises CatalogueError with the first problem's line.
    """
    located = read_yaml(text, file)
    if located.value is None:
        return ()
    if not checked:
        problem = min(
            _validator().iter_errors(located.value),
            key=lambda error: _line(located, error),
            default=None,
        )
        if problem is not None:
            raise _as_catalogue_error(problem, located, file)
    return tuple(
        Entry(
            file=file,
            lines={
                "": located.line_of((index,)),
                **{field: located.line_of((index, field)) for field in fields},
            },
            fields=fields,
        )
        for index, fields in enumerate(located.value)
    )


def _line(located: Located, error: ValidationError) -> int:
    return located.line_of(tuple(error.absolute_path))


def _as_catalogue_error(error: ValidationError, located: Located, file: str) -> CatalogueError:
    error = best_match([error]) or error  # of a choice, the branch that fits nearly
    path = list(error.absolute_path)
    place = ".".join(str(step) for step in path[1:]) if path else ""
    described = error.schema.get("description") if isinstance(error.schema, dict) else None
    message = error.message
    if error.validator == "pattern":  # the pattern itself helps nobody; its description does
        message = f"{error.instance!r} does not match the form"
    problem = f"{place}: {message}" if place else message
    remedy = described or _REMEDIES.get(str(error.validator), "see data/bodies.schema.json")
    return CatalogueError(file, _line(located, error), problem[:300], str(remedy))
