"""How far the volumes are, on a terminal; nothing where a log is kept."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefbook.volumes.plan import Plans
    from briefbook.volumes.work import Work


class Progress:
    """Of one run: the volumes that are due at its beginning."""

    def __init__(self, plans: Plans, work: Work) -> None:
        self._work = work
        self._due = [volume.name for volume in plans.volumes if self._is_due(volume.name)]
        self._began = time.monotonic()
        self._shown = sys.stderr.isatty() and not os.environ.get("CI")
        self._line = ""

    def _is_due(self, name: str) -> bool:
        try:
            made = self._work.made(name, ".jsonl").stat().st_mtime_ns
        except OSError:
            return True
        return made < self._work.plan(name).stat().st_mtime_ns

    def show(self) -> None:
        """Write the line anew where it has changed."""
        if not self._shown:
            return
        done = sum(not self._is_due(name) for name in self._due)
        line = words(done, len(self._due), time.monotonic() - self._began)
        if line != self._line:
            sys.stderr.write(f"\r{line.ljust(len(self._line))}")
            sys.stderr.flush()
            self._line = line

    def end(self) -> None:
        if self._line:
            sys.stderr.write(f"\r{' ' * len(self._line)}\r")
            sys.stderr.flush()


def words(done: int, due: int, seconds: float) -> str:
    """``3 of 12 volumes built, about 4 min left``; the time from those that are done."""
    if done == due:
        return "all volumes are built; the cover is being made"
    line = f"{done} of {due} volumes built"
    if not done:
        return line
    left = seconds / done * (due - done)
    minutes = round(left / 60)
    return f"{line}, about {minutes} min left" if minutes else f"{line}, less than a minute left"
