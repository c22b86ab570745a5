"""Who is behind what the book tells: one bar, and the same in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.sphinx.callout_sentence import KIND_WORDS
from briefbook.sphinx.nodes import share_bar
from briefbook.sphinx.views.context import bullets, front_head
from briefbook.sphinx.views.shares import counts_of, percents
from briefbook.sphinx.views.view import view
from briefbook.text.kinds import SourceKind
from briefbook.words import _, ngettext

if TYPE_CHECKING:
    from briefbook.sphinx.views.context import ViewContext


@view(
    "front-who",
    shows=("articles", "same_as", "statements", "places", "divisions"),
    has_directive=False,
)
def front_who(context: ViewContext) -> list[nodes.Node]:
    """What the book's statements rest on, as one bar and in words."""
    domain = context.domain
    counts = counts_of(one for name in domain.counted() for one in domain.statements.get(name, ()))
    if not counts:
        return []
    total = sum(number for _kind, number in counts)
    node = nodes.container("", front_head(_("Who is behind it")), classes=["brief-behind"])
    node += _shares_told(context, dict(counts), total)
    if context.web:
        node += share_bar("", counts=[(kind.value, number) for kind, number in counts])
    shares = percents(counts)
    items: list[list[nodes.Node]] = []
    for kind, number in counts:
        words = _(KIND_WORDS[kind])
        shape = nodes.inline("", "", classes=["brief-shape", f"brief-shape-{kind.value}"])
        shown: list[nodes.Node] = [shape, nodes.Text(" ")] if context.web else []
        shown += _to_sources(context, kind, words)
        shown.append(nodes.Text(_unbroken(f" {number} · {shares[kind]} %")))
        items.append(shown)
    node += bullets(items, "brief-legend")
    return [node]


def _to_sources(context: ViewContext, kind: SourceKind, words: str) -> list[nodes.Node]:
    """Words that lead to the sources of a kind, on the web and where there is an index of them."""
    place = context.places.sources_of(kind)
    if place is None or not context.web:
        return [nodes.Text(words)]
    return context.link(*place, words)


def _shares_told(
    context: ViewContext, counts: dict[SourceKind, int], total: int
) -> nodes.paragraph:
    line = nodes.paragraph("", classes=["brief-shares-told"])
    statements = ngettext("{number} statement", "{number} statements", total)
    if named := counts.get(SourceKind.PERSON, 0):
        has = ngettext(
            "{number} has a person’s name to it", "{number} have a person’s name to them", named
        )
        line += nodes.Text(_("Of {statements}, {named}.").format(statements=statements, named=has))
    else:
        words = _("Of {statements}, none has a person’s name to it.")
        line += nodes.Text(words.format(statements=statements))
    if anonymous := counts.get(SourceKind.ANONYMOUS):
        words = ngettext(
            "{number} rests on anonymous sources", "{number} rest on anonymous sources", anonymous
        )
        line += nodes.Text(" ")
        line += _to_sources(context, SourceKind.ANONYMOUS, words)
        line += nodes.Text(
            _unbroken(
                _(", {share} %.").format(share=percents(counts.items())[SourceKind.ANONYMOUS])
            )
        )
    if groups := counts.get(SourceKind.GROUP):
        line += nodes.Text(
            ngettext(
                " {number} rests on a group that nobody counted.",
                " {number} rest on groups that nobody counted.",
                groups,
            )
        )
    return line


def _unbroken(words: str) -> str:
    """Words in which no line ends between a number and its sign, which a phone's would."""
    return words.replace(" %", "\N{NO-BREAK SPACE}%")
