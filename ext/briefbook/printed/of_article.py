"""An article at a glance in print: six of each kind, and where the others stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefbook.pdf.collation import collation_key
from briefbook.pdf.nodes import At, drawn
from briefbook.printed.places import paragraph_at, paragraph_words
from briefbook.sphinx.callout_sentence import KIND_WORDS
from briefbook.sphinx.views.happenings import in_order, is_key
from briefbook.sphinx.views.shares import anonymous_share
from briefbook.text.kinds import SourceKind
from briefbook.words import _, in_words

if TYPE_CHECKING:
    from docutils import nodes

    from briefbook.pdf.nodes import Told
    from briefbook.sphinx.records import StatementRecord
    from briefbook.sphinx.views.context import ViewContext

MOST: Final = 6
"""Entries of a column; what is more is told by its number."""

Items = list[dict[str, "Told"]]


def glance(context: ViewContext) -> list[nodes.Node]:
    """Key dates, bodies and sources. Nothing where the article has none."""
    if context.docname not in context.domain.articles:
        return []
    columns = [
        _column(context, title, view, items)
        for title, view, items in (
            (_("Key dates"), "date-index", _dates(context)),
            (_("Bodies"), "mentions", _bodies(context)),
            (_("Who speaks"), "source-index", _speakers(context)),
        )
        if items
    ]
    if not columns:
        return []
    return [drawn("", call="glance-box", data={"columns": columns, "shares": _shares(context)})]


def _column(context: ViewContext, title: str, view: str, items: Items) -> dict[str, Told]:
    page = context.domain.page_with(view)
    more = len(items) - MOST
    return {
        "title": title,
        "items": items if more <= 0 else items[:MOST],
        "more": _("and {number} more").format(number=more) if more > 0 else "",
        "at": At(page) if page else None,
    }


def _dates(context: ViewContext) -> Items:
    published = context.domain.articles[context.docname].published
    first: dict[str, int | None] = {}
    for date in context.domain.dates.get(context.docname, ()):
        if date.value != published and is_key(date, published):
            first.setdefault(date.value, date.paragraph)
    return [
        {
            "words": in_words(value),
            "about": paragraph_words(first[value]),
            "at": paragraph_at(context.docname, first[value]),
        }
        for value in in_order(first, published)
    ]


def _bodies(context: ViewContext) -> Items:
    domain = context.domain
    named = {mention.headword for mention in domain.mentions.get(context.docname, ())}
    return [
        {"words": headword, "about": "", "at": At(*place) if place else None}
        for headword in sorted(named, key=collation_key)
        for place in (domain.terms.get(headword),)
    ]


def _speakers(context: ViewContext) -> Items:
    groups: dict[str, list[StatementRecord]] = {}
    for record in context.domain.statements.get(context.docname, ()):
        groups.setdefault(record.source, []).append(record)
    return [
        {
            "words": group[0].name,
            "about": f"{_(KIND_WORDS[SourceKind(group[0].kind)])}, {len(group)}",
            "at": paragraph_at(context.docname, group[0].paragraph),
        }
        for group in sorted(groups.values(), key=len, reverse=True)
    ]


def _shares(context: ViewContext) -> str:
    """What part of the statements is anonymous, and how many are of groups; nothing of none."""
    records = context.domain.statements.get(context.docname, ())
    shares = []
    if anonymous := anonymous_share(records):
        shares.append(_("{share} % anonymous").format(share=anonymous))
    if of_groups := [record.kind for record in records].count(SourceKind.GROUP):
        shares.append(_("{number} from groups").format(number=of_groups))
    return ", ".join(shares)
