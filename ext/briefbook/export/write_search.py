"""Writes the index that readers search by, beside the HTML book."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefbook.export.search import index_files, searched
from briefbook.export.write import write_if_other, writes_exports
from briefbook.sphinx.plans import plan_of
from briefbook.stopping import stopping_the_build
from briefbook.text.digest import digest
from briefbook.text.errors import OutputError
from briefbook.text.files import read_file
from briefbook.text.writing import cannot_write, refuse_links
from briefbook.version import VERSION
from briefbook.volumes.plan import VolumePlan

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FOLDER: Final = "_search"
"""Below the output folder."""
STATE: Final = "state.txt"
"""What the index was made of, as a digest."""
_OURS: Final = re.compile(r"(?:w-[0-9a-z]+|d-[0-9a-zX]+|a-\d+)\.js")


def write_search(app: Sphinx, exception: Exception | None) -> None:
    """``build-finished``: write the index anew where something in it has changed."""
    is_volume = isinstance(plan_of(app.config), VolumePlan)  # whose files the cover writes
    if exception is not None or is_volume or not writes_exports(app.builder):
        return
    outdir, root = Path(app.outdir), Path(app.confdir)
    given = searched(app)
    state = digest([VERSION, repr(given)]).encode()
    with stopping_the_build(root):
        if _read(outdir, root) == state:
            return
        _forget(outdir, root)  # a build that breaks off leaves no state that is not so
        made = dict(index_files(given))
        for name, content in made.items():
            write_if_other(outdir, f"{FOLDER}/{name}", content, root)
        for path in sorted((outdir / FOLDER).iterdir()):
            if _OURS.fullmatch(path.name) and path.name not in made:
                _delete(outdir, path.name, root)
        write_if_other(outdir, f"{FOLDER}/{STATE}", state, root)


def _read(outdir: Path, root: Path) -> bytes:
    """The state of the index that is there; nothing where there is none."""
    path = outdir / FOLDER / STATE
    try:
        raw = read_file(path, home=outdir, root=root, max_bytes=64, problem=OutputError)
    except OutputError:
        return b""
    return raw if (outdir / FOLDER / "index.js").is_file() else b""


def _forget(outdir: Path, root: Path) -> None:
    if (outdir / FOLDER / STATE).exists():
        _delete(outdir, STATE, root)


def _delete(outdir: Path, name: str, root: Path) -> None:
    refuse_links(outdir, f"{FOLDER}/{name}", root=root)
    path = outdir / FOLDER / name
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise cannot_write(path, error, root=root) from None
