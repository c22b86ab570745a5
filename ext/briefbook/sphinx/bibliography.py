"""Gives sphinxcontrib-bibtex the bibliography as we have read and checked it.

It keeps what it has parsed by file and time of change, and reads a file again only if that differs.
So it never opens a file that was put before it in that form.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pybtex.database import BibliographyData
from sphinxcontrib.bibtex.bibfile import BibData, BibFile, get_mtime

from briefbook.pages.bibliography import BIBTEX_FILE
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.problems import warn
from briefbook.sphinx.web_links import WebLinks
from briefbook.text.bibliography import missing_sources, read_bibliography
from briefbook.warnings import Subtype

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment
    from sphinxcontrib.bibtex.domain import BibtexDomain

    from briefbook.text.bibliography import Bibliography


def articles_file(app: Sphinx) -> Path:
    """The generated BibTeX file of the articles."""
    return Path(app.srcdir, app.config.briefbook_articles, BIBTEX_FILE)


class SuppliedBibliography:
    """The bibliography of one build, and the pages that one before it had another for."""

    def __init__(self, app: Sphinx) -> None:
        self._outdated: set[str] = set()
        # After the articles' file is written (100), before sphinxcontrib-bibtex reads files (500).
        app.connect("builder-inited", self.supply, priority=200)
        app.connect("env-get-outdated", self.outdated_pages)

    def supply(self, app: Sphinx) -> None:
        """``builder-inited``: read the files, warn of what is wrong, hand over what is sound."""
        config = app.config
        configured = _configured(app)
        bibliography = _read(app, configured)
        for problem in bibliography.problems:
            warn(app, Subtype.BIBLIOGRAPHY, problem)
        # Those that can be read: sphinxcontrib-bibtex shall not try the others.
        config.bibtex_bibfiles = [configured[path] for path in bibliography.files]
        bibdata = _bibdata(bibliography, config.bibtex_encoding)
        domain = cast("BibtexDomain", app.env.get_domain("cite"))
        self._outdated = _outdated(domain, bibdata)
        domain.data["bibdata"] = bibdata
        domain.backend = WebLinks()
        _check_sources(app, bibliography)

    def outdated_pages(
        self,
        app: Sphinx,
        env: BuildEnvironment,
        added: set[str],
        changed: set[str],
        removed: set[str],
    ) -> list[str]:
        """``env-get-outdated``: bibliographies that have gained or lost files or entries."""
        return sorted(self._outdated)


def _configured(app: Sphinx) -> dict[Path, str]:
    """The files of ``bibtex_bibfiles``, each once, and what they are called there; ours last."""
    files: dict[str, tuple[Path, str]] = {}
    for name in app.config.bibtex_bibfiles:
        path = Path(app.confdir) / name
        files.setdefault(os.path.realpath(path), (path, name))
    articles = articles_file(app)
    files.pop(os.path.realpath(articles), None)
    return dict(files.values()) | {articles: str(articles)}


def _read(app: Sphinx, configured: Iterable[Path]) -> Bibliography:
    """All files, that of the articles last; but these have their keys before others."""
    config, root, articles = app.config, Path(app.confdir), articles_file(app)
    made = read_bibliography([articles], root=root)
    others = read_bibliography(
        (path for path in configured if path != articles),
        root=root,
        encoding=config.bibtex_encoding,
        taken=made.keys,
        styles=_styles(config),
    )
    return others + made


def _styles(config: Config) -> list[str]:
    return [style for style in (config.bibtex_default_style, config.bibtex_tooltips_style) if style]


def _bibdata(bibliography: Bibliography, encoding: str) -> BibData:
    data = BibliographyData()
    bibfiles: dict[Path, BibFile] = {}
    for path, entries in bibliography.files.items():
        resolved = path.resolve()
        bibfiles[resolved] = BibFile(mtime=get_mtime(resolved), keys=dict.fromkeys(entries))
        data.add_entries(entries.items())
    return BibData(encoding=encoding, bibfiles=bibfiles, data=data)


def _outdated(domain: BibtexDomain, new: BibData) -> set[str]:
    """Pages whose bibliographies were read with other files, or other entries in them."""
    same_files = list(domain.bibdata.bibfiles) == list(new.bibfiles)
    return {
        key.docname
        for key, shown in domain.bibliographies.items()
        if not same_files
        or list(shown.citation_nodes)
        != [shown.keyprefix + name for file in shown.bibfiles for name in new.bibfiles[file].keys]
    }


def _check_sources(app: Sphinx, bibliography: Bibliography) -> None:
    """Warn of notes whose sources no file has."""
    cited = brief_domain(app.env).cited
    for error in missing_sources(cited, bibliography.keys):
        warn(app, Subtype.ANNOTATION, error)
