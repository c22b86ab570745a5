"""What the builder is asked for, as the settings of conf.py say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.i18n import format_date

from briefbook.words import _

if TYPE_CHECKING:
    from sphinx.config import Config


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The settings, with what stands in for those that are empty."""

    title: str
    book: str
    """What the foot of a page names: the title of the whole."""
    subtitle: str
    author: str
    edition: str
    """As it stands at the foot of a page: ``edition of 22 November 2026``."""
    date: str
    """As readers see it: ``22 November 2026``."""
    language: str
    """BCP 47 language without a region: ``en``."""
    region: str | None
    paper: str
    has_cover: bool
    contents_depth: int
    """Heading levels in the table of contents, beside all documents' titles; 0 for none."""
    with_index: bool
    classification: str
    """What stands on the cover and at the head of every page; empty for nothing."""
    accent: str
    """``#1f3b63``"""
    logo: Path | None
    """The picture at the head of the cover."""
    text_face: str
    """The family of the text; empty for the book's own."""
    sans_face: str
    """The family of labels, margins and heads; empty for the book's own."""
    two_sided: bool
    """Whether margins are mirrored, and wider inside."""
    roman_front: bool
    """Whether what stands before the first chapter is numbered i, ii, iii."""
    archive: bool
    """Whether it is to be PDF/A-2a, too."""
    filename: str
    """Of the PDF, ``.pdf`` included."""
    font_paths: tuple[str, ...]
    exclude: tuple[str, ...] = ()
    """Names of documents that are not printed."""

    @property
    def has_margin(self) -> bool:
        """Whether the paper has room for a margin column; see ``template/theme.typ``."""
        return self.paper != "a5"


def read_options(config: Config, confdir: str) -> Options:
    """What the settings of ``config`` come to."""
    language, region = language_and_region(config.language or "en")
    date = config.today or format_date(config.today_fmt or _DATE, language=config.language or "en")
    title = config.briefbook_pdf_title or config.project or "Untitled"
    return Options(
        title=title,
        book=title,
        subtitle=config.briefbook_pdf_subtitle,
        author="" if config.author == "Author name not set" else config.author,
        edition=_edition(config, date),
        date=date,
        language=language or "en",
        region=region,
        paper=config.briefbook_pdf_paper,
        has_cover=True,
        contents_depth=config.briefbook_pdf_contents_depth,
        with_index=config.briefbook_pdf_index,
        classification=config.briefbook_pdf_classification,
        accent=config.briefbook_pdf_accent,
        logo=Path(confdir, logo) if (logo := config.briefbook_pdf_logo) else None,
        text_face=config.briefbook_pdf_text_face,
        sans_face=config.briefbook_pdf_sans_face,
        two_sided=config.briefbook_pdf_two_sided,
        roman_front=config.briefbook_pdf_roman_front,
        archive=config.briefbook_pdf_archive,
        filename=config.briefbook_pdf_filename or f"{_file_name(config.project)}.pdf",
        font_paths=tuple(str(Path(confdir, path)) for path in config.briefbook_pdf_font_paths),
        exclude=tuple(config.briefbook_pdf_exclude),
    )


def language_and_region(tag: str) -> tuple[str | None, str | None]:
    """The parts of a language tag that Typst takes, such as ``en`` and ``GB``.

    ``tag`` is BCP 47 or, as Sphinx has it, with an underscore. None for what is not there, or is
    of another form than two or three letters, and two.
    """
    language, *others = tag.replace("_", "-").split("-")
    if not re.fullmatch("[A-Za-z]{2,3}", language):
        return None, None
    region = next((part for part in others if re.fullmatch("[A-Za-z]{2}", part)), None)
    return language.lower(), region.upper() if region else None


_DATE = "%-d %B %Y"


def _edition(config: Config, date: str) -> str:
    # The book's own setting, where the whole extension is loaded and not its PDF part alone.
    if "briefbook_edition" in config and config.briefbook_edition:
        return str(config.briefbook_edition)
    words: str = _("edition %s") if config.release else _("edition of %s")
    return words % (config.release or date)


def _file_name(project: str) -> str:
    """``project`` in the letters that any file system takes."""
    return re.sub(r"[^a-z0-9]+", "-", project.lower()).strip("-") or "book"
