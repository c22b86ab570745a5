"""Cuts the faces into subsets by script, as WOFF2, and writes the style sheet that names them.

The same packages give the same bytes.
"""

from __future__ import annotations

import logging
from hashlib import blake2b
from importlib import resources
from io import BytesIO
from typing import TYPE_CHECKING, Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from briefbook.html.typefaces.faces import ANDROID, FACES, RANGES, REST, STAND_INS, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefbook.html.typefaces.faces import Face, StandIn

_FEATURES = ["tnum"]
"""Kept beside those without which text is not set right: figures of one width, for columns."""

_NAMES_OF_OTHERS = (3, 16, 17, 18, 21, 22, 25)
"""What the name table says of the family besides what is written anew."""


LATE = ("optional", "swap")
"""What is done with a face that comes late: nothing, lest lines move; or it is shown even so."""


_GAP = 9
"""How far apart two code points may stand and be written as one range."""


def all_files() -> Iterator[tuple[str, bytes]]:
    """Each file's name below the folder of static files, and its bytes."""
    logging.getLogger("fontTools").setLevel(logging.WARNING)  # it tells of every step
    sheet = [
        "/* Cut from Source Serif 4 and Source Sans 3 (SIL Open Font License, beside the files). */"
    ]
    for face in FACES:
        raw = source(face)
        parts = subsets(raw)
        for name, points in parts.items():
            made = cut(raw, face, points)
            file = f"{face.slug}-{name}.{blake2b(made, digest_size=4).hexdigest()}.woff2"
            yield f"briefbook/fonts/{file}", made
            others = {each for part in parts.values() for each in part} - set(points)
            sheet.append(_rule(face, file, unicode_range(points, others)))
    for package in sorted({face.package for face in FACES}):
        licence = resources.files(package) / "LICENSE"
        name = package.removeprefix("fontpkg_").replace("_", "-")
        yield f"briefbook/fonts/{name}-licence.txt", licence.read_bytes()
    sheet += [_stand_in(each, "Fallback") for each in STAND_INS]
    sheet += [_stand_in(each, "Fallback 2") for each in ANDROID]
    text = "\n".join(sheet) + "\n"
    yield "briefbook/fonts.css", text.encode()
    # For pages that are opened as files: nothing is asked for early there, and nothing far away.
    yield "briefbook/fonts-late.css", text.replace(f": {LATE[0]};", f": {LATE[1]};").encode()


def source(face: Face) -> bytes:
    """The file of a face, as its package installed it."""
    return (resources.files(face.package) / "files" / face.file).read_bytes()


def subsets(raw: bytes) -> dict[str, list[int]]:
    """By subset, the code points that the font has, in order; none that has none."""
    with _opened(raw) as font:
        left = set(font.getBestCmap())
    found = {}
    for name, ranges in RANGES.items():
        points = {point for first, last in ranges for point in range(first, last + 1)} & left
        left -= points
        found[name] = sorted(points)
    found[REST] = sorted(left)
    return {name: points for name, points in found.items() if points}


def cut(raw: bytes, face: Face, points: Iterable[int]) -> bytes:
    """The glyphs of these code points, with what is kept of the axes, as WOFF2."""
    options = Options()
    options.hinting = False
    options.notdef_outline = True
    options.layout_features = [*options.layout_features, *_FEATURES]
    options.name_IDs = ["*"]
    subsetter = Subsetter(options=options)
    subsetter.populate(unicodes=points)
    small = BytesIO()
    with _opened(raw) as font:
        subsetter.subset(font)
        font.save(small)
    made = BytesIO()
    # Opened anew: the instancer stumbles over tables that a subsetter has half read.
    with _opened(small.getvalue()) as font:
        instancer.instantiateVariableFont(font, dict(face.limits), inplace=True, optimize=False)
        _name(font, face)
        font.flavor = "woff2"
        font.save(made)
    return made.getvalue()


def _opened(raw: bytes) -> Any:
    return TTFont(BytesIO(raw), lazy=True, recalcTimestamp=False)


def _name(font: Any, face: Face) -> None:
    """Call it what the book does; whose it is and under which licence stays."""
    style = "Italic" if face.italic else "Regular"
    new = {
        1: face.family,
        2: style,
        4: f"{face.family} {style}",
        6: f"{face.family.replace(' ', '')}-{style}",
    }
    table = font["name"]
    table.names = [each for each in table.names if each.nameID not in _NAMES_OF_OTHERS]
    for identifier, words in new.items():
        table.setName(words, identifier, 3, 1, 0x409)


def _rule(face: Face, file: str, characters: str) -> str:
    style = "font-style: italic; " if face.italic else ""
    return (
        f'@font-face {{ font-family: "{face.family}"; {style}'
        f"font-weight: {WEIGHTS[0]} {WEIGHTS[1]}; font-display: {LATE[0]}; "
        f'src: url("fonts/{file}") format("woff2"); unicode-range: {characters} }}'
    )


def _stand_in(each: StandIn, suffix: str) -> str:
    style = "font-style: italic; " if each.italic else ""
    names = ", ".join(f'local("{name}")' for name in each.local)
    return (
        f'@font-face {{ font-family: "{each.family} {suffix}"; {style}'
        f"font-weight: {each.weight}; src: {names}; size-adjust: {each.width * 100:.1f}%; "
        f"ascent-override: {each.ascent / each.width:.1f}%; "
        f"descent-override: {each.descent / each.width:.1f}%; line-gap-override: 0% }}"
    )


def unicode_range(points: list[int], others: set[int]) -> str:
    """CSS's way to write code points, given in order; none of ``others`` is among them.

    Short gaps that no subset fills are written over, so that the sheet is a third as long: at the
    worst a file is asked for in vain.
    """
    spans: list[list[int]] = []
    for point in points:
        if spans and point - spans[-1][1] <= _GAP and others.isdisjoint(range(spans[-1][1], point)):
            spans[-1][1] = point
        else:
            spans.append([point, point])
    return ", ".join(
        f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in spans
    )
