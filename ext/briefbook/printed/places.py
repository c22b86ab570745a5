"""Where something stands, as print tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.pdf.nodes import At

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefbook.sphinx.store import Store


def paragraph_at(docname: str, paragraph: int | None) -> At:
    """A numbered paragraph of an article; the article itself where the block has no number."""
    return At(docname, f"p{paragraph}" if paragraph else "")


def paragraph_words(paragraph: int | None) -> str:
    """What follows the page: ``¶3``; nothing of a caption, which has no number."""
    return f"¶{paragraph}" if paragraph else ""


def once(places: Iterable[At]) -> list[At]:
    """Each place once, in order."""
    return list(dict.fromkeys(places))


def has_articles(store: Store) -> bool:
    """Whether there is anything to print in the book's own way."""
    return bool(store.articles)
