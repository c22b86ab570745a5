"""What divided indexes have in common: the overview's lists of parts, and the ways from a part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.pages.index_pages import INDEXES
from briefbook.sphinx.views.context import bullets, joined
from briefbook.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefbook.pages.index_parts import Division
    from briefbook.sphinx.domain import BriefDomain
    from briefbook.sphinx.index_places import IndexPlaces
    from briefbook.sphinx.records import Place
    from briefbook.sphinx.views.context import ViewContext


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLine:
    """A part as an overview or a wider part lists it."""

    part: str
    about: str
    """How much it holds, in words."""
    anchor: str = ""
    """Where on its page."""
    ids: tuple[str, ...] = ()
    """Anchors that its rows had on the overview's page when the index was not divided yet."""


def lines_of_parts(
    context: ViewContext, index: str, lines: Iterable[PartLine]
) -> list[nodes.bullet_list]:
    """Links to parts in the order given; a part that is divided begins a list of its own."""
    division = context.places.division(index)
    divided = {*division.within.values()}
    groups: dict[str | None, list[PartLine]] = {}
    for line in lines:
        head = line.part if line.part in divided else division.within.get(line.part)
        groups.setdefault(head, []).append(line)
    found = []
    for head, held in groups.items():
        held.sort(key=lambda line: line.part != head)
        listing = bullets([_link(context, index, line) for line in held], "brief-parts")
        for item, line in zip(listing.children, held, strict=True):
            assert isinstance(item, nodes.list_item)  # noqa: S101 - as `bullets` makes them
            item["ids"] = [*line.ids]
        found.append(listing)
    return found


def _link(context: ViewContext, index: str, line: PartLine) -> list[nodes.Node]:
    page = context.places.page_of(index, line.part)
    words = context.places.division(index).parts[line.part]
    about = nodes.inline("", f" {line.about}", classes=["brief-many"])
    return [*context.link(page, line.anchor, words), about]


def ways_of_part(
    context: ViewContext, index: str, part: str, back: Place | None = None
) -> list[nodes.Node]:
    """The ways from a part: to the overview, to what it is within, to what it is divided into.

    ``back`` is where it leads back to, if not to the overview as a whole.
    """
    places = context.places
    division = places.division(index)
    above = [
        context.link(places.page_of(index, each), "", division.parts[each])
        for each in _above(division, part)
    ]
    if (to := _back(places, index, back)) is not None:
        above.insert(0, context.link(*to, _(INDEXES[index].all)))
    found: list[nodes.Node] = []
    if above:
        found.append(nodes.paragraph("", "", *joined(above, " › "), classes=["brief-part-of"]))
    if below := _below(division, part):
        links = [
            context.link(places.page_of(index, each), "", division.parts[each]) for each in below
        ]
        found.append(bullets(links, "brief-parts"))
    return found


def ways_shown(
    places: IndexPlaces, index: str, part: str, back: Place | None = None
) -> Iterator[str]:
    """What a part's page says of other parts, in pieces that differ where that does."""
    division = places.division(index)
    yield repr(_back(places, index, back))
    for each in (*_above(division, part), *_below(division, part)):
        yield f"{each} {division.parts[each]}"


def _back(places: IndexPlaces, index: str, back: Place | None) -> Place | None:
    overview = places.overview(index)
    return back or (None if overview is None else (overview, ""))


def named_as(domain: BriefDomain, docname: str) -> str:
    """What indexes say of an article beside what is in it."""
    article = domain.articles[docname]
    shown = (article.title, article.title_by, article.publisher, article.published)
    return f"{docname} {shown}"


def elsewhere_held(
    domain: BriefDomain, docnames: Iterable[str], parts: Sequence[str]
) -> Iterator[str]:
    """What volumes hold of these articles, in pieces that differ where that does.

    A part of an index may have rows of all volumes: to read them all, of each part, only to know
    whether they are as they were would take longer than all else after a change.
    """
    for docname in sorted({*docnames}):
        yield named_as(domain, docname)
        for part in parts:
            yield domain.states[part].get(docname, b"").hex()


def _above(division: Division, part: str) -> Sequence[str]:
    """What a part is within, the widest first."""
    found: list[str] = []
    while (wider := division.within.get(part)) is not None:
        found.insert(0, wider)
        part = wider
    return found


def _below(division: Division, part: str) -> Sequence[str]:
    return [each for each, wider in division.within.items() if wider == part]
