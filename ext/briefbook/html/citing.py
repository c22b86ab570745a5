"""How a paragraph of an article is cited: in words, as BibTeX and as CSL-JSON.

Each citation is cut where the paragraph's number goes, so that one serves all paragraphs.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefbook import words
from briefbook.text.bibliography import escape
from briefbook.text.characters import showable
from briefbook.text.timex import in_words
from briefbook.words import _

if TYPE_CHECKING:
    from briefbook.sphinx.records import ArticleRecord

_NUMBER: Final = "\0"
"""Stands for the number; no text that is shown holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """An article as it is cited, and the book that it is cited from."""

    article: ArticleRecord
    authors: tuple[str, ...]
    url: str | None
    book: str
    """The book's title and, where it has one, its edition."""


def citations(cited: Cited) -> dict[str, list[str]]:
    """The pieces of each citation: joined by a paragraph's number, they are its text."""
    made = {"plain": _plain(cited), "bibtex": _bibtex(cited), "csl": _csl(cited)}
    return {name: text.split(_NUMBER) for name, text in made.items()}


def _plain(cited: Cited) -> str:
    article = cited.article
    parts = [_publisher(cited), _title(article), words.in_words(article.published), f"¶{_NUMBER}"]
    if article.title_by == "none":  # publisher and date are its title
        del parts[1]
    if cited.authors:
        parts.insert(0, "; ".join(map(showable, cited.authors)))
    return _("{article}. In: {book}.").format(article=", ".join(parts), book=cited.book)


def _bibtex(cited: Cited) -> str:
    article = cited.article
    authors = cited.authors or (_publisher(cited),)
    fields = {
        "author": " and ".join(f"{{{escape(showable(name))}}}" for name in authors),
        "title": f"{{{escape(_title(article))}}}",
        "howpublished": escape(_publisher(cited)),
        "year": article.published[:4],
        "month": in_words(article.published).rpartition(" ")[0],
        "url": cited.url,
        "note": f"¶{_NUMBER}. In: {escape(cited.book)}",
    }
    lines = "".join(f"  {name} = {{{text}}},\n" for name, text in fields.items() if text)
    return f"@misc{{{article.cite}-p{_NUMBER},\n{lines}}}\n"


def _csl(cited: Cited) -> str:
    article = cited.article
    item = {
        "id": f"{article.cite}-p{_NUMBER}",
        "type": "article-newspaper",
        "title": _title(article),
        "author": [{"literal": showable(name)} for name in cited.authors],
        "container-title": _publisher(cited),
        "issued": {"date-parts": [[int(part) for part in article.published.split("-")]]},
        "URL": cited.url,
        "note": f"¶{_NUMBER}. In: {cited.book}",
    }
    given = {name: value for name, value in item.items() if value}
    return json.dumps([given], ensure_ascii=False, indent=1).replace("\\u0000", _NUMBER)


def _publisher(cited: Cited) -> str:
    return showable(cited.article.publisher or _("Publisher not named"))


def _title(article: ArticleRecord) -> str:
    """In square brackets where it is not the work's own."""
    title = showable(article.title)
    return f"[{title}]" if article.title_by == "editors" else title
