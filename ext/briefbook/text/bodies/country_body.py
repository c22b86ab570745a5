"""Whose an office is that several countries have, where nothing nearer tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefbook.text.bodies.article_countries import ArticleCountries
    from briefbook.text.bodies.block_words import BlockWords
    from briefbook.text.bodies.surface import Surface

_SPEAKS_OF_OTHERS = re.compile(r"foreign|external|defen[cs]e|force|army|military")


def is_ministry(surface: Surface) -> bool:
    """Whether the bare name is a ministry's, though the catalogue lists it nowhere as shared."""
    return bool(surface.offices) and surface.owner is None and "inistry" in surface.text


def country_body(
    surface: Surface, block: BlockWords, place: int, article: ArticleCountries
) -> str | None:
    """The id of the body whose country the text is about; ``place`` is the name's in the block.

    A foreign or defence ministry speaks of other countries: its own is the dateline's, or the one
    that the article names most. Any other office is told by its sentence as well.
    """
    offices = surface.offices
    country = article.dateline or article.main
    if not _SPEAKS_OF_OTHERS.search(surface.text.lower()):
        for named in (block.countries_of_sentence(place), block.countries):
            if named:
                return offices.get(next(iter(named))) if len(named) == 1 else None
        country = country or article.only
    return offices.get(country) if country else None
