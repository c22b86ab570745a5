"""The version of the package, for all that say it."""

from __future__ import annotations

from typing import Final

VERSION: Final = "0.1.0"
