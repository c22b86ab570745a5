"""The month in which a firm's year ends, where the text says so; quarters count from it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from briefbook.text.dates.date_words import MONTH, YEAR, S, month_number
from briefbook.text.timex import Timex, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBERS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_ENDS = rf"(?:,?{S}(?:which|that|whose{S}year))?{S}(?:will{S})?end(?:s|ed|ing)?(?:{S}(?:on|in))?"
_SAID = re.compile(
    rf"""\b(?:[Ff]iscal(?:{S}year)?(?:{S}{YEAR})?|[Ff]iscal{S}years?)
        (?:{_ENDS}{S}(?:the{S}end{S}of{S})?(?P<ends>{MONTH})
          |(?:,?{S}(?:which|that))?{S}(?:begins?|starts?|began|started|beginning|starting){S}(?:(?:on|in){S})?(?P<begins>{MONTH}))
        |\b(?P<which>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)(?:{S}|-)(?P<fiscal>fiscal(?:{S}|-))?quarter
        (?:{S}(?:results|earnings))?(?:{S}of{S}(?:fiscal{S})?{YEAR})?{_ENDS}{S}(?P<closes>{MONTH})""",
    re.VERBOSE,
)


class YearEnd(NamedTuple):
    place: int
    """The character from which on the text has said it."""
    month: int


def year_ends(text: str) -> list[YearEnd]:
    """Each end of a firm's year that a text gives: "fiscal 2022, which ended in June"."""
    if "iscal" not in text and "uarter" not in text:
        return []
    found = []
    for match in _SAID.finditer(text):
        if match["ends"]:
            month = month_number(match["ends"])
        elif match["begins"]:
            month = month_number(match["begins"]) - 1
        else:
            month = month_number(match["closes"]) + 3 * (4 - _NUMBERS[match["which"].lower()])
        found.append(YearEnd(match.end(), (month - 1) % 12 + 1))
    return found


def year_end(ends: Sequence[YearEnd], place: int) -> int | None:
    """The month of the one said last before a character, or of the first said after it."""
    before = [end for end in ends if end.place <= place]
    given = before[-1] if before else next(iter(ends), None)
    return given.month if given else None


def calendar_quarter(year: int, number: int, ends: int) -> Timex:
    """The quarter of the calendar that the middle month of a firm's quarter lies in."""
    middle = ends - 3 * (4 - number) - 2
    return Timex(unit=Unit.QUARTER, year=year + middle // 12, number=middle % 12 // 3 + 1)
