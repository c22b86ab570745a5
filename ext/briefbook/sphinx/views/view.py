"""What a view is: something that a page shows of the domain's data, once all pages are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from docutils import nodes

    from briefbook.sphinx.domain import BriefDomain
    from briefbook.sphinx.index_places import IndexPlaces
    from briefbook.sphinx.store import Store
    from briefbook.sphinx.views.context import ViewContext

    Fill = Callable[[ViewContext], list[nodes.Node]]
    ShownInParts = Callable[[BriefDomain, IndexPlaces], Mapping[str, Iterable[str]]]


WORKS: Final = "works"
"""What a view shows that counts the works of the bibliographies, which are no part of the store."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One view; the directive ``brief:NAME`` puts it on a page."""

    name: str
    fill: Fill
    """Makes what stands in its place."""

    shows: tuple[str, ...]
    """The parts of the store that it shows of the whole book, and `WORKS`; none in a view of one
    article."""

    note: Callable[[Store], None] | None
    """What else the store has to know of the page that shows it."""

    shown_in_parts: ShownInParts | None
    """Of an index that may be divided: by part, what its page shows, in pieces that differ where
    that does."""

    has_directive: bool
    """Whether authors place it; else another directive does."""


VIEWS: dict[str, View] = {}
"""All views by name. Each is put here by ``view`` when its module is loaded."""


def view(
    name: str,
    *,
    shows: tuple[str, ...] = (),
    note: Callable[[Store], None] | None = None,
    shown_in_parts: ShownInParts | None = None,
    has_directive: bool = True,
) -> Callable[[Fill], Fill]:
    """Register the function below as a view."""

    def register(fill: Fill) -> Fill:
        VIEWS[name] = View(
            name=name,
            fill=fill,
            shows=shows,
            note=note,
            shown_in_parts=shown_in_parts,
            has_directive=has_directive,
        )
        return fill

    return register
