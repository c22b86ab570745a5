"""Whether every link of the finished book leads to something: within a volume and between them.

A project's pages are read once, when it is published; what is found is kept beside it, so that a
changed volume alone is read again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

import msgspec

from briefbook.text.errors import OutputError
from briefbook.text.paths import shown_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_SCRIPT: Final = re.compile(r"(<(script|style)\b[^>]*>).*?</\2>", re.DOTALL | re.IGNORECASE)
_TAG: Final = re.compile(r"<[a-zA-Z][^<>]*>")
_ATTRIBUTE: Final = re.compile(r'\s(id|href|src)="([^"]*)"')
_ELSEWHERE: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLinks:
    """What the pages of a project lead to, and what on them can be led to."""

    anchors: dict[str, list[str]]
    """By page, a path below the book's folder."""
    targets: dict[str, str]
    """Each ``PAGE#ANCHOR`` or file that is led to, and one of the pages that do so."""


def of_pages(output: Path, pages: Iterable[str]) -> PageLinks:
    """The links of HTML pages below ``output``. Linear in their length."""
    anchors: dict[str, list[str]] = {}
    targets: dict[str, str] = {}
    for page in pages:
        text = (output / page).read_text("utf-8")
        anchors[page] = []
        for name, value in _attributes(text):
            if name == "id":
                anchors[page].append(value)
            elif value and not _ELSEWHERE.match(value):
                targets.setdefault(_resolved(page, value), page)
    return PageLinks(anchors=anchors, targets=targets)


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    for tag in _TAG.finditer(_SCRIPT.sub(r"\1", text)):
        for attribute in _ATTRIBUTE.finditer(tag[0]):
            yield attribute[1], unescape(attribute[2])


def _resolved(page: str, link: str) -> str:
    """A link as ``FILE#ANCHOR``; what is asked of a file, such as its version, is left out."""
    address, _, anchor = link.partition("#")
    path = unquote(address.partition("?")[0])
    file = normpath(join(dirname(page), path)) if path else page
    return f"{file}#{unquote(anchor)}" if anchor else file


def dead_links(projects: Mapping[str, PageLinks], output: Path) -> list[tuple[str, str]]:
    """The pages with a link that leads to nothing, and the link as ``FILE#ANCHOR``; sorted."""
    anchors = {
        f"{page}#{anchor}"
        for project in projects.values()
        for page, of_page in project.anchors.items()
        for anchor in of_page
    }
    pages = {page for project in projects.values() for page in project.anchors}
    dead = []
    there: dict[str, bool] = {}
    for project in projects.values():
        for target, page in project.targets.items():
            file, _, anchor = target.partition("#")
            if file in pages:
                if anchor and target not in anchors:
                    dead.append((page, target))
                continue
            if file not in there:
                there[file] = not file.startswith("../") and (output / file).exists()
            if not there[file]:
                dead.append((page, target))
    return sorted(dead)


_ENCODER: Final = msgspec.msgpack.Encoder()
_DECODER: Final = msgspec.msgpack.Decoder(PageLinks)


def written(found: PageLinks) -> bytes:
    return _ENCODER.encode(found)


def read(path: Path, *, root: Path) -> PageLinks:
    """What `written` made bytes of. Raises OutputError, which names the file from ``root``."""
    try:
        return _DECODER.decode(path.read_bytes())
    except (OSError, msgspec.DecodeError) as error:
        problem = f"the links of a volume cannot be read: {error}"
        remedy = "delete it, and build the volumes again"
        raise OutputError(shown_path(path, root), None, problem, remedy) from None
