"""Keeps Sphinx's hands off an article: its words stay as they were published.

Neither smart quotes nor translations may touch them, or what the callouts, the notes and the
indexes quote would not be found in the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.nodes import is_translatable

from briefbook.sphinx.nodes import article_text, provenance, removed

if TYPE_CHECKING:
    from collections.abc import Iterator


class AsPublished(SphinxTransform):
    """Runs when Sphinx knows what can be translated (priority 10) and has not yet done so (20)."""

    default_priority: ClassVar[int] = 15

    def apply(self, **kwargs: Any) -> None:
        for node in self._published():
            for text in node.findall(is_translatable):
                cast("nodes.Element", text)["translatable"] = False

    def _published(self) -> Iterator[nodes.Element]:
        """The article's title, its record, its text with callouts and notes, and what is left out.

        Smart quotes are already kept from all but the title, which may be the publisher's own.
        """
        for node in self.document.findall(provenance):
            for title in node.parent.findall(nodes.title):
                title["support_smartquotes"] = False
                yield title
                break
        for kind in (provenance, article_text, removed):
            yield from self.document.findall(kind)
