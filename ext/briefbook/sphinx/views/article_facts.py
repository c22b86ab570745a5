"""What lists of articles say of each: where it is from, and what it has, in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.sphinx.views.shares import anonymous_share
from briefbook.words import _, in_words, ngettext

if TYPE_CHECKING:
    from briefbook.sphinx.records import ArticleRecord
    from briefbook.sphinx.store import Store


def published_line(article: ArticleRecord) -> str:
    """Publisher and date; of what has no publisher, the date."""
    return ", ".join(filter(None, [article.publisher, in_words(article.published)]))


def notes_on(domain: Store, docname: str) -> int:
    """How many notes stand on an article; those that were withdrawn do not."""
    return sum(not note.withdrawn for note in domain.annotations.get(docname, ()))


def facts_line(domain: Store, docname: str) -> str:
    """What the article has, in numbers; nothing of what it has none of."""
    statements = domain.statements.get(docname, [])
    dates = len({date.value for date in domain.dates.get(docname, ())})
    bodies = len({mention.headword for mention in domain.mentions.get(docname, ())})
    voices = len({one.source for one in statements})
    notes = notes_on(domain, docname)
    facts = []
    if dates:
        facts.append(ngettext("{number} date", "{number} dates", dates))
    if bodies:
        facts.append(ngettext("{number} body", "{number} bodies", bodies))
    if voices:
        facts.append(ngettext("{number} voice", "{number} voices", voices))
    if notes:
        facts.append(ngettext("{number} note", "{number} notes", notes))
    if share := anonymous_share(statements):
        facts.append(_("{share} % anonymous").format(share=share))
    return " · ".join(facts)
