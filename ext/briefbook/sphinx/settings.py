"""The settings of the book, in conf.py."""

from __future__ import annotations

import re
from functools import partial
from typing import Final

from briefbook.pages.folders import CACHE, LEAD
from briefbook.pages.names import FOLDER
from briefbook.settings import Setting, one_of, whole_number, yes_or_no
from briefbook.text.seeds import MAX_SEED_BYTES
from briefbook.volumes.division import complaint as volumes_complaint


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


FORGES: Final = ("github", "gitlab", "gitea", "forgejo")
"""What hosts repositories."""
INDEX_ROWS: Final = 500
"""Mentions of dates, or statements: a page of so many is some 250 kB."""

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
        default=LEAD,
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
        check=partial(whole_number, least=1),
        rebuild="env",
        says="Largest seed that is read, in bytes.",
    ),
    Setting(
        name="index_rows",
        default=INDEX_ROWS,
        check=whole_number,
        says="Rows of an index that a page of HTML may hold; one of more is divided. 0: none is.",
    ),
    Setting(
        name="volumes",
        default="",
        also=(int,),
        check=volumes_complaint,
        rebuild="env",
        says="What `briefbook volumes` divides the book by: ``year``, ``quarter``, ``month``, or a "
        "number of articles.",
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
        check=yes_or_no,
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
        check=lambda value: one_of(value, "", *FORGES),
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
        check=yes_or_no,
        rebuild="html",
        says="Whether furo's pages have a strict Content-Security-Policy.",
    ),
)
"""Settings of the book."""
