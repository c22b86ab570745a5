"""A sidecar changed as an editor would change it: comments and order stay as they are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import tomlkit
from tomlkit.items import AoT, Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefbook.text.decisions import Review
    from briefbook.text.quote import TextQuote

_ANCHOR = ("exact", "prefix", "suffix")


def with_correction(
    text: str, kind: str, values: Mapping[str, str | bool], *, instead_of: int | None = None
) -> str:
    """``text``, a sidecar, with one more ``[[kind]]``.

    With ``instead_of``, the number of one of the kind, from 0, that one says ``values`` as well.
    """
    document = tomlkit.parse(text)
    array = _array(document, kind)
    if instead_of is None:
        table = _table(values)
        # Between tables stands a blank line.
        if text.strip() and not (array and array[-1].as_string().endswith("\n\n")):
            table.trivia.indent = "\n"
        if list(document)[-1] != kind:
            table.add(tomlkit.nl())
        array.append(table)
    else:
        old = array[instead_of]
        stale = {*old} - {*_ANCHOR, "name"} if "remove" in values else {"remove"}
        for key in sorted(stale & {*old}):
            del old[key]
        old.update(values)
    return tomlkit.dumps(document)


def without_correction(text: str, kind: str, number: int) -> str:
    """``text`` without a ``[[kind]]``, counted from 0."""
    document = tomlkit.parse(text)
    array = _array(document, kind)
    del array[number]
    if not array:
        document.remove(kind)
    return tomlkit.dumps(document)


def with_review(text: str, review: Review) -> str:
    """``text`` with who has reviewed the marks, and when."""
    document = tomlkit.parse(text)
    signed = tomlkit.inline_table()
    signed.update({"by": review.by, "on": date.fromisoformat(review.on)})
    if "reviewed" in document:
        document["reviewed"] = signed
        return tomlkit.dumps(document)
    # Before the first table: below it, the key would be the table's.
    line = f"reviewed = {signed.as_string()}\n"
    lines = text.splitlines(keepends=True)
    at = next((n for n, each in enumerate(lines) if each.lstrip().startswith("[")), len(lines))
    while at and lines[at - 1].lstrip().startswith("#") and at < len(lines):
        at -= 1  # the comment above a table is of it
    if at and not lines[at - 1].endswith("\n"):
        lines[at - 1] += "\n"
    gap = "\n" if at < len(lines) else ""
    return "".join([*lines[:at], line, gap, *lines[at:]])


def anchored(quote: TextQuote, values: Mapping[str, str | bool]) -> dict[str, str | bool]:
    """The keys of a correction of a passage."""
    around = {key: getattr(quote, key) for key in _ANCHOR if getattr(quote, key)}
    return {**around, **values}


def _array(document: tomlkit.TOMLDocument, kind: str) -> AoT:
    found = document.get(kind)
    if not isinstance(found, AoT):
        found = tomlkit.aot()
        inline: Sequence[Any] = document.get(kind) or ()
        for each in inline:
            found.append(_table(each))
        document[kind] = found
        found = document[kind]
    return found


def _table(values: Mapping[str, Any]) -> Table:
    table = tomlkit.table()
    for key, value in values.items():
        table.add(key, value)
    return table
