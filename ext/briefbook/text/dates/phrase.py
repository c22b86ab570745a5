"""What every date phrase is asked, whatever its kind."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from briefbook.text.timex import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.dates.resolution import Resolution
    from briefbook.text.dates.setting import Setting
    from briefbook.text.timex import Timex


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase(ABC):
    """A phrase found: where it stands (characters, end-exclusive), and by its kind what it says."""

    start: int
    end: int
    repeated: bool = False
    """Whether it names times that come again, and so no date: "Monday nights"."""

    presence: ClassVar[int] = 0
    """How much it speaks for news and against a story of past years, counted in years named."""
    stands_glued: ClassVar[bool] = False
    """Whether it is so plainly a date that it may follow a letter: "publishedJanuary 5, 2021"."""

    @property
    def grain(self) -> Unit | None:
        """The unit that it names as one that others lie in: "last week", "that year"."""
        return None

    @property
    def names_day(self) -> bool:
        """Whether a time of the day can stand beside it."""
        return self.grain is Unit.DAY

    @property
    def names_year(self) -> bool:
        """Whether it says of which year another date is: "May of that year"."""
        return self.grain is Unit.YEAR

    @property
    def names_weekday(self) -> bool:
        return False

    @abstractmethod
    def resolve(self, setting: Setting) -> Resolution | None:
        """Its value in its setting, or None where it has none."""

    def doubtful(self, text: str, before: str) -> bool:
        """Whether the words around show that it names no date; ``before`` is what leads to it."""
        return False

    def is_aside(self, text: str) -> bool:
        """Whether it leaves a story where it is: a flashback, or a year merely mentioned."""
        return False

    def topic(self, text: str, value: Timex) -> Timex | None:
        """What the text turns to with it, its own value aside: "the quarter ended Sept. 30"."""
        return None

    def join(self, gap: str, right: Phrase) -> Sequence[Phrase] | None:
        """What it and the next become where they say one date together; None where they do not.

        ``gap`` is what stands between them, in small letters.
        """
        return None

    def follow(self, gap: str, left: Phrase) -> Sequence[Phrase] | None:
        """As ``join``, asked of the second of two, and before it."""
        return None
