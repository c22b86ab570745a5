"""Feeds of the book's articles and notes: Atom (RFC 4287).

Times are of the data: the day on which an article appeared or its marks were read, and on which a
note was written. A book that is moved keeps the ids of its entries, so that no reader sees them
twice.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_URL, uuid5

from briefbook.export.escaped import on_one_line
from briefbook.text.characters import showable
from briefbook.text.timex import Timex

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMESPACE: Final = "http://www.w3.org/2005/Atom"
MOST: Final = 100
"""Entries of a feed: the newest."""
_APART: Final = "\n"
_NEVER: Final = "1970-01-01T00:00:00Z"
"""When a feed without entries has changed last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed."""

    key: str
    """What its id is made of, whatever its address: unique in the book."""
    title: str
    address: str
    """Absolute, or relative to the feed's own address."""
    authors: tuple[str, ...]
    published: str
    """ISO 8601: a day or a month."""
    updated: str
    """As ``published``."""
    text: str
    """Plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed: what it is called, and where the feed itself and the book's front page are."""

    name: str
    book: str
    title: str
    author: str
    """Whose book it is."""
    address: str
    front: str


def identity(book: str, key: str) -> str:
    """An id that is the same wherever the book is published."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, _APART.join(('briefbook', book, key)))}"


def atom(feed: Feed, entries: Iterable[Entry]) -> bytes:
    """The feed, the newest entries first."""
    newest = sorted(entries, key=lambda one: (moment(one.updated), one.key), reverse=True)[:MOST]
    root = ET.Element("feed", xmlns=NAMESPACE)
    _add(root, "id", identity(feed.book, feed.name))
    _add(root, "title", feed.title)
    _add(root, "updated", moment(newest[0].updated) if newest else _NEVER)
    _add(ET.SubElement(root, "author"), "name", feed.author)
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=feed.address)
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=feed.front)
    for each in newest:
        root.append(_entry(feed, each))
    ET.indent(root, " ")
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _entry(feed: Feed, given: Entry) -> ET.Element:
    entry = ET.Element("entry")
    _add(entry, "id", identity(feed.book, given.key))
    _add(entry, "title", on_one_line(given.title))
    _add(entry, "published", moment(given.published))
    _add(entry, "updated", moment(given.updated))
    for name in given.authors:
        _add(ET.SubElement(entry, "author"), "name", on_one_line(name))
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=given.address)
    _add(entry, "content", showable(given.text, allowed="\n"), type="text")
    return entry


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, name, attributes).text = text


def moment(day: str) -> str:
    """The first moment of a day or month in ISO 8601, as Atom and RDF write it."""
    value = Timex.parse(day)
    first = value.first_day if value is not None else None
    return f"{first.isoformat()}T00:00:00Z" if first is not None else _NEVER
