"""Names as an index has them: persons by surname, articles last."""

from __future__ import annotations

import re
from typing import Final

_PARTICLES: Final = frozenset(
    {"af", "al", "ap", "av", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du"}
    | {"el", "ibn", "la", "le", "ten", "ter", "van", "vom", "von", "zu", "zum", "zur", "y", "e"}
)
"""Words in small letters within a name: they follow the given names ("Leyen, Ursula von der")."""

_AFTER: Final = re.compile(r",?\s+(Jr\.?|Sr\.?|[IVX]{1,4})$")
"""What follows a surname, and is no part of it."""

_ARTICLE: Final = re.compile(r"(an?|the)\s+(?=\S)", re.IGNORECASE)


def surname_first(name: str) -> str:
    """``Jane Doe`` as ``Doe, Jane``.

    Names of one word and names in scripts that have no capitals stay as they are: which of their
    parts is the family's cannot be told.
    """
    found = _AFTER.search(name)
    after = f", {found[1]}" if found else ""
    words = (name[: found.start()] if found else name).split()
    if len(words) < 2 or not words[-1][:1].isupper():
        return name
    given = words[:-1]
    particles: list[str] = []
    while len(given) > 1 and given[-1].lower() in _PARTICLES and given[-1].islower():
        particles.insert(0, given.pop())
    return f"{words[-1]}, {' '.join([*given, *particles])}{after}"


def article_last(name: str) -> str:
    """``a senior official`` as ``senior official, a``."""
    found = _ARTICLE.match(name)
    return f"{name[found.end() :]}, {found[1]}" if found else name
