"""Which edition of the book this is."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefbook.build_time import build_time
from briefbook.text.editions import changes
from briefbook.words import _, in_words

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.config import Config

    from briefbook.pages.book import Book
    from briefbook.text.editions import Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionNews:
    """What is new, as `docs/editions.yaml` tells it."""

    number: int
    """Of the last edition."""
    date: str
    """Its day, ISO 8601."""
    brought: Changes
    """What it changed."""
    since: Changes
    """What has changed since, which no edition has noted yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """An edition: its name, the day it was built in words, and the commit, if known."""

    name: str
    built: str
    commit: str | None
    news: EditionNews | None
    """None where `docs/editions.yaml` is not there, or empty."""
    lacks_history: bool
    """Whether it shall tell the history of its articles, and cannot."""


def edition_of(
    config: Config, confdir: Path, book: Book, *, lacks_history: bool = False
) -> Edition:
    """The edition that this build makes: as the settings or the file of editions name it."""
    built = in_words(build_time().date().isoformat())
    last = book.editions.last
    name = config.briefbook_edition
    if not name and last is not None:
        day = in_words(last.date)
        name = _("edition {number}, {day}").format(number=last.number, day=day)
    return Edition(
        name=name or _("edition of {day}").format(day=built),
        built=built,
        commit=_commit(str(confdir)),
        news=_news(book),
        lacks_history=lacks_history,
    )


def _news(book: Book) -> EditionNews | None:
    last = book.editions.last
    if last is None:
        return None
    return EditionNews(
        number=last.number,
        date=last.date,
        brought=book.editions.of_last(),
        since=changes(book.editions.standing, book.items),
    )


@lru_cache(maxsize=8)
def _commit(folder: str) -> str | None:
    """The checked-out commit's short name; None without git or outside a checkout."""
    try:
        done = subprocess.run(  # noqa: S603 - the user's own git, no words from outside
            ["git", "-C", folder, "rev-parse", "--short=12", "HEAD"],  # noqa: S607
            capture_output=True,
            text=True,
            check=True,
            timeout=10,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip()
