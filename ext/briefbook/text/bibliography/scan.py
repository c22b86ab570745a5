"""A BibTeX file taken apart into its entries, each with its place, by pybtex's own parser.

What is broken costs its own entry and no other: a line that begins with ``@type{`` always begins an
entry, even where the one before it was never closed. Lines that begin with ``%``, outside entries,
are comments, and so is all that is no entry.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pybtex.database.input.bibtex import (
    LowLevelParser,
    SkipEntry,
    UndefinedMacro,
    month_names,
)
from pybtex.scanner import PrematureEOF, PybtexSyntaxError, Token
from pybtex.utils import CaseInsensitiveDict

from briefbook.text.characters import code_point, escaped, find_unfit
from briefbook.text.errors import BibliographyError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pybtex.scanner import Pattern

MAX_EXPANDED: Final = 1024 * 1024
"""Characters that the @strings of a bibliography may add up to where they are used: a few lines of
them, each made of the one before, can stand for gigabytes."""
MAX_NESTED: Final = 20
"""Braces within each other."""
MAX_NAMED: Final = 60
"""Characters of a key, a name or an address that a message shows."""

# At a line's beginning an @ is meant as an entry's; elsewhere it may be that of a mail address.
_COMMENT_OR_ENTRY = re.compile(
    r"^%[^\r\n]*|^[ \t]*(?P<entry>@)|@[ \t]*[A-Za-z]+\s*[{(]", re.MULTILINE
)
_ENTRY_OF_ITS_OWN = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+\s*[{(]", re.MULTILINE)
_BRACE_OR_QUOTE = re.compile(r'[{}"]')
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands: the file as people know it, line and column (characters) from 1."""

    path: str
    line: int
    column: int

    def error(self, problem: str, remedy: str) -> BibliographyError:
        """What is wrong there."""
        return BibliographyError(self.path, self.line, problem, remedy, column=self.column)


@dataclass(frozen=True, slots=True, kw_only=True)
class RawField:
    """A field as it is written, its @strings put in; its place is its name's."""

    name: str
    value: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEntry:
    """An entry whose syntax is sound; nothing else is known of it yet."""

    type: str
    key: str
    fields: tuple[RawField, ...]
    place: Place


class Strings:
    """The @strings of a bibliography, months among them, and how much more they may add up to."""

    def __init__(self) -> None:
        self.values = CaseInsensitiveDict(month_names)
        self.left = MAX_EXPANDED


def named(text: str) -> str:
    """``text`` in quotation marks, as a message may show it: on one line, harmless and short."""
    cut = text if len(text) <= MAX_NAMED else f"{text[:MAX_NAMED]}…"
    return f"'{escaped(cut)}'"


def scan(text: str, path: str, strings: Strings) -> Iterator[RawEntry | BibliographyError]:
    """The entries of ``text`` in order, and in their place the errors of those that are broken.

    ``path`` is the file as messages name it. ``strings`` are those of the files before it; what
    this one defines is added.
    """
    places = _Places(text, path)
    starts = [match.start() for match in _ENTRY_OF_ITS_OWN.finditer(text)]
    for start, end in zip([0, *starts], [*starts, len(text)], strict=True):
        yield from _scan_part(text[start:end], start, places, strings)


def _scan_part(
    part: str, offset: int, places: _Places, strings: Strings
) -> Iterator[RawEntry | BibliographyError]:
    """The entries of one part of the file, which begins at ``offset``."""
    parser = _Parser(part, strings)
    while (match := _COMMENT_OR_ENTRY.search(part, parser.pos)) is not None:
        if match[0].startswith("%"):
            parser.pos = match.end()
            continue
        parser.begin(match.end() - 1 if match["entry"] else match.start())
        found: RawEntry | BibliographyError | None
        try:
            kind, content = tuple(parser.parse_command())
        except SkipEntry:  # @comment
            continue
        except PybtexSyntaxError as error:
            found = _syntax_error(parser, error, offset, places)
        else:
            found = _entry(parser, kind, content, offset, places)
        if found is not None:
            yield found


class _Parser(LowLevelParser):  # type: ignore[misc] # pybtex has no types
    """pybtex's parser, which also notes where fields begin, and takes time linear in its input."""

    def __init__(self, text: str, strings: Strings) -> None:
        super().__init__(text, macros=strings.values)
        self.strings = strings

    def begin(self, start: int) -> None:
        """Go to the ``@`` at ``start``."""
        self.command_start = start
        self.pos = start + 1
        self.field_starts: list[int] = []
        self.field_start = start
        self.in_string = False

    def parse_string(
        self, string_end: Pattern, level: int = 0, max_level: int = MAX_NESTED
    ) -> Iterator[Token]:
        # In one go: pybtex looks, at every string anew, to the end of the text for each kind of
        # brace that is no more there.
        start = self.pos
        self.in_string = True
        for match in _BRACE_OR_QUOTE.finditer(self.text, start):
            self.pos = match.end()
            if level == 0 and string_end.match(match[0]):
                self.in_string = False
                yield Token(self.text[start : self.pos], string_end)
                return
            level += {"{": 1, "}": -1}.get(match[0], 0)
            if level < 0:
                raise PybtexSyntaxError("unbalanced braces", self)
            if level > max_level:
                raise PybtexSyntaxError(f"more than {max_level} braces within each other", self)
        raise PrematureEOF(self)

    def parse_field(self) -> None:
        self.eat_whitespace()
        self.field_start = self.pos
        super().parse_field()
        if self.current_field_name and self.current_value:
            self.field_starts.append(self.field_start)

    def substitute_macro(self, name: str) -> str:
        value: str = super().substitute_macro(name)
        self.strings.left -= len(value)
        if self.strings.left < 0:
            raise PybtexSyntaxError(f"the @strings add up to over {MAX_EXPANDED} characters", self)
        return value


def _entry(
    parser: _Parser, kind: str, content: tuple[str, list[tuple[str, list[str]]]],
    offset: int, places: _Places,
) -> RawEntry | BibliographyError | None:  # fmt: skip
    if kind.lower() in ("string", "preamble"):
        return None
    key, fields = content
    begin, end = offset + parser.command_start, offset + parser.pos
    place = places.at(begin)
    words = places.text[begin:end]
    unfit = find_unfit(words, allowed="\r\n")
    if unfit is not None:
        return places.at(begin + unfit).error(
            f"the entry {named(key)} holds {code_point(words[unfit])}, which cannot be shown",
            "take the character out",
        )
    return RawEntry(
        type=kind.lower(),
        key=key,
        fields=tuple(
            RawField(name=name.lower(), value="".join(value), place=places.at(offset + start))
            for (name, value), start in zip(fields, parser.field_starts, strict=True)
        ),
        place=place,
    )


def _syntax_error(
    parser: _Parser, error: PybtexSyntaxError, offset: int, places: _Places
) -> BibliographyError:
    key = parser.current_entry_key
    entry = f"the entry {named(key)}" if key else "an entry"
    field = parser.current_field_name
    if isinstance(error, PrematureEOF):
        parser.pos = len(parser.text)
        if parser.in_string:
            return places.at(offset + parser.field_start).error(
                f"the field {named(field or '')} of {entry} is never closed",
                "close each { with a }, and each quotation mark",
            )
        return places.at(offset + parser.command_start).error(
            f"{entry} is never closed", "close its { with a }, or its ( with a )"
        )
    if isinstance(error, UndefinedMacro):
        return places.at(offset + parser.field_start).error(
            f"the field {named(field or '')} of {entry} uses {named(_said(error))}, which no "
            "@string defines",
            "put text in braces or quotation marks; months are jan, feb, … dec",
        )
    return places.at(offset + parser.pos).error(
        f"{entry} cannot be read from here on: {escaped(_said(error))}",
        "put a comma after each field, and close each { with a }",
    )


def _said(error: PybtexSyntaxError) -> str:
    return str(error.args[0])


class _Places:
    """Lines and columns of a text."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def at(self, offset: int) -> Place:
        line = bisect_right(self.starts, offset)
        return Place(path=self.path, line=line, column=offset - self.starts[line - 1] + 1)
