"""Where in a TOML file its keys stand, which tomllib does not tell.

The text is one that tomllib has read: nothing is checked here, and nothing but keys is read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from briefbook.text.strict_yaml import Path

_BLANKS: Final = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY: Final = re.compile(
    r"[ \t]*(?:(?P<bare>[A-Za-z0-9_-]+)|\"(?P<basic>(?:[^\"\\\n]|\\.)*)\"|'(?P<plain>[^'\n]*)')"
    r"[ \t]*(?P<dot>\.?)"
)
_TOKEN: Final = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}(?!")'
    r"|'''.*?'{3,5}(?!')"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|(?P<open>[\[{])|(?P<close>[\]}])|(?P<end>\n)",
    re.DOTALL,
)


class TomlPlaces:
    """The place of each key of a file: its line and its column, 1-based. Linear in the file."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._at: dict[Path, int] = {}
        self._tables: dict[Path, int] = {}
        """Of each array of tables, the number of the last one."""
        self._read()

    def place_of(self, path: Path) -> tuple[int, int] | None:
        """The place of a key, or of what holds it: of what stands in one line's value, the key.

        ``path`` is as in ``date, 0, exact``. None where no part of it stands in the file.
        """
        for length in range(len(path), 0, -1):
            if (at := self._at.get(path[:length])) is not None:
                line = bisect_right(self._line_starts, at)
                return line, at - self._line_starts[line - 1] + 1
        return None

    def _read(self) -> None:
        table: Path = ()
        at = 0
        while (at := self._after_blanks(at)) < len(self._text):
            if self._text[at] == "[":
                is_array = self._text.startswith("[[", at)
                parts, end = self._key(at + 1 + is_array)
                table = self._header(parts, at, is_array=is_array)
                at = self._after_value(end + 1 + is_array)
            else:
                parts, end = self._key(at)
                self._note((*table, *parts), at)
                at = self._after_value(end + 1)

    def _header(self, parts: list[str], at: int, *, is_array: bool) -> Path:
        path: Path = ()
        for number, part in enumerate(parts, 1):
            path = (*path, part)
            if is_array and number == len(parts):
                self._tables[path] = self._tables.get(path, -1) + 1
            if path in self._tables:
                self._at.setdefault(path, at)
                path = (*path, self._tables[path])
        self._note(path, at)
        return path

    def _note(self, path: Path, at: int) -> None:
        for length in range(1, len(path) + 1):
            self._at.setdefault(path[:length], at)

    def _after_blanks(self, at: int) -> int:
        match = _BLANKS.match(self._text, at)
        return match.end() if match else at

    def _key(self, at: int) -> tuple[list[str], int]:
        parts = []
        while match := _KEY.match(self._text, at):
            parts.append(match["bare"] or match["basic"] or match["plain"] or "")
            at = match.end()
            if not match["dot"]:
                break
        return parts, at

    def _after_value(self, at: int) -> int:
        """The character after the line, or the lines, of a value that holds ``at``."""
        depth = 0
        for token in _TOKEN.finditer(self._text, at):
            depth += bool(token["open"]) - bool(token["close"])
            if token["end"] and depth <= 0:
                return token.end()
        return len(self._text)
