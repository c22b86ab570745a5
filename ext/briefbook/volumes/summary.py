"""What a volume says of its articles to the cover: JSON, a line a page, sorted by pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import msgspec

from briefbook.sphinx.records import (  # noqa: TC001 - msgspec asks for the fields' types
    AnnotationRecord,
    ArticleRecord,
    DateRecord,
    MentionRecord,
    StatementRecord,
)
from briefbook.text.annotations import Annotation  # noqa: TC001 - as above
from briefbook.text.errors import OutputError
from briefbook.text.paths import shown_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


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


PARTS: Final = (
    "articles", "stand_ins", "same_as", "paragraphs", "openings", "dates", "mentions",
    "statements", "annotations",
)  # fmt: skip
"""The fields that the domain has under their names."""

_ENCODER: Final = msgspec.json.Encoder()
_DECODER: Final = msgspec.json.Decoder(PageSummary)


def written(pages: Iterable[PageSummary]) -> bytes:
    """A summary as its file has it."""
    lines = (_ENCODER.encode(page) for page in sorted(pages, key=lambda page: page.docname))
    return b"".join(line + b"\n" for line in lines)


def read(path: Path, *, root: Path) -> Iterator[PageSummary]:
    """The pages of a summary, one by one. Raises OutputError, which names it from ``root``."""
    try:
        with path.open("rb") as stream:
            for line in stream:
                yield _DECODER.decode(line)
    except (OSError, msgspec.DecodeError) as error:
        problem = f"a volume’s summary cannot be read: {error}"
        remedy = "delete it, and build the volumes again"
        raise OutputError(shown_path(path, root), None, problem, remedy) from None
