"""Which edition the book is, and what is new in it, for the front page and the colophon.

Without a file of editions nothing is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes

from briefbook.sphinx.store import Store
from briefbook.sphinx.views.context import joined
from briefbook.sphinx.views.view import view
from briefbook.words import NN_, _, in_words, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefbook.sphinx.edition import EditionNews
    from briefbook.sphinx.views.context import ViewContext
    from briefbook.text.editions import Changes

MOST: Final = 5
"""Articles that are named; of more, it is said how many they are."""


@view("edition", shows=("articles",), note=Store.note_edition)
def edition_news(context: ViewContext) -> list[nodes.Node]:
    """A paragraph: the edition, and what it brought."""
    news = context.domain.editions[context.docname]
    if news is None:
        return []
    return [nodes.paragraph("", "", *told(context, news), classes=["brief-edition"])]


def told(context: ViewContext, news: EditionNews) -> list[nodes.Node]:
    """Number and day of the last edition, what it changed, and what has changed since."""
    parts: list[nodes.Node] = [
        nodes.strong("", _("Edition {number}").format(number=news.number)),
        nodes.Text(f", {in_words(news.date)}."),
    ]
    if news.number > 1 and news.brought:
        since = _("New since edition {number}:").format(number=news.number - 1)
        parts += [nodes.Text(f" {since} "), *_counted(context, news.brought), nodes.Text(".")]
    if news.since:
        later = _("Not in an edition yet:")
        parts += [nodes.Text(f" {later} "), *_counted(context, news.since), nodes.Text(".")]
    return parts


def _counted(context: ViewContext, changes: Changes) -> list[nodes.Node]:
    parts: list[list[nodes.Node]] = []
    if changes.new:
        parts.append(
            _articles(
                context,
                changes.new,
                ngettext("{number} article", "{number} articles", len(changes.new)),
            )
        )
    if changes.changed:
        parts.append(
            _articles(
                context,
                changes.changed,
                ngettext(
                    "{number} changed article", "{number} changed articles", len(changes.changed)
                ),
            )
        )
    counted = (
        (changes.gone, NN_("{number} article withdrawn", "{number} articles withdrawn")),
        # Where an article errs is a note; this is where rules did.
        (
            changes.corrections,
            NN_("{number} correction of marks", "{number} corrections of marks"),
        ),
        (changes.notes, NN_("{number} note", "{number} notes")),
    )
    parts += [[nodes.Text(ngettext(*forms, count))] for count, forms in counted if count]
    return joined(parts, ", ")


def _articles(context: ViewContext, seeds: Iterable[str], words: str) -> list[nodes.Node]:
    """How many, and of a few which."""
    pages = [page for seed in seeds if (page := context.domain.page_of(seed)) is not None]
    links = [context.article_link(page) for page in pages if page in context.domain.articles]
    if not links or len(links) > MOST:
        return [nodes.Text(words)]
    return [nodes.Text(f"{words} ("), *joined(links, "; "), nodes.Text(")")]
