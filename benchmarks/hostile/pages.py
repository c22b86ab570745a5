"""Hostile articles and notes, for anchoring and for all that is done to a page once it is written.

Sphinx is run in this process on one page of a small project: read, and written as HTML; then the
translation of the whole project to Typst, and Typst itself.
"""

from __future__ import annotations

import io
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from briefbook.pages.article_page import article_page
from briefbook.pdf.book import compile_book
from briefbook.pdf.builder import PdfBuilder
from briefbook.pdf.parts import let_go
from briefbook.text.annotations import Annotation, anchor_all
from briefbook.text.annotations.load import MAX_NOTES
from briefbook.text.annotations.parse import parse_annotation
from briefbook.text.bodies import load_catalogue
from briefbook.text.clean import clean
from briefbook.text.marks import mark
from briefbook.text.model import Sidecar
from briefbook.text.seeds import parse_seed
from hostile.case import Case, times
from hostile.seeds import ALL_LINES, LEAD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefbook.text.model import Marks, Seed

TOP = 250_000
"""Characters of an article that becomes a page: fifty times an ordinary one."""

NOTE = b"""\
---
motivation: questioning
target: {exact: the talks}
author: {name: Jane Doe}
created: 2026-11-22
---
What was said of this *before*?
"""

MARKED = '"We will see," said NATO on Monday in Freedonia. '
WORDS = "The word was said here and then it was said there again. "

CONF = """\
extensions = ["myst_parser", "briefbook"]
project = "Book"
myst_enable_extensions = ["colon_fence"]
"""
INDEX = """\
# Book

:::{toctree}
articles/index
page
:::

:::{brief:glossary}
:::

:::{brief:date-index}
:::
"""
SEED = " date 2021-12-30 \nThe talks were held on Monday, a minister said to NATO.\n"


@dataclass(frozen=True, slots=True)
class Shape:
    """A text, and the passages of it that have a note; both for a size in characters."""

    text: Callable[[int], str]
    passages: Callable[[int], list[str]] = lambda _size: []
    sidecar: Sidecar = ALL_LINES


def _places(size: int) -> list[str]:
    return [f"place{number:06}" for number in range(size // 60)]


def _apart(end: str) -> Callable[[int], str]:
    """A passage of its own every 60 characters."""
    return lambda size: end.join(
        f"The word of {each} was said here again." for each in _places(size)
    )


SHAPES = {
    "a line of marks": Shape(times(MARKED)),
    "a line of dates": Shape(times("On Monday, on Tuesday and on Friday they met. ")),
    "a line of marks in one quotation": Shape(
        lambda size: '"' + times("On Monday NATO will see. ")(size) + '" he said.'
    ),
    "a line of words": Shape(times(WORDS)),
    "a line of one word": Shape(times("a")),
    "a line of stars": Shape(times("*")),
    "a line of brackets": Shape(times("[")),
    "a line of backticks": Shape(times("`")),
    "a line of controls": Shape(times("a\u202e")),
    "lines of marks": Shape(times(f"{MARKED.strip()}\n")),
    "lines of words": Shape(times(f"{WORDS.strip()}\n")),
    "lines that are dropped": Shape(times("Share this\n"), sidecar=Sidecar()),
    "a line with notes": Shape(_apart(" "), lambda size: _places(size)[:MAX_NOTES]),
    "lines with notes": Shape(_apart("\n"), lambda size: _places(size)[:MAX_NOTES]),
    "notes on one passage": Shape(
        lambda size: "A place of talks. " + times(WORDS)(size),
        lambda size: ["A place of talks"] * min(MAX_NOTES, size // 60),
    ),
    "notes that cross": Shape(
        _apart(" "),
        lambda size: [
            f"{here} was said here again. The word of {there}"
            for here, there in zip(_places(size), _places(size)[1:MAX_NOTES], strict=False)
        ],
    ),
    "orphans": Shape(
        lambda size: WORDS + times("Something else was written in between. ")(size),
        lambda size: ["the word was said there and here, never again"] * min(MAX_NOTES, size // 60),
    ),
}


class Book:
    """A small Sphinx project with one page, ``page.md``, that is written anew for each size."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.catalogue = load_catalogue()
        self.headwords = {body.id: body.headword for body in self.catalogue}
        for name, text in (("conf.py", CONF), ("index.md", INDEX), ("page.md", "# Page\n")):
            (folder / name).write_text(text, "utf-8")
        (folder / "seeds").mkdir()
        (folder / "seeds/a.txt").write_text(SEED, "utf-8")
        self.html, self.pdf = self._app("html"), self._app("briefpdf")
        note = parse_annotation(NOTE, path="a.md", seed="a", name="2026-11-22-a")
        assert isinstance(note, Annotation)  # noqa: S101 - it is our own
        self.note = note
        self.marks = lru_cache(maxsize=8)(self._marks)

    def _app(self, builder: str) -> Sphinx:
        app = Sphinx(
            self.folder,
            self.folder,
            self.folder / "_build" / builder,
            self.folder / "_build" / f"{builder}-doctrees",
            builder,
            status=None,
            warning=io.StringIO(),
        )
        app.build()
        return app

    def _marks(self, shape: Shape, size: int) -> Marks:
        return mark(_seed(shape, size), self.catalogue)

    def notes(self, shape: Shape, size: int) -> list[Annotation]:
        """The notes on it, not yet anchored."""
        return [
            replace(self.note, id=f"2026-11-22-note-{number}", exact=passage)
            for number, passage in enumerate(shape.passages(size))
        ]

    def anchoring(self, shape: Shape, size: int) -> Callable[[], object]:
        article, notes = clean(_seed(shape, size)), self.notes(shape, size)
        return lambda: anchor_all(article, notes)

    def writing(self, shape: Shape, size: int) -> Callable[[], object]:
        """From marks and notes to the page's text."""
        marks = self.marks(shape, size)
        notes = anchor_all(marks.article, self.notes(shape, size))
        return lambda: article_page(marks, self.headwords, notes)

    def _put(self, shape: Shape, size: int) -> None:
        page = self.writing(shape, size)()
        (self.folder / "page.md").write_text(str(page), "utf-8")

    def reading(self, shape: Shape, size: int) -> Callable[[], object]:
        """From the page's text to its doctree: MyST, docutils and our directives."""
        self._put(shape, size)
        return lambda: self.html.builder.read_doc("page")

    def html_writing(self, shape: Shape, size: int) -> Callable[[], object]:
        """From the doctree to HTML, references resolved."""
        self.reading(shape, size)()
        builder = self.html.builder
        builder.prepare_writing({"page"})

        def work() -> None:
            doctree = self.html.env.get_and_resolve_doctree("page", builder)
            builder.write_doc_serialized("page", doctree)
            builder.write_doc("page", doctree)

        return work

    def pdf_translation(self, shape: Shape, size: int) -> Callable[[], list[tuple[object, str]]]:
        """From the doctrees of the whole project to Typst's code."""
        self._put(shape, size)
        builder = self.pdf.builder
        builder.read_doc("page")
        # Sphinx would take the page of the size before, whose bytes it holds.
        builder.env._pickled_doctree_cache.clear()  # noqa: SLF001
        assert isinstance(builder, PdfBuilder)  # noqa: S101 - narrows the type
        # One of the two halves of its work.
        return lambda: [*builder._translate()]  # noqa: SLF001

    def typesetting(self, shape: Shape, size: int) -> Callable[[], object]:
        """From Typst's code to the PDF."""
        source = "".join(code for _, code in self.pdf_translation(shape, size)())
        builder = self.pdf.builder
        assert isinstance(builder, PdfBuilder)  # noqa: S101 - narrows the type
        let_go()  # else it is the time of what Typst remembers

        def work() -> None:
            with tempfile.TemporaryDirectory() as folder:
                [*compile_book([source], [builder.options], {}, Path(folder))]

        return work


def _seed(shape: Shape, size: int) -> Seed:
    """A seed of the shape, its language known."""
    raw = (LEAD + shape.text(size)).encode()
    return parse_seed(raw, name="a", path="seeds/a.txt", sidecar=shape.sidecar, date="2021-12-30")


@contextmanager
def page_cases() -> Iterator[list[Case]]:
    """Every stage from marks and notes to the PDF, on every shape."""
    with (
        tempfile.TemporaryDirectory() as folder,
        patch_docutils(),
        docutils_namespace(),
    ):
        book = Book(Path(folder))
        stages = {
            "anchor": book.anchoring,
            "page": book.writing,
            "Sphinx's reading": book.reading,
            "Sphinx's HTML": book.html_writing,
            "PDF translation": book.pdf_translation,
            "Typst": book.typesetting,
        }
        yield [
            Case(f"{stage}: {name}", TOP, partial(work, shape))
            for stage, work in stages.items()
            for name, shape in SHAPES.items()
            if stage != "anchor" or shape.passages(TOP)
        ]
