"""What is measured: one entry point with one shape of input, of any size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Shape = Callable[[int], str]
"""Text of about so many characters, never more."""


@dataclass(frozen=True, slots=True)
class Case:
    """An entry point and a shape."""

    name: str
    """``ENTRY POINT: SHAPE``."""
    top: int
    """The largest size worth a look: the cap of the input, or what is far above any."""
    make: Callable[[int], Callable[[], object]]
    """For a size, the work to be measured; making the input is no part of it."""


def cases(
    entry: str,
    shapes: Mapping[str, Shape],
    top: int,
    prepare: Callable[[str], Callable[[], object]],
) -> list[Case]:
    """One case a shape; ``prepare`` gives the work for a text."""
    return [
        Case(f"{entry}: {name}", top, partial(_work, prepare, shape))
        for name, shape in shapes.items()
    ]


def _work(
    prepare: Callable[[str], Callable[[], object]], shape: Shape, size: int
) -> Callable[[], object]:
    return prepare(shape(size))


def times(atom: str) -> Shape:
    """``atom`` again and again."""
    return lambda size: atom * (size // len(atom))


def numbered(template: str) -> Shape:
    """``template`` again and again, ``{}`` six digits that are never the same."""
    length = len(template) + template.count("{}") * 4
    return lambda size: "".join(template.replace("{}", f"{i:06}") for i in range(size // length))
