"""All that a phrase is resolved against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefbook.text.dates.fiscal import YearEnd
    from briefbook.text.dates.named import Named
    from briefbook.text.dates.publication_date import Anchor


@dataclass(frozen=True, slots=True)
class Setting:
    """All that a phrase is resolved against."""

    text: str
    anchor: Anchor | None
    narrative: bool
    """Whether the text tells of past years, not of the days around its publication."""
    day_first: bool | None
    """The order of all-figures dates, where it is known."""
    named: Named
    year_ends: Sequence[YearEnd] = ()
    """When firms' years end, as far as the text says so."""
    caption: bool = False
    """Whether the phrase stands below a picture, whose present is past: "greets voters Monday"."""

    def nearest(self, days: list[date]) -> list[date]:
        """Days sorted by their distance from publication."""
        if self.anchor is None:
            return days
        now = self.anchor.day
        return sorted(days, key=lambda day: (abs((day - now).days), day))
