"""Gives an article page the structure that its HTML needs, once everything on it is known.

The doctree stays as it was for other builders. The text itself is not touched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import quote

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from briefbook.html.citing import Cited, citations
from briefbook.html.glance_layout import lay_out_glance
from briefbook.html.links import link_to_node
from briefbook.html.nodes import article_tools, paragraph_menu
from briefbook.html.text_layout import lay_out_text
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.index_places import index_places
from briefbook.sphinx.nodes import (
    article_text,
    date_mention,
    glance,
    more,
    provenance,
    removed,
    summary_line,
)
from briefbook.sphinx.views.exports import export_links, has_calendar
from briefbook.words import N_, _, in_words

if TYPE_CHECKING:
    from briefbook.sphinx.domain import BriefDomain
    from briefbook.sphinx.index_places import IndexPlaces
    from briefbook.sphinx.records import ArticleRecord

_TITLES = {
    "editors": N_("title by the editors"),
    "publisher": N_("title by the publisher"),
    "none": N_("no title given"),
}


class ArticleLayout(SphinxPostTransform):
    """Runs when the places are filled and before references, some of them its own, are resolved."""

    formats = ("html",)
    default_priority: ClassVar[int] = 7

    def run(self, **kwargs: Any) -> None:
        for origin in list(self.document.findall(provenance)):
            article = self._domain.articles.get(origin["docname"])
            if article is not None and isinstance(origin.parent, nodes.section):
                self._lay_out_page(origin, article)
        places = index_places(self._domain)
        for text in self.document.findall(article_text):
            lay_out_text(text, places, self.config.language)
        for node in self.document.findall(removed):
            _fold_removed(node)
        for entry in self.document.findall(nodes.definition):
            _fold_checked(entry)
        self._link_dates(places)

    @property
    def _domain(self) -> BriefDomain:
        return brief_domain(self.env)

    def _lay_out_page(self, origin: provenance, article: ArticleRecord) -> None:
        page: nodes.Element = origin.parent
        for title in page.findall(nodes.rubric):
            title["heading-level"] = 2
        page.insert(0, self._kicker(origin["docname"], article))
        page.insert(page.index(origin), _source_line(origin, article))
        tools = self._tools(origin["docname"], article)
        for node in page.findall(glance):
            lay_out_glance(node)
            page.remove(origin)
            node += [tools, origin]
            break
        for text in page.findall(article_text):
            if origin["language"]:
                text["classes"].append(f"language-{origin['language']}")  # docutils: lang="…"
            if tools.parent is None:
                text.parent.insert(text.parent.index(text), tools)
            text.parent.insert(text.parent.index(text) + 1, self._menu(origin, article))
            return

    def _kicker(self, docname: str, article: ArticleRecord) -> nodes.paragraph:
        """The month of publication, above the title, as a link to the month's articles."""
        kicker = nodes.paragraph("", classes=["brief-kicker"])
        words = nodes.inline("", in_words(article.published[:7]))
        month = docname.rpartition("/")[0] + "/index"
        has_page = month in self.env.found_docs
        kicker += link_to_node(docname, month, "", words) if has_page else words
        return kicker

    def _links(self, article: ArticleRecord) -> list[tuple[str, str]]:
        """Where a reader adds to the article; nothing that is not configured."""
        return [
            (words, template.replace("{seed}", quote(article.seed, safe="")))
            for words, template in (
                (_("Add a note"), self.config.briefbook_annotate_url),
                (_("Correct a mark"), self.config.briefbook_sidecar_url),
            )
            if template
        ]

    def _tools(self, docname: str, article: ArticleRecord) -> article_tools:
        tools = article_tools("", classes=["brief-tools"])
        if links := self._links(article):
            line = nodes.paragraph("", classes=["brief-actions"])
            line += [nodes.reference("", words, refuri=uri) for words, uri in links]
            tools += line
        if has_calendar(date.value for date in self._domain.dates.get(docname, ())):
            tools += export_links(
                (f"articles/{article.seed}.ics", _("Its dates into your calendar"))
            )
        return tools

    def _menu(self, origin: provenance, article: ArticleRecord) -> paragraph_menu:
        names = [self.config.html_title or self.config.project, self.config.briefbook_edition]
        cited = Cited(
            article=article,
            authors=tuple(origin["authors"]),
            url=origin["url"],
            book=", ".join(filter(None, names)),
        )
        return paragraph_menu("", cite=citations(cited), links=self._links(article))

    def _link_dates(self, places: IndexPlaces) -> None:
        """Make each date a link to its place in the date index, where the book has one."""
        texts = self.document.findall(article_text)
        dates = [date for text in texts for date in text.findall(date_mention)]
        for parent in {id(date.parent): date.parent for date in dates}.values():
            # Not one by one: each would be looked for among all that stand beside it. And not by
            # replace_self, which would give the link the date's id and classes.
            parent[:] = [self._linked(child, places) for child in parent.children]

    def _linked(self, node: nodes.Node, places: IndexPlaces) -> nodes.Node:
        if not isinstance(node, date_mention) or (place := places.date(node["value"])) is None:
            return node
        link = link_to_node(self.env.docname, *place)
        link += node
        return link


def _source_line(origin: provenance, article: ArticleRecord) -> nodes.paragraph:
    """Publisher, date and whose words the title is; what else is known of the article is folded."""
    line = nodes.paragraph("", classes=["brief-facts-line"])
    record: list[nodes.Node] = []
    review: list[nodes.Node] = []
    for child in origin.children:
        if isinstance(child, nodes.title):
            record.insert(0, summary_line("", "", *child.children))
        elif _has_class(child, "brief-source-line"):
            line += nodes.inline("", "", *child.children, classes=["brief-source-line"])
        elif _has_class(child, "brief-review"):
            review = [
                nodes.Text(" · "),
                nodes.inline("", "", *child.children, classes=["brief-review"]),
            ]
        else:
            record.append(child)
    line += [nodes.Text(f" · {_(_TITLES[article.title_by])}"), *review]
    origin[:] = record
    return line


def _fold_removed(node: removed) -> None:
    first = node.children[0]
    if isinstance(first, nodes.paragraph) and len(node.children) > 1:
        node.replace(first, summary_line("", "", *first.children))


def _fold_checked(entry: nodes.definition) -> None:
    """Fold where the facts of a body were checked: few readers ask."""
    for line in [child for child in entry.children if _has_class(child, "brief-checked")]:
        entry.replace(line, more("", summary_line("", _("sources")), line, classes=["brief-more"]))


def _has_class(node: nodes.Node, name: str) -> bool:
    return isinstance(node, nodes.Element) and name in node["classes"]
