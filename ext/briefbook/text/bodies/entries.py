"""A file of bodies: YAML, checked against the schema, entry by entry.

An entry gives some of a body's fields. In the shipped catalogue it gives all that a body must have;
in a book's own file it may also correct a body of the catalogue, and then needs its ``id`` and what
differs. ``data/bodies.schema.json`` says what each field holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefbook.text.addresses import is_web_address
from briefbook.text.characters import complaint
from briefbook.text.errors import CatalogueError
from briefbook.text.files import refuse_unfit
from briefbook.text.schema_problems import field_name, schema_problem
from briefbook.text.schemas import validator
from briefbook.text.strict_yaml import Form, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefbook.text.strict_yaml import Located, Path

FORM = Form(
    problem=CatalogueError,
    depth=8,  # the form itself has five
    values=300,  # of one entry; the largest shipped one has 108
    entries=10_000,
)

_NAMES = frozenset(
    {"name", "headword", "abbreviation", "aliases", "without", "context", "never_in"}
)
"""Fields that hold names."""
_ADDRESSES = frozenset({"site", "checked"})
_BESIDE = frozenset({"title", "publisher", "read"})
"""What a source has besides its address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a file of bodies."""

    file: str
    """The file as people know it."""
    lines: Mapping[str, int]
    """The line, 1-based, of each field that is known; that of the entry itself under ``""``."""
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

    ``checked`` skips schema, characters and the lines of fields: for the shipped files, which the
    tests hold against the schema. Raises CatalogueError with the first problem's line.
    """
    refuse_unfit(text, file, CatalogueError, "take the character out")
    located = read_yaml(text, file, FORM)
    if located.value is None:
        return ()
    if not checked:
        _check_form(located, file)
        for path, said, remedy in _complaints(located.value, ()):
            line, column = located.places[path]
            raise CatalogueError(file, line, f"{field_name(path)} {said}", remedy, column=column)
    return tuple(
        Entry(
            file=file,
            lines={
                "": located.line_of((index,)),
                **({} if checked else _lines(located, index, fields)),
            },
            fields=fields,
        )
        for index, fields in enumerate(located.value)
    )


def _lines(located: Located, index: int, fields: Mapping[str, Any]) -> dict[str, int]:
    return {field: located.line_of((index, field)) for field in fields}


def _check_form(located: Located, file: str) -> None:
    """Hold the entries against the schema, one by one: a second wrong one is not looked for."""
    entries = located.value
    if not isinstance(entries, list):
        raise CatalogueError(file, 1, "it is no list of bodies", "begin each body with - id: …")
    for index, entry in enumerate(entries):
        found = [
            schema_problem(error, whole="the entry")
            for error in validator("bodies").iter_errors([entry])
        ]
        if found:
            # Each entry was checked as the only one of a list.
            placed = [(located.place_of((index, *each.path[1:])), each) for each in found]
            (line, column), first = min(placed, key=lambda item: item[0])
            raise CatalogueError(file, line, first.problem, first.remedy, column=column)


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
        elif field in _ADDRESSES and path[-1] not in _BESIDE and not is_web_address(value):
            yield path, "is no address that says plainly where it leads", "copy it from the browser"


def _field(path: Path) -> str:
    """The field of an entry that ``path`` leads into."""
    return str(path[1]) if len(path) > 1 else ""
