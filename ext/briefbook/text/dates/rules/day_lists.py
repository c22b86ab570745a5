"""Several days of one month: "Jan. 10, 12 and 13", "5 to 7 January"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefbook.text.dates.date_words import DAY_FIGURES, ORDINAL_WORD, YEAR, day_number

if TYPE_CHECKING:
    from briefbook.text.dates.rules.form import Match

_JOIN = r"""
    (?:\s{0,2}(?:-|–|—|~|/)\s{0,2}
      |,?\s{1,2}(?:to|through|thru|until|till|and|or|&)\s{1,2}(?:the\s)?)"""
# "Jan. 10 and 12 people": a figure that counts what follows it is no day.
NO_COUNT: Final = r"""
    (?![\d%] | [.,:]\d | \s(?:(?:per)?cent|million|billion|people|others|years|days|months|weeks
      |hours|minutes|men|women|soldiers|troops|times|points|of\sthem|[ap]\.?m\b))"""
MORE_DAYS: Final = rf"""
    (?:(?:{_JOIN} | ,\s(?=[\d,\ ]{{1,20}}\sand\s\d|\d{{1,2}},\s{YEAR}))
       {DAY_FIGURES}{NO_COUNT}){{0,4}}"""
DAYS_BEFORE: Final = rf"(?:(?:{DAY_FIGURES}|{ORDINAL_WORD}) (?:{_JOIN} | ,\s)){{0,3}}"
_DAY = re.compile(rf"{DAY_FIGURES}|{ORDINAL_WORD}")


def days_of(match: Match, group: str) -> list[tuple[int, int, int]]:
    """Every day in a list of days: where it stands, and its number."""
    start, end = match.span(group)
    return [
        (found.start(), found.end(), day_number(found[0]))
        for found in _DAY.finditer(match.string, start, end)
    ]
