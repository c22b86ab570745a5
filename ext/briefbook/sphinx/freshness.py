"""Which pages must be written again, though they themselves have not changed.

What an output folder shows is remembered beside the doctrees, which other outputs may share: one
digest a page, of all that the page shows of others. A page is written again exactly when its digest
is not the one with which it was last written to that folder. So a build that broke off, or one for
another output in between, leaves nothing behind that is no longer so.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from docutils import nodes

from briefbook.sphinx.contents import Contents
from briefbook.sphinx.shown import Shown
from briefbook.stopping import stopping_the_build
from briefbook.text.digest import digest
from briefbook.text.writing import write_file

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

PAGE_SHOWS: Final = "brief-page-shows"
"""Event, once a build, with the `Contents`. What it returns is called with each document name and
gives the pieces that the output adds to the page: a theme's navigation, say."""

_FILE: Final = "briefbook-shown.json"
_BEFORE_NUMBERING, _AFTER_NUMBERING = 100, 900
"""Event priorities on either side of Sphinx's, which numbers sections and figures at 500."""


class Freshness:
    """What one build shows, and what of it was written before."""

    def __init__(self, app: Sphinx) -> None:
        self._digests: dict[str, str] = {}
        self._written: set[str] = set()
        app.add_event(PAGE_SHOWS)
        app.connect("env-get-updated", forget_numbers, priority=_BEFORE_NUMBERING)
        app.connect("env-get-updated", self.stale_pages, priority=_AFTER_NUMBERING)
        app.connect("doctree-resolved", self.note_written)
        app.connect("build-finished", self.remember)

    def stale_pages(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """``env-get-updated``: the pages that show what is no longer so."""
        if isinstance(app.builder.get_outdated_docs(), str):
            return []  # it writes all pages, whatever has changed
        self._digests = _digests(app, env)
        shown = _read_all(app).get(_output(app), {})
        stale = [name for name, now in self._digests.items() if shown.get(name) != now]
        # Should the build break off, a page may show the old or the new: nothing is known of it,
        # even if all is then as it was before.
        known = self._digests | dict.fromkeys(stale, "")
        if known != shown:
            _keep(app, known)
        return stale

    def note_written(self, app: Sphinx, doctree: nodes.document, docname: str) -> None:
        """``doctree-resolved``, which comes in the main process just before a page is written."""
        self._written.add(docname)

    def remember(self, app: Sphinx, exception: Exception | None) -> None:
        """``build-finished``: remember what was shown, unless the build broke off."""
        if exception is None and self._written:
            before = _read_all(app).get(_output(app), {})
            written = {name: self._digests[name] for name in self._written & self._digests.keys()}
            _keep(app, before | written)


def forget_numbers(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """``env-get-updated``: take back the numbers of pages, which Sphinx then gives out anew.

    It never does so itself: a page that has left a numbered list would keep its number in others'.
    """
    for docname in env.toc_secnumbers.keys() & env.titles.keys():
        for kept in (env.titles[docname], env.tocs[docname]):
            for node in kept.findall(nodes.Element):
                node.attributes.pop("secnumber", None)
    return []


def _digests(app: Sphinx, env: BuildEnvironment) -> dict[str, str]:
    contents = Contents(env)
    pieces = [Shown(env, contents).on, *app.emit(PAGE_SHOWS, contents)]
    return {
        name: digest(piece for of in pieces for piece in of(name)) for name in sorted(env.all_docs)
    }


def _output(app: Sphinx) -> str:
    return f"{app.builder.name} {app.outdir}"


def _read_all(app: Sphinx) -> dict[str, dict[str, str]]:
    """By output, the digests that its pages were written with."""
    try:
        known: dict[str, dict[str, str]] = json.loads(_path(app).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return known


def _keep(app: Sphinx, pages: dict[str, str]) -> None:
    """Keep the digests of this output, and those of others whose folder is still there."""
    known = _read_all(app) | {_output(app): pages}
    kept = {each: known[each] for each in sorted(known) if Path(each.partition(" ")[2]).is_dir()}
    root = Path(app.confdir)
    with stopping_the_build(root):
        write_file(_path(app), json.dumps(kept).encode(), root=root)


def _path(app: Sphinx) -> Path:
    return Path(app.doctreedir) / _FILE
