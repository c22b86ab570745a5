"""A table of a language: a file of TOML with one fact a line."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from briefbook.text.errors import FileProblem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

LANG = files("briefbook.text.lang")


class TableError(FileProblem):
    """A row of a table is wrong."""


class Table:
    """``lang/LANGUAGE/NAME.toml``; raises TableError where it is no TOML."""

    def __init__(self, language: str, name: str, text: str | None = None) -> None:
        self.path = f"briefbook/text/lang/{language}/{name}.toml"
        self.text = text or (LANG / language / f"{name}.toml").read_text("utf-8")
        try:
            self.rows: dict[str, Any] = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            at = re.search(r"\(at line (\d+)", str(error))
            line = int(at[1]) if at else self.text.count("\n") + 1  # it says "end of document"
            remedy = "write the row as the others are; a word stands on one row"
            raise TableError(self.path, line, str(error), remedy) from None

    def problem(self, key: str, problem: str, remedy: str) -> TableError:
        """What is wrong with the row ``key``, with its line, 1-based."""
        row = re.search(rf'^(?:"{re.escape(key)}"|{re.escape(key)}) *=', self.text, re.MULTILINE)
        header = row or re.search(rf"^\[(?:\w+\.)?{re.escape(key)}\]$", self.text, re.MULTILINE)
        line = self.text.count("\n", 0, header.start()) + 1 if header else None
        return TableError(self.path, line, f"{key}: {problem}", remedy)

    def split(self, key: str, value: object, known: Iterable[str], what: str) -> frozenset[str]:
        """The words of ``value``, a text, each of which is one of ``known``."""
        found = value.split() if isinstance(value, str) else []
        words = frozenset(found)
        if found and len(words) == len(found) and words.issubset(known):
            return words
        problem = f"it has no {what}, or one twice"
        if unknown := sorted(words.difference(known)):
            problem = f"{unknown[0]} is no {what}"
        raise self.problem(key, problem, f"name one or more of {', '.join(sorted(known))}")

    def require_small(self, words: Collection[str]) -> None:
        """Refuse ``words`` that are not in small letters, as the text's words are looked up."""
        joined = " ".join(words)
        if joined == joined.lower() and "" not in words:
            return
        wrong = next(word for word in words if not word or word != word.lower())
        problem = "texts' words are looked up in small letters"
        raise self.problem(wrong, problem, "write it in small letters")
