"""Puts each callout at the line of the words it is of, reckoned from their characters.

The column of text has one width wherever it has a margin, so its lines can be told beforehand,
nearly. Where they are told wrongly a callout stands a line off; none can meet another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes

from briefbook.sphinx.nodes import annotated, annotation, article_block, callout, said

if TYPE_CHECKING:
    from briefbook.sphinx.nodes import article_text

MOST_DOWN: Final = 30
"""Lines of the text that a callout can be moved down by; the style sheet has a class for each."""

_LINE: Final = 69
"""Characters that fill a line of the text."""
_BESIDE: Final = 34
"""Characters that fill a line of the margin."""
_TEXT_LEADING, _LEADING, _GAP = 29, 20, 16
"""Pixels: a line of the text, a line of the margin, and between callouts."""


def place_at_lines(text: article_text) -> None:
    """Give the callouts of each block the classes that move them down to their words' lines."""
    for block in text.findall(article_block):
        callouts = [child for child in block.children if isinstance(child, callout)]
        if not callouts:
            continue
        begins = _where_words_begin(block[0])
        lines = _lines(block[0].astext(), sorted(begins.values()))
        used = 0
        for node in callouts:
            key = str(node["number"]) if isinstance(node, annotation) else node["ids"][0]
            wanted = _TEXT_LEADING * lines[begins[key]] if key in begins else 0
            down = min(max(0, wanted - used) // _TEXT_LEADING, MOST_DOWN)
            if down:
                node["classes"].append(f"brief-down-{down}")
            used += down * _TEXT_LEADING + _height(node) + _GAP


def _where_words_begin(paragraph: nodes.Node) -> dict[str, int]:
    """Characters from the block's beginning, by the id of a source's callout, a note's number."""
    begins: dict[str, int] = {}
    offset = 0
    for node in paragraph.findall():
        if isinstance(node, nodes.Text):
            offset += len(node)
        elif isinstance(node, said):
            for callout_id in node["said"]:
                begins.setdefault(callout_id, offset)
        elif isinstance(node, annotated):
            for number in node["begins"]:
                begins.setdefault(str(number), offset)
    return begins


def _lines(text: str, offsets: list[int]) -> dict[int, int]:
    """By offset, in order, the line of the text that it stands in, from 0."""
    found: dict[int, int] = {}
    line = at = start = 0
    waiting = iter([*offsets, len(text) + 1])
    wanted = next(waiting)
    for word in text.split(" "):
        end = at + len(word)
        if end - start > _LINE and at > start:
            line, start = line + 1, at
        while wanted <= end:
            found[wanted] = line
            wanted = next(waiting)
        at = end + 1
    return found


def _height(node: callout) -> int:
    return sum(_LEADING * (1 + len(part.astext()) // _BESIDE) for part in node.children)
