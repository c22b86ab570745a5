"""Rows as CSV (RFC 4180) and as JSON."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import fields
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.export.rows import DateRow, StatementRow

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a cell opens with that a spreadsheet takes for a formula."""


def as_csv(rows: Sequence[DateRow] | Sequence[StatementRow], form: type) -> bytes:
    """A line of names and a line for each row, in UTF-8 with the mark that spreadsheets look for.

    An apostrophe stands before what a spreadsheet would calculate: seeds are from strangers.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([field.name for field in fields(form)])
    for row in rows:
        writer.writerow([_cell(value) for value in _values(row).values()])
    return out.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def as_json(rows: Sequence[DateRow] | Sequence[StatementRow], name: str) -> bytes:
    """An object whose one member ``name`` lists the rows, each on a line of its own.

    An indented form would cost seven times as much: Python writes that by itself, all else in C.
    """
    encode = json.JSONEncoder(ensure_ascii=False).encode
    lines = ",\n".join(encode(_values(row)) for row in rows)
    return f"{{{encode(name)}: [\n{lines}\n]}}\n".encode()


def _values(row: DateRow | StatementRow) -> dict[str, object]:
    """A row's fields. They hold no rows of their own, which `asdict` would look for, slowly."""
    return {name: getattr(row, name) for name in row.__slots__}
