"""The settings of the printed book, in conf.py; its part of the extension may be loaded alone."""

from __future__ import annotations

import re
from typing import Final

from briefbook.pdf.documents import documents_complaint
from briefbook.settings import Setting, one_of, texts, whole_number, yes_or_no
from briefbook.text.characters import name_complaint


def _colour(value: object) -> str | None:
    fits = isinstance(value, str) and re.fullmatch(r"#[0-9A-Fa-f]{6}", value)
    return None if fits else "a colour such as #1f3b63"


def _pdf_name(value: object) -> str | None:
    fits = isinstance(value, str) and (
        not value or (value.endswith(".pdf") and name_complaint(value) is None)
    )
    return None if fits and "/" not in str(value) else "the name of a file that ends in .pdf"


PAPERS: Final = ("a4", "a5", "us-letter")

PARTS: Final = ("", "year", "month")

PDF: Final = (
    Setting(name="pdf_title", default="", says="Default: the project's name."),
    Setting(name="pdf_subtitle", default="", says="Under the title on the cover."),
    Setting(
        name="pdf_paper",
        default="a4",
        check=lambda value: one_of(value, *PAPERS),
        says="``a4``, ``a5`` or ``us-letter``.",
    ),
    Setting(
        name="pdf_contents_depth",
        default=1,
        check=whole_number,
        says="Heading levels in the contents, beside all documents' titles; 0 for no contents.",
    ),
    Setting(
        name="pdf_index",
        default=True,
        check=yes_or_no,
        says="Whether an index with page numbers closes it.",
    ),
    Setting(
        name="pdf_classification",
        default="",
        says="A line on the cover and every page, such as ``For official use only``; none if "
        "empty.",
    ),
    Setting(
        name="pdf_accent",
        default="#1f3b63",
        check=_colour,
        says="The colour of links, rules and bars, as ``#`` and six hexadecimal digits.",
    ),
    Setting(
        name="pdf_logo",
        default="",
        says="A picture at the head of the cover, beside conf.py or absolute; none if empty.",
    ),
    Setting(
        name="pdf_text_face",
        default="",
        says="The family of the text, of ``pdf_font_paths``; the book's own if empty.",
    ),
    Setting(
        name="pdf_sans_face",
        default="",
        says="The family of labels, margins and heads, of ``pdf_font_paths``; the book's own if "
        "empty.",
    ),
    Setting(
        name="pdf_two_sided",
        default=False,
        check=yes_or_no,
        says="Whether it is printed on both sides of the paper, with room to bind it inside.",
    ),
    Setting(
        name="pdf_roman_front",
        default=False,
        check=yes_or_no,
        says="Whether cover and contents are numbered i, ii, iii, and the chapters from 1.",
    ),
    Setting(
        name="pdf_parts",
        default="",
        check=lambda value: one_of(value, *PARTS),
        says="``year`` or ``month`` for a PDF of each; empty for one, or for parts of whole months "
        "where it would have more pages than ``pdf_part_pages``.",
    ),
    Setting(
        name="pdf_part_pages",
        default=400,
        check=lambda value: whole_number(value, least=1),
        says="About how many pages a PDF may have before it is divided.",
    ),
    Setting(
        name="pdf_archive",
        default=True,
        check=yes_or_no,
        says="Whether it is made to be kept: PDF/A-2a, beside PDF/UA-1.",
    ),
    Setting(
        name="pdf_filename",
        default="",
        check=_pdf_name,
        says="Default: the project's name and ``.pdf``.",
    ),
    Setting(
        name="pdf_exclude",
        default=[],
        check=texts,
        says="Names of documents, such as how-to pages for the web, that are not printed.",
    ),
    Setting(
        prefix="briefpdf_",  # as Sphinx has latex_documents
        name="documents",
        default=[],
        check=documents_complaint,
        says="What PDFs are made in the place of one of the whole book: each a document's name, or "
        "``(name, file)``, or ``(name, file, title)``.",
    ),
    Setting(
        name="pdf_font_paths",
        default=[],
        check=texts,
        says="Folders of further fonts, beside conf.py or absolute, for scripts the book's own "
        "lack.",
    ),
)
