"""What a page says to machines in its own HTML: schema.org's words, as JSON-LD."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from briefbook.text.kinds import SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefbook.export.works import Work
    from briefbook.sphinx.records import ArticleRecord, StatementRecord
    from briefbook.text.bodies import Body, Catalogue

CONTEXT: Final = "https://schema.org"

_SPEAKERS: Final = {
    SourceKind.PERSON.value: "Person",
    SourceKind.ANONYMOUS.value: "Person",
    SourceKind.GROUP.value: "Person",
    SourceKind.INSTITUTION.value: "Organization",
}
"""By kind, what speaks; the words of others are a part of what they are."""


def article_data(
    article: ArticleRecord,
    statements: Iterable[StatementRecord],
    works: Iterable[Work],
    *,
    book: str,
) -> dict[str, Any]:
    """The page of an article: what it is based on, what its notes cite, who says what in it."""
    return _without_blanks(
        {
            "@context": CONTEXT,
            "@type": "Article",
            "headline": article.title,
            "inLanguage": article.language,
            "isPartOf": {"@type": "Book", "name": book},
            "isBasedOn": _published(article),
            "citation": [
                _without_blanks({"@type": "CreativeWork", "name": work.title, "url": work.url})
                for work in works
            ],
            "hasPart": _quotations(statements),
        }
    )


def _published(article: ArticleRecord) -> dict[str, Any]:
    """The article as its publisher has it. A headline is the publisher's or is not given."""
    publisher = {"@type": "Organization", "name": article.publisher} if article.publisher else None
    return _without_blanks(
        {
            "@type": "NewsArticle",
            "headline": article.title if article.title_by == "publisher" else None,
            "url": article.url,
            "datePublished": article.published,
            "publisher": publisher,
            "author": [{"@type": "Person", "name": name} for name in article.authors],
            "inLanguage": article.language,
        }
    )


def _quotations(statements: Iterable[StatementRecord]) -> list[dict[str, Any]]:
    """The verbatim ones. A source is told of at its first, and by its id at others."""
    found = []
    told: set[str] = set()
    for one in statements:
        if one.form != "verbatim":
            continue
        quotation: dict[str, Any] = {
            "@type": "Quotation",
            "url": f"#{one.node_id}",
            "text": one.excerpt,
        }
        if one.kind in _SPEAKERS:
            id_ = f"#source-{one.source}"
            speaker = {"@id": id_, "@type": _SPEAKERS[one.kind], "name": one.name}
            quotation["spokenByCharacter"] = {"@id": id_} if id_ in told else speaker
            told.add(id_)
        elif one.kind != SourceKind.UNKNOWN:
            quotation["isPartOf"] = {"@type": "CreativeWork", "name": one.name}
        found.append(quotation)
    return found


def terms_data(explained: Mapping[str, str], catalogue: Catalogue, *, title: str) -> dict[str, Any]:
    """The glossary's entries of a page: each body with its names and where else it is known.

    ``explained`` has the anchor of each name's entry.
    """
    bodies: dict[str, Body] = {}
    for name, anchor in explained.items():
        body = catalogue.get(name)
        if body is not None:
            bodies.setdefault(anchor, body)
    return {
        "@context": CONTEXT,
        "@type": "DefinedTermSet",
        "name": title,
        "hasDefinedTerm": [_term(anchor, body) for anchor, body in bodies.items()],
    }


def _term(anchor: str, body: Body) -> dict[str, Any]:
    wikidata = f"https://www.wikidata.org/entity/{body.wikidata}" if body.wikidata else None
    return _without_blanks(
        {
            "@type": "DefinedTerm",
            "url": f"#{anchor}",
            "name": body.headword,
            "alternateName": body.name if body.name != body.headword else None,
            "termCode": body.abbreviation,
            "sameAs": list(filter(None, (wikidata, body.site))),
        }
    )


def _without_blanks(given: dict[str, Any]) -> dict[str, Any]:
    empty: Sequence[object] = (None, "", [], {})
    return {name: value for name, value in given.items() if value not in empty}
