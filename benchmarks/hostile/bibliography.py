"""Hostile bibliography files."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from briefbook.text.bibliography import read_bibliography
from briefbook.text.bibliography.read import MAX_BYTES
from hostile.case import Case, Shape, cases, numbered, times

if TYPE_CHECKING:
    from collections.abc import Callable

_FOLDER = TemporaryDirectory(prefix="briefbook-growth-")


def _fields(template: str, value: str) -> Shape:
    """Entries whose one field is as long as it may be."""
    atom = template.replace("VALUE", value * (19_000 // len(value)))
    return lambda size: numbered(atom)(size) if size > len(atom) + 4 else times("@misc{a}\n")(size)


def _after(before: str, shape: Shape) -> Shape:
    return lambda size: before + shape(size - len(before))


BIBLIOGRAPHIES: dict[str, Shape] = {
    "entries": numbered("@misc{a{}, title={Words}, url={https://example.org/}}\n"),
    "one key": times("@misc{a, title={Words}}\n"),
    "entries that are never closed": times("@misc{a, title={\n"),
    "entries within each other": times("@misc{a, title={"),
    "at signs": times("@"),
    "lines of at signs": times("@\n"),
    "lines of types": times("@misc\n"),
    "blanks and at signs": times(" " * 50 + "@"),
    "comments": times("% @misc{a}\n"),
    "a line of comments": times("% @misc{a} "),
    "BibTeX's comments": times("@comment{"),
    "fields of an entry": _after("@misc(a", times(', b="c"')),
    "a field in parts": _after("@misc{a, title=1", times("#1")),
    "cross-references": _after("@misc{p, title={x}}\n", numbered("@misc{a{}, crossref={p}}\n")),
    "@strings": numbered("@string{a{} = a}\n"),
    "a long @string, used": _after(
        '@string{s = "' + "x" * 300 + '"}\n', numbered("@misc{a{}, title = s}\n")
    ),
    "carriage returns": times("@misc{a}\r"),
    "braces in titles": _fields("@misc{a{}, title={VALUE}}\n", "{a}"),
    "accents in titles": _fields("@misc{a{}, title={VALUE}}\n", r"\'e"),
    "links in titles": _fields("@misc{a{}, title={VALUE}}\n", r"\url{a}"),
    "open links in titles": _fields("@misc{a{}, title={VALUE}}\n", r"\href{a}"),
    "names": _fields("@misc{a{}, author={VALUE B}}\n", "{A} and "),
    "a long name": _fields("@misc{a{}, author={VALUE}}\n", "a "),
    "commas in names": _fields("@misc{a{}, author={VALUE}}\n", ","),
    "escapes in addresses": _fields("@misc{a{}, url={VALUE}}\n", r"\_"),
}


def _read(text: str) -> Callable[[], object]:
    path = Path(_FOLDER.name) / "references.bib"

    def work() -> object:
        return read_bibliography([path], root=path.parent)

    path.write_text(text, "utf-8", newline="")
    return work


def bibliography_cases() -> list[Case]:
    """Bibliography files, read and made fit for pybtex."""
    return cases("read_bibliography", BIBLIOGRAPHIES, MAX_BYTES, _read)
