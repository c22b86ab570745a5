"""Rows as CSV (RFC 4180) and as JSON."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import fields
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefbook.export.rows import DateRow, StatementRow

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a cell opens with that a spreadsheet takes for a formula."""


def csv_head(form: type) -> bytes:
    """The line of names, in UTF-8 with the mark that spreadsheets look for."""
    out = io.StringIO()
    csv.writer(out).writerow([field.name for field in fields(form)])
    return out.getvalue().encode("utf-8-sig")


def csv_lines(rows: Sequence[DateRow] | Sequence[StatementRow]) -> bytes:
    """A line for each row.

    An apostrophe stands before what a spreadsheet would calculate: seeds are from strangers.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    for row in rows:
        writer.writerow([_cell(value) for value in _values(row).values()])
    return out.getvalue().encode()


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def json_pieces(lines: Iterable[bytes], name: str) -> Iterator[bytes]:
    """An object whose one member ``name`` lists rows, given as `json_lines` writes them.

    An indented form would cost seven times as much: Python writes that by itself, all else in C.
    """
    yield f"{{{_encode(name)}: [\n".encode()
    is_first = True
    for piece in filter(None, lines):
        yield piece if is_first else b",\n" + piece
        is_first = False
    yield b"\n]}\n"


def json_lines(rows: Sequence[DateRow] | Sequence[StatementRow]) -> bytes:
    """The rows as members of a list, each on a line of its own."""
    return ",\n".join(_encode(_values(row)) for row in rows).encode()


_encode: Final = json.JSONEncoder(ensure_ascii=False).encode


def _values(row: DateRow | StatementRow) -> dict[str, object]:
    """A row's fields. They hold no rows of their own, which `asdict` would look for, slowly."""
    return {name: getattr(row, name) for name in row.__slots__}
