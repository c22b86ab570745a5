"""Hostile sidecars, annotations and files of bodies."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING
from unittest.mock import patch

from briefbook.text.annotations.body import MAX_BODY, parse_body
from briefbook.text.annotations.load import MAX_BYTES
from briefbook.text.annotations.parse import parse_annotation
from briefbook.text.bodies import load
from briefbook.text.errors import FileProblem
from briefbook.text.sidecar import MAX_SIDECAR_BYTES, parse_sidecar
from hostile.case import Case, Shape, cases, numbered, times

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def _around(before: str, atom: str, after: str = "") -> Shape:
    return lambda size: before + times(atom)(size - len(before) - len(after)) + after


def _nested(opening: str, inner: str, closing: str) -> Shape:
    def made(size: int) -> str:
        depth = size // len(opening + closing)
        return opening * depth + inner + closing * depth

    return made


SIDECARS: dict[str, Shape] = {
    "a line of blanks, then an unknown key": _around("", " ", "\nbogus = 1"),
    "blank lines, then an unknown key": _around("", "\n", "bogus = 1"),
    "lines of blanks, then an unknown key": _around("", "   \n", "bogus = 1"),
    "brackets in a text, then an unknown key": _around('a = """', "[[ ", '"""\nbogus = 1'),
    "a dotted key": _around("a", ".a", " = 1"),
    "a dotted key with blanks": _around("a", " . a", " = 1"),
    "a dotted key of quoted parts": _around("a", '."a"', " = 1"),
    "a dotted table": _around("[a", ".a", "]"),
    "a dotted array of tables": _around("[[a", ".a", "]]"),
    "a dotted key in a table within a line": _around("a = {b", ".b", " = 1}"),
    "dotted keys": numbered("a.a.a.a.a.a.a.a.a.a.a{} = 1\n"),
    "dotted keys of many dots": numbered("a" + ".a" * 400 + "{} = 1\n"),
    "dotted tables": numbered("[a.a.a.a.a.a.a.a.a.a{}]\n"),
    "arrays of tables": times("[[a]]\n"),
    "arrays of tables in arrays of tables": times("[[a]]\n[[a.b]]\n"),
    "tables": numbered("[a{}]\n"),
    "keys": numbered("a{} = 1\n"),
    "one key": times("a = 1\n"),
    "a long key": _around("", "a", " = 1"),
    "a long quoted key": _around('"', "a", '" = 1'),
    "nested arrays": lambda size: "keep = " + _nested("[", "", "]")(size - 7),
    "open arrays": _around("keep = ", "["),
    "arrays 90 deep": _around("keep = [", "[" * 90 + "]" * 90 + ",", "]"),
    "nested tables within a line": lambda size: "a = " + _nested("{a = ", "1", "}")(size - 4),
    "a long number": _around("keep = ", "1"),
    "a long number in hexadecimal": _around("keep = 0x", "f"),
    "numbers of 4,000 digits": _around("keep = [", "1" * 4000 + ",", "]"),
    "a long fraction": _around("keep = 1.", "1"),
    "a list of lines": _around("keep = [", "1,", "]"),
    "a list of ranges": _around("keep = [", "[1, 2],", "]"),
    "lines in keep and drop": lambda size: (
        f"keep = [{times('1,')(size // 2 - 20)}]\ndrop = [{times('2,')(size // 2 - 20)}]"
    ),
    "authors": _around("authors = [", '"Jane Doe",', "]"),
    "an open text": _around('title = "', "a"),
    "an open long text": _around('title = """', 'a"'),
    "escapes": _around('title = "', "\\u0041", '"'),
    "line ends escaped": _around('title = """', "\\\n", '"""'),
    "an address": _around('url = "https://', "a.", '"'),
    "an address of @": _around('url = "https://', "@", '"'),
    "an address of brackets": _around('url = "https://', "[", '"'),
    "a language": _around('language = "en', "-aaaaa", '"'),
    "comments": times("# a\n"),
    "a date": _around("published = 2021-01-01T00:00:00.", "0"),
    "controls": times("\x01"),
    "not UTF-8": lambda size: "a" * (size - 1) + "\udcff",
}

HEAD = """\
---
motivation: commenting
target: {exact: the talks}
author: {name: Jane Doe}
created: 2026-11-22
"""


def _front(before: str, atom: str, after: str = "") -> Shape:
    return _around(f"{HEAD}{before}", atom, f"{after}\n---\nA note.\n")


NOTES: dict[str, Shape] = {
    "sources": _front("sources: [", "a, ", "]"),
    "sources, each once": lambda size: (
        f"{HEAD}sources: [{numbered('a{}, ')(size - 150)}]\n---\nA note.\n"
    ),
    "mixed sources": _front("sources: [", "a, [], {a: b}, ", "]"),
    "mixed sources, each once": lambda size: (
        f"{HEAD}sources: [{numbered('a{}, [b{}], ')(size - 150)}]\n---\nA note.\n"
    ),
    "unknown keys": lambda size: HEAD + numbered("a{}: b\n")(size - 150) + "---\nA note.\n",
    "one key": _front("", "a: b\n"),
    "a long key": _front("", "a", ": b"),
    "nested lists": _front("sources: ", "["),
    "nested lists, closed": lambda size: (
        f"{HEAD}sources: {_nested('[', 'a', ']')(size - 150)}\n---\nA note.\n"
    ),
    "nested tables": _front("sources: ", "{a: "),
    "lists in lines": _front("sources:\n", "- "),
    "questions": _front("", "? "),
    "anchors": numbered("a: &a{} b\n"),
    "a long text": _front("sources: ", "a"),
    "a long text of lines": _front("sources: ", "\n\n  a"),
    "a long quoted text": _front('sources: "', "\\u0041", '"'),
    "a block text": _front("sources: |\n", "  a\n"),
    "comments": _front("", "# a\n"),
    "blank lines": _front("", "\n"),
    "blanks": _front("", " "),
    "no end": _around("---\n", "--- a\n"),
    "documents": _around("---\na: b\n---\n", "---\n"),
    "directives": _around("---\n", "%TAG !a! b\n"),
    "carriage returns": _front("", "\r"),
    "not UTF-8": lambda size: HEAD + "a" * (size - 200) + "\udcff",
    "a body of blank lines": lambda size: f"{HEAD}---\n" + "\n" * (size - 200) + "A note.\n",
}

MARKDOWN = {
    "words": "word ",
    "stars": "*",
    "stars and letters": "*a",
    "stars and blanks": "*a ",
    "strong": "**a** ",
    "emphasis opened": " *a",
    "emphasis closed": "a* ",
    "underscores": "_a ",
    "brackets opened": "[",
    "brackets closed": "]",
    "brackets": "[a",
    "links": "[a](https://a.example) ",
    "links opened": "[a](",
    "links of brackets": "[a](<b",
    "parentheses": "[a](b(",
    "titles": '[a](b "',
    "images": "![a](",
    "backticks": "`",
    "backticks and letters": "`a ",
    "code": "`a` ",
    "roles": "{term}`a` ",
    "roles opened": "{term}`a ",
    "addresses": "<https://a.example> ",
    "addresses opened": "<a",
    "backslashes": "\\",
    "escapes": "\\*",
    "hard breaks": "a\\\n",
    "lines": "a\n",
    "paragraphs": "a\n\n",
    "bullets": "- a\n",
    "bullets in a line": "- ",
    "numbers in a line": "1. ",
    "numbers": "1. a\n",
    "bullets and paragraphs": "- a\n\n  b\n\n",
    "indents": "  - a\n    ",
    "entities": "&amp;",
    "digits": "1",
    "exclamation marks": "!",
    "braces": "{",
    "blanks": " ",
    "tabs": "\t",
}

ENTRY = """\
- id: body-{}
  name: Freedonian Council {}
  kind: government
  text: A council that meets in Freedonia every week.
  checked: [https://example.org/{}]
"""
_ONE = ENTRY.replace("{}", "x")


CHAINED = 210
"""Characters of a body with its parent, at most."""


def _chain(numbers: Iterable[int]) -> str:
    """Bodies each a part of the one of the next lower number."""
    return "".join(
        ENTRY.replace("{}", f"{number:06}")
        + (f"  parent: body-{number - 1:06}\n" if number else "")
        for number in numbers
    )


def _field(before: str, atom: str, after: str = "") -> Shape:
    return _around(f"{_ONE}  {before}", atom, after)


def _numbered_field(before: str, template: str, after: str = "") -> Shape:
    room = len(_ONE) + len(before) + len(after) + 2
    return lambda size: f"{_ONE}  {before}{numbered(template)(size - room)}{after}"


BODIES: dict[str, Shape] = {
    "bodies": numbered(ENTRY),
    "bodies in a chain": lambda size: _chain(range(size // CHAINED)),
    "bodies in a chain backwards": lambda size: _chain(reversed(range(size // CHAINED))),
    "bodies that share words": numbered(
        ENTRY.replace("Freedonian Council {}", "Council of the {} of the")
    ),
    "bodies with an unknown key": numbered(f"{ENTRY}  bogus: 1\n"),
    "bodies of nothing": times("- a\n"),
    "numbers": times("- 1\n"),
    "ids": numbered("- id: body-{}\n"),
    "aliases": _numbered_field("aliases: [", "Freedonia {}, ", "]"),
    "mixed aliases": _numbered_field(
        "aliases: [", "Freedonia {}, {name: Old {}, until: 1999}, ", "]"
    ),
    "wrong aliases": _field("aliases: [", "[], ", "]"),
    "context": _numbered_field("context: [", "{name: Council {}, near: [a{}]}, ", "]"),
    "near": _numbered_field("context: [{name: Council, near: [", "a{}x, ", "]}]"),
    "related": _numbered_field("related: [", "body-{}, ", "]"),
    "related to one": _field("related: [", "body-y, ", "]"),
    "mixed related": _numbered_field("related: [", "a{}, [b{}], ", "]"),
    "mixed checked": lambda size: _ONE.replace(
        "https://example.org/x", numbered("https://example.org/{}, [b], ")(size - 200)
    ),
    "checked": lambda size: _ONE.replace(
        "https://example.org/x", numbered("https://example.org/{}, ")(size - 200)
    ),
    "never_in": _numbered_field("never_in: [", "Freedonia {} Street, ", "]"),
    "without": _numbered_field("without: [", "Freedonia {}, ", "]"),
    "unknown keys": _numbered_field("", "a{}: b\n  ", "b: a"),
    "a long text": _field("seat: ", "a"),
    "a long text of lines": _field("seat: ", "\n\n    a"),
    "a long quoted text": _field('seat: "', "\\u0041", '"'),
    "a long number": _field("founded: ", "1"),
    "nested lists": _field("aliases: ", "["),
    "nested lists, closed": lambda size: f"{_ONE}  aliases: {_nested('[', 'a', ']')(size - 170)}\n",
    "nested tables": _field("aliases: ", "{a: "),
    "lists in a line": times("- "),
    "questions": times("? "),
    "directives": numbered("%TAG !a{}! b\n"),
    "one directive": times("%TAG !a! b\n"),
    "comments": times("# a\n"),
    "blank lines": times("\n"),
    "anchors": numbered("- &a{} b\n"),
    "aliases of an anchor": _around("- &a b\n", "- *a\n"),
    "tags": times("- !a b\n"),
    "documents": times("--- a\n"),
    "controls": times("\x01"),
}  # fmt: skip


def _refused(work: Callable[[], object]) -> Callable[[], object]:
    """A file may well be refused: that must be quick too."""

    def run() -> None:
        with suppress(FileProblem):
            work()

    return run


def _sidecar(text: str) -> Callable[[], object]:
    raw = text.encode("utf-8", "surrogateescape")
    return _refused(lambda: parse_sidecar(raw, path="seeds/a.toml", lines=10**9))


def _note(text: str) -> Callable[[], object]:
    raw = text.encode("utf-8", "surrogateescape")
    return lambda: parse_annotation(raw, path="a.md", seed="a", name="2026-11-22-a")


def _bodies(text: str) -> Callable[[], object]:
    """The book's own file; the shipped one costs always the same, and would hide what this does."""

    def work() -> object:
        with patch.object(load, "shipped_entries", return_value=()):
            return load._catalogue.__wrapped__("docs/bodies.yaml", text).lexicon  # noqa: SLF001

    return _refused(work)


def file_cases() -> list[Case]:
    """Sidecars, annotations, the Markdown in them, and bodies."""
    markdown = {name: times(atom) for name, atom in MARKDOWN.items()}
    return [
        *cases("parse_sidecar", SIDECARS, MAX_SIDECAR_BYTES, _sidecar),
        *cases("parse_annotation", NOTES, MAX_BYTES, _note),
        *cases("parse_body", markdown, MAX_BODY, lambda text: lambda: parse_body(text)),
        *cases("load_catalogue", BODIES, load.MAX_BOOK_BYTES, _bodies),
    ]
