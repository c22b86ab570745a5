"""Where the book mentions a body: article, paragraphs, count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes

from briefbook.pages.index_paths import BODIES, body_path
from briefbook.sphinx.nodes import more, summary_line
from briefbook.sphinx.views.context import bullets, joined
from briefbook.sphinx.views.parts import named_as, ways_of_part, ways_shown
from briefbook.sphinx.views.view import view
from briefbook.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefbook.sphinx.domain import BriefDomain
    from briefbook.sphinx.index_places import IndexPlaces
    from briefbook.sphinx.records import Place
    from briefbook.sphinx.views.context import ViewContext

    Named = dict[str, list[int | None]]
    """By document name, the paragraph of each mention."""


IN_SIGHT: Final = 8
"""Articles that an entry lists in sight; on the web more are folded, or entries stand far apart."""


def shown_in_parts(domain: BriefDomain, places: IndexPlaces) -> Mapping[str, Iterable[str]]:
    """By part, what its page shows, in pieces that differ where that does."""
    held = by_part(domain, places)
    return {
        part: [
            *ways_shown(places, BODIES, part, _entry(domain, part)),
            *(f"{named_as(domain, name)} {at}" for name, at in held.get(part, {}).items()),
        ]
        for part in places.division(BODIES).parts
    }


def shown_in_entry(domain: BriefDomain, places: IndexPlaces, headword: str) -> Iterable[str]:
    """What `lines_of_entry` shows, in pieces that differ where that does."""
    named = domain.mentioned.get(headword, {})
    if (place := places.mentions(headword)) is not None:
        yield f"{place} {len(named)}"
    else:
        yield from (f"{named_as(domain, name)} {at}" for name, at in named.items())


def _entry(domain: BriefDomain, part: str) -> Place | None:
    """The glossary entry of the body that a part is of."""
    headwords = domain.gathered("headwords by part", lambda: _headwords(domain))
    return domain.terms.get(headwords.get(part.partition("_")[0], ""))


def _headwords(domain: BriefDomain) -> dict[str, str]:
    return {body_path(body.id, "")[0]: body.headword for body in domain.catalogue}


def by_part(domain: BriefDomain, places: IndexPlaces) -> Mapping[str, Named]:
    """Where the articles of each part name its body, in order of publication."""

    def gather() -> dict[str, Named]:
        division = places.division(BODIES)
        found: dict[str, Named] = {}
        for headword, articles in domain.mentioned.items():
            if (body := domain.catalogue.get(headword)) is None:
                continue
            for docname, at in articles.items():
                path = body_path(body.id, domain.articles[docname].published)
                if (part := division.part_of(path)) is not None:
                    found.setdefault(part, {})[docname] = at
        return found

    return domain.gathered("mentions by part", gather)


@view(
    "mentions",
    shows=("articles", "mentions", "divisions"),
    shown_in_parts=shown_in_parts,
    has_directive=False,
)
def mentions(context: ViewContext) -> list[nodes.Node]:
    """A line for each article that mentions the body whose glossary entry this stands in.

    Of a body that many name they stand on pages of their own, and the entry leads there.
    """
    if context.part is not None:
        named = by_part(context.domain, context.places).get(context.part, {})
        back = _entry(context.domain, context.part)
        return [*ways_of_part(context, BODIES, context.part, back), *_lines(context, named)]
    return lines_of_entry(context, context.headword or "")


def lines_of_entry(context: ViewContext, headword: str) -> list[nodes.Node]:
    """Where a body is named, as its entry in the glossary says."""
    named = context.domain.mentioned.get(headword, {})
    if not named:
        return []
    head = nodes.paragraph("", _("Mentioned in"), classes=["brief-mentions-head"])
    words = ngettext("{number} article", "{number} articles", len(named))
    if (place := context.places.mentions(headword)) is not None:
        head += [nodes.Text(" "), *context.link(*place, words)]
        return [head]
    if context.web and len(named) > IN_SIGHT:
        line = summary_line("", f"{head.astext()} {words}")
        return [more("", line, *_lines(context, named), classes=["brief-more"])]
    return [head, *_lines(context, named)]


def _lines(context: ViewContext, named: Named) -> list[nodes.Node]:
    items = []
    for docname, paragraphs in named.items():
        links = [context.paragraph_link(docname, number) for number in dict.fromkeys(paragraphs)]
        times = ngettext("once", "{number} times", len(paragraphs))
        items.append(
            [*context.article_link(docname), nodes.Text(f" ({times}): "), *joined(links, ", ")]
        )
    return [bullets(items, "brief-mentions")] if items else []
