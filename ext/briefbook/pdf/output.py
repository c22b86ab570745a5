"""What the translator writes: calls that nest, gathered in runs of pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from briefbook.pdf.typst_code import arguments, flowing, string, value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.pdf.pages import Part
    from briefbook.pdf.typst_code import Value

_LONG_WORD = re.compile(r"\S{41,}")
_BLANK = re.compile(r"[\t\n\r\x0b\x0c\x85\u2028\u2029]")
_MARK = re.compile(r"// (\d+)")
_PIECE = 10
"""Characters between two places where a word of more than 40 may break: the margin column holds
about 30."""


@dataclass(slots=True)
class Run:
    """Consecutive pages under one running head."""

    left: str | None
    """None for the title of the chapter that the page holds."""
    right: str
    in_columns: bool = False
    """Whether the pages have two columns, over text and margin."""
    front: bool = False
    """Whether the pages stand before the first chapter."""
    first: bool = False
    """Whether they hold the first chapter."""
    part: Part | None = None
    parts: list[str] = field(default_factory=list)

    @property
    def is_blank(self) -> bool:
        return all(not part.strip() or _MARK.fullmatch(part.strip()) for part in self.parts)

    def code(self) -> str:
        named = {
            "left": self.left,
            "right": self.right,
            "in_columns": self.in_columns,
            "front": self.front,
            "first": self.first,
        }
        return f"run({arguments(named)}{{[]\n" + "".join(self.parts) + "})\n"


class Output:
    """Typst code under construction.

    Content is a block of code, ``{[] … }``, whose expressions Typst joins; the empty ``[]`` makes a
    block without any of them content, too.
    """

    def __init__(self) -> None:
        self.runs: list[Run] = [Run("", "")]
        self._documents: list[str] = []
        self._stack: list[list[str]] = [self.runs[0].parts]

    @property
    def _parts(self) -> list[str]:
        return self._stack[-1]

    def code(self, code: str) -> None:
        """One expression."""
        self._parts.append(code + "\n")

    def text(self, text: str, *, keeps_blanks: bool = False) -> None:
        """Text that flows. Very long words get places to break, without a character added.

        White space is one space, as a page shows it; or each as many, with ``keeps_blanks``.
        """
        text = _BLANK.sub(" ", text) if keeps_blanks else flowing(text)
        if not text:
            return
        done = 0
        for word in _LONG_WORD.finditer(text):
            if word.start() > done:
                self.code(string(text[done : word.start()]))
            for start in range(word.start(), word.end(), _PIECE):
                self.code(string(text[start : min(start + _PIECE, word.end())]))
                self.code("may-break")
            done = word.end()
        if done < len(text):
            self.code(string(text[done:]))

    def call(self, name: str, /, *positional: Value, **named: Value) -> None:
        """A call without content."""
        self.code(f"{name}({_positional(positional)}{arguments(named)})")

    def open(self, name: str, /, *positional: Value, **named: Value) -> None:
        """Begin a call whose last argument is the content that follows."""
        self._parts.append(f"{name}({_positional(positional)}{arguments(named)}{{[]\n")

    def close(self) -> None:
        self._parts.append("})\n")

    def close_argument(self) -> None:
        """As ``close``, for a call that is itself an argument."""
        self._parts.append("}),\n")

    def open_list(self, name: str, /, *positional: Value, **named: Value) -> None:
        """Begin a call that takes several contents, each in ``open_item`` and ``close_item``."""
        self._parts.append(f"{name}({_positional(positional)}{arguments(named)}\n")

    def close_list(self, *, as_argument: bool = False) -> None:
        self._parts.append("),\n" if as_argument else ")\n")

    def open_item(self) -> None:
        self._parts.append("{[]\n")

    def open_named(self, name: str) -> None:
        """As ``open_item``, for a content that is a named argument."""
        self._parts.append(f"{name}: {{[]\n")

    def close_item(self) -> None:
        self._parts.append("},\n")

    def capture(self) -> None:
        """From here on, keep what is written aside until ``captured``."""
        self._stack.append([])

    def captured(self) -> str:
        return "".join(self._stack.pop())

    def start_run(
        self,
        left: str | None,
        right: str,
        *,
        in_columns: bool = False,
        front: bool = False,
        part: Part | None = None,
    ) -> None:
        """Begin new pages. Only between blocks, never inside a call.

        Without a ``part`` they are of the part before.
        """
        part = part or self.runs[-1].part
        self.runs.append(Run(left, right, in_columns, front, part=part))
        self._stack[-1] = self.runs[-1].parts

    def begin_document(self, docname: str) -> None:
        """Note where the code of a document begins, for ``document_at``."""
        self.code(f"// {len(self._documents)}")
        self._documents.append(docname)

    def document_at(self, line: int, source: str) -> str | None:
        """The document that a line of a source, from 1, comes from; None before the first."""
        found = None
        for text in source.split("\n")[:line]:
            if mark := _MARK.fullmatch(text):
                found = self._documents[int(mark[1])]
        return found

    def _shown(self) -> list[Run]:
        return [run for run in self.runs if not run.is_blank]

    def sources(self, *, anchors: Sequence[int] = ()) -> list[tuple[Part | None, str]]:
        """The code of each part of the book, which is one where it is not divided.

        ``anchors`` are places that nothing was written for: a link to one leads to the book's first
        page rather than stopping the build.
        """
        runs = self._shown()
        for run in runs[:1]:
            run.parts[:0] = [f"anchor({number})\n" for number in anchors]
        for run in [run for run in runs if not run.front][:1]:
            run.first = True
        return [
            (part, "".join(run.code() for run in group))
            for part, group in groupby(runs, key=lambda run: run.part)
        ]


def _positional(values: tuple[Value, ...]) -> str:
    return "".join(f"{value(v)}, " for v in values)
