"""``brief:provenance`` and ``brief:removed``: where an article is from, what was taken out."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from briefbook.pages import wire
from briefbook.sphinx.cite_as import cite_as
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.forms import options_of, read
from briefbook.sphinx.history import history_in_words
from briefbook.sphinx.nodes import provenance, removed
from briefbook.sphinx.records import ArticleRecord
from briefbook.sphinx.review import review_in_words
from briefbook.sphinx.tables import table
from briefbook.words import N_, NN_, _, in_words, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docutils.nodes import Node


_TITLE_NOTES = {
    "editors": N_("The title is the editors’: the seed carries no headline."),
    "publisher": N_("The title is the publisher’s."),
    "none": N_("Neither the seed nor its editors give a title."),
}


class ProvenanceDirective(SphinxDirective):
    """Publisher, date, seed, checksum, rights, lines kept and how to cite."""

    option_spec: ClassVar = options_of(wire.Provenance)

    def run(self) -> list[Node]:
        given = read(wire.Provenance, self)
        article = ArticleRecord(
            seed=given.seed,
            title=given.title,
            title_by=given.title_by,
            publisher=given.publisher,
            published=given.published,
            kept=given.kept,
            lines=given.lines,
            cite=given.cite,
            authors=given.authors,
            url=given.url,
            language=given.language,
            reviewed_by=given.reviewed_by,
            reviewed_on=given.reviewed_on,
            changed=given.changed,
        )
        brief_domain(self.env).note_article(article)
        node = provenance("", classes=["brief-provenance"], docname=self.env.docname)
        node["language"] = given.language or ""
        node["authors"], node["url"] = list(given.authors), given.url
        node["file"], node["has_sidecar"] = given.file, given.has_sidecar
        self.set_source_info(node)
        publisher = given.publisher or _("Publisher not named")
        date = in_words(given.published)
        node += nodes.title("", _("Where this article comes from"))
        node += nodes.paragraph("", f"{publisher}, {date}", classes=["brief-source-line"])
        node += nodes.paragraph("", review_in_words(article), classes=["brief-review"])
        fields = nodes.field_list()
        for name, body in self._fields(given, publisher, date):
            paragraph = nodes.paragraph("", "", *body)
            fields += nodes.field("", nodes.field_name("", name), nodes.field_body("", paragraph))
        node += fields
        node["support_smartquotes"] = False
        return [node]

    def _fields(
        self, given: wire.Provenance, publisher: str, date: str
    ) -> list[tuple[str, list[Node]]]:
        publisher_by = _by(given.publisher_by, _("named in the seed’s own lines"))
        authors = "; ".join(given.authors)
        fields: list[tuple[str, list[Node]]] = [
            (_("Title"), [nodes.Text(_(_TITLE_NOTES[given.title_by]))]),
            (_("Publisher"), [nodes.Text(f"{publisher}{publisher_by if given.publisher else ''}")]),
            (
                _("Published"),
                [nodes.Text(f"{date}{_by(given.published_by, _('the seed’s date'))}")],
            ),
        ]
        if authors:
            fields.append((_("Authors"), [nodes.Text(authors)]))
        if given.url:
            fields.append((_("Address"), [nodes.reference("", given.url, refuri=given.url)]))
        fields += [
            (_("Seed"), [nodes.literal("", given.file)]),
            ("SHA-256", [nodes.literal("", given.sha256)]),
            (_("Rights"), [nodes.Text(given.rights or _("The publisher’s; no licence is known."))]),
        ]
        link = nodes.reference("", _("what was removed"), refid="removed", internal=True)
        kept = _("{kept} of {lines} lines").format(kept=given.kept, lines=given.lines)
        fields.append((_("Kept"), [nodes.Text(f"{kept}; "), link]))
        if corrected := _by_editors(given):
            fields.append((_("Marks by editors"), [nodes.Text(corrected)]))
        fields += [(name, [nodes.Text(text)]) for name, text in _cautions(given)]
        if given.edition is not None:
            fields.append((_("Edition"), [nodes.Text(_editions(given))]))
        if given.history:
            fields.append((_("History"), [nodes.Text(history_in_words(given.history))]))
        title = given.title
        if given.title_by == "editors":
            title = f"[{title}]"  # square brackets: a title that is not the work's own
        cited = f"{authors or publisher}, {title}, {date}. "
        if given.title_by == "none":  # publisher and date are all there is
            cited = f"{title}. "
        fields.append((_("Cite as"), [nodes.Text(cited), cite_as(given.cite, self)]))
        return fields


_WHATEVER = N_("{lines} of the seed, whatever the rules say.")


def _cautions(given: wire.Provenance) -> Iterator[tuple[str, str]]:
    """What a reader should know of how the text was read."""
    language = given.language or "en"
    if language.lower().split("-")[0] != "en":
        by = _("given by the editors") if given.language_by == "editors" else _("by its words")
        only = _("of languages other than English only dates in figures are read, no statements")
        yield _("Language"), f"{language} ({by}); {only}."
    if given.doubtful:
        paragraphs = ", ".join(f"¶{number}" for number in given.doubtful)
        doubt = _("{paragraphs} may not belong to the article; kept, to lose nothing.")
        yield _("In doubt"), doubt.format(paragraphs=paragraphs)
    if given.kept_by_editors:
        lines = _lines(given.kept_by_editors)
        yield _("Editors kept"), _(_WHATEVER).format(lines=lines)
    if given.removed_by_editors:
        lines = _lines(given.removed_by_editors)
        yield _("Editors removed"), _(_WHATEVER).format(lines=lines)


def _editions(given: wire.Provenance) -> str:
    """Since which edition the article is in the book, and in which there was something new."""
    since = _("In the book since edition {number}, {day}.").format(
        number=given.edition, day=in_words(given.edition_on or "")
    )
    if given.touched is None:
        return since
    new = _("Last changed in edition {number}, {day}: the article, a mark or a note.")
    return f"{since} {new.format(number=given.touched, day=in_words(given.touched_on or ''))}"


def _by_editors(given: wire.Provenance) -> str:
    """Which marks are the editors' own: ``2 dates (¶2, ¶5); 1 source; 1 mark … taken away.``"""
    parts = []
    for places, (one, several) in (
        (given.dates_by_editors, NN_("{number} date", "{number} dates")),
        (given.bodies_by_editors, NN_("{number} body", "{number} bodies")),
        (given.statements_by_editors, NN_("{number} statement", "{number} statements")),
        ((0,) * given.sources_by_editors, NN_("{number} source", "{number} sources")),
        (
            (0,) * given.unmarked_by_editors,
            NN_("{number} mark taken away", "{number} marks taken away"),
        ),
    ):
        where = ", ".join(f"¶{number}" for number in dict.fromkeys(places) if number)
        if places:
            count = ngettext(one, several, len(places))
            parts.append(f"{count} ({where})" if where else count)
    return f"{'; '.join(parts)}." if parts else ""


def _lines(ranges: Iterable[tuple[int, int]]) -> str:
    """Line ranges in words: ``line 12, lines 30-33``."""
    return ", ".join(_run(first, last) for first, last in ranges)


def _run(first: int, last: int) -> str:
    if first == last:
        return _("line {line}").format(line=first)
    return _("lines {first}–{last}").format(first=first, last=last)


def _by(given_by: str, by_seed: str) -> str:
    return f" ({_('given by the editors') if given_by == 'editors' else by_seed})"


class RemovedDirective(SphinxDirective):
    """The lines that were taken out of the seed, each with its number and the reason."""

    has_content = True
    option_spec: ClassVar = options_of(wire.Removed)

    def run(self) -> list[Node]:
        given = read(wire.Removed, self)
        lines = sorted({part.line for part in given.content})
        groups = _groups(given.content)
        node = removed(
            "", classes=["brief-removed"], ids=["removed"], total=len(lines), groups=groups
        )
        self.set_source_info(node)
        node["support_smartquotes"] = False
        node += nodes.paragraph("", _summary(given, len(lines), groups), classes=["brief-summary"])
        if given.content:
            node += _table(given.content)
        return [node]


def _summary(given: wire.Removed, count: int, groups: list[tuple[str, int, int]]) -> str:
    if not groups:
        return _("Nothing was removed from the seed.")
    runs = "; ".join(f"{_(reason)}: {_run(first, last)}" for reason, first, last in groups)
    return ngettext(
        "Removed from {count} of the seed’s {number} line: {runs}.",
        "Removed from {count} of the seed’s {number} lines: {runs}.",
        given.lines,
        count=count,
        runs=runs,
    )


def _groups(parts: Iterable[wire.RemovedPart]) -> list[tuple[str, int, int]]:
    """Runs of lines with the same reason: reason, first and last line."""
    return [
        (reason, run[0].line, run[-1].line)
        for reason, group in groupby(parts, key=lambda part: part.reason)
        if (run := list(group))
    ]


def _table(parts: Iterable[wire.RemovedPart]) -> nodes.table:
    rows: list[list[nodes.Node]] = [
        [nodes.paragraph("", cell) for cell in (str(part.line), _(part.reason), part.text)]
        for part in parts
    ]
    return table("brief-removed-lines", [_("Line"), _("Reason"), _("Text")], [8, 17, 75], rows)
