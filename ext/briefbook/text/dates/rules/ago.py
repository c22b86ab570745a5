"""Counts from publication: "three weeks ago", "in two years"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from briefbook.text.dates.phrase import Phrase
from briefbook.text.dates.resolution import Resolution, resolution
from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.rules.topic import topic_year_earlier
from briefbook.text.dates.shift import shift
from briefbook.text.dates.tense import Tense, tense
from briefbook.text.dates.veto import titled
from briefbook.text.timex import Unit

if TYPE_CHECKING:
    from briefbook.text.dates.setting import Setting

_RECORD = re.compile(
    r"\b(?:first|only|once|twice|times?|\w{3,}est|worst|best|most|least|record|second|third|all)\b"
    r"[^.]{0,40}$",
    re.IGNORECASE,
)
# "we could do it in 100 days": as long as that.
_ABLE = re.compile(r"\b(?:can|cannot|could|able\sto|manage\sto|possible\sto)\b[^.;:!?]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ago(Phrase):
    """So many units from publication: three weeks ago, in two years."""

    count: int
    """Below zero in the past."""
    unit: Unit
    ahead: bool = False
    """Whether "in" alone says so, as it does of durations: "rebuilt in two days"."""

    presence: ClassVar[int] = 8

    @property
    def grain(self) -> Unit:
        return self.unit

    def doubtful(self, text: str, before: str) -> bool:
        """As in "the first win in three years", "rebuilt in two days": durations."""
        if not self.ahead:
            return titled(text, self, before)
        if self.unit in (Unit.DECADE, Unit.CENTURY) or _RECORD.search(before):
            return True
        if text.startswith((" a ", " per ", " each "), self.end):
            return True  # "they are in five days a week"
        return tense(text, self.start, self.end) not in (
            Tense.AHEAD,
            Tense.PRESENT,
            Tense.MODAL,
        ) or (_ABLE.search(text[max(0, self.start - 60) : self.start]) is not None)

    def resolve(self, setting: Setting) -> Resolution | None:
        """As in "two years ago"; "a year ago" may be said of the quarter that a report is about."""
        if setting.anchor is None:
            return None
        if self.unit is Unit.YEAR and self.count == -1:
            earlier = topic_year_earlier(setting, self)
            if earlier is not None:
                return earlier
        now = setting.anchor.now(self.unit)
        return resolution(shift(now, self.count, self.unit) if now else None, Rule.AGO)
