"""What each volume must know of the book beside its own articles, and the cover of all volumes.

The plan is made of facts before any volume is built. So volumes link to each other in any
direction, each is built once, and one is built again only where its own plan is another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import msgspec

from briefbook.pages.index_parts import Division  # noqa: TC001 - msgspec reads the fields
from briefbook.text.editions import Items  # noqa: TC001
from briefbook.volumes.division import COVER, Volume

if TYPE_CHECKING:
    from briefbook.text.errors import SidecarError


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """An article of another volume, as far as a volume's pages name it."""

    seed: str
    docname: str
    title: str
    published: str
    paragraphs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumePlan:
    """A volume's own."""

    name: str
    title: str
    subtitle: str
    """What its PDF has under the book's title."""
    months: tuple[str, ...]
    seeds: tuple[str, ...]
    """Names of those that have their pages here, withdrawn ones included; sorted."""
    guests: tuple[str, ...]
    """Names of those elsewhere that they are versions of, or that are versions of them; sorted."""
    others: tuple[Other, ...]
    before: Other | None
    """The article that comes before the first."""
    after: Other | None
    divisions: dict[str, Division]
    """The parts of the indexes that something in the volume belongs to."""
    docs: str
    """The book's folder of pages, from that of conf.py."""
    state: str
    """A digest of all else that its pages are made of, its bodies among it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverPlan:
    """The cover's."""

    volumes: tuple[Volume, ...]
    divisions: dict[str, Division]
    bodies: tuple[str, ...]
    """Ids of those that the articles name, sorted."""
    items: Items
    """What the book holds, as its next edition will have it."""
    docs: str
    state: str
    pdf: bool = False
    """Whether the volumes are printed."""
    name: str = COVER


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What all plans have in common."""

    folder: str
    """That of the generated pages, from the source folder."""
    docs: str
    state: str
    """A digest of what all pages are made of, but for the catalogue."""
    catalogue: str
    """A digest of the catalogue."""
    index_rows: int
    subtitle: str = ""
    """Of the printed book."""
    pdf: bool = False
    """Whether volumes are printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plans:
    """Those of a book."""

    volumes: tuple[VolumePlan, ...]
    cover: CoverPlan
    problems: tuple[SidecarError, ...]


_ENCODER: Final = msgspec.json.Encoder(order="sorted")


def written(plan: VolumePlan | CoverPlan) -> bytes:
    """A plan as its file has it."""
    return msgspec.json.format(_ENCODER.encode(plan), indent=1) + b"\n"


def read_volume(raw: bytes) -> VolumePlan:
    """Raises msgspec.DecodeError."""
    return msgspec.json.decode(raw, type=VolumePlan)


def read_cover(raw: bytes) -> CoverPlan:
    """Raises msgspec.DecodeError."""
    return msgspec.json.decode(raw, type=CoverPlan)
