"""``brief:attribution`` and ``brief:annotation``: what stands beside a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from briefbook.pages import wire
from briefbook.sphinx.callout_sentence import Part, facts, kind_line, subject
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.forms import options_of, read
from briefbook.sphinx.nodes import annotation, source_callout
from briefbook.sphinx.records import EXCERPT, NOTE, AnnotationRecord, StatementRecord
from briefbook.sphinx.safe_markdown import cite, render
from briefbook.text.annotations.body import plain_text
from briefbook.text.annotations.motivations import ERRATUM, REPLY
from briefbook.text.kinds import StatementKind
from briefbook.words import _, in_words

if TYPE_CHECKING:
    from docutils.nodes import Node


_KINDS: Final = {ERRATUM: ("brief-erratum",), REPLY: ("brief-reply",)}
"""Classes of notes that are set apart, by motivation."""


class AttributionDirective(SphinxDirective):
    """Who said it: the options name the source, the content lists its statements as YAML."""

    has_content = True
    option_spec: ClassVar = options_of(wire.Attribution)

    def run(self) -> list[Node]:
        given = read(wire.Attribution, self)
        domain = brief_domain(self.env)
        node_id = f"s{given.number}"
        statements = [
            StatementRecord(
                node_id=node_id,
                paragraph=said.paragraph,
                source=given.source,
                name=given.name,
                kind=given.kind.value,
                basis="; ".join(dict.fromkeys([*given.bases, *said.bases])) or None,
                form="verbatim" if said.form is StatementKind.QUOTE else "indirect",
                cue=said.cue,
                speaker=said.speaker,
                translated=said.translated,
                excerpt=_excerpt(said),
                entry=given.entry,
                role=given.role,
                by_editor=said.by_editor,
                rule=said.rule,
            )
            for said in given.content
        ]
        domain.note_statements(statements)
        node = source_callout(
            "",
            classes=["brief-callout", "brief-attribution", f"brief-source-{given.kind.value}"],
            ids=[node_id],
            source=given.source,
            source_kind=given.kind.value,
            source_name=given.entry or given.name,
            rule=given.content[0].rule if given.content else "",
            docname=self.env.docname,
        )
        self.set_source_info(node)
        name, about = subject(given)
        node += nodes.title("", "", nodes.inline("", name, classes=["brief-who"]), *_linked(about))
        node += nodes.paragraph("", kind_line(given), classes=["brief-kind"])
        if details := facts(given):
            node += nodes.paragraph("", ", ".join(details), classes=["brief-detail"])
        node["support_smartquotes"] = False
        return [node]


def _linked(parts: list[Part]) -> list[nodes.Node]:
    """The parts of a sentence, each paragraph's number as a link."""
    return [
        nodes.reference("", f"¶{part}", refid=f"p{part}", internal=True)
        if isinstance(part, int)
        else nodes.Text(part)
        for part in parts
    ]


def _excerpt(said: wire.Said) -> str:
    """What the statement says, in at most ``EXCERPT`` characters, each quotation in its marks."""
    marks = ("“", "”") if said.form is StatementKind.QUOTE else ("", "")
    found = ""
    for text in said.texts:
        room = EXCERPT - len(found) - len(" … “”")
        if found and len(text) > room:
            return f"{found} …"
        shown = f"{marks[0]}{_shortened(text, room)}{marks[1]}"
        found = f"{found} … {shown}" if found else shown
    return found


def _shortened(text: str, room: int = EXCERPT) -> str:
    if len(text) <= room:
        return text
    return text[: text.rfind(" ", 0, room - 2) + 1 or room - 2].rstrip() + " …"


def note_title(note: wire.Note) -> str:
    """What readers call a note: an erratum and a reply are named as such."""
    if note.withdrawn is None and note.motivation == ERRATUM:
        return _("Erratum, note {number}").format(number=note.number)
    if note.withdrawn is None and note.motivation == REPLY:
        name = note.reply_of or note.author
        return _("Reply of {name}, note {number}").format(name=name, number=note.number)
    return _("Note {number}").format(number=note.number)


def withdrawal(note: wire.Note) -> str:
    """The line that a withdrawn note leaves."""
    return _("This note, of {created}, was withdrawn on {day}.").format(
        created=in_words(note.created), day=in_words(note.withdrawn or "")
    )


class AnnotationDirective(SphinxDirective):
    """A reader's annotation: the options say who and why, the content is the annotation's body.

    The body is data from outside. It is rendered by its own small parser, never by MyST.
    """

    has_content = True
    option_spec: ClassVar = options_of(wire.Note)

    def run(self) -> list[Node]:
        note = read(wire.Note, self)
        domain = brief_domain(self.env)
        title = note_title(note)
        says = ""
        node = annotation(
            "",
            classes=["brief-callout", "brief-annotation", *_KINDS.get(note.motivation, ())],
            ids=[nodes.make_id(f"note-{note.id}")],
            number=note.number,
            motivation=note.motivation,
            orphan=note.orphan,
            withdrawn=note.withdrawn is not None,
        )
        self.set_source_info(node)
        node += nodes.title("", title)
        if note.withdrawn:
            node += nodes.paragraph("", withdrawal(note), classes=["brief-withdrawn"])
        else:
            if note.orphan:
                lost = _("This note was on a passage that its article no longer has: “{passage}”")
                text = lost.format(passage=note.passage)
                node += nodes.paragraph("", text, classes=["brief-orphan"])
            body = "\n".join(self.content)
            source = str(domain.root / note.file)
            rendered = render(body, source=source, line=note.line, directive=self)
            says = _shortened(" ".join(plain_text(body).split()), NOTE)
            node += rendered
            node += self._byline(note)
        node["support_smartquotes"] = False
        if note.carried:  # it is the earlier version's, and counted there
            return [node]
        domain.note_annotation(
            AnnotationRecord(
                node_id=node["ids"][0],
                number=note.number,
                paragraph=note.paragraph,
                motivation=note.motivation,
                author=note.author,
                created=note.created,
                excerpt=_shortened(note.passage),
                orphan=note.orphan,
                title=title,
                withdrawn=note.withdrawn,
                says=says,
            )
        )
        return [node]

    def _byline(self, note: wire.Note) -> nodes.paragraph:
        words = [note.author, in_words(note.created), _(note.motivation)]
        if note.carried:
            words.append(_("on the earlier version"))
        line = nodes.paragraph("", " · ".join(words), classes=["brief-byline"])
        for key in note.sources:
            line += nodes.Text(" · " if len(line.children) == 1 else ", ")
            line += cite(key, self)
        return line
