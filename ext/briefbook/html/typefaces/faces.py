"""Which faces the book is set in, how they are cut, and what stands in until they have come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SERIF: Final = "Brief Serif"
SANS: Final = "Brief Sans"
"""What the book calls its families. Theirs is reserved by the licence: a subset may not bear it."""

WEIGHTS: Final = (400, 600)
"""The lightest and the boldest; all between them can be had."""

_TEXT: Final = 14
"""The optical size of running text. All sizes would make the files twice as large."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A file of a package, and what is kept of the axes along which it varies."""

    family: str
    package: str
    file: str
    italic: bool = False
    limits: dict[str, float | tuple[float, float]]

    @property
    def slug(self) -> str:
        """How its files' names begin."""
        return self.family.lower().replace(" ", "-") + ("-italic" if self.italic else "")


_SERIF_PACKAGE: Final = "fontpkg_source_serif_4"
_SANS_PACKAGE: Final = "fontpkg_source_sans_3"

FACES: Final = (
    Face(
        family=SERIF,
        package=_SERIF_PACKAGE,
        file="SourceSerif4[opsz,wght].ttf",
        limits={"wght": WEIGHTS, "opsz": _TEXT},
    ),
    Face(
        family=SERIF,
        package=_SERIF_PACKAGE,
        file="SourceSerif4-Italic[opsz,wght].ttf",
        italic=True,
        limits={"wght": WEIGHTS, "opsz": _TEXT},
    ),
    Face(
        family=SANS,
        package=_SANS_PACKAGE,
        file="SourceSans3[wght].ttf",
        limits={"wght": WEIGHTS},
    ),
    Face(
        family=SANS,
        package=_SANS_PACKAGE,
        file="SourceSans3-Italic[wght].ttf",
        italic=True,
        limits={"wght": WEIGHTS},
    ),
)

FIRST: Final = "latin"
"""The subset with which nearly every page does."""

RANGES: Final[dict[str, tuple[tuple[int, int], ...]]] = {
    FIRST: (
        (0x20, 0x7E), (0xA0, 0xFF), (0x131, 0x131), (0x152, 0x153), (0x160, 0x161),
        (0x178, 0x178), (0x17D, 0x17E), (0x192, 0x192), (0x2BB, 0x2BC), (0x2C6, 0x2C6),
        (0x2DA, 0x2DA), (0x2DC, 0x2DC), (0x2000, 0x206F), (0x20AC, 0x20AC), (0x2122, 0x2122),
        (0x2190, 0x2193), (0x2212, 0x2212), (0x2260, 0x2260), (0x2264, 0x2265), (0xFFFD, 0xFFFD),
    ),
    "greek": ((0x370, 0x3FF), (0x1F00, 0x1FFF)),
    "cyrillic": ((0x400, 0x52F), (0x1C80, 0x1C8F), (0x2DE0, 0x2DFF), (0xA640, 0xA69F)),
}  # fmt: skip
"""By subset, its code points, first and last; what is in none makes a subset of its own."""

REST: Final = "more"
"""That subset: letters of Central Europe, Vietnam and phonetics, and signs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """A face of the reader's system, made as wide and as high as ours: nothing moves later.

    ``width`` is what our face's letters measure of its own, over the text of an article; heights
    are ours, hundredths of an em.
    """

    family: str
    local: tuple[str, ...]
    """The names that systems have for it; those in one tuple measure the same."""
    weight: str = "400 599"
    italic: bool = False
    width: float
    ascent: float
    descent: float


def _serif(width: float, *local: str, weight: str = "400 599", italic: bool = False) -> StandIn:
    return StandIn(
        family=SERIF, local=local, weight=weight, italic=italic,
        width=width, ascent=103.6, descent=33.5,
    )  # fmt: skip


def _sans(width: float, *local: str, weight: str = "400 599", italic: bool = False) -> StandIn:
    return StandIn(
        family=SANS, local=local, weight=weight, italic=italic,
        width=width, ascent=102.4, descent=40.0,
    )  # fmt: skip


STAND_INS: Final = (
    _serif(1.174, "Times New Roman", "Liberation Serif", "Tinos"),
    _serif(1.121, "Times New Roman Bold", "Liberation Serif Bold", "Tinos Bold", weight="600 900"),
    _serif(1.083, "Times New Roman Italic", "Liberation Serif Italic", "Tinos Italic", italic=True),
    _sans(0.938, "Arial", "Liberation Sans", "Arimo"),
    _sans(0.896, "Arial Bold", "Liberation Sans Bold", "Arimo Bold", weight="600 900"),
    _sans(0.914, "Arial Italic", "Liberation Sans Italic", "Arimo Italic", italic=True),
)

ANDROID: Final = (_serif(0.996, "Noto Serif"), _sans(0.94, "Roboto"))
"""The same for a system that has none of those."""
