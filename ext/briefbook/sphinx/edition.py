"""Which edition of the book this is."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefbook.build_time import build_time
from briefbook.words import _, in_words

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
    """The edition that this build makes."""
    built = in_words(build_time().date().isoformat())
    name = config.briefbook_edition or _("edition of {day}").format(day=built)
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
