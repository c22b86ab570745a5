"""A file of bodies: YAML, checked against the schema, entry by entry.

An entry gives some of a body's fields. In the shipped catalogue it gives all that a body must have;
in a book's own file it may also correct a body of the catalogue, and then needs its ``id`` and what
differs. ``data/bodies.schema.json`` says what each field holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jsonschema.exceptions import best_match

from briefbook.text.addresses import is_web_address
from briefbook.text.bodies.yaml_lines import Located, read_yaml
from briefbook.text.characters import complaint
from briefbook.text.errors import CatalogueError
from briefbook.text.schemas import validator

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jsonschema import ValidationError

    from briefbook.text.bodies.yaml_lines import Path

_NAMES = frozenset(
    {"name", "headword", "abbreviation", "aliases", "without", "context", "never_in"}
)
"""Fields that hold names."""
_ADDRESSES = frozenset({"site", "checked"})

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


def parse_entries(text: str, file: str, *, checked: bool = False) -> tuple[Entry, ...]:
    """The entries of one file's text, in order; none for an empty file.

    ``checked`` skips schema and characters: for the shipped files, which the tests hold against
    them. Raises CatalogueError with the first problem's line.
    """
    located = read_yaml(text, file)
    if located.value is None:
        return ()
    if not checked:
        _check_form(located, file)
        for path, said, remedy in _complaints(located.value, ()):
            line, column = located.places[path]
            raise CatalogueError(file, line, f"{_name(path)} {said}", remedy, column=column)
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


def _check_form(located: Located, file: str) -> None:
    """Hold the entries against the schema, one by one: a second wrong one is not looked for."""
    entries = located.value
    if not isinstance(entries, list):
        raise CatalogueError(file, 1, "it is no list of bodies", "begin each body with - id: …")
    for index, entry in enumerate(entries):
        problem = min(
            validator("bodies").iter_errors([entry]),
            key=lambda error: located.line_of(_path(index, error)),
            default=None,
        )
        if problem is not None:
            raise _as_catalogue_error(problem, located, index, file)


def _complaints(value: object, path: Path) -> Iterator[tuple[Path, str, str]]:
    """What is wrong with the texts of ``value``, whose form is right: where, what, what to do."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _complaints(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _complaints(item, (*path, index))
    elif isinstance(value, str):
        field = _field(path)
        if problem := complaint(value, allowed="\n" if field == "text" else ""):
            yield path, problem, "take the character out"
        elif field in _NAMES and not value[0].isalnum():
            yield path, "does not begin with a letter or a digit", "write it without the sign"
        elif field in _ADDRESSES and not is_web_address(value):
            yield path, "is no address that says plainly where it leads", "copy it from the browser"


def _field(path: Path) -> str:
    """The field of an entry that ``path`` leads into."""
    return str(path[1]) if len(path) > 1 else ""


def _name(path: Path) -> str:
    return ".".join(str(step) for step in path[1:])


def _path(index: int, error: ValidationError) -> Path:
    """Where in the file the error is, of the entry of this index, which was checked by itself."""
    return (index, *list(error.absolute_path)[1:])


def _as_catalogue_error(
    error: ValidationError, located: Located, index: int, file: str
) -> CatalogueError:
    error = best_match([error]) or error  # of a choice, the branch that fits nearly
    place = _name(tuple(error.absolute_path))
    described = error.schema.get("description") if isinstance(error.schema, dict) else None
    given = repr(error.instance)  # it may be as long as the file
    message = error.message.replace(given, given if len(given) <= 60 else given[:59] + "…")
    if error.validator == "pattern":  # the pattern itself helps nobody; its description does
        message = f"{error.instance!r} does not match the form"
    problem = f"{place}: {message}" if place else message
    remedy = described or _REMEDIES.get(str(error.validator), "see data/bodies.schema.json")
    line, column = located.place_of(_path(index, error))
    return CatalogueError(file, line, problem[:300], str(remedy), column=column)
