"""The pages that print has and the screen has not: at a glance, and the record of all articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docutils import nodes
from docutils.utils.smartquotes import smartyPants
from sphinx.addnodes import desc_signature, start_of_file

from briefbook.pdf.labels import PREFIX
from briefbook.pdf.nodes import At, drawn
from briefbook.pdf.pages import Page
from briefbook.printed.front import at_a_glance
from briefbook.sphinx import nodes as brief
from briefbook.sphinx.domain import brief_domain
from briefbook.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.application import Sphinx

_SET: Final = "qDe"
"""Quotation marks, dashes, ellipses: what Sphinx has for its default."""
_STRAIGHT: Final = re.compile("[\"'`]|--|\\.\\.\\.")
_PATH: Final = re.compile(r"\s*\S+/([^/\s]+)\.txt\.?\s*$")
_CODE: Final = (
    nodes.FixedTextElement,
    nodes.citation,
    nodes.literal,
    nodes.math,
    nodes.math_block,
    nodes.raw,
    desc_signature,
)
"""What is printed as it is written."""

GLANCE: Final = "brief-at-a-glance"
RECORD: Final = "brief-record"


def add_record(app: Sphinx, pages: list[Page]) -> None:
    """``briefpdf-pages``: tell where the articles come from on pages of its own, the last."""
    articles = [page for page in pages if is_article(page)]
    if articles:
        pages.append(_record(articles))


def add_glance(app: Sphinx, pages: list[Page]) -> None:
    """``briefpdf-pages``: put the page at a glance first, in the place of the contents."""
    store = brief_domain(app.env)
    printed = {page.docname for page in pages}
    if printed.isdisjoint(store.articles):
        return
    if is_article(pages[0]):
        return  # an article alone, whose own box says it
    lead = _take_lead(pages[0])
    for page in pages:
        _take_empty_sections(page)
    if not _says_anything(pages[0]):
        pages.pop(0)
    last = max(place for place, page in enumerate(pages) if is_article(page))
    back = [
        (title_of(page.node, page.docname), At(page.docname))
        for page in pages[last + 1 :]
        if page.level == 1
    ]
    glance = drawn("", call="at-a-glance", data=at_a_glance(store, printed, back))
    pages.insert(0, new_page(GLANCE, _("At a glance"), [*lead, glance], is_contents=True))


def take_paths(app: Sphinx, pages: list[Page]) -> None:
    """``briefpdf-pages``: take the seeds' paths out of the references; only the desk knows them."""
    names = {article.seed for article in brief_domain(app.env).articles.values()}
    for page in pages:
        for citation in page.node.findall(nodes.citation):
            for text in list(citation.findall(nodes.Text)):
                found = _PATH.search(text)
                if found and found[1] in names:
                    text.parent.replace(text, nodes.Text(text[: found.start()]))


def set_quotes(app: Sphinx, pages: list[Page]) -> None:
    """``briefpdf-pages``: set the editors' own prose with typographic quotation marks and dashes.

    Sphinx does so where ``smartquotes`` is on; an article's text stays as it was published.
    """
    language = app.config.language or "en"
    for page in pages:
        if is_article(page):
            continue
        for text in list(page.node.findall(nodes.Text)):
            if _STRAIGHT.search(text) and not _is_code(text):
                shown = smartyPants(text.astext(), _SET, language)
                text.parent.replace(text, nodes.Text(shown))


def _is_code(text: nodes.Text) -> bool:
    above: nodes.Node | None = text.parent
    while above is not None and not isinstance(above, nodes.section):
        if isinstance(above, _CODE):
            return True
        above = above.parent
    return False


def is_article(page: Page) -> bool:
    """Whether a page has an article's text."""
    return next(page.node.findall(brief.article_text), None) is not None


def _take_lead(page: Page) -> list[nodes.Node]:
    """What the editors have written for the front page, which print has on the page at a glance."""
    found = [each for each in page.node.findall(nodes.container) if "brief-lead" in each["classes"]]
    for lead in found:
        lead.parent.remove(lead)
        lead[:] = [child for child in lead.children if not isinstance(child, nodes.rubric)]
    return list(found)


def new_page(
    docname: str, title: str, content: Sequence[nodes.Node], *, is_contents: bool = False
) -> Page:
    """A page that no source has, of a title and what stands below it."""
    section = nodes.section("", nodes.title("", title), *content, ids=[nodes.make_id(docname)])
    node = start_of_file("", section, docname=docname)
    return Page(docname=docname, level=1, node=node, is_contents=is_contents)


def title_of(tree: nodes.Element, docname: str) -> str:
    """The title that a document begins with; else its name."""
    title = next(tree.findall(nodes.title), None)
    return title.astext() if title is not None else docname


def _take_empty_sections(page: Page) -> None:
    """Sections of which nothing is left, since the page at a glance says it."""
    for section in list(page.node.findall(nodes.section)):
        is_top = not isinstance(section.parent, nodes.section)
        if not is_top and not any(_counts(child) for child in section.children[1:]):
            section.parent.remove(section)


def _says_anything(page: Page) -> bool:
    top = next(page.node.findall(nodes.section), None)
    return top is None or any(_counts(child) for child in top.children[1:])


def _counts(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Invisible) or node.astext().strip():
        return not isinstance(node, nodes.Invisible)
    return any(isinstance(each, nodes.image | drawn) for each in node.findall())


# The record --------------------------------------------------------------------------------------


def _record(articles: list[Page]) -> Page:
    """Where every article comes from, and what was taken out; in its place a line leads here."""
    entries: list[nodes.Node] = []
    for page in articles:
        anchor = nodes.make_id(f"record-{page.docname}")
        entry = nodes.container("", ids=[anchor], classes=["brief-record-entry"])
        entry += nodes.paragraph("", "", *_head(page), classes=["brief-record-title"])
        for node in list(page.node.findall(brief.provenance)):
            entry += _fields(node)
            node.parent.replace(node, _line(node, anchor))
        for removed in list(page.node.findall(brief.removed)):
            entry += [child for child in removed.children if isinstance(child, nodes.paragraph)]
            removed.parent.remove(removed)
        entries.append(entry)
    words = _(
        "Of each article: the seed, which is the file that its publisher’s text came in, with its"
        " checksum; the rights; which of its lines were taken out, and why."
    )
    about = nodes.paragraph("", words, classes=["brief-facts"])
    columns = nodes.container("", *entries, classes=["brief-record"])
    return new_page(RECORD, _("Record"), [about, columns])


def _head(page: Page) -> list[nodes.Node]:
    return [
        nodes.Text(f"{title_of(page.node, page.docname)}, "),
        _page_reference(f"{PREFIX}{page.docname}"),
    ]


def _page_reference(address: str, text: str = "") -> nodes.reference:
    return nodes.reference("", text, refuri=address, internal=True, classes=["brief-page-ref"])


def _line(node: brief.provenance, anchor: str) -> nodes.paragraph:
    """What is told right under the title: publisher, date, review, and where the record is."""
    line = nodes.paragraph("", classes=["brief-source-line"], ids=node["ids"])
    line["language"] = node.get("language", "")
    for child in node.children:
        if isinstance(child, nodes.paragraph):
            line += [*child.children, nodes.Text(" · ")]
    line += _page_reference(f"{PREFIX}{RECORD}#{anchor}", _("record"))
    return line


def _fields(node: brief.provenance) -> nodes.paragraph:
    """The fields of an article's origin, one after another."""
    line = nodes.paragraph()
    for field in node.findall(nodes.field):
        name = field.children[0].astext()
        if name == _("Kept"):  # another line of the record says it better
            continue
        body = next(field.findall(nodes.paragraph)).deepcopy()
        if name == _("Seed"):
            seed = body.astext().rpartition("/")[2].removesuffix(".txt")
            body = nodes.paragraph("", seed)
        if line.children:
            line += nodes.Text(" · ")
        line += [nodes.strong("", name), nodes.Text(" "), *body.children]
    return line
