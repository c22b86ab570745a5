"""The shipped catalogue, and what a book's own file adds to it and corrects."""

from __future__ import annotations

import os
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from briefbook.text.bodies.body import (
    Body,
    BodyKind,
    ContextName,
    FactSource,
    FormerName,
    Members,
)
from briefbook.text.bodies.catalogue import Catalogue
from briefbook.text.bodies.check import check_bodies
from briefbook.text.bodies.entries import Entry, parse_entries
from briefbook.text.errors import CatalogueError
from briefbook.text.files import decode, read_file
from briefbook.text.lang.countries import countries
from briefbook.text.paths import shown_path
from briefbook.text.schemas import DATA

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MAX_BOOK_BYTES = 4 * 1024 * 1024
"""Room for some ten thousand bodies, and a bound on what a file costs to parse."""

_REQUIRED = ("name", "kind", "text", "checked")
_ADDED = ("aliases", "context", "never_in", "related")
"""Fields of which a correction adds to the catalogue's values; it replaces the others."""


def load_catalogue(
    book_file: Path | None = None, *, home: Path | None = None, root: Path | None = None
) -> Catalogue:
    """The shipped bodies with those of ``book_file``, such as docs/bodies.yaml, where it exists.

    ``home`` is the folder that no link may lead it out of, ``root`` the one that messages name it
    from; its own folder, where they are not given. The same text gives the same catalogue object
    within one process, its automaton included. Raises CatalogueError, with file and line, at the
    first thing that is wrong.
    """
    if book_file is None or not os.path.lexists(book_file):
        return _catalogue("", "")
    home, root = home or book_file.parent, root or book_file.parent
    raw = read_file(
        book_file, home=home, root=root, max_bytes=MAX_BOOK_BYTES, problem=CatalogueError
    )
    shown = shown_path(book_file, root)
    return _catalogue(shown, decode(raw, shown, CatalogueError))


@lru_cache(maxsize=8)
def _catalogue(book_name: str, book_text: str) -> Catalogue:
    entries = _by_id(shipped_entries())
    for entry in _by_id(parse_entries(book_text, book_name)).values():
        known = entries.get(entry.id)
        entries[entry.id] = entry if known is None else _corrected(known, entry)
    bodies = {entry.id: body_of(entry) for entry in entries.values()}
    check_bodies(bodies, entries)
    return Catalogue(bodies)


def _by_id(entries: Iterable[Entry]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.id in found:
            raise entry.error("id", "the id is given twice", "put both into one entry")
        found[entry.id] = entry
    return found


@lru_cache(maxsize=1)
def shipped_entries() -> tuple[Entry, ...]:
    """All entries of the shipped files, file by file."""
    files = sorted((DATA / "bodies").iterdir(), key=lambda file: file.name)
    return tuple(
        entry
        for file in files
        if file.name.endswith(".yaml")
        for entry in parse_entries(
            file.read_text("utf-8"), f"briefbook/data/bodies/{file.name}", checked=True
        )
    )


def _corrected(known: Entry, correction: Entry) -> Entry:
    fields: dict[str, Any] = {**known.fields}
    for field, value in correction.fields.items():
        if field in _ADDED:
            fields[field] = [*fields.get(field, []), *value]
        elif field != "without":
            fields[field] = value
    without = set(correction.fields.get("without", []))
    for field in ("aliases", "context"):
        fields[field] = [
            item
            for item in fields.get(field, [])
            if (item["name"] if isinstance(item, dict) else item) not in without
        ]
    if fields.get("abbreviation") in without:
        del fields["abbreviation"]
    lines = {**dict.fromkeys(known.fields, correction.lines[""]), **correction.lines}
    return Entry(file=correction.file, lines=lines, fields=fields)


def body_of(entry: Entry) -> Body:
    """The body an entry describes. Raises CatalogueError where a field is missing."""
    fields = entry.fields
    for field in _REQUIRED:
        if field not in fields:
            raise entry.error("", f"no “{field}”", "add the field, or mend the id")
    members = fields.get("members")
    return Body(
        id=entry.id,
        headword=_headword(fields),
        name=fields["name"],
        kind=BodyKind(fields["kind"]),
        text=fields["text"].strip(),
        checked=tuple(map(_source, fields["checked"])),
        abbreviation=fields.get("abbreviation"),
        aliases=_aliases(fields),
        former=tuple(
            FormerName(name=alias["name"], until=str(alias["until"]))
            for alias in fields.get("aliases", ())
            if isinstance(alias, dict)
        ),
        context=tuple(
            ContextName(name=item["name"], near=tuple(item.get("near", ())))
            for item in fields.get("context", ())
        ),
        never_in=tuple(fields.get("never_in", ())),
        founded=_date(fields.get("founded")),
        dissolved=_date(fields.get("dissolved")),
        seat=fields.get("seat"),
        country=_country(entry),
        members=members and Members(count=int(members["count"]), as_of=str(members["as_of"])),
        site=fields.get("site"),
        wikidata=fields.get("wikidata"),
        parent=fields.get("parent"),
        related=tuple(fields.get("related", ())),
    )


def _source(given: Any) -> FactSource:
    """A source as an entry gives it: a record, or an address alone."""
    if isinstance(given, str):
        return FactSource(url=given)
    return FactSource(**given)


def _country(entry: Entry) -> str | None:
    country: str | None = entry.fields.get("country")
    if country is not None and country not in countries():
        near = get_close_matches(country, countries(), 1)
        remedy = f"write {near[0]}" if near else "write its common English name"
        raise entry.error("country", f"“{country}” is no country of the table", remedy)
    return country


def _headword(fields: Any) -> str:
    headword: str = fields.get("headword") or fields.get("abbreviation") or fields["name"]
    return headword


def _aliases(fields: Any) -> tuple[str, ...]:
    """Full name, abbreviation and the listed ones, without the headword and what is contextual."""
    listed = [
        alias["name"] if isinstance(alias, dict) else alias for alias in fields.get("aliases", ())
    ]
    shared = {item["name"] for item in fields.get("context", ())} | {_headword(fields)}
    names = dict.fromkeys([fields["name"], fields.get("abbreviation"), *listed])
    return tuple(name for name in names if name and name not in shared)


def _date(value: object) -> str | None:
    return None if value is None else str(value)
