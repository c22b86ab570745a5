"""Which edition of the book this is."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from briefbook.text.timex_words import in_words

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.config import Config


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """An edition: its name, the day it was built in words, and the commit, if known."""

    name: str
    built: str
    commit: str | None


def edition_of(config: Config, confdir: Path) -> Edition:
    """The edition that this build makes.

    The day is that of SOURCE_DATE_EPOCH where it is set, so that a commit builds the same on any
    day; else today's, in UTC.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    built = in_words(moment.date().isoformat())
    name = config.briefbook_edition or f"edition of {built}"
    return Edition(name=name, built=built, commit=_commit(str(confdir)))


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
