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

from briefbook.volumes.kept import damaged, read_kept, write_kept

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
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
    """Each ``PAGE#ANCHOR`` or file elsewhere that is led to, and one of the pages that do so."""


def of_pages(output: Path, pages: Iterable[str]) -> PageLinks:
    """The links of HTML pages below ``output``. Linear in their length.

    Those that lead to what is on these pages are left out.
    """
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
    found = {f"{page}#{anchor}" for page, of_page in anchors.items() for anchor in of_page}
    there = anchors.keys() | found
    return PageLinks(
        anchors=anchors,
        targets={target: page for target, page in targets.items() if target not in there},
    )


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


def dead_links(
    projects: Collection[str], links_of: Callable[[str], PageLinks], output: Path
) -> list[tuple[str, str]]:
    """The pages with a link that leads to nothing, and the link as ``FILE#ANCHOR``; sorted.

    ``links_of`` is asked for each project twice: its anchors are not held with those of others.
    """
    asked: dict[str, dict[str, str]] = {}
    for project in projects:
        for target, page in links_of(project).targets.items():
            file, _, anchor = target.partition("#")
            asked.setdefault(file, {}).setdefault(anchor, page)
    dead = []
    for project in projects:
        for file, anchors in links_of(project).anchors.items():
            there = {"", *anchors}
            for anchor, page in asked.pop(file, {}).items():
                if anchor not in there:
                    dead.append((page, f"{file}#{anchor}"))
    for file, of_file in asked.items():
        if file.startswith("../") or not (output / file).exists():
            targets = (
                (page, f"{file}#{anchor}" if anchor else file) for anchor, page in of_file.items()
            )
            dead.extend(targets)
    return sorted(dead)


_ENCODER: Final = msgspec.msgpack.Encoder()
_DECODER: Final = msgspec.msgpack.Decoder(PageLinks)


def write(path: Path, found: PageLinks, *, root: Path) -> None:
    """Raises OutputError."""
    write_kept(path, _ENCODER.encode(found), root=root)


def read(path: Path, *, root: Path) -> PageLinks:
    """What `write` has written. Raises OutputError, which names the file from ``root``."""
    try:
        return _DECODER.decode(read_kept(path, root=root))
    except msgspec.DecodeError as error:
        raise damaged(path, str(error), root=root) from None
