"""Keeps the subsets from one build to the next: to cut them takes half a minute.

They do not depend on the book, and are kept once for each user, where caches are on their system.
"""

from __future__ import annotations

import shutil
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import TYPE_CHECKING, Final

from platformdirs import user_cache_path
from sphinx.util import logging

from briefbook.html.typefaces.cut import all_files
from briefbook.html.typefaces.faces import FACES, FIRST
from briefbook.text.digest import digest
from briefbook.text.errors import OutputError
from briefbook.text.writing import write_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

logger = logging.getLogger(__name__)

_MAKERS: Final = ("fonttools", "brotli")


def kept_typefaces() -> Path:
    """The folder with ``briefbook/fonts.css`` and the files that it names, cut if there is none."""
    return folder_of(user_cache_path("briefbook") / "typefaces", all_files)


def share_typefaces(caches: Path) -> None:
    """Put them where a program finds them whose folder of caches is ``caches``."""
    made = kept_typefaces()
    shared = caches / "briefbook/typefaces" / made.name
    if not shared.is_dir():
        files = (path for path in sorted(made.rglob("*")) if path.is_file())
        _keep(shared, ((path.relative_to(made).as_posix(), path.read_bytes()) for path in files))


def folder_of(home: Path, files: Callable[[], Iterable[tuple[str, bytes]]]) -> Path:
    """Below ``home``, the folder of what is made of today's packages; made if it is not there.

    Where nothing can be kept it is one that lasts as long as the program does. Raises OutputError
    where that cannot be written either.
    """
    folder = home / _state()
    if folder.is_dir():
        return folder
    logger.info("the typefaces are cut, once: this takes a while")
    try:
        _keep(folder, files())
    except (OSError, OutputError) as error:
        logger.info("they are not kept for the next build: %s", error)
        folder = Path(_lasting().name)
        _write(folder, files())
    return folder


def preloaded(folder: Path) -> list[str]:
    """Of a folder's files, those that every page needs, upright serif and sans: relative paths."""
    return [
        path.relative_to(folder).as_posix()
        for face in FACES
        if not face.italic
        for path in (folder / "briefbook/fonts").glob(f"{face.slug}-{FIRST}.*.woff2")
    ]


def _keep(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Make the folder, whole or not at all; another build may be about the same."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    making = Path(mkdtemp(prefix=".making-", dir=folder.parent))
    try:
        making.chmod(0o755)
        _write(making, files)
        try:
            making.rename(folder)
        except OSError:
            if not folder.is_dir():
                raise
    finally:
        shutil.rmtree(making, ignore_errors=True)


def _write(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    for name, content in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, content, root=folder)


@cache
def _lasting() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="briefbook-")


@cache
def _state() -> str:
    """A digest of all that the files are made of."""
    here = Path(__file__).parent
    packages = sorted({face.package.replace("_", "-") for face in FACES})
    return digest(
        [
            *((here / name).read_text("utf-8") for name in ("cut.py", "faces.py")),
            *(f"{name} {version(name)}" for name in (*packages, *_MAKERS)),
        ]
    )
