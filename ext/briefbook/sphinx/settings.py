"""The project's configuration values, and what follows from them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from briefbook.pages.book import BookFolders
from briefbook.pages.names import FOLDER
from briefbook.text.bodies import Catalogue, load_catalogue
from briefbook.text.cache import CACHE, MarksCache
from briefbook.text.errors import OutputError
from briefbook.text.seeds import MAX_SEED_BYTES

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# Name, default, what a change rebuilds, types, and what it says.
VALUES: Final[tuple[tuple[str, object, Literal["", "env", "html"], type, str], ...]] = (
    ("briefbook_seeds", "seeds", "env", str, "The folder of seeds, relative to conf.py."),
    (
        "briefbook_articles",
        FOLDER,
        "env",
        str,
        "The folder of generated pages, relative to the source folder; the build's alone.",
    ),
    (
        "briefbook_annotations",
        "annotations",
        "env",
        str,
        "The folder of annotations, relative to the source folder.",
    ),
    (
        "briefbook_bodies",
        "bodies.yaml",
        "env",
        str,
        "The book's own file of bodies, relative to the source folder; it need not exist.",
    ),
    (
        "briefbook_seed_max_bytes",
        MAX_SEED_BYTES,
        "env",
        int,
        "Largest seed that is read, in bytes.",
    ),
    (
        "briefbook_cache",
        CACHE,
        "",
        str,
        "The folder where marks are kept for the next build, relative to conf.py; none if empty.",
    ),
    ("briefbook_edition", "", "env", str, "The edition's name; the day of the build if empty."),
    (
        "briefbook_annotate_url",
        "",
        "html",
        str,
        "Where a reader adds an annotation: a URL with {seed}; no link if empty.",
    ),
    (
        "briefbook_sidecar_url",
        "",
        "html",
        str,
        "Where an editor edits a seed's sidecar: a URL with {seed}; no link if empty.",
    ),
)


def add_values(app: Sphinx) -> None:
    """Register the values of `VALUES`."""
    for name, default, rebuild, kind, description in VALUES:
        app.add_config_value(name, default, rebuild, (kind,), description)


def folders_of(app: Sphinx) -> BookFolders:
    """The book's folders as the configuration names them."""
    conf, source = Path(app.confdir), Path(app.srcdir)
    return BookFolders(
        root=conf,
        # A setting such as "x/../notes" names notes/ whether there is an x/ or not.
        seeds=conf / os.path.normpath(app.config.briefbook_seeds),
        docs=source,
        annotations=source / os.path.normpath(app.config.briefbook_annotations),
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
    problem = folders_of(app).complaint() if isinstance(name, str) else "is no text"
    if problem is not None:
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
