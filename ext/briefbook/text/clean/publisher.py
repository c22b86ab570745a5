"""The publisher, where a seed's own lines name it: in sign-up offers or a copyright notice."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# "with Axios Closer", "the Gazette newsletter": names in the places where offers put the product.
_PRODUCT = re.compile(
    r"\b(?:with|to|for|from|by|the|of|on|get|read|"
    r"join)(?: the)?((?: [A-Z][\w&.'’]*(?:/[A-Z]\w*)?){1,5})"
)
_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|(?i:copyright))(?: ?©)?(?: ?\d{4}(?: ?[-–] ?\d{4})?)?,? (?:by )?"
    r"(?P<holder>[A-Z][\w&.'’-]*(?: (?:[A-Z][\w&.'’-]*|of|and|for|the|de|&)){0,6}?)"
    r"(?:[.,]? (?i:all rights)|[.,]? (?:LLC|Inc|Ltd|GmbH|plc)\b|[.,]?$)"
)
_SEPARATOR = re.compile(r"[|·•–—]|::|(?: |^)-(?: |$)")

MIN_OFFERS = 3
"""Offers that must agree: one alone may name a section, a town or an editor."""


def publisher_of_offers(offers: Iterable[str]) -> str | None:
    """The name that opens the products of most offers: "Axios" of "Axios AM", "Axios Pro Rata"."""
    runs: list[tuple[str, ...]] = []
    for offer in dict.fromkeys(offers):
        runs += {tuple(run.split()) for run in _PRODUCT.findall(offer)}
    name: tuple[str, ...] = ()
    while True:
        longer = Counter(
            run[: len(name) + 1]
            for run in runs
            if len(run) > len(name) and run[: len(name)] == name
        )
        if not longer:
            break
        (best, count), *others = longer.most_common(2)
        # A word more belongs to the name only if hardly any product goes on differently.
        enough = count >= MIN_OFFERS and count >= 2 * (others[0][1] if others else 0)
        if not enough or (name and count < 0.8 * sum(run[: len(name)] == name for run in runs)):
            break
        name = best
    words = " ".join(name).rstrip(".,'’").removesuffix("'s").removesuffix("’s")
    return words or None


def publisher_of_page_title(title: str, page_titles: Iterable[str]) -> str | None:
    """The site's name behind the headline, last of what follows it: "Title | World | Gazette"."""
    for page_title in page_titles:
        if page_title != title and page_title.startswith(title):
            name = _SEPARATOR.split(page_title[len(title) :])[-1].strip()
            if name:
                return name
    return None


def publisher_of_notice(notices: Iterable[str]) -> str | None:
    """The holder that a copyright notice names."""
    for notice in notices:
        match = _COPYRIGHT.search(notice)
        if match is not None:
            return match["holder"].rstrip(".,")
    return None
