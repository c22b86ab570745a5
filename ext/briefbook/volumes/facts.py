"""What the plan of the volumes has to know of each article, kept for as long as it is unchanged.

Articles are many, and none is held longer than it takes to make its facts: these are kept in
shards, files of some articles each, by names. Of an article's text they have its title alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

import msgspec

from briefbook.pages.article_page import title_of
from briefbook.pages.index_rows import IndexRows, rows_of
from briefbook.text.editions import Items, items_of
from briefbook.text.errors import OutputError
from briefbook.text.history import History
from briefbook.volumes.kept import read_kept, write_kept

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefbook.text.annotations import Annotation
    from briefbook.text.known_sources import KnownSources
    from briefbook.text.model import Marks, Seed

SHARDS: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Of one article, or of a withdrawn one."""

    seed: str
    """Its name."""
    path: str
    """The seed's file, as people name it."""
    published: str
    title: str = ""
    paragraphs: int = 0
    rows: IndexRows
    content: str
    """A digest of all that its page is made of and that is its own."""
    history: History = field(default_factory=History)
    items: Items = field(default_factory=dict)
    """What it adds to an edition."""

    @property
    def month(self) -> str:
        return self.published[:7]


def facts_of(
    seed: Seed,
    marks: Marks | None,
    notes: Sequence[Annotation],
    known: KnownSources,
    *,
    content: str,
) -> Facts:
    """The facts of a seed; without ``marks``, of one that is withdrawn."""
    history, items = seed.sidecar.history, items_of([seed], notes)
    if marks is None:
        rows = IndexRows(published=seed.published)
        return Facts(
            seed=seed.name, path=seed.path, published=seed.published, rows=rows,
            content=content, history=history, items=items,
        )  # fmt: skip
    blocks = marks.article.blocks
    return Facts(
        seed=seed.name,
        path=seed.path,
        published=seed.published,
        title=title_of(marks.article).text,
        paragraphs=sum(block.number is not None for block in blocks),
        rows=rows_of(marks, known, notes=len(notes), counted=True),
        content=content,
        history=history,
        items=items,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """The facts of some articles."""

    state: str
    """A digest of what all facts depend on beside the articles' own files."""
    facts: dict[str, tuple[str, Facts]]
    """By seed: what its files looked like, and the facts."""


def shard_of(seed: str) -> int:
    """The shard that a seed's facts are in: by its name alone."""
    return blake2b(seed.encode(), digest_size=1).digest()[0] % SHARDS


_ENCODER: Final = msgspec.msgpack.Encoder()
_DECODER: Final = msgspec.msgpack.Decoder(Shard)


def load_shard(folder: Path, number: int, *, state: str, root: Path) -> Shard:
    """The shard as it is kept; empty where it is missing, damaged or of another state."""
    try:
        kept = _DECODER.decode(read_kept(folder / f"{number:02x}.facts", root=root))
    except (OutputError, msgspec.DecodeError):
        return Shard(state=state, facts={})
    return kept if kept.state == state else Shard(state=state, facts={})


def save_shard(folder: Path, number: int, shard: Shard, *, root: Path) -> None:
    """Keep the shard. Raises OutputError."""
    write_kept(folder / f"{number:02x}.facts", _ENCODER.encode(shard), root=root)
