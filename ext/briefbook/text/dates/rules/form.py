"""A form that dates are written in: what a rule file lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefbook.text.dates.phrase import Phrase

Match = re.Match[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way of writing a date.

    Forms are tried together, at the words that any of them can open with, in constant time:
    repetitions are short and bounded, and no two parts of a pattern can share out the same
    characters in many ways.
    """

    name: str
    pattern: str
    """A verbose regular expression; its groups are called ``name_part``."""
    read: Callable[[Match], Sequence[Phrase]]
    """What a match says: one phrase, several ("5 and 6 May"), or none where it is no date."""
    examples: tuple[tuple[str, str], ...]
    """Sentences, with "phrase = value" of each of their dates, if published on Thursday,
    2021-12-30; tests read them. Each shows this form, and together all that is in it."""


FISCAL = r"(?:(?:fiscal|calendar|financial|business)(?:\s{1,3}|-))?"
"""What may stand before a unit without changing it."""
