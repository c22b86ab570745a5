"""Where what is made on the way to a book of volumes lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

FOLDER: Final = "_build/volumes"
"""From the folder of conf.py, where no other is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A folder that may be deleted at any time."""

    folder: Path

    @property
    def facts(self) -> Path:
        """What is known of each article: see `facts`."""
        return self.folder / "facts"

    @property
    def plans(self) -> Path:
        return self.folder / "plans"

    def plan(self, name: str) -> Path:
        """The plan of a volume, or of the cover."""
        return self.plans / f"{name}.json"

    def project(self, name: str) -> Path:
        """Its Sphinx project, with what Sphinx keeps and writes of it."""
        return self.folder / "projects" / name

    @property
    def caches(self) -> Path:
        """What a user's folder of caches is elsewhere: steps may run with other homes."""
        return self.folder / "caches"

    @property
    def all_made(self) -> Path:
        return self.folder / "made"

    def made(self, name: str, ending: str) -> Path:
        """What its build leaves for others."""
        return self.all_made / f"{name}{ending}"
