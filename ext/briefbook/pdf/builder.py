"""The ``briefpdf`` builder: the whole project as one designed, tagged PDF."""

from __future__ import annotations

import contextlib
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typst
from docutils import nodes
from sphinx.locale import __
from sphinx.util import logging
from sphinx.util.display import progress_message

from briefbook.pdf.book import CannotPrintError, compile_book
from briefbook.pdf.compiler import line_in_book
from briefbook.pdf.config import read_options
from briefbook.pdf.design import check_design
from briefbook.pdf.documents import read_documents
from briefbook.pdf.images import try_image
from briefbook.pdf.labels import PREFIX, Labels, want_all
from briefbook.pdf.lines import lift_blocks
from briefbook.pdf.pages import collect_pages
from briefbook.pdf.print_builder import PrintBuilder
from briefbook.pdf.translator import TypstTranslator
from briefbook.pdf.translator.index import collect_index, write_index
from briefbook.stopping import stopping_the_build
from briefbook.text.writing import cannot_write, write_file
from briefbook.warnings import TYPE, Subtype

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from briefbook.pdf.book import Printed
    from briefbook.pdf.config import Options
    from briefbook.pdf.documents import Document
    from briefbook.pdf.pages import Page, Part

logger = logging.getLogger(__name__)

_CODE: Final = "book.typ"
"""What Typst was given, in the output folder if it failed."""
_FEW: Final = 20
"""Characters of no font in a book that are no cause for a warning."""


class PdfBuilder(PrintBuilder):
    """Writes one PDF: cover, contents, all documents the root reaches, index."""

    name = "briefpdf"
    format = "pdf"
    epilog = __("The PDF is in %(outdir)s.")
    allow_parallel = True
    default_translator_class = TypstTranslator
    supported_image_types = [  # noqa: RUF012 - Sphinx declares it so
        "image/svg+xml",
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/webp",
    ]
    # "Supported" keeps Sphinx from fetching them: the translator writes their words instead.
    supported_remote_images = True

    def init(self) -> None:
        self.options = read_options(self.config, str(self.confdir))
        with stopping_the_build():
            check_design(self.options)

    def get_outdated_docs(self) -> str:
        return "all documents"

    # Addresses lead into the one PDF, wherever they stand.
    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        return PREFIX + docname

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        return self.get_target_uri(to, typ)

    def prepare_writing(self, docnames: AbstractSet[str]) -> None:
        pass

    def write_documents(self, _docnames: AbstractSet[str]) -> None:
        whole, has_failed = self.options, False
        with stopping_the_build():
            documents = read_documents(self.config, self.env.found_docs)
        wanted: list[Document | None] = [*documents] if documents else [None]
        for document in wanted:
            self.options = whole if document is None else _options_of(document, whole)
            with progress_message(__("assembling the book")):
                sources = self._translate(document)
            compiling = progress_message(__("compiling %s") % self.options.filename)
            with stopping_the_build(Path(self.confdir)), compiling:
                has_failed |= not self._compile(sources)
        if not has_failed:
            self._forget(_CODE)

    def _translate(self, document: Document | None = None) -> list[tuple[Part | None, str]]:
        root = self.config.root_doc if document is None else document.docname
        tree, pages = collect_pages(self, root, self.options.exclude)
        if document is not None and (root != self.config.root_doc or document.title):
            self._set_title(document, pages)
        self.events.emit("briefpdf-pages", pages)
        if any(page.is_contents for page in pages):
            self.options = replace(self.options, contents_depth=0)
        for page in pages:
            lift_blocks(page)
            self.post_process_images(page.node)
        self._leave_out_broken_images()
        labels = Labels(pages)
        groups = []
        if self.options.with_index:
            groups = collect_index(self, labels, {page.docname for page in pages})
        if groups:
            labels.add_index()
        want_all(pages, labels)
        translator = self.create_translator(tree, self, labels)
        assert isinstance(translator, TypstTranslator)  # noqa: S101 - narrows the type
        for page in pages:
            translator.write_page(page)
        translator.write_groups(None)
        write_index(translator, groups, labels)
        self._out = translator.out
        return translator.out.sources(anchors=labels.missing())

    def _leave_out_broken_images(self) -> None:
        """Set ``image_names``, and say what is wrong with the others."""
        self.image_names = {}
        self._said_of_images: set[str] = set()
        for address, name in self.images.items():
            try:
                doubts = try_image(Path(self.srcdir) / address)
            except typst.TypstError as error:
                words = __("%s is no image that can be printed, its words stand in its place: %s")
                self._warn_of_image(words, address, str(error))
                continue
            self.image_names[address] = name
            for doubt in doubts:
                self._warn_of_image(__("%s may be printed other than it is: %s"), address, doubt)
                self._said_of_images.add(doubt)

    def _warn_of_image(self, message: str, address: str, reason: str) -> None:
        place = min(self.env.images[address][0])
        logger.warning(message, address, reason, type=TYPE, subtype=Subtype.PDF, location=place)

    def _set_title(self, document: Document, pages: list[Page]) -> None:
        title = next(pages[0].node.findall(nodes.title), None)
        name = document.title or (title.astext() if title is not None else document.docname)
        self.options = replace(self.options, title=name)
        if len(pages) == 1:  # as an offprint has it: neither cover nor contents nor index
            self.options = replace(
                self.options, has_cover=False, contents_depth=0, with_index=False
            )

    def _compile(self, sources: list[tuple[Part | None, str]]) -> bool:
        """Write the PDFs; whether there are any."""
        images = {name: Path(self.srcdir) / uri for uri, name in self.image_names.items()}
        options = [_options_of_part(part, self.options) for part, _ in sources]
        codes = [code for _, code in sources]
        with tempfile.TemporaryDirectory(prefix="briefpdf-") as folder:
            try:
                made = compile_book(codes, options, images, Path(folder))
                for printed, code, each in zip(made, codes, options, strict=True):
                    self._finish(printed, code, each.filename)
            except CannotPrintError as failed:
                kept = (Path(folder) / "book.typ").read_bytes()
                self._fail(failed.error, kept, codes[failed.at], options[failed.at].filename)
                return False
            except OSError as error:
                # Of two names, as in copying, the second is what was written.
                place = Path(error.filename2 or error.filename or tempfile.gettempdir())
                raise cannot_write(place, error, root=Path(self.confdir)) from None
        if len(sources) > 1:
            self._forget(self.options.filename)  # of the whole, before it was divided
        return True

    def _finish(self, printed: Printed, source: str, filename: str) -> None:
        """Write one PDF, and say what is to be said of it."""
        for warning in printed.warnings:
            if warning.message in self._said_of_images:
                continue
            logger.warning(
                "Typst: %s",
                warning.message,
                type=TYPE,
                subtype=Subtype.PDF,
                location=self._document_at(warning, source),
            )
        if printed.private:
            logger.warning(
                __("the PDF is no PDF/A-2a, which has no characters for private use: %s"),
                " ".join(f"U+{ord(character):04X}" for character in printed.private),
                type=TYPE,
                subtype=Subtype.PDF_ARCHIVE,
            )
        if printed.boxed:
            self._say_boxed(source, printed.boxed)
        self._write(filename, printed.pdf)
        self._forget(_previous(filename))

    def _say_boxed(self, source: str, boxed: Sequence[str]) -> None:
        """Say which characters no font has; warn where they are more than a stray few."""
        codes = " ".join(f"U+{ord(character):04X}" for character in boxed)
        said = __("drawn as boxes, because no font has them: %s")
        if sum(map(source.count, boxed)) <= _FEW:
            logger.info(said, codes)
            return
        logger.warning(
            "%s; %s",
            said % codes,
            __(
                "install briefbook[scripts], which has faces for most scripts, or name folders of "
                "fonts in briefbook_pdf_font_paths"
            ),
            type=TYPE,
            subtype=Subtype.PDF_CHARACTERS,
        )

    def _forget(self, left_by_a_failure: str) -> None:
        with contextlib.suppress(OSError):  # on Windows, while a viewer shows it
            (self.outdir / left_by_a_failure).unlink()

    def _fail(self, error: typst.TypstError, code: bytes, source: str, filename: str) -> None:
        """Say why there is no PDF, and keep what Typst was given.

        The last good PDF is kept too, for it may be wanted before the fault is found; but not by
        its name: nobody is to take it for today's.
        """
        self._write(_CODE, code)
        kept = __("What it was given is kept in %s.") % (self.outdir / _CODE)
        target = Path(self.outdir, filename)
        if target.is_file():
            try:
                target.replace(Path(self.outdir, _previous(filename)))
            except OSError as refusal:  # on Windows, while a viewer shows it
                raise cannot_write(target, refusal, root=Path(self.confdir)) from None
            kept += " " + __("The PDF made before is now %s.") % _previous(filename)
        logger.warning(
            __("Typst could not make the PDF. %s\n%s"),
            kept,
            error,
            type=TYPE,
            subtype=Subtype.PDF,
            location=self._document_at(error, source),
        )

    def _write(self, name: str, content: bytes) -> None:
        target = Path(self.outdir) / name
        if not target.is_symlink() and target.is_file() and target.read_bytes() == content:
            return
        write_file(target, content, root=Path(self.confdir))

    def _document_at(self, said: typst.TypstError | typst.TypstWarning, source: str) -> str | None:
        """The document that Typst speaks of; None where it names a place in the template."""
        line = line_in_book(said.diagnostic)
        return self._out.document_at(line, source) if line is not None else None


def _options_of(document: Document, whole: Options) -> Options:
    """What is set for a part of the book: its name stands on a cover of its own."""
    return replace(whole, filename=document.filename, subtitle=whole.subtitle or whole.book)


def _options_of_part(part: Part | None, whole: Options) -> Options:
    if part is None:
        return whole
    filename = f"{whole.filename.removesuffix('.pdf')}-{part.key}.pdf"
    return replace(whole, filename=filename, subtitle=part.title or whole.subtitle)


def _previous(filename: str) -> str:
    """What a PDF is called that is older than the book."""
    return f"{filename.removesuffix('.pdf')}.previous.pdf"
