"""The ground on which somebody spoke, as an editor gives it: words of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.corrections.desk import shown
from briefbook.text.model import Basis

if TYPE_CHECKING:
    from briefbook.text.corrections.desk import Desk
    from briefbook.text.decisions import Correction


def find_basis(
    desk: Desk, correction: Correction, words: str, near: int | None
) -> tuple[Basis, ...] | None:
    """The basis of these words: none where they are empty; None where they are not to be found.

    Where the article has them more than once, those in the block of the character ``near`` are
    meant, if there are any, and else the first.
    """
    if not words:
        return ()
    first: int | None = None
    preferred = desk.block_of(near) if near is not None else None
    text = desk.article.seed.text
    blocks = [(block.start, block.end) for block in desk.article.blocks]
    for start, end in [*([preferred] if preferred else []), *blocks]:
        at = text.find(words, start, end)
        if at >= 0:
            first = at
            break
    if first is None:
        problem = f"the article does not hold its basis, {shown(words)}"
        desk.refuse(correction, problem, "give it in the article's own words")
        return None
    end = first + len(words)
    return (Basis(line=desk.line_of(first), start=first, end=end, text=words),)
