"""What a volume says of its articles to the cover: JSON, a line a page, sorted by pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final, get_type_hints

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
    from collections.abc import Iterable, Iterator
    from pathlib import Path


_KEPT: Final = 1024
"""Pages of which a field is held: one is asked for several times, for dates that lie together."""


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


_STATE: Final = 16
"""Bytes of a digest."""


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """What of a `PageSummary` is held of every page: what does not grow with its text."""

    docname: str
    articles: ArticleRecord | None
    stand_ins: tuple[str, str, str | None] | None
    same_as: str | None
    paragraphs: int | None
    annotations: list[AnnotationRecord] | None
    notes: list[Annotation]
    openings: msgspec.Raw
    dates: msgspec.Raw
    mentions: msgspec.Raw
    statements: msgspec.Raw

    def has(self, part: str) -> bool:
        """Whether it has one of the parts that are `LOOKED_UP`."""
        return bytes(getattr(self, part)) != b"null"

    def state(self, part: str) -> bytes:
        """A digest of one of these parts."""
        return blake2b(bytes(getattr(self, part)), digest_size=_STATE).digest()


HELD: Final = ("articles", "stand_ins", "same_as", "paragraphs", "annotations")
"""The fields that the domain has under their names, and of which every overview is made."""
LOOKED_UP: Final = ("openings", "dates", "mentions", "statements")
"""Those that are read from the summary when a page is asked for."""

_ENCODER: Final = msgspec.json.Encoder()
_OVERVIEW: Final = msgspec.json.Decoder(Overview)


@cache
def _decoder(part: str) -> msgspec.json.Decoder[Any]:
    """Of one field of a summary: the others are not made objects of."""
    return msgspec.json.Decoder(
        msgspec.defstruct(part, [(part, get_type_hints(PageSummary)[part])])
    )


def written(pages: Iterable[PageSummary]) -> bytes:
    """A summary as its file has it."""
    lines = (_ENCODER.encode(page) for page in sorted(pages, key=lambda page: page.docname))
    content = b"".join(line + b"\n" for line in lines)
    return content + _seal(blake2b(content))


def _seal(of: blake2b) -> bytes:
    """The last line of a summary: a digest of all others, which are objects."""
    return _ENCODER.encode(of.hexdigest()) + b"\n"


class Summaries:
    """Those of all volumes: where each page stands in them is known, and no page is held."""

    def __init__(self, paths: Iterable[Path], *, root: Path) -> None:
        """Messages name files from ``root``."""
        self._root = root
        self._paths = tuple(paths)
        self._places: dict[str, tuple[Path, int]] = {}
        self.seals: dict[Path, str] = {}
        """Of those that were gone through: another where something in it is."""

    def overviews(self) -> Iterator[Overview]:
        """Those of all pages, which are known by name only then. Raises OutputError."""
        for path in self._paths:
            place, read, last = 0, blake2b(), b""
            for line in self._lines(path, 0):
                if not line.startswith(b"{"):
                    last = line
                    break
                page = self._decoded(_OVERVIEW, path, line)
                self._places[page.docname] = path, place
                place += len(line)
                read.update(line)
                yield page
            if last != _seal(read):
                raise damaged(path, "its seal is broken", root=self._root)
            self.seals[path] = read.hexdigest()

    def part(self, docname: str, part: str) -> Any:
        """A field of the page's summary. Raises OutputError."""
        path, place = self._places[docname]
        line = next(self._lines(path, place), b"")
        return getattr(self._decoded(_decoder(part), path, line), part)

    def seal_of(self, docname: str) -> str:
        """That of the summary which the page is in."""
        return self.seals[self._places[docname][0]]

    def _lines(self, path: Path, place: int) -> Iterator[bytes]:
        try:
            with path.open("rb") as stream:
                stream.seek(place)
                yield from stream
        except OSError as error:
            raise damaged(path, str(error), root=self._root) from None

    def _decoded(self, decoder: msgspec.json.Decoder[Any], path: Path, line: bytes) -> Any:
        try:
            return decoder.decode(line)
        except msgspec.DecodeError as error:
            raise damaged(path, str(error), root=self._root) from None


class LookedUp(Mapping[str, Any]):
    """A field of the summaries, by what it is asked for by."""

    def __init__(self, summaries: Summaries, part: str, docnames: Mapping[str, str]) -> None:
        """``docnames`` are those of the pages that have it, by what they are asked for by."""
        self._docnames = docnames
        self._look_up = lru_cache(maxsize=_KEPT)(lambda docname: summaries.part(docname, part))

    def __getitem__(self, key: str) -> Any:
        return self._look_up(self._docnames[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._docnames)

    def __len__(self) -> int:
        return len(self._docnames)

    def __contains__(self, key: object) -> bool:
        return key in self._docnames
