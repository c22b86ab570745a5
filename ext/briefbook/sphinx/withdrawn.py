"""What is no longer in the book leaves the output folders too, so that it is not published.

Sphinx forgets a page that is gone, but leaves what it has written of it, and packs that into an
EPUB. So each output folder holds a list of the files that builds have written there, page by page:
the doctrees may be thrown away, and the folder moved. The list may be published with the folder, or
committed, and so is data: files are deleted only where a page of that name would be, and no link is
followed.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx.builders.gettext import MessageCatalogBuilder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.builders.singlehtml import SingleFileHTMLBuilder
from sphinx.locale import __
from sphinx.util import logging

from briefbook.pages.manifest import MADE
from briefbook.stopping import stopping_the_build
from briefbook.text.characters import escaped
from briefbook.text.errors import OutputError
from briefbook.text.files import read_file
from briefbook.text.writing import refuse_links, remove_file, write_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)

LIST: Final = ".briefbook.json"
"""The list's name in an output folder."""

_MAX_BYTES = 64 * 1024 * 1024
_PART = r"[^/\\:\x00-\x1f\ud800-\udfff]+"
_NAME = re.compile(rf"{_PART}(?:/{_PART})*")
"""Document names; others than these are not listed."""


def keep_list_out_of_epub(_app: Sphinx, config: Config) -> None:
    """``config-inited``: an EPUB is made of all that lies in its output folder."""
    config.epub_exclude_files = [*config.epub_exclude_files, LIST]


def remove_withdrawn(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """``env-get-outdated``: delete what earlier builds wrote of pages that are gone by now.

    Sphinx knows by now which pages there are, and has written nothing yet.
    """
    outdir, doctrees, root = Path(app.outdir), Path(app.doctreedir), Path(app.confdir)
    files = {name: _files_of(app.builder, env, name) for name in sorted(env.found_docs)}
    present = {file for each in files.values() for file in each}
    with stopping_the_build(root):
        listed = read_list(outdir, root)
        gone = sorted(listed.keys() - files.keys())
        deleted = [
            file
            for name in gone
            for file in listed[name]
            if file not in present and remove_file(outdir, file, root=root)
        ]
        for name in gone:
            remove_file(doctrees, f"{name}.doctree", root=root)
        for file in sorted(present):
            refuse_links(outdir, file, root=root)
        # What another builder has written into the same folder goes with its page, too.
        known = {name: sorted({*listed.get(name, ()), *files[name]}) for name in files}
        if known != listed and present:
            _write(outdir, known, root)
    if deleted:
        names = escaped(", ".join(deleted))
        logger.info(__("no longer in the book, deleted from %s: %s"), outdir, names)
    return []


def _files_of(builder: Builder, env: BuildEnvironment, docname: str) -> list[str]:
    """What ``builder`` writes of a page and of no other, as paths below its output folder."""
    if isinstance(builder, SingleFileHTMLBuilder):
        return []
    if isinstance(builder, StandaloneHTMLBuilder):
        page = builder.get_output_path(docname).relative_to(builder.outdir).as_posix()
        source = env.doc2path(docname, base=False).as_posix()
        ending = builder.config.html_sourcelink_suffix
        return [page, f"_sources/{source}{'' if source.endswith(ending) else ending}"]
    if isinstance(builder, MessageCatalogBuilder):
        return [f"{docname}.pot"] if builder.config.gettext_compact is False else []
    ending = getattr(builder, "out_suffix", "")
    return [docname + ending] if ending else []


def read_list(outdir: Path, root: Path) -> dict[str, list[str]]:
    """By page, the files that earlier builds have written of it."""
    try:
        raw = read_file(
            outdir / LIST, home=outdir, root=root, max_bytes=_MAX_BYTES, problem=OutputError
        )
        pages: dict[str, list[str]] = json.loads(raw)["pages"]
        return {
            name: [file for file in files if _is_of(name, file)]
            for name, files in pages.items()
            if _NAME.fullmatch(name) and not {".", ".."} & set(name.split("/"))
        }
    except (OutputError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}


def _is_of(docname: str, file: str) -> bool:
    form = rf"(?:_sources/)?{re.escape(docname)}(?:/index)?\.[\w.-]+"
    return re.fullmatch(form, file) is not None


def _write(outdir: Path, pages: Mapping[str, list[str]], root: Path) -> None:
    about = f"{MADE}: what it has written here, page by page."
    content = json.dumps({"about": about, "pages": pages}, indent=1, sort_keys=True)
    write_file(outdir / LIST, content.encode() + b"\n", root=root)
