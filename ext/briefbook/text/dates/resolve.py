"""Resolving: a phrase in its setting, to a calendar value and the rule that gave it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .counted import deictic, offset
from .lexicon import number
from .narrative import is_aside
from .periods import nth_of, part, week
from .phrases import Kind, Phrase
from .referring import nth, relative, same, year_earlier
from .spelled import century, decade, feast, figures, spelled
from .values import Unit, shift

if TYPE_CHECKING:
    from collections.abc import Callable

    from .resolution import Resolution
    from .setting import Setting

_MONTHS_ENDED = re.compile(
    r"(\w+)[- ](?:months?|weeks?),? (?:that )?end(?:ed|ing)(?: on)? $", re.IGNORECASE
)

_QUARTERLY = frozenset({3, 12, 13})
"""Months, or weeks, of a quarter."""

_RULES: dict[Kind, Callable[[Setting, Phrase, Resolution | None], Resolution | None]] = {
    Kind.DATE: spelled,
    Kind.FIGURES: figures,
    Kind.DECADE: decade,
    Kind.CENTURY: century,
    Kind.NTH: nth,
    Kind.NTH_OF: nth_of,
    Kind.HOLIDAY: feast,
    Kind.PART: part,
    Kind.WEEK: week,
    Kind.DEICTIC: deictic,
    Kind.OFFSET: offset,
    Kind.RELATIVE: relative,
    Kind.SAME: same,
    Kind.YEAR_EARLIER: year_earlier,
}


def resolve(setting: Setting, phrase: Phrase) -> Resolution | None:
    """The phrase's value, or None where it has none; what it names is remembered."""
    found = _resolve(setting, phrase)
    if found is not None:
        aside = is_aside(setting, phrase)
        setting.named.note(found.value, phrase.end, found.rule, setting.anchor, aside=aside)
        if phrase.kind is Kind.DATE and phrase.day is not None:
            _note_closed(setting, phrase, found.value)
    return found


def _resolve(setting: Setting, phrase: Phrase) -> Resolution | None:
    base = _resolve(setting, phrase.base) if phrase.base is not None else None
    return _RULES[phrase.kind](setting, phrase, base)


def _note_closed(setting: Setting, phrase: Phrase, value: str) -> None:
    """What ends on a day is the topic: "the quarter ended Sept. 30", "the six months ended"."""
    topic = None
    if phrase.unit is Unit.QUARTER:
        topic = shift(value, 0, Unit.QUARTER)
    elif ended := _MONTHS_ENDED.search(setting.text[max(0, phrase.start - 40) : phrase.start]):
        months = number(ended[1])
        topic = shift(value, 0, Unit.QUARTER) if months in _QUARTERLY else value if months else None
    if topic is not None:
        setting.named.note_topic(topic, phrase.end, setting.anchor)
