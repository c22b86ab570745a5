"""What the articles cite, where the list of all works is not printed with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docutils import nodes

from briefbook.pdf.labels import PREFIX
from briefbook.printed.pages import new_page, title_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinxcontrib.bibtex.domain import BibtexDomain

    from briefbook.pdf.pages import Page


def add_cited(app: Sphinx, pages: list[Page]) -> None:
    """``briefpdf-pages``: the works that are cited, as the list that is left out has them."""
    printed = {page.docname for page in pages}
    domain = cast("BibtexDomain", app.env.get_domain("cite"))
    bibliographies = {key.docname for key in domain.bibliographies}
    for docname in sorted(bibliographies - printed):
        wanted = _cited(pages, f"{PREFIX}{docname}#")
        if not wanted:
            continue
        tree = app.env.get_and_resolve_doctree(docname, app.builder, tags=app.tags)
        works = [
            each for each in tree.findall(nodes.citation) if not wanted.isdisjoint(each["ids"])
        ]
        pages.append(new_page(docname, title_of(tree, docname), works))


def _cited(pages: list[Page], before: str) -> set[str]:
    """The ids that references lead to, of those whose address begins with ``before``."""
    return {
        address.removeprefix(before)
        for page in pages
        for reference in page.node.findall(nodes.reference)
        if (address := reference.get("refuri", "")).startswith(before)
    }
