"""``brief:attribution`` and ``brief:annotation``: what stands beside a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.nodes import annotation, source_callout
from briefbook.sphinx.records import EXCERPT, AnnotationRecord, StatementRecord
from briefbook.sphinx.safe_markdown import cite, render
from briefbook.sphinx.yaml_content import content_records
from briefbook.text.model import SourceKind
from briefbook.text.timex import in_words

if TYPE_CHECKING:
    from docutils.nodes import Node


KIND_WORDS = {
    SourceKind.PERSON: "named person",
    SourceKind.INSTITUTION: "institution",
    SourceKind.ANONYMOUS: "anonymous",
    SourceKind.DOCUMENT: "document",
    SourceKind.PUBLICATION: "publication",
    SourceKind.UNKNOWN: "no source named",
}
"""What readers are told of a source's kind."""


class AttributionDirective(SphinxDirective):
    """Who said it: the options name the source, the content lists its statements as YAML."""

    has_content = True
    option_spec: ClassVar = {
        "source": directives.unchanged_required,
        "name": directives.unchanged_required,
        "kind": lambda value: SourceKind(value.strip()),
        "as": directives.unchanged,
        "basis": directives.unchanged,
        "paragraphs": directives.unchanged,
    }

    def run(self) -> list[Node]:
        domain = brief_domain(self.env)
        noted = domain.statements.get(self.env.docname)
        number = int(noted[-1].node_id[1:]) + 1 if noted else 1
        node_id = f"s{number}"
        kind: SourceKind = self.options["kind"]
        basis = self.options.get("basis")
        statements = [
            StatementRecord(
                node_id=node_id,
                paragraph=record.get("paragraph"),
                source=self.options["source"],
                name=self.options["name"],
                kind=kind.value,
                basis=basis,
                form=record["form"],
                cue=record.get("cue"),
                speaker=record.get("speaker"),
                translated=bool(record.get("translated")),
                excerpt=_shortened(record["text"]),
            )
            for record in content_records(self)
        ]
        domain.note_statements(statements)
        node = source_callout(
            "",
            classes=["brief-callout", "brief-attribution", f"brief-source-{kind.value}"],
            ids=[node_id],
            source=self.options["source"],
            source_kind=kind.value,
            source_name=self.options["name"],
        )
        node["paragraphs"] = self.options.get("paragraphs")
        self.set_source_info(node)
        node += nodes.title("", self.options["name"])
        node += nodes.paragraph("", _kind_line(kind, statements), classes=["brief-kind"])
        if details := self._details():
            node += nodes.paragraph("", "; ".join(details), classes=["brief-detail"])
        node["support_smartquotes"] = False
        return [node]

    def _details(self) -> list[str]:
        details = []
        if names := self.options.get("as"):
            details.append(f"here {names}")
        if basis := self.options.get("basis"):
            details.append(basis)
        if paragraphs := self.options.get("paragraphs"):
            details.append(f"¶{paragraphs.replace('-', '–')}")
        return details


def _kind_line(kind: SourceKind, statements: list[StatementRecord]) -> str:
    forms = dict.fromkeys(statement.form for statement in statements)
    speakers = dict.fromkeys(record.speaker for record in statements if record.speaker)
    return " · ".join(
        [
            KIND_WORDS[kind],
            " and ".join(sorted(forms, reverse=True)),
            *(f"relays {speaker}" for speaker in speakers),
            *(["in translation"] if any(record.translated for record in statements) else []),
        ]
    )


def _shortened(text: str) -> str:
    if len(text) <= EXCERPT:
        return text
    return text[: text.rfind(" ", 0, EXCERPT - 2) + 1 or EXCERPT - 2].rstrip() + " …"


class AnnotationDirective(SphinxDirective):
    """A reader's annotation: the options say who and why, the content is the annotation's body.

    The body is data from outside. It is rendered by its own small parser, never by MyST.
    """

    has_content = True
    option_spec: ClassVar = {
        "id": directives.unchanged_required,
        "file": directives.unchanged_required,
        "line": directives.positive_int,
        "number": directives.positive_int,
        "motivation": directives.unchanged_required,
        "author": directives.unchanged_required,
        "github": directives.unchanged,
        "created": directives.unchanged_required,
        "sources": directives.unchanged,
        "paragraph": directives.positive_int,
        "passage": directives.unchanged_required,
        "orphan": directives.flag,
    }

    def run(self) -> list[Node]:
        number: int = self.options["number"]
        is_orphan = "orphan" in self.options
        domain = brief_domain(self.env)
        node = annotation(
            "",
            classes=["brief-callout", "brief-annotation"],
            ids=[nodes.make_id(f"note-{self.options['id']}")],
            number=number,
            motivation=self.options["motivation"],
            orphan=is_orphan,
        )
        self.set_source_info(node)
        node += nodes.title("", f"Note {number}")
        if is_orphan:
            passage = self.options["passage"]
            text = f"This note was on a passage that its article no longer has: “{passage}”"
            node += nodes.paragraph("", text, classes=["brief-orphan"])
        body = "\n".join(self.content)
        source = str(domain.root / self.options["file"])
        node += render(body, source=source, line=self.options["line"], directive=self)
        node += self._byline()
        node["support_smartquotes"] = False
        domain.note_annotation(
            AnnotationRecord(
                node_id=node["ids"][0],
                number=number,
                paragraph=self.options.get("paragraph"),
                motivation=self.options["motivation"],
                author=self.options["author"],
                created=self.options["created"],
                excerpt=_shortened(self.options["passage"]),
                orphan=is_orphan,
            )
        )
        return [node]

    def _byline(self) -> nodes.paragraph:
        words = [
            self.options["author"],
            in_words(self.options["created"]),
            self.options["motivation"],
        ]
        line = nodes.paragraph("", " · ".join(words), classes=["brief-byline"])
        for key in self.options.get("sources", "").split():
            line += nodes.Text(" · " if len(line.children) == 1 else ", ")
            line += cite(key, self)
        return line
