"""A twin of a built book in stock MyST: what a person would have had to write by hand.

    python benchmarks/twin.py BOOK OUTPUT TWIN

BOOK is a folder with conf.py and docs/; OUTPUT holds its HTML in ``html`` and its doctrees in
``doctrees``. TWIN becomes a project without briefbook that shows the same: every page's finished
doctree is written out with the syntax of MyST, Sphinx and sphinx-design: the same words, an
admonition for each callout, a span for each date and quotation, a {term} for each body, a table for
each table, a link for each link. Pages that use nothing of briefbook are copied. The theme is the
same, furo as it comes: its sidebar, which the book replaces, is part of what a stock build costs.
"""

from __future__ import annotations

import argparse
import re
import shutil
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from briefbook.pages.escape import escape
from briefbook.sphinx.nodes import paragraph_number

if TYPE_CHECKING:
    from collections.abc import Iterator

CONF = """\
project = "Twin"
author = "The editors"
language = "en"
extensions = ["myst_parser", "sphinx_design", "sphinxcontrib.bibtex"]
source_suffix = {".md": "markdown"}
nitpicky = True
smartquotes = False
myst_enable_extensions = ["colon_fence", "deflist", "attrs_inline", "fieldlist"]
exclude_patterns = ["annotations"]
bibtex_bibfiles = ["docs/references.bib", "docs/articles/seeds.bib"]
html_theme = "furo"
html_title = project
html_show_sphinx = False
html_copy_source = False
html_show_sourcelink = False
html_theme_options = {"navigation_with_keys": True}
"""

_TOCTREE = re.compile(r"^(`{3,}|:{3,})\{toctree\}.*?^\1$", re.MULTILINE | re.DOTALL)


def make_twin(book: Path, output: Path, twin: Path) -> None:
    """Write the twin of the book that was built into ``output``."""
    folders = (book / "docs", book, output / "html", output / "doctrees")
    app = Sphinx(*folders, "html", status=None, warning=None)
    shutil.copytree(book / "docs", twin / "docs")
    (twin / "conf.py").write_text(CONF, "utf-8")
    domain: Any = app.env.get_domain("cite")
    citations = domain.citations
    names = {citation.citation_id: citation.key for citation in citations}
    for docname in app.env.found_docs:
        for term in app.env.get_doctree(docname).findall(nodes.term):
            names |= dict.fromkeys(term["ids"], term.astext())
    for docname in sorted(app.env.found_docs):
        source = book / "docs" / f"{docname}.md"
        text = source.read_text("utf-8")
        if "{brief:" in text:
            doctree = app.env.get_and_resolve_doctree(docname, app.builder)
            page = Page(docname, doctree, names).text()
            trees = [match.group() for match in _TOCTREE.finditer(text)]
            (twin / "docs" / f"{docname}.md").write_text(
                "\n\n".join([page, *trees]) + "\n", "utf-8"
            )


def label(docname: str, node_id: str) -> str:
    """A name for a place that is unique in the book: stock targets are."""
    return f"{docname.replace('/', '-')}-{node_id}"


class Page:
    """One page's doctree on its way to MyST."""

    def __init__(self, docname: str, doctree: nodes.document, names: dict[str, str]) -> None:
        self.docname = docname
        self.doctree = doctree
        self.names = names
        """Ids of citations and of glossary terms, to BibTeX keys and to headwords."""

    def text(self) -> str:
        return "\n\n".join(self.blocks(self.doctree, depth=0))

    def blocks(self, parent: Any, depth: int) -> Iterator[str]:
        """The children of ``parent`` as blocks of MyST; ``depth`` is that of headings."""
        for node in parent.children:
            if isinstance(node, nodes.section):
                yield from self.blocks(node, depth + 1)
            elif isinstance(node, nodes.title):
                yield f"{'#' * depth} {self.inline(node)}"
            elif isinstance(node, nodes.paragraph):
                yield self.paragraph(node)
            elif isinstance(node, nodes.rubric):
                yield from self.targets(node)
                yield f":::{{rubric}} {self.inline(node)}\n:::"
            elif isinstance(node, nodes.bullet_list):
                yield "\n".join(self.item(item, depth) for item in node.children)
            elif isinstance(node, nodes.field_list):
                yield "\n".join(self.field(field) for field in node.children)
            elif isinstance(node, nodes.table):
                yield self.table(node)
            elif isinstance(node, addnodes.glossary):
                yield self.glossary(node, depth)
            elif isinstance(node, nodes.Admonition):
                yield self.admonition(node, depth)
            elif isinstance(node, nodes.Invisible):
                continue
            elif isinstance(node, nodes.Text | nodes.TextElement):
                yield self.phrase(node)
            elif node.get("design_component") == "grid-container":
                yield self.grid(node)
            elif "toctree-wrapper" not in node["classes"]:
                yield from self.targets(node)
                yield from self.blocks(node, depth)

    def paragraph(self, node: Any) -> str:
        names = [f"#{label(self.docname, node_id)}" for node_id in node["ids"]]
        return f"[{self.inline(node)}]{{{' '.join(names)}}}" if names else self.inline(node)

    def targets(self, node: Any) -> list[str]:
        return [f"({label(self.docname, node_id)})=" for node_id in node["ids"]]

    def item(self, item: Any, depth: int) -> str:
        return "- " + indented("\n\n".join([*self.targets(item), *self.blocks(item, depth)]), 2)

    def field(self, field: Any) -> str:
        name, body = field.children
        return f":{name.astext()}: {self.inline(body.children[0])}"

    def table(self, table: Any) -> str:
        rows = [
            [" ".join(map(self.paragraph, entry.children)) for entry in row.children]
            for row in table.findall(nodes.row)
        ]
        rows.insert(1, ["---"] * len(rows[0]))
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def glossary(self, glossary: Any, depth: int) -> str:
        entries = []
        for item in glossary.findall(nodes.definition_list_item):
            term, definition = item.children
            body = "\n\n".join(self.blocks(definition, depth))
            entries.append(f"{term.astext()}\n  {indented(body, 2)}")
        return "::::{glossary}\n" + "\n\n".join(entries) + "\n::::"

    def admonition(self, node: Any, depth: int) -> str:
        title, *_ = node.children
        names = [f":name: {label(self.docname, node_id)}" for node_id in node["ids"][:1]]
        options = [f":class: {' '.join(node['classes'])}", *names]
        inner = nodes.Element("", *[child.deepcopy() for child in node.children[1:]])
        body = "\n\n".join(self.blocks(inner, depth))
        head = f":::{{admonition}} {self.inline(title)}"
        return "\n".join([head, *options, "", body, ":::"])

    def grid(self, node: Any) -> str:
        cards = []
        for card in node.findall(lambda each: design(each) == "card-body"):
            line, title, *rest = card.children
            words = [self.inline(title.children[0]), *map(self.inline, [line, *rest])]
            cards.append(":::{grid-item-card}\n" + "\n\n".join(words) + "\n:::")
        return "::::{grid} 1 1 2 2\n:gutter: 3\n\n" + "\n\n".join(cards) + "\n::::"

    def inline(self, parent: Any) -> str:
        return "".join(map(self.phrase, parent.children))

    def phrase(self, node: nodes.Node) -> str:
        if isinstance(node, nodes.Text):
            return escape(" ".join(node.astext().split("\n")))
        if not isinstance(node, nodes.Element) or isinstance(node, nodes.Invisible):
            return ""
        if isinstance(node, paragraph_number):
            number = node["number"]
            return f"[¶{number}]{{#{label(self.docname, node['ids'][0])} .number}} "
        if "bibtex-citation" in node["classes"]:
            return "".join(
                f"{{cite}}`{self.names[fragment(reference)]}`"
                for reference in node.findall(nodes.reference)
            )
        if isinstance(node, nodes.reference):
            return self.reference(node)
        if isinstance(node, nodes.literal):
            return f"`{node.astext()}`"
        if isinstance(node, nodes.strong):
            return f"**{self.inline(node)}**"
        if isinstance(node, nodes.emphasis):
            return f"*{self.inline(node)}*"
        return self.span(node)

    def span(self, node: Any) -> str:
        names = [f"#{label(self.docname, node_id)}" for node_id in node["ids"]]
        attributes = " ".join([*names, *(f".{name}" for name in node["classes"])])
        inner = self.inline(node)
        return f"[{inner}]{{{attributes}}}" if attributes else inner

    def reference(self, node: Any) -> str:
        shown, uri = node.astext(), node.get("refuri", "")
        if fragment(node).startswith("term-"):
            return f"{{term}}`{shown} <{self.names[fragment(node)]}>`"
        if "_exports/" in uri:  # files that the twin has none of
            return escape(shown)
        if not node.get("internal"):
            return f"[{escape(shown)}]({uri})" if uri else escape(shown)
        page, has_place, _ = uri.partition("#")
        docname = self.docname
        if page:
            docname = normpath(join(dirname(docname), page)).removesuffix(".html")
        if has_place or "refid" in node:
            link = f"{{ref}}`{shown} <{label(docname, fragment(node))}>`"
            places = [each for part in node.findall(nodes.Element) for each in part["ids"]]
            # Stock links have no name of their own: a span around them does.
            return f"[{link}]{{#{label(self.docname, places[0])}}}" if places else link
        return f"{{doc}}`{shown} </{docname}>`"


def fragment(reference: Any) -> str:
    """The id that an internal reference leads to."""
    return str(reference.get("refid") or reference.get("refuri", "").partition("#")[2])


def design(node: nodes.Node) -> str | None:
    return node.get("design_component") if isinstance(node, nodes.Element) else None


def indented(text: str, by: int) -> str:
    """``text`` with all lines but the first moved to the right."""
    return re.sub(r"\n(?=.)", "\n" + " " * by, text)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("book", "output", "twin"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args()
    make_twin(options.book, options.output, options.twin)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
