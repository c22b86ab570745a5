"""What an article page says of itself: at a glance on top, in full at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import pending_xref

from briefbook.sphinx.callout_sentence import KIND_WORDS
from briefbook.sphinx.nodes import glance as glance_node
from briefbook.sphinx.views.context import bullets, joined
from briefbook.sphinx.views.happenings import in_order, is_key, told
from briefbook.sphinx.views.shares import anonymous_share, shares_line
from briefbook.sphinx.views.view import view
from briefbook.text.kinds import SourceKind
from briefbook.words import NN_, _, in_words, ngettext

if TYPE_CHECKING:
    from briefbook.sphinx.records import DateRecord, StatementRecord
    from briefbook.sphinx.views.context import ViewContext

Items = list[list[nodes.Node]]


@view("glance")
def glance(context: ViewContext) -> list[nodes.Node]:
    """Key dates, bodies and sources, as short as can be. Nothing where the article has none."""
    domain, docname = context.domain, context.docname
    bodies = [[_term(context, each)] for each in _bodies(context)]
    parts: list[tuple[str, tuple[str, str], Items]] = [
        (
            _("Key dates"),
            NN_("{number} key date", "{number} key dates"),
            _dates_in_short(context),
        ),
        (_("Bodies"), NN_("{number} body", "{number} bodies"), bodies),
        (_("Who speaks"), NN_("{number} voice", "{number} voices"), _speakers(context)),
    ]
    node = glance_node("", classes=["brief-glance"])
    counts = []
    for title, forms, items in parts:
        if items:
            part = nodes.container("", classes=["brief-glance-part"])
            part += [nodes.rubric("", title), bullets(items, "brief-glance-list")]
            node += part
            counts.append(ngettext(*forms, len(items)))
    shares = _shares(context)
    if shares:  # then the last part is of those who speak
        part += nodes.paragraph("", ", ".join(shares), classes=["brief-glance-shares"])
    node["line"] = ", ".join([" · ".join(counts), *shares[:1]])
    has_article = docname in domain.articles
    return [node] if has_article and counts else []


def _dates_in_short(context: ViewContext) -> Items:
    """Each key date, as a link to where the text first names it."""
    return [
        context.link(context.docname, dates[0].node_id, in_words(value))
        for value, dates in _dates(context).items()
    ]


@view("summary")
def summary(context: ViewContext) -> list[nodes.Node]:
    """The article's key dates, bodies named and sources quoted, each with its paragraphs."""
    parts = [
        (_("Key dates"), "key", _dates_in_full(context)),
        (_("Bodies named"), "bodies", _bodies_in_full(context)),
        (_("Sources quoted"), "sources", _sources_in_full(context)),
    ]
    found: list[nodes.Node] = []
    for title, name, items in parts:
        if items:
            head = nodes.rubric("", title, classes=["brief-summary-head"])
            listing = bullets(items, "brief-summary-list")
            listing["classes"].append(f"brief-{name}-list")
            found += [head, listing]
    if not found:
        return []
    node = nodes.container("", *found, classes=["brief-summary"])
    return [node]


def _dates(context: ViewContext) -> dict[str, list[DateRecord]]:
    """The article's key dates: those to come, the soonest first, then those of its news."""
    domain, docname = context.domain, context.docname
    if docname not in domain.articles:
        return {}
    published = domain.articles[docname].published
    grouped: dict[str, list[DateRecord]] = {}
    for date in domain.dates.get(docname, ()):
        if date.value != published and is_key(date, published):
            grouped.setdefault(date.value, []).append(date)
    return {value: grouped[value] for value in in_order(grouped, published)}


def _dates_in_full(context: ViewContext) -> Items:
    return [
        [
            nodes.strong("", in_words(value)),
            nodes.Text(f" (“{dates[0].text}”): {told(context.domain, context.docname, dates[0])} "),
            *joined([context.paragraph_link(context.docname, d.paragraph) for d in dates], ", "),
        ]
        for value, dates in _dates(context).items()
    ]


def _bodies(context: ViewContext) -> dict[str, list[int | None]]:
    """Headwords in order of the alphabet, and the paragraphs that mention them."""
    grouped: dict[str, dict[int | None, None]] = {}
    for mention in context.domain.mentions.get(context.docname, ()):
        grouped.setdefault(mention.headword, {})[mention.paragraph] = None
    return {headword: list(grouped[headword]) for headword in sorted(grouped, key=str.casefold)}


def _bodies_in_full(context: ViewContext) -> Items:
    """Each body with what its abbreviation stands for and what it is.

    So print says it once an article, outside the article's own words, and the page has at hand what
    a preview of the glossary's entry shows.
    """
    catalogue = context.domain.catalogue
    items: Items = []
    for headword, paragraphs in _bodies(context).items():
        body = catalogue.get(headword)
        links = joined([context.paragraph_link(context.docname, n) for n in paragraphs], ", ")
        item = [_term(context, headword)]
        if body is not None:
            name = f", {body.name}" if body.name != headword else ""
            item.append(nodes.inline("", f"{name}: {body.text} ", classes=["brief-body-text"]))
        else:
            item.append(nodes.Text(": "))
        where = nodes.inline("", "", *links, classes=["brief-where"])
        if by_editors := _linked_by_editors(context, headword):
            where += nodes.Text(f" ({by_editors})")
        items.append([*item, where])
    return items


def _linked_by_editors(context: ViewContext, headword: str) -> str:
    """Whether editors, and no rule, found the body, and in which paragraphs if not in all."""
    mentions = [
        mention
        for mention in context.domain.mentions.get(context.docname, ())
        if mention.headword == headword
    ]
    places = [f"¶{one.paragraph}" for one in mentions if one.by_editor and one.paragraph]
    if len(places) == len(mentions):
        return _("named by the editors")
    if not places:
        return ""
    return _("{paragraphs} by the editors").format(paragraphs=", ".join(dict.fromkeys(places)))


def _term(context: ViewContext, headword: str) -> nodes.Node:
    return pending_xref(
        "", nodes.inline("", headword, classes=["xref", "std", "std-term"]),
        refdomain="std", reftype="term", reftarget=headword,
        refdoc=context.docname, refexplicit=False, refwarn=True,
    )  # fmt: skip


def _by_source(context: ViewContext) -> list[list[StatementRecord]]:
    grouped: dict[str, list[StatementRecord]] = {}
    for record in context.domain.statements.get(context.docname, ()):
        grouped.setdefault(record.source, []).append(record)
    return sorted(grouped.values(), key=len, reverse=True)


def _speakers(context: ViewContext) -> Items:
    """Each source with its kind and the number of its statements."""
    items: Items = []
    for group in _by_source(context):
        name, kind = group[0].name, SourceKind(group[0].kind)
        place = context.places.source(kind, group[0].entry or name, context.docname)
        shown = context.link(*place, name) if place and not context.paged else [nodes.Text(name)]
        items.append([*shown, nodes.Text(f", {_(KIND_WORDS[kind])}: {len(group)}")])
    return items


def _shares(context: ViewContext) -> list[str]:
    """What part of the statements is anonymous, and how many are of groups; nothing of none."""
    records = context.domain.statements.get(context.docname, ())
    shares = []
    if percent := anonymous_share(records):
        shares.append(_("{percent} % anonymous").format(percent=percent))
    if of_groups := [record.kind for record in records].count(SourceKind.GROUP):
        shares.append(_("{number} from groups").format(number=of_groups))
    return shares


def _sources_in_full(context: ViewContext) -> Items:
    groups = _by_source(context)
    items: Items = []
    for group in groups:
        first = group[0]
        paragraphs = dict.fromkeys(record.paragraph for record in group)
        kind = SourceKind(first.kind)
        bases = [first.basis] if first.basis and kind.is_unnamed else []
        words = "; ".join([_(KIND_WORDS[kind]), *bases])
        items.append(
            [
                nodes.strong("", first.name),
                nodes.Text(f" ({words}): "),
                *joined([context.paragraph_link(context.docname, n) for n in paragraphs], ", "),
            ]
        )
    if groups:
        items.append([nodes.Text(shares_line(record for group in groups for record in group))])
    return items
