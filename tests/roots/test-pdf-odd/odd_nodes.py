"""Nodes that no builder knows, and attributes that would be code if they were not escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive
from sphinx.transforms.post_transforms import SphinxPostTransform

if TYPE_CHECKING:
    from sphinx.application import Sphinx

ATTACK = '"); #panic("x") \\" ] } $ # <a> @b //'


class mystery(nodes.General, nodes.Element):  # noqa: N801 - docutils names its nodes so
    pass


class Mystery(Directive):
    def run(self) -> list[nodes.Node]:
        node = mystery("", nodes.paragraph("", "The mystery’s text."))
        node.source, node.line = self.state_machine.get_source_and_line(self.lineno)
        return [node]


class Attack(Directive):
    def run(self) -> list[nodes.Node]:
        place = nodes.paragraph("", "The attacked place.", ids=[ATTACK])
        link = nodes.paragraph("", "")
        link += nodes.reference("", "within", refid=ATTACK)
        link += nodes.reference("", "without", refuri=f"https://example.org/{ATTACK}")
        code = nodes.literal_block("", ATTACK, language=ATTACK, classes=[ATTACK])
        note = nodes.admonition("", nodes.title("", ATTACK), classes=[ATTACK])
        lost = nodes.paragraph("", "", nodes.reference("", "nowhere", refid="nowhere"))
        hidden = nodes.raw("", "<b>", format="html", ids=["hidden"])
        to_hidden = nodes.paragraph(
            "", "", nodes.reference("", "to what is left out", refid="hidden")
        )
        cited = nodes.paragraph("", "")
        cited += nodes.inline("", "Doe 2020", classes=["late"], to=ATTACK)
        cited += nodes.inline("", ", Roe 2021", classes=["late"], to="nowhere")
        return [place, link, code, note, lost, hidden, to_hidden, cited]


class Deep(Directive):
    def run(self) -> list[nodes.Node]:
        node: nodes.Element = nodes.paragraph("", "The bottom.")
        for _ in range(30):
            listed = nodes.bullet_list()
            listed += nodes.list_item("", node)
            node = listed
        quoted: nodes.Element = nodes.paragraph("", "The innermost quotation.")
        for _ in range(30):
            quoted = nodes.block_quote("", quoted)
        return [node, quoted]


class LateCitations(SphinxPostTransform):
    """Another extension's, which makes citations when Sphinx has resolved its own."""

    default_priority: ClassVar[int] = 900

    def run(self, **_: Any) -> None:
        for node in list(self.document.findall(nodes.inline)):
            if "late" in node["classes"]:
                cited = nodes.citation_reference("", node.astext(), refid=node["to"])
                node.replace_self(cited)


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("mystery", Mystery)
    app.add_directive("attack", Attack)
    app.add_directive("deep", Deep)
    app.add_post_transform(LateCitations)
    return {"parallel_read_safe": True}
