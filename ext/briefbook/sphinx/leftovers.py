"""Takes out of an output folder what Sphinx leaves there of pages that are gone.

A page once published stays published, and an EPUB takes in whatever lies in its folder: a withdrawn
article would go on being read.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util import logging

from briefbook.text.characters import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)


def remove_leftovers(app: Sphinx, gone: Iterable[str], present: Iterable[str]) -> None:
    """Delete the files of the pages `gone`, which an earlier build wrote to the output folder.

    The names are document names. No link is followed, and no file taken that a page of those
    `present` is written to.
    """
    home = Path(app.outdir).resolve()
    files = [path for docname in sorted(gone) for path in _files_of(app, docname)]
    kept = {path for docname in present for path in _files_of(app, docname)} if files else set()
    for path in files:
        file = home / path
        # By way of a link, the file would be another's.
        is_ours = file.parent.resolve() == file.parent and not file.is_symlink()
        if is_ours and file.is_file() and path not in kept:
            file.unlink()
            logger.info("removed %s: its page is gone", escaped(path.as_posix()))
            with contextlib.suppress(OSError):  # a folder that holds something else stays
                for folder in list(path.parents)[:-1]:
                    (home / folder).rmdir()


def _files_of(app: Sphinx, docname: str) -> Iterator[Path]:
    """The files that a page is written to, below the output folder."""
    builder = app.builder
    if isinstance(builder, StandaloneHTMLBuilder):
        yield builder.get_output_path(docname).relative_to(builder.outdir)
        link = app.config.html_sourcelink_suffix
        for suffix in app.config.source_suffix:
            yield Path("_sources", docname + suffix + ("" if suffix == link else link))
    elif suffix := getattr(builder, "out_suffix", ""):
        yield Path(docname + suffix)
