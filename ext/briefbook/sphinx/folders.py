"""What the settings of the book name: its folders, its catalogue, its kept marks."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from briefbook.pages.folders import BookFolders
from briefbook.pages.names import FOLDER
from briefbook.sphinx.plans import plan_of
from briefbook.text.bodies import Catalogue, load_catalogue
from briefbook.text.cache import MarksCache
from briefbook.text.errors import OutputError

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def folders_of(app: Sphinx) -> BookFolders:
    """The book's folders as the configuration names them."""
    conf, source = Path(app.confdir), Path(app.srcdir)
    plan = plan_of(app.config)
    # A volume's pages lie apart, but its notes where people write them.
    book = source if plan is None else conf / plan.docs
    return BookFolders(
        root=conf,
        # A setting such as "x/../notes" names notes/ whether there is an x/ or not.
        seeds=conf / os.path.normpath(app.config.briefbook_seeds),
        docs=source,
        annotations=book / os.path.normpath(app.config.briefbook_annotations),
        articles=app.config.briefbook_articles,
        page_suffixes=tuple(app.config.source_suffix),
    )


def cache_of(app: Sphinx, catalogue: Catalogue) -> MarksCache | None:
    """Where the build keeps marks; None where it shall keep none."""
    root, name = Path(app.confdir), app.config.briefbook_cache
    return MarksCache(root / os.path.normpath(name), catalogue, root=root) if name else None


def check_folder_of_articles(app: Sphinx) -> None:
    """Raises OutputError where ``briefbook_articles`` is no folder for pages to be kept in."""
    name = app.config.briefbook_articles
    if (problem := folders_of(app).complaint()) is not None:
        raise OutputError(
            "conf.py",
            None,
            f"briefbook_articles is {name!r}, which {problem}",
            f"name a folder below the source folder that is the build's alone, like {FOLDER!r}",
        )


def catalogue_of(app: Sphinx) -> Catalogue:
    """The catalogue with the book's own bodies. Raises CatalogueError where those are not valid."""
    source = Path(app.srcdir)
    return load_catalogue(source / app.config.briefbook_bodies, home=source, root=Path(app.confdir))
