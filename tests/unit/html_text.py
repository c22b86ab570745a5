"""The article's own text in a built HTML page, as a reader sees it."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup


def article_blocks(page: str) -> list[str]:
    """The text of each block of the page's article, in order; callouts and notes left out."""
    return [block.get_text() for block in block_elements(page)]


def block_elements(page: str) -> list[Any]:
    """The paragraphs of the page's article, bullets included, that are no part of a callout."""
    article: Any = BeautifulSoup(page, "html.parser").select_one(".brief-article")
    assert article is not None, "the page holds no article"
    return [
        block for block in article.find_all("p") if not block.find_parent(class_="brief-callout")
    ]
