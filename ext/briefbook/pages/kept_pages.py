"""Articles' pages that an earlier build has written: what is made of the same is not made again.

A page is known by a digest of all that it is made of, and taken from where it lies, if it still is
what was written there. To write out the page of an article costs ten times as much, and a book of a
thousand articles would do so at every build.
"""

from __future__ import annotations

import json
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from babel import __version__ as babel_version

from briefbook.text.cache import digest_of_files, pack
from briefbook.text.digest import digest
from briefbook.text.errors import FileProblem, OutputError
from briefbook.text.files import read_file
from briefbook.text.writing import write_file
from briefbook.words import language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefbook.pages.folders import BookFolders
    from briefbook.text.cache import MarksCache
    from briefbook.text.model import Marks

FILE: Final = "pages.json"
"""Beside the folders of marks: by page, what it was made of and what it is, as digests. In a book
of volumes each volume has one of its own."""
_MAX_BYTES: Final = 64 * 1024 * 1024


class KeptPages:
    """The pages of one book's articles."""

    def __init__(self, folders: BookFolders, marks: MarksCache, *, volume: str = "") -> None:
        """``volume`` is the name of the volume whose pages they are."""
        self._folders = folders
        self._marks = marks
        self._path = marks.folder / (f"pages-{volume}.json" if volume else FILE)
        self._of_build = ""
        self._before = self._read()
        self._now: dict[str, tuple[str, str]] = {}

    def begin(self, made_of: Iterable[str]) -> None:
        """Name what all pages are made of, beside the code, the catalogue and the language."""
        self._of_build = digest([_code(), self._marks.state, language(), *made_of])

    def page(self, name: str, marks: Marks, made_of: Iterable[str], make: Callable[[], str]) -> str:
        """The text of an article's page: the kept one, or what ``make`` makes of all this."""
        of = digest([self._of_build, *_of_marks(marks), *made_of])
        was_of, was = self._before.get(name, ("", ""))
        if was_of == of and (text := self._kept(name)) is not None and digest([text]) == was:
            self._now[name] = of, was
            return text
        text = make()
        self._now[name] = of, digest([text])
        return text

    def keep(self) -> None:
        """Note the pages of this build, once they are written. What fails is not kept."""
        if self._now == self._before:
            return
        try:
            write_file(self._path, json.dumps(self._now).encode(), root=self._folders.root)
        except OutputError as problem:
            self._marks.problem = self._marks.problem or problem

    def _read(self) -> dict[str, tuple[str, str]]:
        """What an earlier build has noted; of no form, nothing."""
        folder, root = self._marks.folder, self._folders.root
        try:
            raw = read_file(
                self._path, home=folder, root=root, max_bytes=_MAX_BYTES, problem=FileProblem
            )
            known = json.loads(raw)
            return {str(name): (str(of), str(was)) for name, (of, was) in known.items()}
        except (FileProblem, ValueError, TypeError, AttributeError, RecursionError):
            return {}

    def _kept(self, name: str) -> str | None:
        folders = self._folders
        path = folders.docs / f"{name}{folders.suffix}"
        try:
            raw = read_file(
                path,
                home=folders.docs / folders.articles,
                root=folders.root,
                max_bytes=_MAX_BYTES,
                problem=FileProblem,
            )
            return raw.decode()
        except (FileProblem, UnicodeDecodeError):
            return None


def _of_marks(marks: Marks) -> Iterable[str]:
    seed = marks.article.seed
    yield blake2b(pack(marks), digest_size=16).hexdigest()  # all but the seed
    yield from (seed.name, seed.path, seed.sha256, seed.published, repr(seed.sidecar))


@cache
def _code() -> str:
    """A digest of what writes pages, beside the engine, which the state of the marks has."""
    return digest([babel_version, digest_of_files("pages", "locale", "words.py")])
