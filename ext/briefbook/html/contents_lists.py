"""The contents of the articles by year and month, for readers: a line an article with its day.

Sphinx's own list has titles alone. The pages are the same for it, and so are their places in the
book: the sidebar, what comes before and after.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.addnodes import toctree
from sphinx.transforms.post_transforms import SphinxPostTransform

from briefbook.html.links import link_to_node
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.generate import DIVIDING
from briefbook.sphinx.views.article_facts import facts_line
from briefbook.words import ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from briefbook.sphinx.contents import Contents
    from briefbook.sphinx.domain import BriefDomain


class ContentsLists(SphinxPostTransform):
    """Runs before references, some of them its own, are resolved."""

    builders = DIVIDING
    default_priority: ClassVar[int] = 6

    def run(self, **kwargs: object) -> None:
        domain = brief_domain(self.env)
        if not _is_contents(domain, self.env.docname):
            return
        for tree in list(self.document.findall(toctree)):
            if not tree.get("hidden") and tree["includefiles"]:
                listed = self._list(domain, tree["includefiles"], tree.get("maxdepth", 1))
                tree.parent.replace(tree, listed)

    def _list(
        self, domain: BriefDomain, pages: Iterable[str], depth: int, *, nested: bool = False
    ) -> nodes.bullet_list:
        """The pages, and ``depth`` less one levels of those below them."""
        listed = nodes.bullet_list(classes=["brief-contents"])
        for page in pages:
            item = nodes.list_item()
            line = nodes.paragraph()
            item += line
            if day := _day(domain, page):
                line += [nodes.inline("", day, classes=["brief-contents-day"]), nodes.Text(" ")]
            line += link_to_node(self.env.docname, page, "", nodes.inline("", self._title(page)))
            if about := _about(self.env, domain, page):
                line += nodes.inline("", f" {about}", classes=["brief-contents-about"])
            if page in domain.articles and not nested and (facts := facts_line(domain, page)):
                item += nodes.paragraph("", facts, classes=["brief-contents-facts"])
            if depth > 1 and (below := self.env.toctree_includes.get(page)):
                item += self._list(domain, below, depth - 1, nested=True)
            listed += item
        return listed

    def _title(self, page: str) -> str:
        title = self.env.titles.get(page)
        number = self.env.toc_secnumbers.get(page, {}).get("", ())
        # As Sphinx has them where contents are numbered.
        words = "".join(f"{each}." for each in number) + (" " if number else "")
        return words + (page if title is None else title.astext())


class ContentsShown:
    """``brief-page-shows``: what these lists say of articles, beside their titles."""

    def __init__(self, app: Sphinx, _contents: Contents) -> None:
        self._env = app.env
        self._domain = brief_domain(app.env)
        self._applies = app.builder.name in DIVIDING

    def __call__(self, docname: str) -> Iterator[str]:
        if not self._applies or not _is_contents(self._domain, docname):
            return
        for page in self._env.toctree_includes.get(docname, ()):
            if page in self._domain.articles:
                yield facts_line(self._domain, page)
        yield from self._lines(docname)

    def _lines(self, docname: str) -> Iterator[str]:
        for page in self._env.toctree_includes.get(docname, ()):
            yield f"{_day(self._domain, page)} {_about(self._env, self._domain, page)}"
            yield from self._lines(page)


def contents_shown(app: Sphinx, contents: Contents) -> ContentsShown:
    """``brief-page-shows``: see there."""
    return ContentsShown(app, contents)


def _is_contents(domain: BriefDomain, docname: str) -> bool:
    """Whether the build makes the page, and it lists others."""
    folder = domain.env.config.briefbook_articles
    is_page = docname in domain.articles or docname in domain.stand_ins or docname in domain.parts
    return docname.startswith(f"{folder}/") and docname.endswith("/index") and not is_page


def _day(domain: BriefDomain, page: str) -> str:
    """The day of the month on which an article appeared; empty where it is not known."""
    article = domain.articles.get(page)
    return "" if article is None else article.published[8:10].lstrip("0")


def _about(env: BuildEnvironment, domain: BriefDomain, page: str) -> str:
    """What stands beside a title: an article's publisher, how many articles another lists."""
    article = domain.articles.get(page)
    if article is not None:
        # Where publisher and date stand in for a headline, the title says so already.
        return article.publisher if article.publisher and article.title_by != "none" else ""
    number = _number(env, domain, page)
    return ngettext("{number} article", "{number} articles", number) if number else ""


def _number(env: BuildEnvironment, domain: BriefDomain, page: str) -> int:
    below = env.toctree_includes.get(page, ())
    return sum(1 if each in domain.articles else _number(env, domain, each) for each in below)
