"""An article's page as MyST and our directives read it, and what must hold of it."""

from __future__ import annotations

import io
import re
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.testing.util import _clean_up_global_state

from briefbook.pages.article_page import article_page, title_of
from briefbook.sphinx.allowed_nodes import ARTICLE, find_fault
from briefbook.sphinx.nodes import annotation, article_text, callout, provenance
from briefbook.text.characters import showable
from briefbook.text.kinds import BlockKind
from briefbook.text.model import Marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.annotations import Annotation
    from briefbook.text.bodies import Catalogue

PAGE = "articles/2021/12/a"
CONF = 'extensions = ["myst_parser", "briefbook"]\nmyst_enable_extensions = ["colon_fence"]\n'
SEED = " date 2021-12-30 \nJane Doe said on Monday that the talks of the NATO council went on.\n"

_MARKUP = frozenset("[{<")
"""What may open a link or a role in a note; without them, all of its letters are shown."""


def check_page(marks: Marks, catalogue: Catalogue, notes: Sequence[Annotation] = ()) -> None:
    """The page is text and our own marks, and shows each character of what is kept, no other."""
    headwords = {body.id: body.headword for body in catalogue}
    page = article_page(marks, headwords, notes)
    assert page == article_page(marks, headwords, notes)
    doctree, said = read_page(page)
    assert said == "", said
    assert find_fault(doctree, ARTICLE, ()) is None
    article = marks.article
    title = title_of(article)
    [section] = doctree.children
    assert section.children[0].astext() == showable(title.text)
    [text] = doctree.findall(article_text)
    beside = list(text.findall(callout))
    for each in beside:
        each.parent.remove(each)
    kept = [block for block in article.blocks if block.kind is not BlockKind.TITLE]
    if title.by != "publisher":  # whose headline is the page's own heading
        kept = list(article.blocks)
    shown = [block.astext() for block in text.findall(nodes.paragraph)]
    assert shown == [showable(article.words_of(block)) for block in kept]
    _check_notes([each for each in beside if isinstance(each, annotation)], notes)
    _check_sidecar(doctree, marks)


def _check_notes(shown: list[annotation], notes: Sequence[Annotation]) -> None:
    """Each note is shown once, with its number, its author's name and its text."""
    assert sorted(each["number"] for each in shown) == list(range(1, len(notes) + 1))
    for each in shown:
        note = notes[each["number"] - 1]
        _, *body, byline = each.children
        assert byline.astext().startswith(f"{note.author_name} · ")
        if each["orphan"]:
            body = body[1:]
        if _MARKUP.isdisjoint(note.body):
            assert _letters("".join(part.astext() for part in body)) == _letters(note.body)


def _check_sidecar(doctree: nodes.document, marks: Marks) -> None:
    """What an editor says of the article stands in its provenance, whole."""
    sidecar = marks.article.seed.sidecar
    [told] = doctree.findall(provenance)
    said = told.astext()
    for value in (sidecar.title, sidecar.publisher, sidecar.url, sidecar.rights, *sidecar.authors):
        assert value is None or value in said


def _letters(text: str) -> str:
    return "".join(re.findall(r"[^\W\d_]", text))


def read_page(page: str) -> tuple[nodes.document, str]:
    """The page as MyST and our directives read it, and what was said about it."""
    app, read = _app()
    said = app._warning
    assert isinstance(said, io.StringIO)
    said.truncate(0)
    said.seek(0)
    read.clear()
    (Path(app.srcdir) / f"{PAGE}.md").write_text(page, "utf-8", newline="")
    app.builder.read_doc(PAGE)
    [doctree] = read
    return doctree, said.getvalue()


def close() -> None:
    """Take back what the project has registered with docutils, for all of the process."""
    if _app.cache_info().currsize:
        _app.cache_clear()
        _clean_up_global_state()


@cache
def _app() -> tuple[Sphinx, list[nodes.document]]:
    """A small project, kept until it is closed, and the pages it has read."""
    folder = Path(tempfile.mkdtemp(prefix="briefbook-grammars-"))
    (folder / "conf.py").write_text(CONF, "utf-8")
    (folder / "index.md").write_text("# Book\n\n:::{toctree}\narticles/index\n:::\n", "utf-8")
    (folder / "seeds").mkdir()
    (folder / "seeds/a.txt").write_text(SEED, "utf-8")
    app = Sphinx(
        folder,
        folder,
        folder / "_html",
        folder / "_doctrees",
        "html",
        status=None,
        warning=io.StringIO(),
    )
    app.build()
    read: list[nodes.document] = []
    app.connect("doctree-read", lambda _, doctree: read.append(doctree))
    return app, read
