"""What a volume has of a book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefbook.pages.index_parts import Division


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What a volume has of a book; the rest is other volumes' or the cover's."""

    months: frozenset[str]
    """Whose pages it has, ISO 8601."""
    seeds: frozenset[str]
    """Names of the seeds of those months, and of others that these are versions of."""
    divisions: Mapping[str, Division]
    """How the indexes of the whole book are divided."""

    def has(self, page: str) -> bool:
        """Whether a page of an article is its own, such as ``articles/2021/12/NAME``."""
        year, month, _name = page.split("/")[-3:]
        return f"{year}-{month}" in self.months
