"""All settings of conf.py: their defaults, what a change of one rebuilds, and what each may be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, Literal

from briefbook.pages.folders import CACHE
from briefbook.pages.names import FOLDER
from briefbook.sphinx.errors import stopping_the_build
from briefbook.text.characters import name_complaint
from briefbook.text.errors import FileProblem
from briefbook.text.seeds import MAX_SEED_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx.application import Sphinx
    from sphinx.config import Config

    Check = Callable[[object], str | None]


def _text(value: object) -> str | None:
    return None if isinstance(value, str) else "a text"


def _yes_or_no(value: object) -> str | None:
    return None if isinstance(value, bool) else "True or False"


def _number(value: object, least: int = 0) -> str | None:
    is_number = isinstance(value, int) and not isinstance(value, bool) and value >= least
    return None if is_number else f"a whole number from {least} on"


def _texts(value: object) -> str | None:
    is_list = isinstance(value, list | tuple) and all(isinstance(each, str) for each in value)
    return None if is_list else "a list of texts"


def _one_of(value: object, *known: str) -> str | None:
    return None if value in known else f"one of {', '.join(known)}"


def _link(value: object) -> str | None:
    fits = isinstance(value, str) and (not value or "{seed}" in value)
    return None if fits else "an address with {seed} in it, or empty for no link"


_REPOSITORY: Final = re.compile(r"https?://[\w.-]+(?::\d+)?(?:/[\w.~-]+){2,6}/?")


def _repository(value: object) -> str | None:
    fits = isinstance(value, str) and (not value or _REPOSITORY.fullmatch(value))
    return None if fits else "the address of a repository, or empty for none"


def _mail(value: object) -> str | None:
    fits = isinstance(value, str) and (not value or re.fullmatch(r"[\w.+-]+@[\w.-]+", value))
    return None if fits else "an e-mail address, or empty for none"


def _branch(value: object) -> str | None:
    fits = isinstance(value, str) and re.fullmatch(r"[\w.-]+(?:/[\w.-]+)*", value)
    return None if fits else "the name of a branch"


def _colour(value: object) -> str | None:
    fits = isinstance(value, str) and re.fullmatch(r"#[0-9A-Fa-f]{6}", value)
    return None if fits else "a colour such as #1f3b63"


def _pdf_name(value: object) -> str | None:
    fits = isinstance(value, str) and (
        not value or (value.endswith(".pdf") and name_complaint(value) is None)
    )
    return None if fits and "/" not in str(value) else "the name of a file that ends in .pdf"


FORGES: Final = ("github", "gitlab", "gitea", "forgejo")
"""What hosts repositories."""
INDEX_ROWS: Final = 500
"""Mentions of dates, or statements: a page of so many is some 250 kB."""
PAPERS: Final = ("a4", "a5", "us-letter")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One value of conf.py."""

    name: str
    """Without ``briefbook_``."""
    default: object
    check: Check = _text
    """What the value must be, in words, where it is not that; else None."""
    rebuild: Literal["", "env", "html"] = ""
    """What a change makes Sphinx do anew: nothing, all, all HTML."""
    says: str


BOOK: Final = (
    Setting(
        name="seeds",
        default="seeds",
        rebuild="env",
        says="The folder of seeds, relative to conf.py.",
    ),
    Setting(
        name="articles",
        default=FOLDER,
        rebuild="env",
        says="The folder of generated pages, relative to the source folder; the build's alone.",
    ),
    Setting(
        name="annotations",
        default="annotations",
        rebuild="env",
        says="The folder of annotations, relative to the source folder.",
    ),
    Setting(
        name="bodies",
        default="bodies.yaml",
        rebuild="env",
        says="The book's own file of bodies, relative to the source folder; it need not exist.",
    ),
    Setting(
        name="lead",
        default="lead.md",
        rebuild="env",
        says="The editors' lead on the front page, relative to the source folder; it need not be.",
    ),
    Setting(
        name="pdf_url",
        default="",
        rebuild="html",
        says="Where the PDF is, for a link on the front page; no link if empty.",
    ),
    Setting(
        name="seed_max_bytes",
        default=MAX_SEED_BYTES,
        check=partial(_number, least=1),
        rebuild="env",
        says="Largest seed that is read, in bytes.",
    ),
    Setting(
        name="index_rows",
        default=INDEX_ROWS,
        check=_number,
        says="Rows of an index that a page of HTML may hold; one of more is divided. 0: none is.",
    ),
    Setting(
        name="cache",
        default=CACHE,
        says="The folder where marks are kept for the next build, relative to conf.py; none if "
        "empty.",
    ),
    Setting(
        name="edition",
        default="",
        rebuild="env",
        says="The edition's name; the day of the build if empty.",
    ),
    Setting(
        name="history",
        default=False,
        check=_yes_or_no,
        rebuild="env",
        says="Whether articles tell what was done to them and when, as git remembers it.",
    ),
    Setting(
        name="repository",
        default="",
        check=_repository,
        rebuild="html",
        says="The address of the book's repository, where readers propose notes; none if empty.",
    ),
    Setting(
        name="repository_branch",
        default="main",
        check=_branch,
        rebuild="html",
        says="The branch that proposals are for.",
    ),
    Setting(
        name="repository_forge",
        default="",
        check=lambda value: _one_of(value, "", *FORGES),
        rebuild="html",
        says="``github``, ``gitlab``, ``gitea`` or ``forgejo``; if empty, as its host is named.",
    ),
    Setting(
        name="contact",
        default="",
        check=_mail,
        rebuild="html",
        says="The e-mail address that takes notes of readers without an account; none if empty.",
    ),
    Setting(
        name="annotate_url",
        default="",
        check=_link,
        rebuild="html",
        says="Where a reader adds an annotation: a URL with {seed}; no link if empty.",
    ),
    Setting(
        name="sidecar_url",
        default="",
        check=_link,
        rebuild="html",
        says="Where an editor edits a seed's sidecar: a URL with {seed}; no link if empty.",
    ),
    Setting(
        name="content_policy",
        default=True,
        check=_yes_or_no,
        rebuild="html",
        says="Whether furo's pages have a strict Content-Security-Policy.",
    ),
)
"""Settings of the book."""

PDF: Final = (
    Setting(name="pdf_title", default="", says="Default: the project's name."),
    Setting(name="pdf_subtitle", default="", says="Under the title on the cover."),
    Setting(
        name="pdf_paper",
        default="a4",
        check=lambda value: _one_of(value, *PAPERS),
        says="``a4``, ``a5`` or ``us-letter``.",
    ),
    Setting(
        name="pdf_contents_depth",
        default=1,
        check=_number,
        says="Heading levels in the contents, beside all documents' titles; 0 for no contents.",
    ),
    Setting(
        name="pdf_index",
        default=True,
        check=_yes_or_no,
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
        name="pdf_archive",
        default=True,
        check=_yes_or_no,
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
        check=_texts,
        says="Names of documents, such as how-to pages for the web, that are not printed.",
    ),
    Setting(
        name="pdf_font_paths",
        default=[],
        check=_texts,
        says="Folders of further fonts, beside conf.py or absolute, for scripts the book's own "
        "lack.",
    ),
)
"""Settings of the printed book; its part of the extension may be loaded alone."""


def add_settings(app: Sphinx, settings: Iterable[Setting]) -> None:
    """Register the settings; that they are what they may be is asked before any is used."""
    for setting in settings:
        app.add_config_value(
            f"briefbook_{setting.name}",
            setting.default,
            setting.rebuild,
            # By its type Sphinx reads what `-D` gives on the command line.
            (list, tuple) if setting.check is _texts else (type(setting.default),),
            setting.says,
        )
    app.connect("config-inited", lambda _app, config: _check(settings, config), priority=100)


def _check(settings: Iterable[Setting], config: Config) -> None:
    """``config-inited``: end the build where a setting is not what it may be."""
    with stopping_the_build():
        for setting in settings:
            value = config[f"briefbook_{setting.name}"]
            if (wanted := setting.check(value)) is not None:
                raise FileProblem(
                    "conf.py",
                    None,
                    f"briefbook_{setting.name} is {value!r}",
                    f"it must be {wanted}",
                )
