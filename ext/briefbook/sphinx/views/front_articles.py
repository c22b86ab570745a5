"""The articles on the front page: the newest large, the others in lines."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from docutils import nodes

from briefbook.sphinx.nodes import share_bar
from briefbook.sphinx.review import review_in_words
from briefbook.sphinx.views.article_facts import facts_line, notes_on, published_line
from briefbook.sphinx.views.context import bullets, front_head
from briefbook.sphinx.views.shares import counts_of
from briefbook.sphinx.views.view import view
from briefbook.words import _, in_words, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

from briefbook.sphinx.views.context import ViewContext

LARGE: Final = 3
"""Articles that stand large: the newest."""
IN_LINES: Final = 60
"""Articles in lines of one month each; what is older stands in lines of a year."""


@view(
    "front-articles",
    shows=("articles", "openings", "dates", "mentions", "statements", "annotations"),
    has_directive=False,
)
def front_articles(context: ViewContext) -> list[nodes.Node]:
    """The newest articles large, those before by month in lines, and older ones by year."""
    names = context.domain.in_order()[::-1]
    if not names:
        return [nodes.paragraph("", _("This book has no articles yet."))]
    newest = nodes.container("", front_head(_("Newest")), classes=["brief-newest"])
    trio = nodes.container("", classes=["brief-trio"])
    trio += [_large(context, name) for name in names[:LARGE]]
    newest += trio
    found: list[nodes.Node] = [newest]
    if others := names[LARGE:]:
        found.append(_earlier(context, others))
    return found


def _large(context: ViewContext, docname: str) -> nodes.container:
    article = context.domain.articles[docname]
    node = nodes.container("", classes=["brief-large"])
    has_title = article.title_by != "none"
    if has_title:
        node += nodes.paragraph("", published_line(article), classes=["brief-kind"])
    head = nodes.rubric("", "", *context.article_link(docname), classes=["brief-large-title"])
    head["heading-level"] = 3
    node += head
    if opening := context.domain.openings.get(docname):
        node += nodes.paragraph("", opening, classes=["brief-first-sentence"])
    statements = context.domain.statements.get(docname, [])
    if statements and context.web:
        counts = counts_of(statements)
        node += share_bar("", counts=[(kind.value, number) for kind, number in counts])
    node += nodes.paragraph("", facts_line(context.domain, docname), classes=["brief-large-facts"])
    node += nodes.paragraph("", review_in_words(article), classes=["brief-review"])
    return node


def _earlier(context: ViewContext, names: Sequence[str]) -> nodes.container:
    articles = context.domain.articles
    node = nodes.container("", front_head(_("Earlier, by month")), classes=["brief-earlier"])
    months = nodes.container("", classes=["brief-months"])
    shown = 0
    rest: list[str] = []
    for month, group in groupby(names, key=lambda name: articles[name].published[:7]):
        of_month = list(group)
        if shown and shown + len(of_month) > IN_LINES:
            rest += of_month
            continue
        shown += len(of_month)
        part = nodes.container("", front_head(in_words(month), 3), classes=["brief-month-of"])
        part += bullets([_line(context, name) for name in of_month], "brief-lines")
        months += part
    node += months
    if rest:
        node += bullets(list(_years(context, rest)), "brief-years")
    return node


def _line(context: ViewContext, docname: str) -> list[nodes.Node]:
    article = context.domain.articles[docname]
    day = article.published[8:10].lstrip("0")
    found: list[nodes.Node] = [nodes.inline("", day, classes=["brief-day-of"]), nodes.Text(" ")]
    found += context.article_link(docname)
    told = [article.publisher] if article.publisher and article.title_by != "none" else []
    if notes := notes_on(context.domain, docname):
        told.append(ngettext("{number} note", "{number} notes", notes))
    if told:
        found.append(nodes.inline("", f" {', '.join(told)}", classes=["brief-line-about"]))
    return found


def _years(context: ViewContext, names: Sequence[str]) -> Iterable[list[nodes.Node]]:
    """A line for each year of older articles, which leads to its contents."""
    domain = context.domain
    for year, group in groupby(names, key=lambda name: domain.articles[name].published[:4]):
        page = f"{domain.env.config.briefbook_articles}/{year}/index"
        count = ngettext("{number} article", "{number} articles", len(list(group)))
        has_page = page in domain.env.found_docs
        shown = context.link(page, "", year) if has_page else [nodes.Text(year)]
        yield [*shown, nodes.Text(f" {count}")]
