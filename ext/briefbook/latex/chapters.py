"""Articles as chapters of their own in LaTeX, where each document is a section of the one above.

Sphinx nests documents as their toctrees do, so that an article, under its month and its year, would
be a heading of the fourth level, and all that the root's last heading stands before a part of that
heading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.addnodes import pending_xref, start_of_file, toctree
from sphinx.transforms.post_transforms import SphinxPostTransform

from briefbook.sphinx.domain import brief_domain

if TYPE_CHECKING:
    from collections.abc import Callable, Container


class ArticleChapters(SphinxPostTransform):
    """Runs on the one tree that LaTeX is written from, before references are resolved."""

    builders = ("latex",)
    default_priority: ClassVar[int] = 3

    def run(self, **kwargs: Any) -> None:
        sections = (each for each in self.document.children if isinstance(each, nodes.section))
        book = next(sections, None)
        if book is None:
            return
        self._raise_hidden(book)
        domain = brief_domain(self.env)
        chapters: list[nodes.Node] = []
        for chapter in book.children:
            chapters.append(chapter)
            if isinstance(chapter, nodes.Element):
                taken = _take(chapter, domain.articles, link=self._link_to)
                chapters += taken
        _fill(book, chapters)

    def _raise_hidden(self, book: nodes.section) -> None:
        """Make chapters of what the root's hidden toctrees open, wherever in the root they stand.

        Nobody sees in which section a hidden toctree stands. The root's own text becomes a chapter
        before them; a section of it that shows a toctree stays one, as Sphinx has it.
        """
        hidden = {
            name
            for tree in self.env.get_doctree(self.env.docname).findall(toctree)
            if tree["hidden"]
            for name in tree["includefiles"]
        }
        raised = [
            page
            for child in book.children
            if isinstance(child, nodes.section)
            for page in _take(child, hidden)
        ]
        if not raised:
            return
        title, *rest = book.children
        own = [child for child in rest if not any(child.findall(start_of_file))]
        front = nodes.section("", title.deepcopy(), *own, ids=book["ids"], names=book["names"])
        front["docname"] = self.env.docname
        book["ids"], book["names"] = [], []
        _fill(book, [title, front, *(child for child in rest if child not in own), *raised])

    def _link_to(self, docname: str) -> nodes.Element:
        title = nodes.inline("", self.env.titles[docname].astext())
        link = pending_xref(
            "",
            title,
            refdomain="std",
            reftype="doc",
            reftarget=f"/{docname}",
            refdoc=self.env.docname,
            refexplicit=True,
            refwarn=True,
        )
        return nodes.list_item("", nodes.paragraph("", "", link))


def _take(
    node: nodes.Element,
    wanted: Container[str],
    *,
    link: Callable[[str], nodes.Element] | None = None,
    in_section: bool = False,
) -> list[nodes.Node]:
    """Take the documents named in ``wanted`` out of the sections in ``node``.

    ``link`` makes the entry of the list that is left in their place. (The tree is walked from the
    top: in it, the parent of what a document holds is not that document.)
    """
    taken: list[nodes.Node] = []
    kept: list[nodes.Node] = []
    entries: list[nodes.Node] = []
    in_section = in_section or isinstance(node, nodes.section)
    for child in node.children:
        if in_section and isinstance(child, start_of_file) and child["docname"] in wanted:
            taken.append(child)
            if link is not None:
                entries.append(link(child["docname"]))
            continue
        if entries:
            kept.append(nodes.bullet_list("", *entries))
            entries = []
        kept.append(child)
        if isinstance(child, nodes.Element):
            taken += _take(child, wanted, link=link, in_section=in_section)
    if entries:
        kept.append(nodes.bullet_list("", *entries))
    _fill(node, kept)
    return taken


def _fill(node: nodes.Element, children: list[nodes.Node]) -> None:
    if children != node.children:
        node.children = []
        node.extend(children)
