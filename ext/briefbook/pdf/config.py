"""The builder's settings in conf.py."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from sphinx.locale import _
from sphinx.util.i18n import format_date

from briefbook.text.errors import FileProblem

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

Paper = Literal["a4", "a5", "us-letter"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the builder is asked for, checked."""

    title: str
    subtitle: str
    author: str
    edition: str
    """As it stands at the foot of a page: ``edition of 22 November 2026``."""
    date: str
    """As readers see it: ``22 November 2026``."""
    language: str
    """BCP 47 language without a region: ``en``."""
    region: str | None
    paper: Paper
    contents_depth: int
    """Heading levels in the table of contents, beside all documents' titles; 0 for none."""
    with_index: bool
    filename: str
    """Of the PDF, ``.pdf`` included."""
    font_paths: tuple[str, ...]
    exclude: tuple[str, ...] = ()
    """Names of documents that are not printed."""

    @property
    def has_margin(self) -> bool:
        """Whether the paper has room for a margin column; see ``template/theme.typ``."""
        return self.paper != "a5"


def add_config_values(app: Sphinx) -> None:
    """Register the settings; ``docs`` describe them for users."""
    app.add_config_value("briefbook_pdf_title", "", "", str, "Default: the project's name.")
    app.add_config_value("briefbook_pdf_subtitle", "", "", str, "Under the title on the cover.")
    app.add_config_value("briefbook_pdf_paper", "a4", "", str, "``a4``, ``a5`` or ``us-letter``.")
    app.add_config_value(
        "briefbook_pdf_contents_depth",
        1,
        "",
        int,
        "Heading levels in the contents, beside all documents' titles; 0 for no contents.",
    )
    app.add_config_value(
        "briefbook_pdf_index",
        True,  # noqa: FBT003 - Sphinx asks for it so
        "",
        bool,
        "Whether an index with page numbers closes it.",
    )
    app.add_config_value(
        "briefbook_pdf_filename", "", "", str, "Default: the project's name and ``.pdf``."
    )
    app.add_config_value(
        "briefbook_pdf_exclude",
        [],
        "",
        frozenset({list, tuple}),
        "Names of documents, such as how-to pages for the web, that are not printed.",
    )
    app.add_config_value(
        "briefbook_pdf_font_paths",
        [],
        "",
        frozenset({list, tuple}),
        "Folders of further fonts, beside conf.py or absolute, for scripts the book's own lack.",
    )


def read_options(config: Config, confdir: str) -> Options:
    """The settings of ``config``. Raises FileProblem where one is not usable."""
    paper = config.briefbook_pdf_paper
    if paper not in get_args(Paper):
        known = ", ".join(get_args(Paper))
        raise FileProblem(
            "conf.py", None, f"briefbook_pdf_paper is {paper!r}", f"it may be one of: {known}"
        )
    language, region = language_and_region(config.language or "en")
    date = config.today or format_date(config.today_fmt or _DATE, language=config.language or "en")
    title = config.briefbook_pdf_title or config.project or "Untitled"
    return Options(
        title=title,
        subtitle=config.briefbook_pdf_subtitle,
        author="" if config.author == "Author name not set" else config.author,
        edition=_edition(config, date),
        date=date,
        language=language or "en",
        region=region,
        paper=paper,
        contents_depth=config.briefbook_pdf_contents_depth,
        with_index=config.briefbook_pdf_index,
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
