"""What another extension prints of its own making: a call of the template's, with data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import TypeAlias

    Told: TypeAlias = (
        "bool | int | float | str | At | Below | Sequence[Told] | Mapping[str, Told] | None"
    )


@dataclass(frozen=True, slots=True)
class At:
    """A place of the book that the data points to: a document, and an id in it, or none."""

    docname: str
    anchor: str = ""


class Below:
    """The level of headings below the one that stands last."""


class drawn(nodes.General, nodes.Element):
    """Drawn by a function of the template, from data alone.

    Attributes: ``call``, the function's name; ``data``, its named arguments. In them an ``At``
    becomes the number of its place, none where the book has no such place, and in a list nothing;
    ``Below()`` becomes a number, too.
    """


def places_in(told: Told) -> Iterator[At]:
    """Every place that data points to."""
    if isinstance(told, At):
        yield told
    elif isinstance(told, dict):
        for each in told.values():
            yield from places_in(each)
    elif isinstance(told, list | tuple):
        for each in told:
            yield from places_in(each)
