"""Whether every link of the finished book leads to something: within a volume and between them.

A page is read when it is published, and again when it is another; what is found is kept beside its
project.
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
from briefbook.volumes.kept import damaged, read_kept, write_kept

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one page leads to, and what on it can be led to."""

    size: int
    changed: int
    """When, as the system counts it: another where the page is."""
    anchors: list[str]
    targets: list[str]
    """As those of `PageLinks`, without what is on the page itself."""


def of_pages(output: Path, names: Iterable[str], before: Mapping[str, Page]) -> dict[str, Page]:
    """The HTML pages below ``output``. Linear in the length of those that are not as ``before``."""
    found = {}
    for name in names:
        status = (output / name).stat()
        known = before.get(name)
        same = known and (known.size, known.changed) == (status.st_size, status.st_mtime_ns)
        found[name] = known if known and same else _read_page(output, name, status)
    return found


def _read_page(output: Path, name: str, status: os.stat_result) -> Page:
    anchors: list[str] = []
    targets: dict[str, None] = {}
    for attribute, value in _attributes((output / name).read_text("utf-8")):
        if attribute == "id":
            anchors.append(value)
        elif value and not _ELSEWHERE.match(value):
            targets[_resolved(name, value)] = None
    for there in (name, *(f"{name}#{anchor}" for anchor in anchors)):
        targets.pop(there, None)
    return Page(
        size=status.st_size, changed=status.st_mtime_ns, anchors=anchors, targets=[*targets]
    )


def joined(pages: Mapping[str, Page]) -> PageLinks:
    """The links of a project; those that lead to what is on its pages are left out."""
    found = {f"{name}#{anchor}" for name, page in pages.items() for anchor in page.anchors}
    targets: dict[str, str] = {}
    for name, page in pages.items():
        for target in page.targets:
            targets.setdefault(target, name)
    there = pages.keys() | found
    return PageLinks(
        anchors={name: page.anchors for name, page in pages.items()},
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
_PAGES: Final = msgspec.msgpack.Decoder(dict[str, Page])


def write_pages(path: Path, pages: Mapping[str, Page], *, root: Path) -> None:
    """Raises OutputError."""
    write_kept(path, _ENCODER.encode(pages), root=root)


def read_pages(path: Path, *, root: Path) -> dict[str, Page]:
    """What `write_pages` has written; no page where there is nothing, or something else."""
    try:
        return _PAGES.decode(read_kept(path, root=root))
    except (OutputError, msgspec.DecodeError):
        return {}


def write(path: Path, found: PageLinks, *, root: Path) -> None:
    """Raises OutputError."""
    write_kept(path, _ENCODER.encode(found), root=root)


def read(path: Path, *, root: Path) -> PageLinks:
    """What `write` has written. Raises OutputError, which names the file from ``root``."""
    try:
        return _DECODER.decode(read_kept(path, root=root))
    except msgspec.DecodeError as error:
        raise damaged(path, str(error), root=root) from None
