"""The rows of words that tell when a clause places what it tells."""

from __future__ import annotations

from typing import Final

from briefbook.text.lang.table import Table
from briefbook.text.lang.word_rows import word_rows

ROWS: Final = word_rows(Table("en", "tense"))
"""The words of each row, as alternatives of a regular expression."""
