"""What readers are told of who has read an article's marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.words import N_, _, in_words, ngettext

if TYPE_CHECKING:
    from briefbook.sphinx.records import ArticleRecord

NOT_REVIEWED = N_("Marks found by rules, not yet reviewed")


def review_in_words(article: ArticleRecord) -> str:
    """Who has read the marks and when, or that nobody has yet."""
    if article.reviewed_by is None or article.reviewed_on is None:
        return _(NOT_REVIEWED)
    words = _("Marks reviewed by {name}, {day}").format(
        name=article.reviewed_by, day=in_words(article.reviewed_on)
    )
    if article.changed:
        changed = ngettext(
            "{number} has changed since", "{number} have changed since", article.changed
        )
        words += f"; {changed}"
    return words
