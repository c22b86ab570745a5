"""The two roles of a note's body, as Sphinx resolves them: like MyST's own, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.testing.util import SphinxTestApp
from sphinx.util.docutils import SphinxDirective

from briefbook.sphinx.safe_markdown import cite, render

BIBLIOGRAPHY = """\
@book{doe2021, title = {Talks}, author = {Doe, Jane}, year = {2021}, publisher = {Press}}
@book{roe2020, title = {Bridges}, author = {Roe, Richard}, year = {2020}, publisher = {Press}}
"""

PAGE = """\
# Page

:::{note-body}
{term}`NATO` and {term}`the alliance <NATO>`; {cite}`doe2021` and *{cite}`doe2021, roe2020`*.
:::

Of MyST: {term}`NATO`; {cite:p}`doe2021`.

:::{cited}
roe2020
:::

:::{glossary}
NATO
  An alliance.
:::
"""


class NoteBody(SphinxDirective):
    has_content = True

    def run(self) -> list[nodes.Node]:
        text = "\n".join(self.content)
        made = render(text, source="note.md", line=7, directive=self)
        return [nodes.container("", *made, classes=["note-body"])]


class Cited(SphinxDirective):
    has_content = True

    def run(self) -> list[nodes.Node]:
        return [nodes.paragraph("", "", cite(self.content[0], self), classes=["cited"])]


@dataclass(frozen=True)
class Built:
    warnings: str
    html: str
    doctree: Any
    citations: list[Any]


def build(
    folder: Path,
    page: str,
    *,
    extensions: Sequence[str] = ("myst_parser", "sphinxcontrib.bibtex"),
) -> Built:
    bibtex = "sphinxcontrib.bibtex" in extensions
    (folder / "conf.py").write_text(f"extensions = {list(extensions)}\n", "utf-8")
    (folder / "references.bib").write_text(BIBLIOGRAPHY, "utf-8")
    end = "\n```{bibliography}\n```\n" if bibtex else ""
    (folder / "index.md").write_text(page + end, "utf-8")
    options: dict[str, Any] = {"myst_enable_extensions": ["colon_fence"], "html_theme": "basic"}
    if bibtex:
        options["bibtex_bibfiles"] = ["references.bib"]
    app = SphinxTestApp("html", srcdir=folder, confoverrides=options)
    app.add_directive("note-body", NoteBody)
    app.add_directive("cited", Cited)
    app.build()
    cite_domain: Any = app.env.get_domain("cite") if bibtex else None
    built = Built(
        warnings=app.warning.getvalue(),
        html=(app.outdir / "index.html").read_text("utf-8"),
        doctree=app.env.get_doctree("index"),
        citations=list(cite_domain.citation_refs) if bibtex else [],
    )
    app.cleanup()
    return built


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("roles"), PAGE)


def described(node: pending_xref) -> dict[str, object]:
    """What makes a reference what it is, its place and its own id aside."""
    return {
        key: value for key, value in node.attributes.items() if key not in ("ids", "names", "line")
    } | {"text": node.astext(), "child": type(node[0]).__name__}


def test_nothing_is_warned_of(built: Built) -> None:
    assert built.warnings == ""


def test_references_are_those_that_myst_makes(built: Built) -> None:
    note, other = (
        list(part.findall(pending_xref))
        for part in (
            built.doctree.next_node(nodes.container),
            built.doctree[0][2],
        )
    )
    assert described(note[0]) == described(other[0])
    assert described(note[2]) == described(other[1])
    assert (note[1]["reftarget"], note[1].astext()) == ("NATO", "the alliance")
    assert isinstance(note[3].parent, nodes.emphasis)


def test_terms_lead_to_the_glossary_and_citations_to_the_bibliography(built: Built) -> None:
    html = built.html
    body = html[html.index('class="note-body') : html.index("Of MyST")]
    assert body.count('href="#term-NATO"') == 2
    assert body.count('href="#id') == 3
    cited = html[html.index('class="cited') :]
    assert 'href="#id' in cited[: cited.index("</p>")]


def test_every_citation_is_on_record(built: Built) -> None:
    refs = built.citations
    assert [[target.key for target in ref.targets] for ref in refs] == [
        ["doe2021"], ["doe2021", "roe2020"], ["doe2021"], ["roe2020"],
    ]  # fmt: skip
    assert len({ref.citation_ref_id for ref in refs}) == len(refs)


def test_without_a_bibliography_citations_are_characters(tmp_path: Path) -> None:
    page = PAGE.replace("Of MyST: {term}`NATO`; {cite:p}`doe2021`.", "")
    built = build(tmp_path, page, extensions=("myst_parser",))
    assert built.warnings.count("unknown role name: cite:p") == 3
    text = built.doctree.astext()
    assert "{cite}`doe2021`" in text
    assert "roe2020" in text


def test_a_sign_that_sphinx_would_drop_stays(tmp_path: Path) -> None:
    page = "# Page\n\n:::{note-body}\n{term}`!NATO` and {term}`! <NATO>`\n:::\n"
    built = build(tmp_path, page)
    assert built.warnings == ""
    assert "{term}`!NATO` and {term}`! <NATO>`" in built.doctree.astext()


def test_a_term_nobody_explains_is_warned_of_once(tmp_path: Path) -> None:
    page = "# Page\n\n:::{note-body}\n{term}`Freedonia` {raw}`x` {eval-rst}`y`\n:::\n"
    warnings = build(tmp_path, page).warnings.strip().split("\n")
    assert len(warnings) == 1
    assert "note.md:7: WARNING: term not in glossary: 'Freedonia' [ref.term]" in warnings[0]
