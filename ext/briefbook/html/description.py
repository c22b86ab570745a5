"""What a page's head says of it to those who have not opened it yet: description and picture."""

from __future__ import annotations

import re
from html import escape, unescape
from textwrap import shorten
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes

from briefbook.sphinx.nodes import article_text

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_LONGEST: Final = 160
"""Characters of a description; search engines show about as many."""
_FAVICON: Final = "_static/briefbook/favicon.svg"


def describe(
    app: Sphinx,
    pagename: str,
    template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """``html-page-context``: name both, unless the project has its own."""
    if app.builder.name == "epub":
        return
    if not context.get("favicon_url"):
        context["favicon_url"] = context["pathto"](_FAVICON, resource=True)
    tags: str = context.get("metatags", "")
    if 'name="description"' not in tags:
        title = unescape(re.sub("<[^>]*>", "", context.get("title", "")))
        words = _first_words(doctree) or f"{title} – {app.config.project}"
        content = escape(shorten(words, _LONGEST, placeholder=" …"))
        context["metatags"] = f'{tags}\n<meta name="description" content="{content}">'


def _first_words(doctree: nodes.document | None) -> str:
    """What an article, or else the page, begins with."""
    if doctree is None:
        return ""
    start: nodes.Element = next(iter(doctree.findall(article_text)), doctree)
    paragraphs = (each.astext() for each in start.findall(nodes.paragraph))
    return next((text for text in paragraphs if len(text) >= _LONGEST / 2), "")
