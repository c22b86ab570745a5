"""The index of annotations: what tells where an article errs first, then all by article."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.pages.index_paths import NOTES, note_path
from briefbook.sphinx.views.context import bullets, joined, place
from briefbook.sphinx.views.exports import export_links
from briefbook.sphinx.views.parts import (
    PartLine,
    lines_of_parts,
    named_as,
    ways_of_part,
    ways_shown,
)
from briefbook.sphinx.views.view import view
from briefbook.text.annotations.motivations import ERRATUM
from briefbook.words import _, in_words, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefbook.sphinx.domain import BriefDomain
    from briefbook.sphinx.index_places import IndexPlaces
    from briefbook.sphinx.records import AnnotationRecord
    from briefbook.sphinx.views.context import ViewContext

Note = tuple[str, "AnnotationRecord"]
"""A document name, and a note on its article."""


def shown_in_parts(domain: BriefDomain, places: IndexPlaces) -> Mapping[str, Iterable[str]]:
    """By part, what its page shows, in pieces that differ where that does."""
    held = _by_part(domain, places, _names(domain))
    return {
        part: [
            *ways_shown(places, NOTES, part),
            *(
                f"{named_as(domain, name)} {domain.annotations[name]}"
                for name in held.get(part, ())
            ),
        ]
        for part in places.division(NOTES).parts
    }


def _names(domain: BriefDomain) -> list[str]:
    """The articles that have notes, the newest first."""
    return [name for name in domain.in_order()[::-1] if domain.annotations.get(name)]


def _by_part(
    domain: BriefDomain, places: IndexPlaces, names: Iterable[str]
) -> dict[str | None, list[str]]:
    division = places.division(NOTES)
    found: dict[str | None, list[str]] = {}
    for name in names:
        part = division.part_of(note_path(domain.articles[name].published))
        found.setdefault(part, []).append(name)
    return found


@view(
    "annotation-index",
    shows=("articles", "annotations", "divisions"),
    shown_in_parts=shown_in_parts,
)
def annotation_index(context: ViewContext) -> list[nodes.Node]:
    """Every annotation with its words: errata, then by article from the newest, then by author.

    Where it is divided, its page has the overview, and a part the notes on its articles.
    """
    names = _names(context.domain)
    if not names:
        return [nodes.paragraph("", _("No article of this book has an annotation yet."))]
    node = nodes.container("", classes=["brief-annotations"])
    held = _by_part(context.domain, context.places, names)
    if context.part is not None:
        node += ways_of_part(context, NOTES, context.part)
        node += _listed(context, held.get(context.part, []))
        return [node]
    if context.places.division(NOTES).parts:
        node += _overview(context, held, names)
    else:
        node += _listed(context, names)
    return [node, export_links(("notes.atom", _("Feed")), ("annotations.jsonld", "JSON-LD"))]


def _overview(
    context: ViewContext, held: Mapping[str | None, list[str]], names: Sequence[str]
) -> list[nodes.Node]:
    """How many notes there are, in which parts, and by whom."""
    domain = context.domain
    notes = [(name, note) for name in names for note in domain.annotations[name]]
    shown = [(name, note) for name, note in notes if not note.withdrawn]
    lines = [
        PartLine(part=part, about=_numbers(domain, of_part))
        for part, of_part in held.items()
        if part is not None
    ]
    authors = Counter(note.author for _name, note in shown)
    items: list[list[nodes.Node]] = [
        [nodes.strong("", author), nodes.Text(f": {authors[author]}")]
        for author in sorted(authors, key=str.casefold)
    ]
    return [
        _sum(shown, len(names)),
        *lines_of_parts(context, NOTES, lines),
        _head(_("By author"), 2),
        bullets(items, "brief-authors"),
    ]


def _numbers(domain: BriefDomain, names: Iterable[str]) -> str:
    """How many notes stand on articles, and how many of them are errata."""
    notes = [note for name in names for note in domain.annotations[name] if not note.withdrawn]
    told = [ngettext("{number} note", "{number} notes", len(notes))]
    if errata := sum(note.motivation == ERRATUM for note in notes):
        told.append(ngettext("{number} erratum", "{number} errata", errata))
    return ", ".join(told)


def _listed(context: ViewContext, names: Sequence[str]) -> list[nodes.Node]:
    """The notes on these articles."""
    domain = context.domain
    if not names:
        return []
    notes: list[Note] = [(name, note) for name in names for note in domain.annotations[name]]
    shown = [(name, note) for name, note in notes if not note.withdrawn]
    found: list[nodes.Node] = [_sum(shown, len(names))]
    errata = [(name, note) for name, note in shown if note.motivation == ERRATUM]
    if errata:
        items = [_note(context, each, with_origin=True) for each in errata]
        found += [_head(_("Errata"), 2), bullets(items, "brief-notes"), _head(_("By article"), 2)]
    for name in names:
        head = nodes.rubric("", "", *context.article_link(name), classes=["brief-index-article"])
        head["heading-level"] = 3 if errata else 2
        of_article = [(name, note) for note in domain.annotations[name]]
        items = [_note(context, each, with_origin=False) for each in of_article]
        found += [head, bullets(items, "brief-notes")]
    authors = sorted({note.author for _name, note in shown}, key=str.casefold)
    if len(authors) > 1:
        items = [_author(context, each, shown) for each in authors]
        found += [_head(_("By author"), 2), bullets(items, "brief-authors")]
    return found


def _sum(notes: Sequence[Note], articles: int) -> nodes.paragraph:
    line = _("{notes} on {articles}").format(
        notes=ngettext("{number} note", "{number} notes", len(notes)),
        articles=ngettext("{number} article", "{number} articles", articles),
    )
    return nodes.paragraph("", f"{line}.", classes=["brief-sum"])


def _head(title: str, level: int) -> nodes.rubric:
    head = nodes.rubric("", title, classes=["brief-notes-head"])
    head["heading-level"] = level
    return head


def _note(context: ViewContext, each: Note, *, with_origin: bool) -> list[nodes.Node]:
    """The passage, what the note says of it, and who says so when and why."""
    docname, note = each
    link = context.link(docname, note.node_id, note.title)
    if note.withdrawn:
        said = _("withdrawn on {day}").format(day=in_words(note.withdrawn))
        return [*link, nodes.Text(f": {said}")]
    where = _("passage lost") if note.orphan else place(note.paragraph)
    passage = nodes.inline("", f"“{note.excerpt}”", classes=["brief-passage"])
    says = nodes.inline("", note.says, classes=["brief-note-says"])
    about = nodes.inline("", "", *link, classes=["brief-about"])
    told = [where, _(note.motivation), note.author, in_words(note.created)]
    if with_origin:
        told.insert(1, context.domain.articles[docname].title)
    about += nodes.Text(f" · {' · '.join(told)}")
    return [passage, nodes.Text(" "), says, nodes.Text(" "), about]


def _author(context: ViewContext, author: str, notes: Sequence[Note]) -> list[nodes.Node]:
    of_author = sorted(
        (each for each in notes if each[1].author == author),
        key=lambda each: each[1].created,
        reverse=True,
    )
    links = [
        [
            *context.link(docname, note.node_id, in_words(note.created)),
            nodes.Text(f" ({context.domain.articles[docname].title})"),
        ]
        for docname, note in of_author
    ]
    return [nodes.strong("", author), nodes.Text(": "), *joined(links, "; ")]
