"""What the book prints in its own way: its front page, indexes, and the record of its articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefbook.printed import dates, front, notes, of_article, sources
from briefbook.printed.bodies import mentions

if TYPE_CHECKING:
    from briefbook.sphinx.views.view import Fill

VIEWS: Final[dict[str, Fill]] = {
    "annotation-index": notes.annotation_index,
    "cards": front.nothing,
    "date-index": dates.date_index,
    "edition": front.nothing,
    "front-articles": front.nothing,
    "front-next": front.nothing,
    "front-ways": front.nothing,
    "front-who": front.nothing,
    "glance": of_article.glance,
    "key-dates": front.nothing,
    "mentions": mentions,
    "source-index": sources.source_index,
    "summary": front.nothing,
}
"""What stands in print in the place of a view, by its name; of others the view itself."""
