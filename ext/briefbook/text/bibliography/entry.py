"""One entry made fit for pybtex: everything checked that its styles trust in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pybtex.bibtex.utils import split_name_list
from pybtex.database import Entry, Person
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from briefbook.text.bibliography.latex import mend
from briefbook.text.bibliography.links import (
    FIELDS,
    WEB_ADDRESS,
    WEB_ADDRESS_REMEDY,
    RefusedLink,
    link_value,
)
from briefbook.text.bibliography.scan import named
from briefbook.text.bibliography.styles import complaint_of
from briefbook.text.characters import complaint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefbook.text.bibliography.scan import RawEntry, RawField
    from briefbook.text.errors import BibliographyError

MAX_KEY: Final = 100
_UNCITABLE: Final = frozenset('{}[]<>\\"`#%~^$')
"""What a key may not hold: pages could not cite it, or LaTeX not label it."""
MAX_VALUE: Final = 20_000
"""Characters of a field."""
MAX_FIELDS: Final = 100
_PERSONS: Final = frozenset(Person.valid_roles)


def check_entry(entry: RawEntry) -> None:
    """Raise BibliographyError where the key or a field may not stand as it does."""
    if len(entry.key) > MAX_KEY or not _UNCITABLE.isdisjoint(entry.key):
        raise entry.place.error(
            f"the key {named(entry.key)} is longer than {MAX_KEY} characters or holds a sign that "
            "is markup elsewhere",
            "use letters, digits and hyphens",
        )
    if len(entry.fields) > MAX_FIELDS:
        raise _wrong(entry, f"has more than {MAX_FIELDS} fields", "take out what is not needed")
    seen: set[str] = set()
    for field in entry.fields:
        if field.name in seen:
            raise _wrong(entry, f"has the field {named(field.name)} twice", "keep one", field)
        seen.add(field.name)
        if len(field.value) > MAX_VALUE:
            raise _wrong(
                entry,
                f"has in {named(field.name)} more than {MAX_VALUE} characters",
                "cut it down",
                field,
            )
        if (unfit := complaint(field.value, allowed="\r\n")) is not None:
            raise _wrong(entry, f"has a field {named(field.name)} that {unfit}", "mend it", field)


def inherit(entry: RawEntry, parent: RawEntry) -> RawEntry:
    """``entry`` with the fields of ``parent``, to which its crossref refers, that it lacks.

    sphinxcontrib-bibtex leaves cross-references unread.
    """
    own = {field.name for field in entry.fields}
    more = (field for field in parent.fields if field.name not in own)
    return replace(entry, fields=(*entry.fields, *more))


def make_entry(raw: RawEntry, styles: Iterable[str], problems: list[BibliographyError]) -> Entry:
    """The entry as pybtex's styles take it.

    What costs the entry a link only is added to ``problems``; raises BibliographyError for what
    costs it its place.
    """
    entry = Entry(raw.type)
    for field in raw.fields:
        words = " ".join(field.value.split())
        if not words or field.name == "crossref":  # an empty field is none
            continue
        if field.name in FIELDS:
            value = link_value(field.name, words)
            if isinstance(value, RefusedLink):
                problems.append(_no_link(raw, field, value))
            else:
                entry.fields[field.name] = value
            continue
        refused: list[str] = []
        words = mend(words, refused.append)
        problems += [
            _no_link(
                raw,
                field,
                RefusedLink(address=address, kind=WEB_ADDRESS, remedy=WEB_ADDRESS_REMEDY),
            )
            for address in refused
        ]
        shown = _shown(words)
        if shown is None:
            raise _unreadable(raw, field)
        if not shown.strip():
            continue
        if field.name in _PERSONS:
            entry.persons[field.name] = _persons(raw, field, words)
        else:
            entry.fields[field.name] = words
    for style in styles:
        found = complaint_of(style, raw.type, frozenset(entry.fields), frozenset(entry.persons))
        if found is not None:
            raise _wrong(raw, *found)
    return entry


def _persons(raw: RawEntry, field: RawField, words: str) -> list[Person]:
    try:
        persons = [Person(name) for name in split_name_list(words)]
    except PybtexError as error:
        raise _wrong(
            raw,
            f"has in {named(field.name)} what is no name: {named(str(error))}",
            'write "Doe, Jane and Smith, John", institutions in braces of their own',
            field,
        ) from None
    for person in persons:
        parts = [
            *person.first_names, *person.middle_names, *person.prelast_names,
            *person.last_names, *person.lineage_names,
        ]  # fmt: skip
        shown = [_shown(part) for part in parts]
        if None in shown:
            raise _unreadable(raw, field)
        if not any(part and part.strip() for part in shown):
            raise _wrong(
                raw, f"has in {named(field.name)} a name without letters", "mend the names", field
            )
    return persons


_UNSEEN: Final = str.maketrans("~", " ", "{}")


def _shown(latex: str) -> str | None:
    """What pybtex shows of it; None where it cannot decode it.

    As braces balance, only a backslash can stand in its way.
    """
    if "\\" not in latex:
        return latex.translate(_UNSEEN)
    try:
        return str(Text.from_latex(latex))
    except (PybtexError, UnicodeDecodeError):
        return None


def _unreadable(raw: RawEntry, field: RawField) -> BibliographyError:
    return _wrong(
        raw,
        f"has in {named(field.name)} LaTeX that cannot be read",
        "see to its backslashes and braces",
        field,
    )


def _no_link(raw: RawEntry, field: RawField, refused: RefusedLink) -> BibliographyError:
    return _wrong(
        raw,
        f"has in {named(field.name)} {named(refused.address)}, which is no {refused.kind}; it is "
        "shown without that link",
        refused.remedy,
        field,
    )


def _wrong(
    entry: RawEntry, problem: str, remedy: str, field: RawField | None = None
) -> BibliographyError:
    place = entry.place if field is None else field.place
    return place.error(f"the entry {named(entry.key)} {problem}", remedy)
