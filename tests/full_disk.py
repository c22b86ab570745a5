"""A disk that is full: what is written is cut short, and says so as a real one does."""

from __future__ import annotations

import errno
import io
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest


class _Cut(io.FileIO):
    def write(self, content: Any) -> int:
        super().write(bytes(content)[: len(content) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")


def fill(monkeypatch: pytest.MonkeyPatch, *, when: Callable[[Path], bool]) -> None:
    """From now on the disk is full for the files that `when` tells."""
    real = Path.open

    def open_(self: Path, mode: str = "r", *others: Any, **named: Any) -> IO[Any]:
        if set(mode) & set("wxa") and when(self):
            return _Cut(self, mode.replace("b", ""))
        return real(self, mode, *others, **named)

    monkeypatch.setattr(Path, "open", open_)
