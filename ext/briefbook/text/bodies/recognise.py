"""Catalogue and article to mentions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefbook.text.bodies.abbreviations import SHORT_FORM
from briefbook.text.bodies.meanings import Meanings
from briefbook.text.bodies.spellings import fold
from briefbook.text.bodies.surface import Surface
from briefbook.text.kinds import BlockKind
from briefbook.text.model import Block, BodyMention, KnownName

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefbook.text.bodies.catalogue import Catalogue
    from briefbook.text.bodies.local_names import Found
    from briefbook.text.model import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class AmbiguousName:
    """A name that can mean bodies of the catalogue, where the article does not say which."""

    line: int
    start: int
    end: int
    text: str
    bodies: tuple[str, ...]
    """The ids of those it can mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that the catalogue's names come to in one article, in order of the text."""

    mentions: tuple[BodyMention, ...]
    ambiguous: tuple[AmbiguousName, ...]


def find_bodies(article: Article, catalogue: Catalogue) -> tuple[BodyMention, ...]:
    """Every mention of a body of the catalogue in the article's blocks, in order of the text.

    Longest names win: in "Russia-NATO Council" NATO is not mentioned. A possessive or plural
    ending, and "the", are outside the mention. Bylines and photo credits hold no mentions.
    Linear in the article's length.
    """
    return read_bodies(article, catalogue).mentions


def known_names(mentions: Iterable[BodyMention], catalogue: Catalogue) -> tuple[KnownName, ...]:
    """The names that ``mentions`` are, each with the kind of source that its body is."""
    return tuple(
        KnownName(start=one.start, end=one.end, kind=catalogue[one.body].kind.as_source)
        for one in mentions
    )


def read_bodies(article: Article, catalogue: Catalogue) -> Reading:
    """As ``find_bodies``, with the names that were left because they are ambiguous."""
    blocks = [
        (block, text, longest_first(catalogue.lexicon.find(text), len(text)))
        for block, text in readable_blocks(article)
    ]
    meanings = Meanings(catalogue, [(text, found) for _, text, found in blocks])
    own = {
        short: Surface(text=short, owner=body)
        for short, body in meanings.local.names.items()
        if short not in catalogue.lexicon
    }
    if own:
        blocks = [
            (block, text, longest_first(found + list(_short_forms(text, own)), len(text)))
            for block, text, found in blocks
        ]
    mentions: list[BodyMention] = []
    ambiguous: list[AmbiguousName] = []
    for number, (block, text, found) in enumerate(blocks):
        for start, end, surface in found:
            place: dict[str, Any] = {
                "line": block.line,
                "start": block.start + start,
                "end": block.start + end,
            }
            printed = article.seed.text[place["start"] : place["end"]]
            body = meanings.of(number, text, start, surface)
            if body is not None:
                mentions.append(BodyMention(**place, text=printed, body=body))
            elif bodies := meanings.left_open(surface):
                ambiguous.append(AmbiguousName(**place, text=printed, bodies=bodies))
    return Reading(mentions=tuple(mentions), ambiguous=tuple(ambiguous))


def readable_blocks(article: Article) -> Iterator[tuple[Block, str]]:
    """Each block that can hold mentions, with its text, folded, up to a photo's credit."""
    captions: dict[int, list[str]] = {}
    for photo in article.photos:
        if photo.credit:
            captions.setdefault(photo.line, []).append(photo.caption)
    for block in article.blocks:
        if block.kind is BlockKind.BYLINE:
            continue
        text = article.text_of(block)
        if block.kind is BlockKind.CAPTION:
            text = next(filter(text.startswith, captions.get(block.line, ())), text)
        yield block, fold(text)


def _short_forms(text: str, own: dict[str, Surface]) -> Iterator[Found]:
    """Where the article's own abbreviations stand, those the catalogue does not know."""
    for match in SHORT_FORM.finditer(text):
        surface = own.get(match.group())
        if surface is not None:
            yield match.start(), match.end(), surface


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
