"""How to quote a passage so that it is found again: W3C's TextQuoteSelector, made for a place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefbook.text.annotations.anchoring import find_places, locate
from briefbook.text.lines import ENDS
from briefbook.text.quote import TextQuote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefbook.text.model import Article, Block, Span

MAX_EXACT: Final = 2000
MAX_CONTEXT: Final = 200
"""Characters of ``exact``, and of ``prefix`` and ``suffix`` each, that the schema allows."""

MAX_PLACES: Final = 100

_LINE_END: Final = re.compile(rf"\s*[{ENDS}]\s*")
_WORD_BEFORE: Final = re.compile(r"\S*\s*\Z")
_WORD_AFTER: Final = re.compile(r"\s*\S*")


def places_of(article: Article, words: str) -> list[Span]:
    """Where ``words`` stand in the blocks of ``article``, in order; ``MAX_PLACES`` at most."""
    return [place for _, place in find_places(article, "", words, "", most=MAX_PLACES)]


def text_quote(article: Article, place: Span) -> TextQuote | None:
    """The quotation that ``locate`` finds at ``place`` and nowhere else, with the least context.

    Context grows word by word on either side. None where ``place`` is not within one block, is
    empty or too long, has blank edges, or looks like another place with all its context.
    """
    exact = _on_a_line(article.text_of(place))
    block = next((b for b in article.blocks if b.start <= place.start < place.end <= b.end), None)
    if block is None or exact != exact.strip() or len(exact) > MAX_EXACT:
        return None
    for prefix, suffix in _contexts(article, block, place):
        quote = TextQuote(exact=exact, prefix=_on_a_line(prefix), suffix=_on_a_line(suffix))
        if locate(article, quote, 0) == place:
            return quote
    return None


def _on_a_line(text: str) -> str:
    """The text of a wrapped block as pages show it, and ``locate`` finds it."""
    return _LINE_END.sub(" ", text)


def _contexts(article: Article, block: Block, place: Span) -> Iterator[tuple[str, str]]:
    """Ever more of what stands before and after: by a word on one side, the other, or both."""
    text = article.seed.text
    before = text[max(block.start, place.start - MAX_CONTEXT) : place.start]
    after = text[place.end : min(block.end, place.end + MAX_CONTEXT)]
    prefix = suffix = ""
    yield prefix, suffix
    while prefix != before or suffix != after:
        grown = _WORD_BEFORE.search(before[: len(before) - len(prefix)])
        prefix = before[grown.start() if grown else 0 :]
        grown = _WORD_AFTER.match(after, len(suffix))
        suffix = after[: grown.end() if grown else len(after)]
        yield from ((prefix, ""), ("", suffix), (prefix, suffix))
