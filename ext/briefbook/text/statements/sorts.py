"""Sorts of institutions: "the ministry" takes up a ministry named before, and no company."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefbook.text.lang.load import language

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_ENGLISH = language("en")
_TOLD_BY_NAME: Final = (
    _ENGLISH.lists["ministries"],
    _ENGLISH.lists["courts"],
    _ENGLISH.lists["councils"],
    _ENGLISH.lists["commissions"],
    _ENGLISH.lists["committees"],
    _ENGLISH.lists["campaigns"],
    _ENGLISH.lists["clubs"],
)
"""Sorts whose names have one of these words: what does not, is none of the sort."""
_SORTS: Final = (
    *_TOLD_BY_NAME,
    _ENGLISH.lists["agencies"],
    _ENGLISH.lists["unions"],
    _ENGLISH.lists["companies"],
)
_OF_ANY: Final = _ENGLISH.lists["of-any-sort"]
"""Nouns that take up an institution of any sort: "the group"."""


def is_of_sort(noun: str, words: AbstractSet[str]) -> bool:
    """Whether "the ``noun``" may take up an institution of whose names ``words`` are; all small."""
    if noun in _OF_ANY or noun in words:
        return True
    if any(noun in sort for sort in _TOLD_BY_NAME):
        return any(noun in sort and not sort.isdisjoint(words) for sort in _TOLD_BY_NAME)
    told = [sort for sort in _SORTS if not sort.isdisjoint(words)]
    return not told or any(noun in sort for sort in told)
