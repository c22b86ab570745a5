"""Generates the pages before Sphinx looks for sources, and says which others they make stale."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx.locale import __
from sphinx.util import logging

from briefbook.pages.book import make_book
from briefbook.pages.kept_pages import KeptPages
from briefbook.pages.lead import read_lead
from briefbook.pages.manifest import MANIFEST
from briefbook.pages.write import write_pages
from briefbook.sphinx.bibliography import articles_file
from briefbook.sphinx.briefing import leave_lead_out
from briefbook.sphinx.citations import bibliography_settings
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.edition import edition_of
from briefbook.sphinx.folders import cache_of, catalogue_of, check_folder_of_articles, folders_of
from briefbook.sphinx.history import chronicle_of
from briefbook.sphinx.plans import plan_of, work_of
from briefbook.sphinx.problems import warn
from briefbook.sphinx.records import GlossaryInput
from briefbook.sphinx.references import referring_pages
from briefbook.sphinx.sources import check_folders, folders_without_pages
from briefbook.sphinx.volume import Elsewhere, ends_of, others_of, share_of
from briefbook.stopping import stopping_the_build
from briefbook.text.bodies import load_catalogue
from briefbook.text.errors import CatalogueError, OutputError
from briefbook.text.paths import shown_path
from briefbook.volumes.plan import CoverPlan, VolumePlan
from briefbook.warnings import Subtype

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from briefbook.pages.folders import BookFolders
    from briefbook.text.model import Marks

DIVIDING: Final = ("html", "dirhtml")
"""The builders for which an index of many rows is divided: others have each on one page."""

logger = logging.getLogger(__name__)


def _lead(name: str, folders: BookFolders) -> str:
    return read_lead(folders.docs / name, home=folders.docs, root=folders.root) if name else ""


def prepare_config(app: Sphinx, config: Config) -> None:
    """``config-inited``: cite seeds like other sources; read neither them nor notes as pages.

    A page can run, read and inject; what strangers write has parsers of its own.
    """
    with stopping_the_build(Path(app.confdir)):
        check_folders(app, config)
        check_folder_of_articles(app)
    config.exclude_patterns = [*config.exclude_patterns, *folders_without_pages(app)]
    leave_lead_out(config)
    config.bibtex_bibfiles = [*(config.bibtex_bibfiles or ()), str(articles_file(app))]


def generate_pages(app: Sphinx) -> None:
    """``builder-inited``: read all seeds and annotations and write what changed."""
    try:
        catalogue = catalogue_of(app)
    except CatalogueError as error:
        warn(app, Subtype.BODIES, error)
        catalogue = load_catalogue()
    folders = folders_of(app)
    # Without a folder of seeds there is no book; an empty one would pass for success.
    with stopping_the_build(folders.root):
        lead = _lead(app.config.briefbook_lead, folders)
        cache = cache_of(app, catalogue)
        chronicle = chronicle_of(app, folders)
        plan = plan_of(app.config)
        volume = plan if isinstance(plan, VolumePlan) else None
        elsewhere = (
            Elsewhere(plan, work_of(app.config), root=folders.root)
            if isinstance(plan, CoverPlan)
            else None
        )
        name = volume.name if volume is not None else ""
        kept = None
        if cache is not None and elsewhere is None:
            kept = KeptPages(folders, cache, volume=name)
        if elsewhere is not None:
            book = elsewhere.cover(folders)
        else:
            book = make_book(
                folders,
                catalogue,
                max_bytes=app.config.briefbook_seed_max_bytes,
                index_rows=app.config.briefbook_index_rows,
                cache=cache,
                jobs=app.parallel,
                chronicle=chronicle,
                share=None if volume is None else share_of(volume),
                kept=kept,
            )
    for problem in book.problems:
        warn(app, problem.subtype, problem.error)
    _write(folders, book.files)
    if kept is not None:
        kept.keep()
    if cache is not None and cache.problem is not None:
        logger.info(__("marks are not kept for the next build: %s"), cache.problem)
    brief_domain(app.env).note_build(
        catalogue=catalogue,
        notes=book.annotations,
        texts=elsewhere.texts
        if elsewhere is not None
        else {marks.article.seed.name: _texts(marks) for marks in book.marks},
        divides=app.builder.name in DIVIDING,
        root=Path(app.confdir),
        glossary_input=GlossaryInput(bodies=book.bodies, catalogue=catalogue.digest),
        cited=[(note.path, key) for note in book.annotations for key in note.keys],
        divisions=book.divisions,
        edition=edition_of(
            app.config,
            Path(app.confdir),
            book,
            lacks_history=app.config.briefbook_history and chronicle is None,
        ),
        lead=lead,
        elsewhere={} if elsewhere is None else elsewhere.data,
        state_elsewhere="" if elsewhere is None else elsewhere.state,
        state_of=None if elsewhere is None else elsewhere.state_of,
        states={} if elsewhere is None else elsewhere.states,
        pdfs=() if elsewhere is None else elsewhere.pdfs,
        others={} if volume is None else others_of(volume),
        ends=(None, None) if volume is None else ends_of(volume),
    )


def _texts(marks: Marks) -> list[tuple[int | None, str]]:
    text = marks.article.seed.text
    return [(each.number, text[each.start : each.end]) for each in marks.article.blocks]


def _write(folders: BookFolders, files: Mapping[str, str]) -> None:
    with stopping_the_build(folders.root):
        deleted = write_pages(folders, files)
    if deleted:
        names = ", ".join(deleted)
        logger.info(__("no longer in the book, deleted from %s: %s"), folders.articles, names)


def refuse_older_pages(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """``env-get-outdated``: generated pages in another folder would be in the book twice.

    They are there once ``briefbook_articles`` has been changed. Sphinx knows by now what it will
    read, so that those of another book, which it is told to leave out, are no obstacle.
    """
    folders = folders_of(app)
    for name in sorted(env.found_docs - {f"{folders.articles}/index"}):
        older = (folders.docs / name).parent
        with stopping_the_build(folders.root):
            if name.endswith("/index") and (older / MANIFEST).is_file():
                raise OutputError(
                    shown_path(older, folders.root),
                    None,
                    f"it holds pages of earlier builds, and now {folders.articles} does",
                    "delete them, or set briefbook_articles to it again",
                )
    return []


def outdated_pages(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """``env-get-outdated``: pages made of what is no longer so, though their files are the same."""
    domain = brief_domain(env)
    settings = bibliography_settings(app.config)
    if domain.bibliography_settings != settings:
        domain.note_bibliography_settings(settings)
        return sorted(env.found_docs)
    stale = [name for name, of in domain.glossaries.items() if of != domain.glossary_input]
    stale += [name for name, of in domain.colophons.items() if of != domain.edition]
    stale += [name for name, of in domain.editions.items() if of != domain.edition.news]
    stale += [name for name, of in domain.leads.items() if of != domain.lead]
    # Contents that name a page which is gone.
    stale += [name for name, listed in env.toctree_includes.items() if removed & {*listed}]
    stale += referring_pages(env, added | removed)
    return stale
