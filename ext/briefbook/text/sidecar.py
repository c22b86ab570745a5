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
    reviewed = {by = "Jane Doe", on = 2026-11-24}
    formerly = ["an-old-name"]      # names that the seed had
    revises = "the-first-version"   # the seed of an earlier version of the article
    same_as_seed = "in-another-paper"
    withdrawn = {on = 2026-11-24, why = "The publisher asked for it."}

    [[date]]                        # corrections: of dates, bodies, sources and statements
    exact = "next month"
    value = "2022-01"

What it may hold says ``data/sidecar.schema.json``, which ships so that editors complete it.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from typing import TYPE_CHECKING, Any, Final

from briefbook.text.addresses import is_web_address
from briefbook.text.characters import complaint, is_invisible
from briefbook.text.correction_forms import read_corrections
from briefbook.text.decisions import Review
from briefbook.text.errors import SidecarError
from briefbook.text.files import decode
from briefbook.text.history import History, read_history
from briefbook.text.model import Sidecar
from briefbook.text.schema_problems import field_name, schema_problem
from briefbook.text.schemas import validator
from briefbook.text.timex import Timex, Unit
from briefbook.text.toml_places import TomlPlaces

if TYPE_CHECKING:
    from briefbook.text.schema_problems import SchemaProblem
    from briefbook.text.strict_yaml import Path

Ranges = tuple[tuple[int, int], ...]
"""First and last line of each, 1-based, inclusive."""

MAX_SIDECAR_BYTES = 64 * 1024
"""Room for any editor, and a bound on what a stranger's file costs to parse."""

MAX_DEPTH = 6
"""Levels of arrays and tables; the form has three."""

MAX_NUMBER = 1_000_000_000
"""No seed has as many lines; a number of ten thousand figures costs more than it says."""

MAX_DOTS = 500
"""Full stops of one line. A key of n parts, ``a.b.c``, costs tomllib n² steps, and ends with its
line; no title, name or list of lines comes near."""

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
        self.places = TomlPlaces(text)
        self.values: dict[str, Any] = {
            key: self.plain((key,), value, MAX_DEPTH) for key, value in table.items()
        }
        self.lines = lines

    def sidecar(self) -> Sidecar:
        found = [
            schema_problem(error, whole="the sidecar", sign=" =")
            for error in validator("sidecar").iter_errors(self.values)
        ]
        errors = [self.form_error(each) for each in found]
        if errors:
            raise min(errors, key=lambda error: (error.line or 0, error.column or 0, error.problem))
        self.refuse_unfit_texts((), self.values)
        values = self.values
        if (url := values.get("url")) is not None and not is_web_address(url.strip()):
            problem = "url is not a plain http or https address"
            raise self.error(("url",), problem, 'write it as "https://…"')
        if (day := values.get("published")) is not None and not is_date(day):
            problem = f"published {day!r} is no day or month of the calendar"
            raise self.error(("published",), problem, "write YYYY-MM-DD or YYYY-MM")
        keep, drop = self.ranges("keep"), self.ranges("drop")
        self.refuse_overlap(keep, drop)
        return Sidecar(
            **{key: values[key].strip() for key in _TEXTS if key in values},
            authors=tuple(name.strip() for name in values.get("authors", ())),
            published=values.get("published"),
            language=values.get("language"),
            keep=keep,
            drop=drop,
            corrections=read_corrections(values, self.error, self.places),
            reviewed=self.review(),
            history=self.history(),
        )

    def history(self) -> History:
        if (given := self.values.get("withdrawn")) is not None and not is_date(given["on"]):
            problem = f"withdrawn.on {given['on']!r} is no day of the calendar"
            raise self.error(("withdrawn", "on"), problem, "write YYYY-MM-DD")
        return read_history(self.values, self.places)

    def review(self) -> Review | None:
        given = self.values.get("reviewed")
        if given is None:
            return None
        if not is_date(given["on"]):
            problem = f"reviewed.on {given['on']!r} is no day of the calendar"
            raise self.error(("reviewed", "on"), problem, "write YYYY-MM-DD")
        return Review(by=given["by"].strip(), on=given["on"])

    def form_error(self, found: SchemaProblem) -> SidecarError:
        path = found.path
        if path[:1] in (("keep",), ("drop",)) and len(path) > 1:
            problem = f"{path[0]} holds something that is neither a line nor a pair of lines"
            return self.error(path, problem, f"write {path[0]} = [12, [30, 33]], from line 1 on")
        return self.error(path, found.problem, found.remedy)

    def error(self, path: Path, problem: str, remedy: str) -> SidecarError:
        line, column = self.places.place_of(path) or (None, None)
        return SidecarError(self.path, line, problem, remedy, column=column)

    def plain(self, path: Path, value: object, depth: int) -> object:
        """``value`` as JSON has it: days and times as they are written, no number without end."""
        if isinstance(value, dt.date | dt.time):
            return value.isoformat()
        if isinstance(value, int) and abs(value) > MAX_NUMBER:
            problem = f"{field_name(path)[:40]} holds a number larger than {MAX_NUMBER}"
            raise self.error(path, problem, "write a smaller one")
        if isinstance(value, dict | list) and not depth:
            problem = "its arrays or tables are nested too deeply"
            raise self.error(path, problem, "nest at most one array")
        if isinstance(value, dict):
            return {key: self.plain((*path, key), one, depth - 1) for key, one in value.items()}
        if isinstance(value, list):
            items = enumerate(value)
            return [self.plain((*path, number), one, depth - 1) for number, one in items]
        return value

    def refuse_unfit_texts(self, path: Path, value: object) -> None:
        """Titles, names and rights stand on one line of a page and in metadata.

        What quotes the seed may hold what the seed holds; a passage must show all the same.
        """
        if isinstance(value, dict | list):
            for key, one in value.items() if isinstance(value, dict) else enumerate(value):
                self.refuse_unfit_texts((*path, key), one)
        if not isinstance(value, str):
            return
        name = field_name(path)
        if path[-1] in _QUOTING:
            problem = "holds nothing that can be seen" if is_invisible(value) else None
            problem = problem if path[-1] == "exact" else None
        else:
            problem = complaint(value)
            if problem is None and not value.strip() and (value or path[-1] not in _MAY_BE_EMPTY):
                problem = "is empty"
        if problem:
            remedy = "write it on one line, in characters that show"
            raise self.error(path, f"{name} {problem}", remedy)

    def ranges(self, key: str) -> tuple[tuple[int, int], ...]:
        ranges = []
        for item in self.values.get(key, ()):
            first, last = item if isinstance(item, list) else (item, item)
            if first > last:
                raise self.error(
                    (key,),
                    f"{key} holds a range that does not run from a line to a later one",
                    "count lines from 1 and name the first line first",
                )
            if self.lines is not None and last > self.lines:
                raise self.error(
                    (key,),
                    f"{key} names a line beyond the seed's {self.lines}",
                    "count the seed's lines again",
                )
            ranges.append((first, last))
        return tuple(ranges)

    def refuse_overlap(self, keep: Ranges, drop: Ranges) -> None:
        """No line may be named by both ``keep`` and ``drop``."""
        ends = {"keep": 0, "drop": 0}
        ranges = [(first, last, "keep") for first, last in keep]
        ranges += [(first, last, "drop") for first, last in drop]
        for first, last, key in sorted(ranges):
            other = "drop" if key == "keep" else "keep"
            if first <= ends[other]:
                problem = f"line {first} stands in both keep and drop"
                raise self.error(("drop",), problem, "name it in one of them")
            ends[key] = max(ends[key], last)


_TEXTS: Final = ("title", "publisher", "url", "rights")
_QUOTING: Final = ("exact", "prefix", "suffix", "basis")
_MAY_BE_EMPTY: Final = ("source", "speaker")
