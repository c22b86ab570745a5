"""The events of calendars, kept from one build to the next.

One changed article has the calendar of the whole book written anew, and to make an event costs far
more than to find it here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefbook.text.digest import digest
from briefbook.text.writing import write_file
from briefbook.version import VERSION
from briefbook.words import language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx

    from briefbook.export.rows import DateRow

_FILE: Final = "briefbook-events.json"
"""Beside the doctrees, which are as much the build's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Events:
    """Each as the bytes that calendars have, by its `key`; none where its rows make no event."""

    kept: dict[str, str] = field(default_factory=dict)
    """Of the last build."""
    of_build: dict[str, str] = field(default_factory=dict)
    """Of this one."""


def key(rows: Iterable[DateRow]) -> str:
    """What tells an event from others: all that it is made of."""
    return digest([VERSION, language(), *map(repr, rows)])


def read_events(app: Sphinx) -> Events:
    """What the last build has kept; nothing where there is none, or no such file."""
    try:
        kept = json.loads(_path(app).read_text("utf-8"))
        return Events(kept={str(name): str(event) for name, event in kept.items()})
    except (OSError, ValueError, AttributeError):
        return Events()


def keep_events(app: Sphinx, events: Events) -> None:
    """Keep those of this build, and no others. Raises OutputError."""
    if events.of_build != events.kept:
        content = json.dumps(events.of_build, ensure_ascii=False).encode()
        write_file(_path(app), content, root=Path(app.confdir))


def _path(app: Sphinx) -> Path:
    return Path(app.doctreedir) / _FILE
