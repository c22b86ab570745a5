"""What a view knows, and how it makes links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx.addnodes import pending_xref

from briefbook.sphinx.siblings import grouped
from briefbook.words import _, in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.sphinx.domain import BriefDomain
    from briefbook.sphinx.index_places import IndexPlaces

_TITLE: Final = 48
"""Characters of a title where there is little room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewContext:
    """The domain's data and the page that the view stands on."""

    domain: BriefDomain
    docname: str
    headword: str | None
    """Of the body whose glossary entry the view stands in."""

    paged: bool
    """Whether readers turn pages: links then say the page they lead to."""

    web: bool
    """Whether it is a page for a browser, which can fold, choose and point."""

    places: IndexPlaces
    """Where the book's indexes have their entries, in this output."""

    part: str | None = None
    """Which part of a divided index the page is."""

    def link(self, docname: str, anchor: str, text: str) -> list[nodes.Node]:
        """A link to a node of a page; in the PDF its page number follows, if it leads elsewhere."""
        return self.link_of(docname, anchor, nodes.inline("", text))

    def link_of(self, docname: str, anchor: str, words: nodes.inline) -> list[nodes.Node]:
        """The same for words that are nodes already."""
        found: list[nodes.Node] = [self._reference(docname, anchor, words)]
        if self.paged and docname != self.docname:
            page = self._reference(docname, anchor, nodes.inline("", ""))
            found += [nodes.Text(", "), page]
        return found

    def paragraph_link(self, docname: str, number: int | None) -> list[nodes.Node]:
        """A link to a numbered paragraph, or to the article where the block has no number."""
        return self.link(docname, f"p{number}" if number else "", place(number))

    def article_link(self, docname: str) -> list[nodes.Node]:
        """A link to an article by its title."""
        return self.link(docname, "", self.domain.articles[docname].title)

    def source_line(self, docname: str) -> str:
        """The article's publisher and date in words."""
        article = self.domain.articles[docname]
        return f"{article.publisher or _('Publisher not named')}, {in_words(article.published)}"

    def origin(self, docname: str) -> str:
        """The same where the article's title does not stand beside it."""
        article = self.domain.articles[docname]
        if article.publisher is None and article.title_by == "none":
            return article.title  # which is its date
        return f"{article.publisher or shortened(article.title)}, {in_words(article.published)}"

    def _reference(self, docname: str, anchor: str, words: nodes.inline) -> pending_xref:
        """A reference to a node; without words, to the number of the page it stands on."""
        return pending_xref(
            "",
            words,
            refdomain="brief",
            reftype="node",
            reftarget=f"{docname}#{anchor}",
            refdoc=self.docname,
            refexplicit=True,
            refwarn=True,
        )


def place(paragraph: int | None) -> str:
    """What a place in an article is called: by its paragraph; only captions have no number."""
    return _("caption") if paragraph is None else f"¶{paragraph}"


def front_head(title: str, level: int = 2) -> nodes.rubric:
    """The head of a part of the front page; ``level`` is that of HTML's headings."""
    head = nodes.rubric("", title, classes=["brief-front-head"])
    head["heading-level"] = level
    return head


def shortened(title: str) -> str:
    """A title where there is little room, cut at a word."""
    if len(title) <= _TITLE:
        return title
    return f"{title[: title.rfind(' ', 0, _TITLE) + 1 or _TITLE].rstrip()} …"


def bullets(items: list[list[nodes.Node]], classes: str) -> nodes.bullet_list:
    """A bullet list; each item is the inline nodes of one paragraph."""
    node = nodes.bullet_list(classes=[classes])
    node += [nodes.list_item("", nodes.paragraph("", "", *item)) for item in items]
    return node


def joined(parts: Sequence[Sequence[nodes.Node]], separator: str) -> list[nodes.Node]:
    """Runs of inline nodes with `separator` between them."""
    out: list[nodes.Node] = []
    for part in parts:
        if out:
            out.append(nodes.Text(separator))
        out += part
    return grouped(out)
