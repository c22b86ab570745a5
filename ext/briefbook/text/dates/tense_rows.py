"""The rows of words that tell when a clause places what it tells."""

from __future__ import annotations

from typing import Final

from briefbook.text.lang.table import Table
from briefbook.text.lang.word_rows import word_rows

ROWS: Final = word_rows(Table("en", "tense"))
"""The words of each row, as alternatives of a regular expression."""

EVENTS: Final = ROWS["events"]
"""Nouns of what takes place on a day, as alternatives of a regular expression."""

PARTICIPLE: Final = rf"(?:[a-z]{{2,14}}ed|{ROWS['past']})"
"""A form in -ed or one of the past, of which most are participles as well."""
