"""The ground on which somebody spoke, as an editor gives it: words of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.annotations.anchoring import Miss, locate
from briefbook.text.corrections.desk import shown
from briefbook.text.model import Basis, Span
from briefbook.text.quote import TextQuote

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
    place = _place(desk, words, near)
    if place is None:
        problem = f"the article does not hold its basis, {shown(words)}"
        desk.refuse(correction, problem, "give it in the article's own words")
        return None
    text = desk.text_of(place)
    return (Basis(line=desk.line_of(place.start), start=place.start, end=place.end, text=text),)


def _place(desk: Desk, words: str, near: int | None) -> Span | None:
    if near is not None:
        start, end = desk.block_of(near)
        at = desk.article.seed.text.find(words, start, end)
        if at >= 0:
            return Span(start=at, end=at + len(words))
    found = locate(desk.article, TextQuote(exact=words), look=0)
    if not isinstance(found, Miss):
        return found
    first = found.suggestion
    return Span(start=first.start, end=first.end) if first else None
