"""Tables whose rows are words alone: what a rule asks for at one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefbook.text.lang.table import Table


def word_rows(table: Table) -> dict[str, str]:
    """The words of each row of a table, as alternatives of a regular expression.

    Raises TableError where a word could match nothing, or stands in its row twice.
    """
    rows = {}
    for key, row in table.rows.items():
        words = row.split()
        for word in words:
            if not (word.isalpha() and word.islower()):
                raise table.problem(key, f"{word} could match no word", "write small letters alone")
        if len(set(words)) < len(words):
            raise table.problem(key, "a word stands there twice", "name each once")
        rows[key] = "|".join(words)
    return rows
