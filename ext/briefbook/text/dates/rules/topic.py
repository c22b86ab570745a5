"""The quarter or year that a report is about, and the dates of a text that others count from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefbook.text.dates.resolution import Resolution, resolution
from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.shift import same_a_year_before
from briefbook.text.timex import Timex, Unit

if TYPE_CHECKING:
    from briefbook.text.dates.phrase import Phrase
    from briefbook.text.dates.setting import Setting

MONTHS_REACH: Final = 240
"""Characters for which "the nine months" are what is compared, not the quarter."""

_MONTHS: Final = re.compile(r"\b(?:nine|six|twelve|eleven|ten|9|6|12)[- ]months?\b", re.IGNORECASE)

TOPIC_REACH: Final = 1200
"""Characters for which a report goes on about the quarter or year it has named."""

COUNTED_FROM: Final[dict[Unit, tuple[Unit, ...]]] = {
    Unit.DAY: (Unit.DAY,),
    Unit.WEEK: (Unit.DAY, Unit.WEEK),
    Unit.WEEKEND: (Unit.DAY, Unit.WEEK),
    Unit.MONTH: (Unit.DAY, Unit.MONTH),
    Unit.QUARTER: (Unit.DAY, Unit.MONTH, Unit.QUARTER),
    Unit.DECADE: (Unit.DAY, Unit.MONTH, Unit.SEASON, Unit.YEAR, Unit.DECADE),
    Unit.CENTURY: (Unit.DAY, Unit.MONTH, Unit.SEASON, Unit.YEAR, Unit.DECADE, Unit.CENTURY),
    Unit.YEAR: (Unit.DAY, Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.SEASON, Unit.WEEK, Unit.YEAR),
}
"""A date is counted on from one of a grain at least as fine, or of any with a year."""


def topic_year_earlier(setting: Setting, phrase: Phrase) -> Resolution | None:
    """One year before the quarter or half that the report is about, while it is."""
    topic = setting.named.topic
    if topic is None or phrase.start - topic[0] > TOPIC_REACH:
        return None
    if _MONTHS.search(setting.text, max(topic[0], phrase.start - MONTHS_REACH), phrase.start):
        before = Timex.of_year(topic[1].year - 1)
        return Resolution(before, Rule.YEAR_EARLIER, against=topic[1])
    return resolution(same_a_year_before(topic[1]), Rule.YEAR_EARLIER, against=topic[1])
