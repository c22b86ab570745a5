"""The roles of an article's text, and what a date's says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from briefbook.pages.wire.error import WireError

PARAGRAPH: Final = "p"
"""The role that opens a numbered paragraph: its text is the number."""

BLOCK: Final = "block"
"""The role that opens another block: its text is the block's kind."""

DATE: Final = "date"
"""The role of a date: its target is a ``DateTarget``."""

_DATE = re.compile(
    r"(\S+) by ([\w-]+)(?: from (\S+))?(?: or (\S+))?(?: said by (\S+))?"
    r"(?: event ((?:-?\d{1,7}\.\.-?\d{1,7},?){1,9}))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateTarget:
    """What a date means: ``2021-12-30 by weekday from 2021-12-29 or 2022-01-06``.

    ``said by official event -40..9,22..61`` follows where it differs from what is so of most: the
    id of the source that tells of it, and the stretches of its sentence that say what happens.
    """

    value: str
    """TIMEX3."""
    rule: str
    anchor: str | None
    """What it was resolved against, where that is not the day of publication."""
    alternative: str | None
    """The other reading, where two are open."""
    source: str | None = None
    """The id of the source whose statement tells of it."""
    event: tuple[tuple[int, int], ...] = ()
    """Characters from the beginning of the date; none where the whole sentence says it."""

    def written(self) -> str:
        anchor = f" from {self.anchor}" if self.anchor else ""
        other = f" or {self.alternative}" if self.alternative else ""
        source = f" said by {self.source}" if self.source else ""
        spans = ",".join(f"{start}..{end}" for start, end in self.event)
        event = f" event {spans}" if spans else ""
        return f"{self.value} by {self.rule}{anchor}{other}{source}{event}"

    @classmethod
    def read(cls, text: str) -> DateTarget:
        """Raises WireError."""
        match = _DATE.fullmatch(text)
        if match is None:
            form = "VALUE by RULE [from DATE] [or VALUE] [said by ID] [event FROM..TO,…]"
            raise WireError(f"{text!r} is not of the form {form}")
        value, rule, anchor, alternative, source, spans = match.groups()
        return cls(
            value=value,
            rule=rule,
            anchor=anchor,
            alternative=alternative,
            source=source,
            event=tuple(map(_stretch, (spans or "").rstrip(",").split(","))) if spans else (),
        )


def _stretch(written: str) -> tuple[int, int]:
    start, _, end = written.partition("..")
    return int(start), int(end)
