"""What of an article's file no reader sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefbook.text.characters import REPLACEMENT, code_point, complaint, find_unfit, showable
from briefbook.text.errors import SeedError
from briefbook.text.kinds import DropReason
from briefbook.text.lines import ENDS, count_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefbook.text.model import Article, Block, Dropped

_LOST: Final = f"holds {code_point(REPLACEMENT)}, which stands for a character that was lost"


def unshown(article: Article) -> SeedError | None:
    """The first character for which pages show U+FFFD, and how many more there are.

    It may be U+FFFD itself, which programs put where they could not read what was there.

    A line of which nothing can be seen counts as one. Layout at the edges of lines does not, where
    form feeds part pages; nor do the marks that Arabic and Hebrew are written with, joiners and
    soft hyphens. The column is that of an editor's screen, which shows no byte order mark.
    """
    text = article.seed.text
    first: tuple[int, int, str] | None = None
    count = 0
    for part in _shown_parts(article):
        words = text[part.start : part.end]
        unfit, lost = find_unfit(words, allowed=ENDS), words.find(REPLACEMENT)
        at, problem = unfit or 0, complaint(words, allowed=ENDS)
        if lost >= 0 and (unfit is None or lost < unfit):
            at, problem = lost, _LOST
        if problem is None:
            continue
        line = part.line + count_lines(words[:at] + "?") - 1
        first = first or (line, part.start + at, problem)
        count += max(1, showable(words, allowed=ENDS).count(REPLACEMENT))
    if first is None:
        return None
    line, at, problem = first
    more = f", as are {count - 1} more" if count > 1 else ""
    start = max(text.rfind(end, 0, at) for end in "\r\n") + 1
    column = at - start + 1 - int(text.startswith("\ufeff", start))
    return SeedError(
        article.seed.path,
        line,
        f"it {problem}; it is kept{more}, and readers see U+FFFD or nothing",
        "compare it with what was published",
        column=column,
    )


def _shown_parts(article: Article) -> Iterator[Block | Dropped]:
    """The blocks, and what the list of removed lines shows, in order of the text."""
    parts: list[Block | Dropped] = [*article.blocks]
    layout = (DropReason.LAYOUT, DropReason.HEADER)
    parts += [part for part in article.dropped if part.reason not in layout]
    yield from sorted(parts, key=lambda part: part.start)
