"""``NAME.toml``: what an editor knows of a seed, read and checked.

An example, every key optional::

    title = "The editors' own headline"
    publisher = "The Freedonia Gazette"
    url = "https://example.org/story"
    authors = ["Jane Doe"]
    published = 2021-12-30          # or "2021-12" where only the month is known
    rights = "© The Freedonia Gazette"
    language = "en"
    keep = [12, [30, 33]]           # lines the rules would drop
    drop = [[40, 52]]               # lines the rules would keep
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from typing import TYPE_CHECKING, Any, Final

from briefbook.text.addresses import is_web_address
from briefbook.text.characters import complaint
from briefbook.text.errors import SidecarError
from briefbook.text.files import decode
from briefbook.text.model import Sidecar
from briefbook.text.timex import Timex, Unit

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_SIDECAR_BYTES = 64 * 1024
"""Room for any editor, and a bound on what a stranger's file costs to parse."""

MAX_TEXT = 2000
"""Characters of one text value."""

MAX_DOTS = 500
"""Full stops of one line. A key of n parts, ``a.b.c``, costs tomllib n² steps, and ends with its
line; no title, name or list of lines comes near."""

# BCP 47 without its rarely used extensions: language, script, region, variants.
_LANGUAGE = re.compile(
    r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3})){0,4}"
)
# tomllib tells the place only in words until Python 3.14.
_TOML_PLACE = re.compile(
    r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)\Z"
)


def is_date(value: str) -> bool:
    """Whether ``value`` is ISO 8601 ``YYYY-MM-DD`` or ``YYYY-MM`` and stands in the calendar."""
    found = Timex.parse(value)
    return found is not None and found.unit in (Unit.DAY, Unit.MONTH) and found.year > 0


def parse_sidecar(raw: bytes, *, path: str, lines: int | None = None) -> Sidecar:
    """The sidecar in ``raw``, the bytes of ``path``; raises SidecarError with the line at fault.

    ``lines`` is how many the seed has, where that is known: ``keep`` and ``drop`` name no others.
    """
    if len(raw) > MAX_SIDECAR_BYTES:
        raise SidecarError(
            path, None, f"it is larger than {MAX_SIDECAR_BYTES} bytes", "keep it to what you know"
        )
    text = decode(raw, path, SidecarError)
    _refuse_dots(text, path)
    try:
        table = tomllib.loads(text)
    except RecursionError:
        raise SidecarError(
            path, None, "its arrays or tables are nested too deeply", "nest at most one array"
        ) from None
    except ValueError as error:  # TOMLDecodeError, and integers too long for Python
        raise _not_toml(str(error), text, path) from None
    return _Reader(path, text, table, lines).sidecar()


def _refuse_dots(text: str, path: str) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > MAX_DOTS:
            problem = f"the line holds more than {MAX_DOTS} full stops"
            raise SidecarError(path, number, problem, "write long lists a line for each entry")


def _not_toml(message: str, text: str, path: str) -> SidecarError:
    last = max(1, text.count("\n") + (not text.endswith("\n")))
    match = _TOML_PLACE.search(message)
    line, column = None, None
    if match and match["line"] and int(match["line"]) <= last:
        line, column = int(match["line"]), int(match["column"])
    elif match:  # something is missing at the file's end
        line = last
    problem = f"it is not valid TOML: {_TOML_PLACE.sub('', message)}"
    remedy = "mend the line, or put the text in quotes"
    return SidecarError(path, line, problem, remedy, column=column)


class _Reader:
    """One parsed sidecar on its way to a Sidecar."""

    def __init__(self, path: str, text: str, table: dict[str, object], lines: int | None) -> None:
        self.path = path
        self.text = text
        self.table = table
        self.lines = lines

    def sidecar(self) -> Sidecar:
        for key in self.table:
            if key not in _READERS:
                raise self.error(
                    key, f"unknown key {key[:40]!r}", f"use only {', '.join(sorted(_READERS))}"
                )
        values: dict[str, Any] = {
            key: read(self, key, self.table[key])
            for key, read in _READERS.items()
            if key in self.table
        }
        sidecar = Sidecar(**values)
        self.refuse_overlap(sidecar)
        return sidecar

    def refuse_overlap(self, sidecar: Sidecar) -> None:
        """No line may be named by both ``keep`` and ``drop``."""
        ends = {"keep": 0, "drop": 0}
        ranges = [(first, last, "keep") for first, last in sidecar.keep]
        ranges += [(first, last, "drop") for first, last in sidecar.drop]
        for first, last, key in sorted(ranges):
            other = "drop" if key == "keep" else "keep"
            if first <= ends[other]:
                raise self.error(
                    "drop", f"line {first} stands in both keep and drop", "name it in one of them"
                )
            ends[key] = max(ends[key], last)

    def error(self, key: str, problem: str, remedy: str) -> SidecarError:
        return SidecarError(self.path, self.line_of(key), problem, remedy)

    def line_of(self, key: str) -> int | None:
        """The 1-based line that opens with ``key``, bare or quoted, or None if none does."""
        # No two repeats may take the same blanks, or a line of blanks takes time without end.
        opening = re.compile(rf"\s*(?:\[\[?\s*)?([\"']?){re.escape(key)}\1\s*[.=\]]")
        for number, line in enumerate(self.text.split("\n"), 1):
            if opening.match(line):
                return number
        return None

    def words(self, key: str, value: object) -> str:
        if not isinstance(value, str):
            raise self.error(key, f"{key} is not text", f'write {key} = "…" in quotes')
        if not value.strip() or len(value) > MAX_TEXT:
            raise self.error(
                key,
                f"{key} is empty or longer than {MAX_TEXT} characters",
                "fill it or leave it out",
            )
        # Titles, names and rights stand on one line of a page and in metadata.
        if problem := complaint(value):
            raise self.error(
                key, f"{key} {problem}", "write it on one line, in characters that show"
            )
        return value.strip()

    def url(self, key: str, value: object) -> str:
        words = self.words(key, value)
        if not is_web_address(words):
            raise self.error(
                key,
                f"{key} is not a plain http or https address",
                'write it as "https://…"',
            )
        return words

    def authors(self, key: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise self.error(key, f"{key} is not a list", f'write {key} = ["Jane Doe"]')
        return tuple(self.words(key, name) for name in value)

    def date(self, key: str, value: object) -> str:
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return value.isoformat()
        if not isinstance(value, str) or not is_date(value):
            shown = f" {value[:40]!r}" if isinstance(value, str) else ""
            raise self.error(
                key,
                f"{key}{shown} is no day or month of the calendar",
                "write YYYY-MM-DD or YYYY-MM",
            )
        return value

    def language(self, key: str, value: object) -> str:
        words = self.words(key, value)
        if not _LANGUAGE.fullmatch(words):
            raise self.error(
                key, f"{key} {words[:40]!r} is no BCP 47 tag", 'write a tag such as "en" or "pt-BR"'
            )
        return words

    def ranges(self, key: str, value: object) -> tuple[tuple[int, int], ...]:
        if not isinstance(value, list):
            raise self.error(key, f"{key} is not a list of lines", f"write {key} = [12, [30, 33]]")
        ranges = []
        for item in value:
            pair = item if isinstance(item, list) else [item, item]
            if len(pair) != 2 or any(type(line) is not int for line in pair):
                raise self.error(
                    key,
                    f"{key} holds something that is neither a line nor a pair of lines",
                    f"write {key} = [12, [30, 33]]",
                )
            first, last = pair
            if not 1 <= first <= last:
                raise self.error(
                    key,
                    f"{key} holds a range that does not run from a line to a later one",
                    "count lines from 1 and name the first line first",
                )
            if self.lines is not None and last > self.lines:
                raise self.error(
                    key,
                    f"{key} names a line beyond the seed's {self.lines}",
                    "count the seed's lines again",
                )
            ranges.append((first, last))
        return tuple(ranges)


_READERS: Final[dict[str, Callable[[_Reader, str, object], object]]] = {
    "title": _Reader.words,
    "publisher": _Reader.words,
    "url": _Reader.url,
    "authors": _Reader.authors,
    "published": _Reader.date,
    "rights": _Reader.words,
    "language": _Reader.language,
    "keep": _Reader.ranges,
    "drop": _Reader.ranges,
}
"""The keys, which are the fields of a ``Sidecar``, and what reads the value of each."""
