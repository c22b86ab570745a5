"""The days that a seed's own stamps give: of its one story, or of each of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.dates.dateline import FARTHEST
from briefbook.text.dates.publication_date import Anchor, anchor_of
from briefbook.text.kinds import DropReason
from briefbook.text.stamps import find_stamp

if TYPE_CHECKING:
    from briefbook.text.model import Article


def stamped_days(article: Article) -> list[tuple[int, Anchor]]:
    """Where in the seed's text another day of publication begins to hold, in order.

    A stamp above the article counts where the seed's own date is no day, or is the 1 January that
    stands for an unknown day of a year; a stamp within the article opens another story.
    """
    seed, blocks = article.seed, article.blocks
    whole = anchor_of(seed.published)
    if whole is None or not blocks:
        return []
    new_year = whole.exact and whole.day.month == whole.day.day == 1
    vague = not whole.exact or (new_year and not seed.sidecar.published)
    found = []
    for part in article.dropped:
        if part.reason is not DropReason.TIMESTAMP:
            continue
        day = anchor_of(find_stamp(article.text_of(part)))
        if day is None or (part.start < blocks[0].start and not vague):
            continue
        if new_year or abs((day.day - whole.day).days) <= FARTHEST:
            found.append((part.start, day))
    return found
