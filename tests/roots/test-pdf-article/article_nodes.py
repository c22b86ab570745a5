"""An article made of the project's own nodes by hand, so that the PDF needs nothing but them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.parsers.rst import Directive

from briefbook.printed.pages import add_record
from briefbook.printed.translator import BookTranslator
from briefbook.sphinx import nodes as brief
from briefbook.sphinx.article_blocks import join_blocks, take_blocks_apart

if TYPE_CHECKING:
    from sphinx.application import Sphinx

KINDS = ("person", "institution", "anonymous", "group", "document", "publication", "unknown")

PARAGRAPHS = [
    (
        "The Minister of Freedonia spoke for fifty minutes on Thursday, in what a senior official "
        'called a "serious and substantive" call that sets the terms of talks next month.'
    ),
    (
        "Why it matters: Freedonia has moved more than a thousand carts to its border, which "
        "raises fears of a long winter with devastating consequences for the extraordinarily "
        "interconnected marketplaces on both sides."
    ),
    "The call prepares the talks on Jan. 10, which the Council of Markets follows on Jan. 12.",
    "The talks come as Sylvania asks for guarantees -- in writing... and #now.",
    '"Both sides acknowledged that there will likely be areas of agreement," the official said.',
    "The other side: The Chancellery said in its own readout that the Minister was satisfied.",
    "One more paragraph with nothing beside it.",
    "And a last one, with a name 中文 and a sign 😀 that the fonts lack.",
]
CAPTION = "The Minister at the fair. Photo: Jane Doe/Freedonia Press"


def numbered(number: int) -> nodes.paragraph:
    paragraph = nodes.paragraph()
    paragraph += brief.paragraph_number(
        "", "", number=number, ids=[f"p{number}"], refid=f"p{number}"
    )
    return paragraph


def words(number: int) -> nodes.paragraph:
    """The paragraph with its marks."""
    text = PARAGRAPHS[number - 1]
    paragraph = numbered(number)
    if number == 2:
        paragraph += nodes.inline("", "Why it matters:", classes=["brief-label"])
        before, passage, after = _split(text[15:], "more than a thousand carts")
        paragraph += nodes.Text(before)
        paragraph += brief.annotated("", passage, begins=[1], ends=[1])
        paragraph += nodes.Text(after)
    elif number == 3:
        before, date, after = _split(text, "Jan. 10")
        paragraph += nodes.Text(before)
        paragraph += brief.date_mention("", date, value="2022-01-10", ids=["d1"])
        paragraph += nodes.Text(after)
    elif number == 5:
        before, quoted, after = _split(text, text[: text.rindex('"') + 1])
        paragraph += [nodes.Text(before), brief.quotation("", quoted), nodes.Text(after)]
    else:
        paragraph += nodes.Text(text)
    return paragraph


def _split(text: str, part: str) -> tuple[str, str, str]:
    before, middle, after = text.partition(part)
    return before, middle, after


def attribution(kind: str, first: int) -> brief.source_callout:
    node = brief.source_callout("", source=f"s-{kind}", source_kind=kind, source_name=f"a {kind}")
    node += nodes.title("", f"the source that is of kind {kind}")
    node += nodes.paragraph("", f"{kind} · relays the Minister", classes=["brief-kind"])
    node += nodes.paragraph("", f"briefed reporters on condition of brevity; ¶{first}")
    return node


def note(number: int, body: str, *, orphan: bool = False) -> brief.annotation:
    node = brief.annotation(
        "", number=number, motivation="commenting", orphan=orphan, ids=[f"note-{number}"]
    )
    node += nodes.title("", f"Note {number}")
    node += nodes.paragraph("", body)
    node += nodes.paragraph("", "Jane Doe · 22 November 2026", classes=["brief-byline"])
    return node


class HandMadeArticle(Directive):
    def run(self) -> list[nodes.Node]:
        text = brief.article_text("", classes=["brief-article"])
        text += nodes.paragraph("", CAPTION, classes=["brief-caption"])
        text += [words(1), attribution("anonymous", 1)]
        text += [words(2), note(1, "A note on the number of carts, with its own second sentence.")]
        bullets = nodes.bullet_list()
        third, fourth, fifth = nodes.list_item(), nodes.list_item(), nodes.list_item()
        third += words(3)
        fourth += words(4)
        fifth += [words(5), attribution("person", 5), attribution("document", 5)]
        bullets += [third, fourth, fifth]
        text += bullets
        text += [words(6), attribution("institution", 6)]
        text += [words(7), attribution("group", 7)]
        text += [words(8), attribution("publication", 8), attribution("unknown", 8)]
        text += note(2, "Its passage is gone.", orphan=True)
        join_blocks(text)
        return [provenance(), text, removed()]


def provenance() -> brief.provenance:
    node = brief.provenance(language="de")
    node += nodes.title("", "Where this article comes from")
    node += nodes.paragraph("", "Freedonia Post, 30 December 2021", classes=["brief-source-line"])
    fields = nodes.field_list()
    for name, value in (("Seed", "seeds/fair.txt"), ("SHA-256", "0123456789abcdef" * 4)):
        body = nodes.field_body("", nodes.paragraph("", "", nodes.literal("", value)))
        fields += nodes.field("", nodes.field_name("", name), body)
    node += fields
    return node


def removed() -> brief.removed:
    node = brief.removed("", ids=["removed"], total=42, groups=[("sign-up", 13, 54)])
    node += nodes.paragraph("", "Removed from 42 of the seed’s 54 lines: sign-up: lines 13–54.")
    table = nodes.table()
    group = nodes.tgroup("", nodes.colspec(colwidth=1), cols=1)
    row = nodes.row("", nodes.entry("", nodes.paragraph("", "Sign up for our newsletter")))
    group += nodes.tbody("", row)
    table += group
    node += table
    return node


class Rows(Directive):
    """What aggregate pages make: references that ask for their target's page."""

    def run(self) -> list[nodes.Node]:
        paragraph = nodes.paragraph("", "Paragraph three, ")
        paragraph += nodes.reference("", "", refuri="%article#p3", classes=["brief-page-ref"])
        paragraph += nodes.Text("; the fair, ")
        paragraph += nodes.reference(
            "", "the date", refuri="%article#d1", classes=["brief-page-ref"]
        )
        paragraph += nodes.Text(".")
        return [paragraph]


def setup(app: Sphinx) -> dict[str, Any]:
    app.set_translator("briefpdf", BookTranslator)
    app.add_directive("hand-made-article", HandMadeArticle)
    app.add_directive("page-references", Rows)
    app.connect("doctree-resolved", take_blocks_apart)
    app.connect("briefpdf-pages", add_record)
    return {"parallel_read_safe": True}
