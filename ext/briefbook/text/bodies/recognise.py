"""Catalogue and article to mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.bodies.spellings import fold
from briefbook.text.model import Block, BlockKind, BodyMention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefbook.text.bodies.catalogue import Catalogue
    from briefbook.text.bodies.lexicon import Surface
    from briefbook.text.model import Article

Found = tuple[int, int, "Surface"]
"""Start and end, characters of the block's text, and what the name can mean."""


def find_bodies(article: Article, catalogue: Catalogue) -> tuple[BodyMention, ...]:
    """Every mention of a body of the catalogue in the article's blocks, in order of the text.

    Longest names win: in "Russia-NATO Council" NATO is not mentioned. A possessive or plural
    ending, and "the", are outside the mention. Bylines and photo credits hold no mentions.
    Linear in the article's length.
    """
    return tuple(
        mention
        for block, text in readable_blocks(article)
        for mention in _mentions(article, block, catalogue.lexicon.find(text), len(text))
    )


def readable_blocks(article: Article) -> Iterator[tuple[Block, str]]:
    """Each block that can hold mentions, with its text, folded, up to a photo's credit."""
    captions = {photo.line: photo.caption for photo in article.photos if photo.credit}
    for block in article.blocks:
        if block.kind is BlockKind.BYLINE:
            continue
        text = article.text_of(block)
        if block.kind is BlockKind.CAPTION and block.line in captions:
            caption = captions[block.line]
            start = text.find(caption)
            text = text[: start + len(caption)] if start >= 0 else text
        yield block, fold(text)


def longest_first(found: list[Found], length: int) -> list[Found]:
    """Those that remain when longer ones take the characters they share with shorter ones."""
    if len(found) < 2:
        return found
    taken = bytearray(length)
    kept = []
    for start, end, surface in sorted(found, key=lambda item: (item[0] - item[1], item[0])):
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\x01" * (end - start)
            kept.append((start, end, surface))
    kept.sort(key=lambda item: item[0])
    return kept


def _mentions(
    article: Article, block: Block, found: list[Found], length: int
) -> Iterator[BodyMention]:
    for start, end, surface in longest_first(found, length):
        if surface.owner is None:
            continue
        yield BodyMention(
            line=block.line,
            start=block.start + start,
            end=block.start + end,
            text=article.seed.text[block.start + start : block.start + end],
            body=surface.owner,
        )
