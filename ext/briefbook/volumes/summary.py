"""What a volume says of its articles to the cover: JSON, a line a page, sorted by pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final

import msgspec

from briefbook.sphinx.records import (  # noqa: TC001 - msgspec asks for the fields' types
    AnnotationRecord,
    ArticleRecord,
    DateRecord,
    MentionRecord,
    StatementRecord,
)
from briefbook.text.annotations import Annotation  # noqa: TC001 - as above
from briefbook.volumes.kept import damaged

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path


_KEPT: Final = 64
"""Pages that are held at a time: an article is asked for several times in a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSummary:
    """An article's page, or what stands in its place."""

    docname: str
    articles: ArticleRecord | None = None
    stand_ins: tuple[str, str, str | None] | None = None
    same_as: str | None = None
    paragraphs: int | None = None
    openings: str | None = None
    dates: list[DateRecord] | None = None
    mentions: list[MentionRecord] | None = None
    statements: list[StatementRecord] | None = None
    annotations: list[AnnotationRecord] | None = None
    texts: list[tuple[int | None, str]] = field(default_factory=list)
    """Each block's number and text, for the search."""
    notes: list[Annotation] = field(default_factory=list)


HELD: Final = ("articles", "stand_ins", "same_as", "paragraphs", "annotations")
"""The fields that the domain has under their names, and of which every overview is made."""
LOOKED_UP: Final = ("openings", "dates", "mentions", "statements")
"""Those that are read from the summary when a page is asked for: they grow with the texts."""

_ENCODER: Final = msgspec.json.Encoder()
_DECODER: Final = msgspec.json.Decoder(PageSummary)


def written(pages: Iterable[PageSummary]) -> bytes:
    """A summary as its file has it."""
    lines = (_ENCODER.encode(page) for page in sorted(pages, key=lambda page: page.docname))
    content = b"".join(line + b"\n" for line in lines)
    return content + _seal(blake2b(content))


def _seal(of: blake2b) -> bytes:
    """The last line of a summary: a digest of all others, which are objects."""
    return _ENCODER.encode(of.hexdigest()) + b"\n"


class Summaries:
    """Those of all volumes: of each page the place is known, and a few pages are held."""

    def __init__(self, paths: Iterable[Path], *, root: Path) -> None:
        """Messages name files from ``root``."""
        self._root = root
        self._places: dict[str, tuple[Path, int]] = {}
        self._paths = tuple(paths)
        self.seals: list[str] = []
        """Of those that `pages` has gone through: another where something in it is."""
        self.page = lru_cache(maxsize=_KEPT)(self._page)
        """The page of that document name. Raises OutputError, as `pages` does."""

    def pages(self) -> Iterator[PageSummary]:
        """All, one by one; only then are they known by name."""
        for path in self._paths:
            place, read, last = 0, blake2b(), b""
            for line in self._lines(path, 0):
                if not line.startswith(b"{"):
                    last = line
                    break
                page = self._decoded(path, line)
                self._places[page.docname] = path, place
                place += len(line)
                read.update(line)
                yield page
            if last != _seal(read):
                raise damaged(path, "its seal is broken", root=self._root)
            self.seals.append(read.hexdigest())

    def _page(self, docname: str) -> PageSummary:
        path, place = self._places[docname]
        return self._decoded(path, next(self._lines(path, place), b""))

    def _lines(self, path: Path, place: int) -> Iterator[bytes]:
        try:
            with path.open("rb") as stream:
                stream.seek(place)
                yield from stream
        except OSError as error:
            raise damaged(path, str(error), root=self._root) from None

    def _decoded(self, path: Path, line: bytes) -> PageSummary:
        try:
            return _DECODER.decode(line)
        except msgspec.DecodeError as error:
            raise damaged(path, str(error), root=self._root) from None


class LookedUp(Mapping[str, Any]):
    """A part of the domain's data, by document name, in the summaries."""

    def __init__(self, summaries: Summaries, part: str, docnames: Collection[str]) -> None:
        self._summaries = summaries
        self._part = part
        self._docnames = dict.fromkeys(docnames)

    def __getitem__(self, docname: str) -> Any:
        if docname not in self._docnames:
            raise KeyError(docname)
        return getattr(self._summaries.page(docname), self._part)

    def __iter__(self) -> Iterator[str]:
        return iter(self._docnames)

    def __len__(self) -> int:
        return len(self._docnames)
