"""Dates as iCalendar (RFC 5545), which calendar programs take in.

An event is a day, a weekend or a week; what lasts longer would lie over a calendar for months.
Nothing is as of now: the stamp of an event is the day on which its article appeared, so that the
same book gives the same bytes.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final

from icalendar import Calendar, Event, vText
from icalendar.parser import Contentline, Parameters

from briefbook.sphinx.views.exports import IN_CALENDARS
from briefbook.text.timex import Timex
from briefbook.version import VERSION
from briefbook.words import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefbook.export.rows import DateRow

MADE: Final = b"PRODID:-//briefbook//"
"""What a calendar that is ours holds."""

_END: Final = b"END:VCALENDAR\r\n"


def calendar(events: Iterable[bytes], *, name: str) -> bytes:
    """The calendar called ``name`` of these events, as `made_event` gives them.

    Without events there is no calendar, and no bytes.
    """
    return b"".join(calendar_pieces(events, name=name))


def calendar_pieces(events: Iterable[bytes], *, name: str) -> Iterator[bytes]:
    """The same, piece by piece: one of the whole book may be large."""
    is_open = False
    for event in filter(None, events):
        if not is_open:
            yield b"".join([_head(), _line("NAME", name), _line("X-WR-CALNAME", name)])
            is_open = True
        yield event
    if is_open:
        yield _END


@cache
def _head() -> bytes:
    """How all calendars begin: made once, for a book has one for each date and each article."""
    made = Calendar()
    made.add("prodid", f"-//briefbook//briefbook {VERSION}//EN")
    made.add("version", "2.0")
    head: bytes = made.to_ical().removesuffix(_END)
    return head


def _line(name: str, text: str) -> bytes:
    line: bytes = Contentline.from_parts(name, Parameters(), vText(text)).to_ical()
    return line + b"\r\n"


def made_event(rows: Sequence[DateRow]) -> bytes:
    """The event of a date that an article names, as often as it does; empty where it makes none."""
    event = _event(rows)
    made: bytes = event.to_ical() if event else b""
    return made


def _event(rows: Sequence[DateRow]) -> Event | None:
    row = rows[0]
    value, appeared = Timex.parse(row.date), Timex.parse(row.published)
    if value is None or appeared is None or value.unit not in IN_CALENDARS:
        return None
    first, last, day = value.first_day, value.last_day, appeared.first_day
    if first is None or last is None or day is None:
        return None
    told = list(dict.fromkeys(_told(row) for row in rows))
    made = Event()
    made.add("uid", hashlib.sha256(f"{row.seed}\n{row.date}".encode()).hexdigest()[:32])
    made.add("dtstamp", datetime.combine(day, time(), UTC))
    made.add("dtstart", first)
    made.add("dtend", last + timedelta(days=1))
    made.add("transp", "TRANSPARENT")  # nobody is busy for it
    made.add("summary", told[0])
    made.add("description", "\n".join([*told[1:], *_origin(row)]))
    if "://" in row.address:
        made.add("url", row.address)
    return made


def _told(row: DateRow) -> str:
    return f"{row.source}: {row.event}" if row.source else row.event


def _origin(row: DateRow) -> list[str]:
    """Where the date is from, and how sure it is: a line each."""
    where = "" if row.paragraph is None else f", ¶{row.paragraph}"
    publisher = f"{row.publisher}, " if row.publisher else ""
    lines = [f"{row.article} ({publisher}{in_words(row.published)}{where}): “{row.words}”"]
    if row.or_date:
        lines.append(f"It may be {in_words(row.or_date)} as well.")
    return lines
