"""What conf.py says of a book that is divided, read without Sphinx building anything."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.config import eval_config_file
from sphinx.errors import ConfigError
from sphinx.util.tags import Tags

from briefbook.pages.folders import SOURCES, BookFolders
from briefbook.sphinx.settings import BOOK
from briefbook.text.bodies import load_catalogue
from briefbook.text.digest import digest
from briefbook.text.errors import FileProblem
from briefbook.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefbook.text.bodies import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class BookSettings:
    """Those that the plan of the volumes depends on."""

    folders: BookFolders
    volumes: str | int
    index_rows: int
    max_bytes: int
    cache: Path | None
    language: str | None
    subtitle: str
    """Of the printed book."""
    catalogue: Catalogue
    rules: str
    """A digest of what marks and titles depend on beside their article."""
    state: str
    """A digest of what all pages depend on: conf.py, the pages that people write, the program.
    The catalogue is left out: a page depends on its own bodies alone."""


def read_settings(root: Path, docs: Path, *, by: str | None = None) -> BookSettings:
    """The settings of the book whose conf.py is in ``root`` and whose pages are in ``docs``.

    ``by`` divides it in another way than conf.py says. Raises FileProblem.
    """
    given = _conf(root) | ({} if by is None else {"briefbook_volumes": by})
    values = {each.name: _value(given, each.name) for each in BOOK}
    folders = _folders(values, root, docs)
    catalogue = load_catalogue(docs / values["bodies"], home=docs, root=root)
    language = given.get("language")
    program = digest([VERSION, *_contents(Path(__file__).parents[1])])
    sources = docs / SOURCES
    rules = [program, str(language), *_content(sources, sources.name)]
    own_bodies = Path(os.path.normpath(values["bodies"])).as_posix()
    return BookSettings(
        folders=folders,
        volumes=values["volumes"],
        index_rows=values["index_rows"],
        max_bytes=values["seed_max_bytes"],
        cache=root / os.path.normpath(values["cache"]) if values["cache"] else None,
        language=language,
        subtitle=str(given.get("briefbook_pdf_subtitle", "")),
        catalogue=catalogue,
        rules=digest([*rules, catalogue.digest]),
        state=digest(
            [
                *rules,
                str(values["volumes"]),
                *_content(root / "conf.py", "conf.py"),
                *_of_people(folders, but=own_bodies),
            ]
        ),
    )


def folders_of_book(root: Path, docs: Path) -> BookFolders:
    """The folders alone. Raises FileProblem."""
    given = _conf(root)
    return _folders({each.name: _value(given, each.name) for each in BOOK}, root, docs)


def _conf(root: Path) -> dict[str, Any]:
    try:
        return eval_config_file(root / "conf.py", Tags())
    except (ConfigError, OSError) as error:
        raise FileProblem("conf.py", None, str(error).strip(), "mend it") from None


def _folders(values: dict[str, Any], root: Path, docs: Path) -> BookFolders:
    return BookFolders(
        root=root,
        seeds=root / os.path.normpath(values["seeds"]),
        docs=docs,
        annotations=docs / os.path.normpath(values["annotations"]),
        articles=values["articles"],
    )


def _value(given: dict[str, Any], name: str) -> Any:
    setting = next(each for each in BOOK if each.name == name)
    value = given.get(f"briefbook_{name}", setting.default)
    if (wanted := setting.check(value)) is not None:
        problem = f"briefbook_{name} is {value!r}"
        raise FileProblem("conf.py", None, problem, f"it must be {wanted}")
    return value


def peoples_files(folders: BookFolders) -> Iterator[str]:
    """What people have put into the folder of pages, but notes and seeds: paths below it."""
    docs = folders.docs
    others = {folders.annotations, folders.seeds, docs / folders.articles, folders.root / "_build"}
    # As Sphinx does, links to folders are followed: these files are the owner's own.
    for place, names, files in os.walk(docs, followlinks=True):
        names[:] = sorted(
            name
            for name in names
            if Path(place, name) not in others and not name.startswith((".", "_build"))
        )
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(place, name).relative_to(docs).as_posix()


def _of_people(folders: BookFolders, *, but: str) -> Iterator[str]:
    for name in peoples_files(folders):
        if name != but:
            yield from _content(folders.docs / name, name)


def _contents(folder: Path) -> Iterator[str]:
    files: Iterable[Path] = sorted(folder.rglob("*"))
    for path in files:
        if path.is_file() and path.suffix != ".pyc":
            yield from _content(path, path.relative_to(folder).as_posix())


def _content(path: Path, name: str) -> list[str]:
    try:
        return [name, path.read_bytes().hex()]
    except OSError:
        return [name, ""]
