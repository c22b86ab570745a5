"""Writes the index that readers search by, beside the HTML book."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from briefbook.export.search import Searched
from briefbook.export.search_directory import INDEX, directory_files
from briefbook.export.search_slices import made_slice, slices_of
from briefbook.export.write import write_if_other, writes_exports
from briefbook.sphinx.plans import plan_of
from briefbook.stopping import stopping_the_build
from briefbook.text.digest import digest
from briefbook.text.errors import OutputError
from briefbook.text.files import read_file
from briefbook.text.writing import refuse_links, remove_file
from briefbook.version import VERSION
from briefbook.volumes.plan import VolumePlan
from briefbook.words import language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

FOLDER: Final = "_search"
"""Below the output folder."""
PAGES: Final = "pages"
"""The slice of what is no article."""
STATE: Final = "state.json"
TERMS: Final = "terms.txt"
"""In a slice's folder, its terms, a line each."""
_MAX_BYTES: Final = 256 * 1024 * 1024
_SLICE: Final = re.compile(r"pages|all|\d{3,4}(?:-\d\d){0,2}")
_OF_SLICE: Final = re.compile(r"terms\.txt|head\.js|w\d+\.js|a\d+-\d+\.js")
_OURS: Final = re.compile(
    r"[tn]\d+\.js|d-[0-9a-zX]+\.js|index\.js|state\.json"
    r"|w-[0-9a-z]+\.js|a-\d+\.js|state\.txt"  # as earlier versions named them
)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the index was made of, as digests."""

    directory: str = ""
    slices: list[tuple[str, str]] = field(default_factory=list)
    """Each with its name, in order of time."""


def write_search(app: Sphinx, exception: Exception | None) -> None:
    """``build-finished``: write anew those scripts of the index in which something has changed."""
    is_volume = isinstance(plan_of(app.config), VolumePlan)  # whose files the cover writes
    if exception is not None or is_volume or not writes_exports(app.builder):
        return
    with stopping_the_build(Path(app.confdir)):
        _Index(Searched(app), Path(app.outdir), Path(app.confdir)).bring_up_to_date()


class _Index:
    """The index of one build. Of its articles one slice is held at a time."""

    def __init__(self, searched: Searched, outdir: Path, root: Path) -> None:
        self._searched = searched
        self._folder = outdir / FOLDER
        self._outdir = outdir
        self._root = root
        self._slices = slices_of(searched.days)
        if searched.pages:  # last of all, for the newest are looked through first
            self._slices = {PAGES: range(0), **self._slices}

    def bring_up_to_date(self) -> None:
        """Raises OutputError."""
        directory = self._searched.directory()
        now = State(
            directory=digest([VERSION, repr(directory)]),
            slices=[(name, self._digest(name)) for name in self._slices],
        )
        before = self._read_state()
        if now == before:
            return
        # A build that breaks off leaves no state that is not so.
        remove_file(self._outdir, f"{FOLDER}/{STATE}", root=self._root)
        stand = {*before.slices}
        kept = {STATE}
        for name, of_slice in now.slices:
            stands = (name, of_slice) in stand and (self._folder / name / TERMS).is_file()
            kept.update(self._files_of(name) if stands else self._write_slice(name))
        for file, content in directory_files(
            directory, {name: self._terms(name) for name in self._slices}
        ):
            self._write(file, content)
            kept.add(file)
        for file in sorted({*self._files()} - kept):
            remove_file(self._outdir, f"{FOLDER}/{file}", root=self._root)
        self._write(STATE, msgspec.json.encode(now))

    def _docnames(self, name: str) -> list[str]:
        numbers = self._slices[name]
        return self._searched.docnames[numbers.start : numbers.stop]

    def _digest(self, name: str) -> str:
        searched = self._searched
        of_slice = (
            searched.state_of_pages() if name == PAGES else searched.state(self._docnames(name))
        )
        return digest([VERSION, language(), of_slice])

    def _write_slice(self, name: str) -> Iterator[str]:
        """Write it, and give the names of its files."""
        searched = self._searched
        if name == PAGES:
            found = [*map(searched.page, searched.pages)]
        else:
            found = [*map(searched.article, self._docnames(name))]
        made = made_slice(name, found)
        for file, content in made.files.items():
            self._write(file, content)
            yield file
        terms = "".join(f"{term}\n" for term in made.terms)
        self._write(f"{name}/{TERMS}", terms.encode())
        yield f"{name}/{TERMS}"

    def _terms(self, name: str) -> Iterator[str]:
        yield from self._read(f"{name}/{TERMS}").decode().split("\n")[:-1]

    def _files(self) -> Iterator[str]:
        """Those of all earlier builds."""
        folders = [path.name for path in self._folder.iterdir() if _SLICE.fullmatch(path.name)]
        names = (path.name for path in self._folder.iterdir())
        yield from (name for name in names if _OURS.fullmatch(name))
        for folder in folders:
            yield from self._files_of(folder)

    def _files_of(self, name: str) -> Iterator[str]:
        folder = self._folder / name
        refuse_links(self._outdir, f"{FOLDER}/{name}", root=self._root)
        if folder.is_dir():
            files = (path.name for path in folder.iterdir())
            yield from (f"{name}/{file}" for file in files if _OF_SLICE.fullmatch(file))

    def _read_state(self) -> State:
        """That of the index that is there; an empty one where there is none."""
        try:
            made = msgspec.json.decode(self._read(STATE), type=State)
        except (OutputError, msgspec.DecodeError):
            return State()
        return made if (self._folder / INDEX).is_file() else State()

    def _read(self, file: str) -> bytes:
        path, home = self._folder / file, self._outdir
        return read_file(
            path, home=home, root=self._root, max_bytes=_MAX_BYTES, problem=OutputError
        )

    def _write(self, file: str, content: bytes) -> None:
        write_if_other(self._outdir, f"{FOLDER}/{file}", content, self._root)
