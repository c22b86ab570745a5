"""What readers are told of who has read an article's marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.timex import in_words

if TYPE_CHECKING:
    from briefbook.sphinx.records import ArticleRecord

NOT_REVIEWED = "Marks found by rules, not yet reviewed"


def review_in_words(article: ArticleRecord) -> str:
    """Who has read the marks and when, or that nobody has yet."""
    if article.reviewed_by is None or article.reviewed_on is None:
        return NOT_REVIEWED
    words = f"Marks reviewed by {article.reviewed_by}, {in_words(article.reviewed_on)}"
    if article.changed:
        words += f"; {article.changed} {'has' if article.changed == 1 else 'have'} changed since"
    return words
