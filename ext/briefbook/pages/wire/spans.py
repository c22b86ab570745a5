"""The spans of an article's text: MyST keeps a bracketed span's classes and no other attribute."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

QUOTATION: Final = "quotation"
REPORTED: Final = "reported"
"""A span around a source's words that are not in quotation marks."""
LABEL: Final = "label"
ANNOTATED: Final = "annotated"
BY_EDITOR: Final = "by-editor"
"""A span around the name of a body that an editor linked."""
REST: Final = "rest"
"""A span around the second and further pieces of a role that is cut."""

_SAID: Final = "said-"
_BEGINS: Final = "from-"
_ENDS: Final = "to-"


def said(numbers: Iterable[int]) -> tuple[str, ...]:
    """Classes of a span of words that these attributions, counted from 1, are of."""
    return tuple(f"{_SAID}{number}" for number in numbers)


def attributions(classes: Iterable[str]) -> list[int]:
    """The attributions that the words of a span are of."""
    return _numbers(list(classes), _SAID)


def passage_begins(numbers: Iterable[int]) -> tuple[str, ...]:
    """Classes of a span with which the passages of these notes begin."""
    return tuple(f"{_BEGINS}{number}" for number in numbers)


def passage_ends(numbers: Iterable[int]) -> tuple[str, ...]:
    """Classes of a span with which the passages of these notes end."""
    return tuple(f"{_ENDS}{number}" for number in numbers)


def passages(classes: Iterable[str]) -> tuple[list[int], list[int]]:
    """The notes whose passages begin, and those whose passages end, with a span."""
    names = list(classes)
    return _numbers(names, _BEGINS), _numbers(names, _ENDS)


def _numbers(classes: list[str], prefix: str) -> list[int]:
    return [int(name.removeprefix(prefix)) for name in classes if name.startswith(prefix)]
