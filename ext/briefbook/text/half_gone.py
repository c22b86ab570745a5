"""Whether the rules took half of a seed's text away: then they may have misread what it is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from briefbook.text.clean.shapes import says_something
from briefbook.text.errors import SeedError
from briefbook.text.kinds import DropReason

if TYPE_CHECKING:
    from briefbook.text.model import Article

HALF: Final = 0.5
"""The share of characters, of lines that are a sentence or more. On 366 pages of three collections
1 % lose as much, and rightly: long notices, many comments below few words of news."""

FEWEST: Final = 4
"""Lines: below, a notice and a line of news are half and half."""

_SETTLED: Final = (
    DropReason.LAYOUT,
    DropReason.HEADER,
    DropReason.DUPLICATE,
    DropReason.EDITOR,
)


def half_gone(article: Article) -> SeedError | None:
    """How much of the seed's text is dropped or kept in doubt, where that is half of it or more.

    Text is what stands in lines of a sentence and more. What an editor keeps or drops is settled.
    """
    gone: Counter[str] = Counter()
    lines: list[int] = []
    kept = 0
    for block in article.blocks:
        words = article.words_of(block)
        if not says_something(words):
            continue
        if block.doubtful:
            gone["kept in doubt"] += len(words)
            lines.append(block.line)
        else:
            kept += len(words)
    for part in article.dropped:
        words = article.text_of(part)
        if part.reason not in _SETTLED and says_something(words):
            gone[part.reason] += len(words)
            lines.append(part.line)
    if len(lines) < FEWEST or gone.total() < HALF * (kept + gone.total()):
        return None
    parts = ", ".join(f"{reason} {size:,}" for reason, size in gone.most_common())
    return SeedError(
        article.seed.path,
        min(lines),
        f"of {kept + gone.total():,} characters in sentences {gone.total():,} are dropped or in "
        f"doubt ({parts}); this line is the first",
        f"see what is the article, and name lines in {article.seed.name}.toml, as in "
        "keep = [[12, 20]] or drop = [[21, 30]]",
    )
