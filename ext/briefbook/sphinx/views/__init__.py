"""What stands where a place directive stood: nodes made late, from the domain's data.

A view is a function from a `ViewContext` to nodes. It runs once for each builder, so that HTML and
PDF built from the same doctrees are both right. A new one is a module of its own, named here.
"""

from __future__ import annotations

from briefbook.sphinx.views import (
    annotation_index,
    cards,
    colophon,
    dates,
    editions,
    front,
    front_articles,
    front_who,
    glossary,
    key_dates,
    mentions,
    of_article,
    sources,
)
from briefbook.sphinx.views.view import VIEWS

__all__ = [
    "VIEWS",
    "annotation_index",
    "cards",
    "colophon",
    "dates",
    "editions",
    "front",
    "front_articles",
    "front_who",
    "glossary",
    "key_dates",
    "mentions",
    "of_article",
    "sources",
]
