"""Whether day or month comes first in dates all in figures: what the text, its language and its
publisher tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.dates.rules.figures import Figures
from briefbook.text.dates.rules.month_day import MonthDay

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefbook.text.dates.phrase import Phrase

_MONTH_FIRST = frozenset(
    [
        "abc news",
        "associated press",
        "ap",
        "axios",
        "bloomberg",
        "cbs news",
        "cnbc",
        "cnn",
        "fox news",
        "los angeles times",
        "military times",
        "nbc news",
        "new york post",
        "newsweek",
        "npr",
        "pbs",
        "politico",
        "the hill",
        "the new york times",
        "the wall street journal",
        "the washington post",
        "time",
        "usa today",
        "voice of america",
        "voa",
    ]
)
_DAY_FIRST = frozenset(
    [
        "al jazeera",
        "anadolu agency",
        "bbc",
        "bbc news",
        "daily mail",
        "dawn",
        "deutsche welle",
        "dw",
        "euronews",
        "euractiv",
        "financial times",
        "france 24",
        "interfax",
        "irish times",
        "politico europe",
        "rt",
        "sky news",
        "tass",
        "the daily telegraph",
        "the economist",
        "the guardian",
        "the hindu",
        "the independent",
        "the irish times",
        "the moscow times",
        "the telegraph",
        "the times",
        "the times of india",
        "ukrinform",
    ]
)


def day_first(
    text: str, phrases: Iterable[Phrase], *, language: str | None, publisher: str | None
) -> bool | None:
    """True for 31/12, False for 12/31, None where nothing tells.

    The text's own dates decide before the language tag, that before the publisher, that before the
    way the text spells its dates out ("5 January" or "January 5").
    """
    spelled = {True: 0, False: 0}
    for phrase in phrases:
        if isinstance(phrase, Figures):
            if (phrase.first > 12) != (phrase.second > 12):
                return phrase.first > 12
        elif isinstance(phrase, MonthDay):
            spelled[text[phrase.start].isdecimal()] += 1
    tag = (language or "").lower()
    if tag and tag != "en":
        return tag not in ("en-us", "en-ph")
    name = (publisher or "").lower()
    if name in _MONTH_FIRST or name in _DAY_FIRST:
        return name in _DAY_FIRST
    if spelled[True] != spelled[False] and 0 in spelled.values():
        return spelled[True] > 0
    return None
