"""Draws how a book of volumes is made, of the project's own rules: ``tox run -e images``.

The volumes are those into which a book of three years is divided, the steps those of the Snakefile:
a step that it gains or loses ends this program.
"""

from __future__ import annotations

import re
from math import hypot
from pathlib import Path

from briefbook.volumes.division import YEAR, divide
from briefbook.volumes.run import SNAKEFILE

_INK, _LINE = "#1a1a1a", "#1f3a5f"
_SIZE = 720, 372
_STEPS = {"volume", "pdf", "cover", "check", "book"}
"""A volume's HTML and its PDF are one box; the book is what the check has gone through."""

Box = tuple[float, float, float, float]
"""Left, top, width, height."""


def draw() -> str:
    """The drawing as SVG: plain shapes, and no faces but those that every system has."""
    found = set(re.findall(r"^rule (\w+):", SNAKEFILE.read_text("utf-8"), re.MULTILINE))
    if found != _STEPS:
        raise SystemExit(f"the Snakefile has the steps {sorted(found)}: draw them")
    months = {f"{year}-{month:02d}": 80 for year in (2021, 2022, 2023) for month in range(1, 13)}
    volumes = divide(months, YEAR)
    seeds, plan, cover, check = (
        _box(16, 102, 104),
        _box(176, 102, 92),
        _box(560, 102),
        _box(560, 292),
    )
    pages = _box(338, 292)
    beside = [(338.0, 52.0 + 60 * number, 144.0, 48.0) for number in range(len(volumes))]
    height = 36 + 60 * len(volumes)
    parts = [
        f'<rect x="322" y="20" width="176" height="{height}" rx="6" fill="#eef2f7"/>',
        _text(410, 40, "side by side", size=13, colour="#4a5568"),
        *_labelled(seeds, "seeds, notes"),
        *_labelled(plan, "plan"),
    ]
    for box, volume in zip(beside, volumes, strict=True):
        parts += _labelled(box, f"volume {volume.title}")
    parts += _labelled(cover, "cover")
    parts += _labelled(check, "links checked")
    parts += _labelled(pages, "one folder", "of HTML")
    parts += [*_arrow((120, 130), (176, 130)), _said(148, 122, "marks")]
    for _left, top, _width, height in beside:
        parts += _arrow((268, 130), (338, top + height / 2))
        parts += _arrow((482, top + height / 2), (560, 130))
    parts += [
        _said(532, 84, "summaries"),
        *_arrow((410, 236), (410, 292)), _said(438, 269, "pages"),
        *_arrow((620, 158), (470, 292)), _said(573, 229, "pages"),
        *_arrow((482, 320), (560, 320)),
    ]  # fmt: skip
    width, height = _SIZE
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
    return "\n".join(
        [
            f'{head} width="{width}" height="{height}" role="img">',
            "<title>How a book of volumes is made</title>",
            f'<rect width="{width}" height="{height}" rx="8" fill="#ffffff"/>',
            *parts,
            "</svg>\n",
        ]
    )


def _box(left: float, top: float, width: float = 144) -> Box:
    return left, top, width, 56


def _labelled(box: Box, *lines: str) -> list[str]:
    left, top, width, height = box
    shape = f'<rect x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}" rx="4" '
    shape += f'fill="#ffffff" stroke="{_LINE}" stroke-width="1.5"/>'
    first = top + height / 2 + 5 - 9 * (len(lines) - 1)
    middle = left + width / 2
    texts = [_text(middle, first + 18 * number, line) for number, line in enumerate(lines)]
    return [shape, *texts]


def _said(x: float, y: float, words: str) -> str:
    return _text(x, y, words, size=14, colour=_LINE, style=' font-style="italic"')


def _text(
    x: float, y: float, words: str, *, size: int = 15, colour: str = _INK, style: str = ""
) -> str:
    return (
        f'<text x="{x:g}" y="{y:g}" font-family="Source Sans Pro, sans-serif" '
        f'font-size="{size}"{style} text-anchor="middle" fill="{colour}">{words}</text>'
    )


def _arrow(start: tuple[float, float], end: tuple[float, float]) -> list[str]:
    """A line whose head ends two points before ``end``."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    along = (end[0] - start[0]) / length, (end[1] - start[1]) / length

    def back(by: float, aside: float = 0) -> tuple[float, float]:
        return (
            end[0] - by * along[0] - aside * along[1],
            end[1] - by * along[1] + aside * along[0],
        )

    x, y = back(11)
    head = " ".join(f"{x:.1f},{y:.1f}" for x, y in (back(2), back(11, 4.5), back(11, -4.5)))
    ends = f'x1="{start[0]:g}" y1="{start[1]:g}" x2="{x:.1f}" y2="{y:.1f}"'
    return [
        f'<line {ends} stroke="{_LINE}" stroke-width="1.5"/>',
        f'<polygon points="{head}" fill="{_LINE}"/>',
    ]


if __name__ == "__main__":
    Path(__file__).with_suffix(".svg").write_text(draw(), "utf-8")
