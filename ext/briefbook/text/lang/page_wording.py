"""The wording of pages, of all languages together: what stands beside articles, and names it.

Which language a seed is in is known only once it is clean, so words and forms of all are tried.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from briefbook.text.kinds import DropReason
from briefbook.text.lang.date_rows import read_date_rows
from briefbook.text.lang.table import LANG, Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WORDS: Final = ("core", "others", "signs")
_FORMS: Final = ("whole", "opens", "holds")
_NAMED: Final = re.compile(r"<([a-z-]+)>")
_WORD: Final = re.compile(r"[^\W_]+(?:\.[^\W_]\.)?|[©›»>]")


def page_words(line: str) -> list[str]:
    """The words of ``line`` by which it is told, in small letters, and the marks that tell too."""
    return _WORD.findall(line.lower())


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How lines of one reason are worded; the head of ``en/pages.toml`` says what each field means.

    Forms are regular expressions.
    """

    core: frozenset[str]
    others: frozenset[str]
    whole: tuple[str, ...]
    opens: tuple[str, ...]
    holds: tuple[str, ...]
    signs: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWording:
    """What the tables ``pages.toml`` of all languages say."""

    reasons: Mapping[DropReason, Wording]
    lists: Mapping[str, tuple[str, ...]]
    """Names and words by the list's name, as they are written."""


@cache
def page_wording() -> PageWording:
    """The wording of pages in all languages; raises TableError where a table is wrong."""
    return read_page_wording(_tables("pages"), _tables("dates"))


def _tables(name: str) -> list[Table]:
    """The tables of this name, of the languages that have one."""
    languages = sorted(
        folder.name for folder in LANG.iterdir() if (folder / f"{name}.toml").is_file()
    )
    return [Table(language, name) for language in languages]


def any_of(name: str) -> str:
    """The expression, without a group, that matches any entry of the list ``name``."""
    return "|".join(map(re.escape, page_wording().lists[name]))


def read_page_wording(tables: list[Table], dates: Sequence[Table] = ()) -> PageWording:
    """The wording that the tables describe; raises TableError where one is wrong.

    Of ``dates``, the tables of dates, forms have ``<day>`` and ``<month>``: any name of one.
    """
    found: dict[DropReason, dict[str, list[str]]] = {}
    lists: dict[str, list[str]] = {}
    # Parts and lists of no language serve all.
    shared = next((table for table in tables if table.path.endswith("/mul/pages.toml")), None)
    calendar = _calendar(dates)
    used = {name for table in tables for name in _NAMED.findall(table.text)}
    for table in tables:
        if unknown := table.rows.keys() - {"parts", "reasons", "lists"}:
            raise table.problem(min(unknown), "no section", "use parts, reasons, lists")
        named = {**calendar, **_named(shared or table), **_named(table)}
        if unused := table.rows.get("parts", {}).keys() - used:
            raise table.problem(min(unused), "no form names this part", "leave it out")
        for name, row in table.rows.get("reasons", {}).items():
            of_reason = found.setdefault(_reason(table, name), {})
            for field, value in _read(table, name, row, named).items():
                of_reason.setdefault(field, []).extend(value)
        for name, words in table.rows.get("lists", {}).items():
            if len(set(words)) < len(words):
                raise table.problem(name, "an entry stands there twice", "name each once")
            lists.setdefault(name, []).extend(words)
    for reason, fields in found.items():
        if bool(fields.get("holds")) != bool(fields.get("signs")):
            problem = "holds is looked for only in lines with one of signs"
            raise tables[0].problem(reason.value, problem, "give both or none, in some language")
    return PageWording(
        reasons={reason: _wording(fields) for reason, fields in found.items()},
        lists={name: tuple(words) for name, words in lists.items()},
    )


def _named(table: Table) -> dict[str, str]:
    """What ``<name>`` stands for in forms: a part as it is, a list as any of its words."""
    lists = table.rows.get("lists", {}).items()
    parts = table.rows.get("parts", {}).items()
    return {
        **{name: "|".join(map(re.escape, words)) for name, words in lists},
        **{name: _joined(part) for name, part in parts},
    }


def _calendar(dates: Sequence[Table]) -> dict[str, str]:
    rows = [read_date_rows(table) for table in dates]
    named = {"day": [each.weekdays for each in rows], "month": [each.months for each in rows]}
    return {
        part: f"(?:{'|'.join(name for each in of for name in (*each.names, *each.short))})\\.?"
        for part, of in named.items()
    }


def _joined(form: Any) -> str:
    return form if isinstance(form, str) else "".join(form)


def _reason(table: Table, name: str) -> DropReason:
    try:
        return DropReason(name)
    except ValueError:
        known = ", ".join(sorted(DropReason))
        raise table.problem(name, "no reason to drop a line", f"use one of {known}") from None


def _read(
    table: Table, reason: str, row: Mapping[str, Any], named: Mapping[str, str]
) -> dict[str, list[str]]:
    if unknown := row.keys() - {*_WORDS, *_FORMS}:
        known = ", ".join((*_WORDS, *_FORMS))
        raise table.problem(reason, f"{min(unknown)} says nothing", f"use {known}")
    read = {field: _words(table, reason, row[field]) for field in _WORDS if field in row}
    for field in _FORMS:
        if field in row:
            read[field] = [_form(table, reason, _joined(form), named) for form in row[field]]
    if both := set(read.get("core", ())).intersection(read.get("others", ())):
        raise table.problem(reason, f"{min(both)} is in core and others", "leave it out of others")
    return read


def _words(table: Table, reason: str, text: str) -> list[str]:
    words: list[str] = []
    for word in text.split():
        named = _NAMED.fullmatch(word)
        words += table.rows.get("lists", {}).get(named[1], [word]) if named else [word]
    for word in words:
        if page_words(word) != [word]:
            problem = f"{word} is no word of a line in small letters, and never found"
            raise table.problem(reason, problem, "write it as page_wording.page_words() gives it")
    if len(set(words)) < len(words):
        raise table.problem(reason, "a word stands there twice", "name each once")
    return words


def _form(table: Table, reason: str, form: str, named: Mapping[str, str]) -> str:
    try:
        whole = _NAMED.sub(lambda match: named[match[1]], form)
        re.compile(whole)
    except (KeyError, re.error) as error:
        remedy = "write a regular expression, and <name> of parts and lists only"
        raise table.problem(reason, f"{form}: {error}", remedy) from None
    return whole


def _wording(fields: Mapping[str, list[str]]) -> Wording:
    return Wording(
        core=frozenset(fields.get("core", ())),
        others=frozenset(fields.get("others", ())),
        whole=tuple(fields.get("whole", ())),
        opens=tuple(fields.get("opens", ())),
        holds=tuple(fields.get("holds", ())),
        signs=frozenset(fields.get("signs", ())),
    )
