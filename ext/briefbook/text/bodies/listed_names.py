"""Several bodies named under one word: "the Departments of Justice, Treasury, and State".

Also "the State and Defense departments" and "the Russian foreign and defence ministries". Each
item is looked up as if it stood alone with the word; the one country in which all of a list have
their place decides whose they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefbook.text.bodies.national_names import owner_before
from briefbook.text.bodies.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_HEADS = {
    "committees": "Committee",
    "departments": "Department",
    "ministries": "Ministry",
}
_PLURAL = re.compile(r"\b(?:[Cc]ommittees|[Dd]epartments|[Mm]inistries)\b")
_ENDINGS = ("ommittees", "epartments", "inistries")
"""Asked for first: the pattern takes longer to find nothing."""
_NAME = r"[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3}"
_LIST_AFTER = re.compile(rf" (?:of|for) (?:the )?{_NAME}(?:(?:,? and |, )(?:the )?{_NAME}){{1,9}}")
_LIST_BEFORE = re.compile(r"(?:[\w'-]+ ){0,3}[\w'-]+(?:, [\w'-]+){0,8},? and [\w'-]+ $")
_BREAK = re.compile(r",? and |, ")
_ARTICLE = re.compile(r"(?:of |for )?(?:the )?")
_REACH = 160
"""Characters looked at on either side of the word."""


def listed_names(
    text: str, look_up: Callable[[str], Surface | None]
) -> Iterator[tuple[int, int, Surface]]:
    """Each item of a list under one plural word: start, end, meaning; ``text`` is folded."""
    if not any(ending in text for ending in _ENDINGS):
        return
    for match in _PLURAL.finditer(text):
        head = _HEADS[match.group().lower()]
        after = _LIST_AFTER.match(text, match.end(), match.end() + _REACH)
        if after is not None:
            items = _items(text, *after.span(), head, look_up)
            yield from _named(text, match.start(), items, head, look_up)
            continue
        before = _LIST_BEFORE.search(text, max(0, match.start() - _REACH), match.start())
        if before is not None:
            # What stands before the first item, and not in a comma's reach, is no part of it.
            items = _items(text, before.start(), match.start() - 1, head, look_up)
            first_start, first_end = items[0]
            items[0] = (text.rfind(" ", first_start, first_end) + 1 or first_start, first_end)
            yield from _named(text, items[0][0], items, head, look_up)


def _items(
    text: str, start: int, end: int, head: str, look_up: Callable[[str], Surface | None]
) -> list[tuple[int, int]]:
    """Where the items stand; "Health and Human Services" is one where that is a body's name."""
    spans: list[tuple[int, int]] = []
    at = start
    for stop in [*_BREAK.finditer(text, start, end), None]:
        item_end = stop.start() if stop else end
        lead = _ARTICLE.match(text, at + (text[at] == " "))
        item = (lead.end() if lead else at, item_end)
        joined = (spans[-1][0], item_end) if spans else item
        if " and " in text[slice(*joined)] and _meaning(text[slice(*joined)], head, look_up):
            spans[-1] = joined
        else:
            spans.append(item)
        at = stop.end() if stop else end
    return spans


def _named(
    text: str,
    owner_at: int,
    items: list[tuple[int, int]],
    head: str,
    look_up: Callable[[str], Surface | None],
) -> Iterator[tuple[int, int, Surface]]:
    """The items that have a meaning; ``owner_at`` is where a country may end before them."""
    meanings = [_meaning(text[start:end], head, look_up) for start, end in items]
    owner = owner_before(text, owner_at)
    if owner is not None:
        country: str | None = owner[1]
    else:
        known = [set(meaning.offices) for meaning in meanings if meaning is not None]
        shared = set.intersection(*known) if len(known) > 1 else set()
        country = next(iter(shared)) if len(shared) == 1 else None
    for (start, end), meaning in zip(items, meanings, strict=True):
        if meaning is None:
            continue
        body = meaning.offices.get(country) if country is not None else meaning.owner
        if body is not None:
            yield start, end, Surface(text=text[start:end], owner=body)


def _meaning(item: str, head: str, look_up: Callable[[str], Surface | None]) -> Surface | None:
    words = (word if word == "and" else word[:1].upper() + word[1:] for word in item.split(" "))
    name = " ".join(words)
    for form in (f"{head} of {name}", f"{name} {head}", f"{head} of the {name}"):
        if surface := look_up(form):
            return surface
    return None
