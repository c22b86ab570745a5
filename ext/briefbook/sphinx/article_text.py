"""``brief:article``: the text of an article, and the record of what it mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.util.docutils import SphinxDirective

from briefbook.pages import wire
from briefbook.sphinx.article_blocks import join_blocks
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.nodes import (
    annotated,
    article_text,
    date_mention,
    paragraph_number,
    quotation,
    reported,
)
from briefbook.sphinx.records import EXCERPT, OPENING, DateRecord, MentionRecord
from briefbook.sphinx.roles import block_kind
from briefbook.sphinx.siblings import grouped
from briefbook.text.excerpt import excerpt

if TYPE_CHECKING:
    from docutils.nodes import Element, Node


class ArticleDirective(SphinxDirective):
    """Holds an article's blocks, with the callouts and notes that stand beside them.

    Each block opens with ``{brief:p}`` or ``{brief:block}``. There may be one in a page.
    """

    has_content = True

    def run(self) -> list[Node]:
        text = article_text("", classes=["brief-article"])
        # Law 3: no smart quotes, whatever the project's configuration says.
        text["support_smartquotes"] = False
        self.set_source_info(text)
        self.state.nested_parse(self.content, self.content_offset, text)
        self._dates: list[DateRecord] = []
        self._mentions: list[MentionRecord] = []
        self._seen: set[str] = set()
        self._opening = ""
        paragraphs = 0
        for block in list(text.findall(nodes.paragraph)):
            opening = block.children[0] if block.children else None
            if isinstance(opening, paragraph_number):
                paragraphs = opening["number"]
                self._record(block, paragraphs)
            elif isinstance(opening, block_kind):
                block["classes"].append(f"brief-{opening['kind']}")
                block.remove(opening)
                self._record(block, None)
            else:
                continue  # of a callout or a note
            _trim_opening_space(block)
            _name_spans(block)
        join_blocks(text)
        brief_domain(self.env).note_marks(
            paragraphs=paragraphs, dates=self._dates, mentions=self._mentions
        )
        if self._opening:
            brief_domain(self.env).note_opening(self._opening)
        return [text]

    def _record(self, block: nodes.paragraph, paragraph: int | None) -> None:
        """Note the dates and bodies of a block, with where they stand in its text."""
        if any(wire.LABEL in span["classes"] for span in block.findall(nodes.inline)):
            self._seen = set()  # a label opens a section
        text = block.astext()
        if paragraph is not None and not self._opening:
            text_alone = text.strip()
            self._opening = " ".join(excerpt(text_alone, 0, 1, OPENING).split())
        for nodes_of_it, start, end in _marks(block):
            first = nodes_of_it[0]
            if isinstance(first, date_mention):
                self._dates.append(self._date(first, paragraph, text, start, end))
            elif first.get("reftype") == "term":
                self._mention(nodes_of_it, paragraph)

    def _mention(self, pieces: list[Element], paragraph: int | None) -> None:
        """Note a body. From its second mention in a section on, its link is marked as later."""
        headword = pieces[0]["reftarget"]
        by_editor = wire.BY_EDITOR in pieces[0].parent["classes"]
        self._mentions.append(
            MentionRecord(paragraph=paragraph, headword=headword, by_editor=by_editor)
        )
        for piece in pieces:
            shown = piece.children[0]
            if headword in self._seen and isinstance(shown, nodes.Element):
                shown["classes"].append("brief-later")
        self._seen.add(headword)

    def _date(
        self, node: date_mention, paragraph: int | None, text: str, start: int, end: int
    ) -> DateRecord:
        node_id = f"d{len(self._dates) + 1}"
        node["ids"].append(node_id)
        return DateRecord(
            node_id=node_id,
            paragraph=paragraph,
            text=text[start:end],
            value=node["value"],
            rule=node["rule"],
            anchor=node["anchor"],
            alternative=node["alternative"],
            event=_event(text, start, end, node["event"]),
            source=node["source"],
        )


def _event(text: str, start: int, end: int, stretches: tuple[tuple[int, int], ...]) -> str:
    """What the stretches say, counted from ``start``, or the date's sentence."""
    parts = [" ".join(text[max(0, start + one) : start + to].split()) for one, to in stretches]
    words = " … ".join(filter(None, parts))
    if words and len(words) <= EXCERPT:
        return words
    if words:
        date = " ".join(text[start:end].split())
        at = words.find(date)
        return excerpt(words, at, at + len(date), EXCERPT) if at >= 0 else words[:EXCERPT]
    return excerpt(text, start, end, EXCERPT)


def _marks(block: nodes.paragraph) -> list[tuple[list[Element], int, int]]:
    """The dates and bodies of a block, each with its pieces and where it stands in the text.

    A mark that the end of an annotated passage cuts is one; a span says which pieces are its rest.
    """
    found: list[tuple[list[Element], int, int]] = []
    offset = 0
    for node in block.findall():
        if isinstance(node, nodes.Text):
            offset += len(node)
        elif isinstance(node, date_mention | pending_xref):
            end = offset + len(node.astext())
            if found and wire.REST in node.parent["classes"]:
                pieces, start, _ = found[-1]
                pieces.append(node)
                found[-1] = (pieces, start, end)
            else:
                found.append(([node], offset, end))
    return found


def _trim_opening_space(block: nodes.paragraph) -> None:
    """Take away the one space that the page puts between what opens a block and its text."""
    for text in block.findall(nodes.Text):
        text.parent.replace(text, nodes.Text(text.astext().removeprefix(" ")))
        return


def _name_spans(element: Element) -> None:
    """Turn MyST's bracketed spans into the nodes that their classes name.

    The children are listed anew: replaced one by one, each would be looked for among all.
    """
    named: list[Node] = []
    for child in element.children:
        if isinstance(child, nodes.inline):
            _name_spans(child)
        named += _named(child)
    # A numbered paragraph is known by its first child.
    element[:] = [*named[:1], *grouped(named[1:])]


def _named(node: Node) -> list[Node]:
    """What is to stand in the place of ``node``."""
    if not isinstance(node, nodes.inline):
        return [node]
    classes = node["classes"]
    if wire.REST in classes:
        return list(node.children)
    if wire.BY_EDITOR in classes:
        return [nodes.inline("", "", *node.children, classes=["brief-by-editor"])]
    for name, made in ((wire.QUOTATION, quotation), (wire.REPORTED, reported)):
        if name in classes:
            words = made("", "", *node.children, classes=[f"brief-{name}"])
            words["said"] = [f"s{number}" for number in wire.attributions(classes)]
            return [words]
    if wire.ANNOTATED in classes:
        piece = annotated("", "", *node.children, classes=["brief-annotated"])
        piece["begins"], piece["ends"] = wire.passages(classes)
        return [piece]
    if wire.LABEL in classes:
        return [nodes.inline("", "", *node.children, classes=["brief-label"])]
    return [node]
