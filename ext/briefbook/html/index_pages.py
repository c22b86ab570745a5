"""Style sheets that only the pages of the book's indexes need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from briefbook.pages.index_pages import INDEXES
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.nodes import choices

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

_STYLES: Final = {
    "date-index": ("indexes", "choices"),
    "source-index": ("indexes", "shapes"),
    "front-ways": ("shapes", "front"),
}
"""By the name of a view, the sheets that it needs."""


def add_index_styles(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.Node | None
) -> None:
    """``html-page-context``: name the sheets of the views that a page shows."""
    if app.builder.name == "epub":
        return
    domain = brief_domain(app.env)
    divided = {
        INDEXES[name].view
        for name, division in domain.divisions.items()
        if division.parts and domain.divides
    }
    places = domain.places
    pages = places.values() if app.builder.name == "singlehtml" else [places.get(pagename, ())]
    views = {view for page in pages for view in page}
    if pagename in domain.parts:
        views.add(domain.parts[pagename][0])
    has_choices = doctree is None or any(
        each["group"] == "dates" for each in doctree.findall(choices)
    )
    for style in dict.fromkeys(style for view in sorted(views) for style in _STYLES.get(view, ())):
        if style != "choices" or has_choices:
            app.add_css_file(f"briefbook/{style}.css")
    if views & divided:
        app.add_css_file("briefbook/parts.css")
