"""Long words: LaTeX would let them leave the page, and some thousands of letters upset XeTeX."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, ClassVar, Final

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

_LONG_WORD: Final = re.compile(r"\S{41,}")
_PIECE: Final = 10
"""Characters between two places where a word of more than 40 may break."""

_VERBATIM: Final = (nodes.FixedTextElement, nodes.math)


class BreakableWords(SphinxPostTransform):
    """Gives long words places to break; no character is added."""

    builders = ("latex",)
    default_priority: ClassVar[int] = 900

    def run(self, **kwargs: Any) -> None:
        for text in list(self.document.findall(nodes.Text)):
            if not isinstance(text.parent, _VERBATIM) and _LONG_WORD.search(text):
                text.parent.replace(text, _pieces(text))


def _pieces(text: str) -> list[nodes.Node]:
    ends = [
        end
        for word in _LONG_WORD.finditer(text)
        for end in range(word.start() + _PIECE, word.end(), _PIECE)
    ]
    made: list[nodes.Node] = []
    for start, end in pairwise([0, *ends, len(text)]):
        if start:
            made.append(nodes.raw("", r"\allowbreak{}", format="latex"))
        made.append(nodes.Text(text[start:end]))
    return made
