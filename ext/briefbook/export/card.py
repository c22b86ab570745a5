"""Pictures of articles for those who show what is linked to: title, publisher, date, as PNG.

Typst draws them, which makes the PDF as well. The words go to it as data, so that nothing in a
title is code. A title in a script that the fonts do not have is left out: it would be a row of
boxes.
"""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict, dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import typst

from briefbook.export.escaped import on_one_line
from briefbook.pdf.fonts import FAMILIES, copy_fonts

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH: Final = 1200
HEIGHT: Final = 630
"""Pixels: what those who show pictures ask for."""
_LONGEST: Final = 200
"""Characters of a title that are drawn."""
_TOGETHER: Final = 50
"""Cards of one run of Typst, which holds all their pixels at a time."""


_FONTS: Final = dict(zip(("serif", "sans"), FAMILIES.values(), strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card says."""

    book: str
    title: str
    source: str
    """Publisher and date."""


def card_file(seed: str, *, in_address: bool = True) -> str:
    """The card's name below the folder of exports: as an address has it, or as a file does."""
    return f"cards/{quote(seed, safe='') if in_address else seed}.png"


def draw(cards: Sequence[Card]) -> list[bytes]:
    """The pictures, in order."""
    if not cards:
        return []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fonts = folder / "fonts"
        fonts.mkdir()
        covered = copy_fonts(fonts)
        template = folder / "card.typ"
        template.write_bytes((resources.files("briefbook.export") / "card.typ").read_bytes())
        found: list[bytes] = []
        for start in range(0, len(cards), _TOGETHER):
            shown = [_drawn(each, covered) for each in cards[start : start + _TOGETHER]]
            made = typst.compile(
                str(template),
                root=str(folder),
                font_paths=[str(fonts)],
                ignore_system_fonts=True,
                format="png",
                ppi=72,
                sys_inputs={"cards": json.dumps(shown), "fonts": json.dumps(_FONTS)},
            )
            # Of one page it hands out no list, whatever its types say.
            pictures: bytes | list[bytes | None] | None = made
            found += [pictures] if isinstance(pictures, bytes) else filter(None, pictures or ())
    return found


def _drawn(card: Card, covered: set[int]) -> dict[str, str]:
    words = {name: on_one_line(text) for name, text in asdict(card).items()}
    title = words["title"]
    if len(title) > _LONGEST:
        title = title[: title.rfind(" ", 0, _LONGEST) + 1 or _LONGEST].rstrip() + " …"
    words["title"] = title if {*map(ord, title)} <= covered else ""
    return words
