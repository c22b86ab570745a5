"""Which articles stand before and after an article, in order of publication."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefbook.sphinx.domain import BriefDomain


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """Document names; None at the ends of the book."""

    before: str | None
    after: str | None


def neighbours(domain: BriefDomain) -> dict[str, Neighbours]:
    """The neighbours of every article, by its document name."""
    before_all, after_all = domain.ends
    names = [before_all, *domain.in_order(), after_all]
    return {
        name: Neighbours(before=before, after=after)
        for (before, name), (_, after) in pairwise(pairwise(names))
        if name is not None
    }
