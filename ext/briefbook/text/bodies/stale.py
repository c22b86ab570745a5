"""What of a catalogue somebody should look at again.

Nothing fails with the calendar: the day is asked for, and an editor decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from briefbook.text.bodies.body import Body

OLD_COUNT = 4
"""Years after which a count of members says too little."""
OLD_READING = 2
"""Years after which a source should be read again."""

_YEAR = re.compile(r"\b(?:19|20|21)\d\d\b")
_NOT_DATED = re.compile(
    r"\b(?:last|next|coming|upcoming|forthcoming|latest)\b[^.;]{0,40}\belect"
    r"|\belect[^.;]{0,60}\b(?:last|next|latest) in\b"
    r"|\bis to (?:close|end|cease|grow|take up)\b",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """One reason to look at a body's entry again."""

    body: str
    """Its id."""
    reason: str


def stale_facts(bodies: Iterable[Body], on: dt.date) -> Iterator[Stale]:
    """Each reason, body by body, as things stand on a day."""
    for body in bodies:
        for reason in _reasons(body, on):
            yield Stale(body=body.id, reason=reason)


def _reasons(body: Body, on: dt.date) -> Iterator[str]:
    if body.members and int(body.members.as_of[:4]) < on.year - OLD_COUNT and not body.dissolved:
        yield f"its {body.members.count} members were counted in {body.members.as_of}"
    later = [year for year in _YEAR.findall(body.text) if int(year) > on.year]
    if later:
        yield f"its text names {later[0]}, which is to come"
    if phrase := _NOT_DATED.search(body.text):
        yield f"its text says “{phrase.group()}” and not when"
    read = [source.read for source in body.checked if source.read is not None]
    if not read:
        yield "nobody says when its sources were read"
    elif int(max(read)[:4]) < on.year - OLD_READING:
        yield f"its sources were read on {max(read)} at the latest"
