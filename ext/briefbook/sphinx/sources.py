"""Which files below the source folder Sphinx may read as pages, and which not."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.matching import get_matching_files

from briefbook.pages.look_alikes import look_alikes, place_in
from briefbook.sphinx.folders import folders_of
from briefbook.sphinx.problems import warn
from briefbook.text.errors import FileProblem
from briefbook.text.paths import shown_path
from briefbook.warnings import Subtype

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

_NAME = "name a folder of its own"

_ESCAPES = str.maketrans({"*": "[*]", "?": "[?]", "[": "?"})
"""Sphinx's patterns know no way to say a bracket; ``?`` is any one character."""


def check_folders(app: Sphinx, config: Config) -> None:
    """Raise FileProblem where seeds or notes have no folder of their own, or pages no safe one."""
    source, conf = Path(app.srcdir), Path(app.confdir)
    for setting, base in (("briefbook_seeds", conf), ("briefbook_annotations", source)):
        value = config[setting]
        folder = Path(os.path.normpath(base / value))
        if conf.is_relative_to(folder) or source.is_relative_to(folder):
            problem = f"{setting} is {value!r}, which holds other files, too"
            raise FileProblem("conf.py", None, problem, _NAME)
    # Sphinx follows a link in place of docs/ before it asks anybody.
    if not source.is_relative_to(conf):
        for entry in conf.iterdir():
            if entry.is_symlink() and os.path.realpath(entry) == str(source):
                problem = "it is a link that leads out of the book"
                remedy = "put the folder itself here"
                raise FileProblem(shown_path(entry, conf), None, problem, remedy)


def folders_without_pages(app: Sphinx) -> list[str]:
    """Patterns for the folders of seeds and notes, as far as they stand among the pages."""
    folders = folders_of(app)
    places = (place_in(folder, folders.docs) for folder in (folders.annotations, folders.seeds))
    return [place.translate(_ESCAPES) for place in places if place]


def refuse_look_alikes(app: Sphinx, config: Config) -> None:
    """``config-inited``, once all patterns are known: what looks like a note or a seed is no page.

    Here, and not at ``builder-inited``: patterns that change later would have every page read anew
    at every build.
    """
    suffixes = tuple(config.source_suffix)
    articles = f"{config.briefbook_articles}/"
    excluded = [*config.exclude_patterns, *config.templates_path, *config.html_static_path]
    pages = [
        page
        for page in get_matching_files(app.srcdir, config.include_patterns, excluded)
        if page.endswith(suffixes) and not page.startswith(articles)
    ]
    refused = look_alikes(pages, folders_of(app))
    for error in refused.values():
        warn(app, Subtype.LOOK_ALIKE, error)
    own = sorted(page.translate(_ESCAPES) for page in refused)
    config.exclude_patterns = [*config.exclude_patterns, *own]
