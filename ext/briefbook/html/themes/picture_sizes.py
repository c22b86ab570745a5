"""Says in the page how large its pictures are, so that nothing moves when they come."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from sphinx.util.images import get_image_size

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder

_PICTURE: Final = re.compile(
    r'<img\b(?![^<>]*\s(?:width|height|style)=)([^<>]*?\ssrc="([^"<>]*)"[^<>]*)>'
)


class PictureSizes:
    """The sizes of one build's pictures."""

    def __init__(self, builder: StandaloneHTMLBuilder) -> None:
        self._builder = builder

    def given(self, body: str) -> str:
        """``body`` with the size of each picture of the book that has none; of SVG, too."""
        return _PICTURE.sub(self._with_size, body)

    def _with_size(self, match: re.Match[str]) -> str:
        rest, address = match.groups()
        name = unquote(address).rpartition(f"{self._builder.imagedir}/")[2]
        files = (file for file, shown in self._builder.images.items() if shown == name)
        size = next((get_image_size(Path(self._builder.srcdir) / file) for file in files), None)
        return match[0] if size is None else f'<img width="{size[0]}" height="{size[1]}"{rest}>'
