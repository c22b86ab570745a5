"""What other extensions make: blocks in lines, and nodes that no PDF can show."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.parsers.rst import Directive
from sphinx import addnodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx


class foreign_block(nodes.General, nodes.Element):  # noqa: N801 - docutils names its nodes so
    pass


class foreign_text(nodes.TextElement):  # noqa: N801
    pass


class mermaid(nodes.General, nodes.Inline, nodes.Element):  # noqa: N801 - as the extension has it
    pass


class seating_plan(nodes.General, nodes.Element):  # noqa: N801 - drawn by nobody
    pass


class table_of_names(nodes.comment):  # noqa: N801 - as autosummary's
    pass


class Misplaced(Directive):
    """Seven kinds, each after the words that it stands among."""

    def run(self) -> list[nodes.Node]:
        def paragraph(*children: nodes.Node | str) -> nodes.paragraph:
            kept = (nodes.Text(each) if isinstance(each, str) else each for each in children)
            return nodes.paragraph("", "", *kept)

        item = nodes.list_item("", paragraph("a list"))
        made = [
            paragraph("before ", paragraph("a paragraph"), " after"),
            nodes.line_block("", nodes.line("", "before ", paragraph("in a line"))),
            paragraph("before ", nodes.bullet_list("", item), " after"),
            paragraph("before ", nodes.literal_block("", "a\tcode"), " after"),
            paragraph("before ", nodes.note("", paragraph("a note")), " after"),
            paragraph("before ", nodes.emphasis("", "more ", paragraph("in emphasis")), " after"),
            paragraph("before ", nodes.container("", paragraph("in a container")), " after"),
            nodes.rubric("", "before ", paragraph("in a rubric"), nodes.Text(" after")),
            table_of_names("", "", nodes.container("", paragraph("names"))),
            nodes.field_body("", paragraph("a field without its list")),
            nodes.field_list("", paragraph("a list of fields without one")),
        ]
        for node in made:
            node.source, node.line = self.state_machine.get_source_and_line(self.lineno)
        return made


class Nests(Directive):
    """As many random nests of inline nodes and blocks; each word is another."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        chance = random.Random(8)
        count = iter(range(10**6))
        return [block(chance, count, 4) for _ in range(int(self.arguments[0]))]


def words(count: Iterator[int]) -> nodes.Text:
    return nodes.Text(f" w{next(count)}x ")


INLINE = (
    nodes.emphasis, nodes.strong, nodes.literal, nodes.inline, nodes.subscript, nodes.superscript,
    nodes.abbreviation, nodes.title_reference, nodes.problematic, foreign_text, foreign_block,
    addnodes.literal_strong,
)  # fmt: skip


def line(chance: random.Random, count: Iterator[int], depth: int) -> list[nodes.Node]:
    """What stands in a line, and now and then what may not."""
    found: list[nodes.Node] = [words(count)]
    for _ in range(chance.randrange(3) if depth > 0 else 0):
        kind = chance.random()
        if kind < 0.3:
            found.append(block(chance, count, depth - 1))
        elif kind < 0.4:
            found.append(
                nodes.reference(
                    "", "", *line(chance, count, depth - 1), refuri="https://example.org/"
                )
            )
        elif kind < 0.5:
            found.append(nodes.inline("", "", *line(chance, count, depth - 1), classes=["kbd"]))
        elif kind < 0.9:
            found.append(chance.choice(INLINE)("", *line(chance, count, depth - 1)))
        found.append(words(count))
    return found


def block(chance: random.Random, count: Iterator[int], depth: int) -> nodes.Element:
    """A block of any kind, of lines and blocks."""

    def of_lines(kind: type[nodes.Element]) -> nodes.Element:
        made = kind("")
        made.extend(line(chance, count, depth))
        return made

    def of_blocks(kind: type[nodes.Element], **attributes: Any) -> nodes.Element:
        made = kind("", **attributes)
        made.extend(block(chance, count, depth - 1) for _ in range(chance.randint(1, 2)))
        return made

    if depth <= 0:
        return of_lines(nodes.paragraph)
    match chance.randrange(18):
        case 0:
            return nodes.bullet_list("", *(of_blocks(nodes.list_item) for _ in range(2)))
        case 1:
            return nodes.enumerated_list("", of_blocks(nodes.list_item))
        case 2:
            item = nodes.definition_list_item("", of_lines(nodes.term), of_blocks(nodes.definition))
            return nodes.definition_list("", item)
        case 3:
            return nodes.field_list(
                "", nodes.field("", of_lines(nodes.field_name), of_blocks(nodes.field_body))
            )
        case 4:
            return nodes.admonition("", of_lines(nodes.title), of_blocks(nodes.container))
        case 5:
            return nodes.block_quote("", of_blocks(nodes.container), of_lines(nodes.attribution))
        case 6:
            return nodes.line_block(
                "", of_lines(nodes.line), nodes.line_block("", of_lines(nodes.line))
            )
        case 7:
            title = of_lines(nodes.title)
            row = nodes.row("", of_blocks(nodes.entry), of_blocks(nodes.entry))
            group = nodes.tgroup("", nodes.colspec(), nodes.colspec(), nodes.tbody("", row), cols=2)
            return nodes.table("", title, group)
        case 8:
            return nodes.figure(
                "", of_blocks(foreign_block), of_lines(nodes.caption), of_blocks(nodes.legend)
            )
        case 9:
            signature = of_lines(addnodes.desc_signature)
            return addnodes.desc("", signature, of_blocks(addnodes.desc_content))
        case 10:
            return addnodes.hlist("", of_blocks(addnodes.hlistcol), of_blocks(addnodes.hlistcol))
        case 11:
            return of_lines(nodes.literal_block)
        case 12:
            return of_lines(nodes.math_block)
        case 13:
            return of_lines(nodes.rubric)
        case 14:
            return of_blocks(foreign_block)
        case 15:
            return of_blocks(addnodes.versionmodified, type="versionadded", version="1")
        case 16:
            return of_blocks(nodes.compound)
        case _:
            return of_lines(nodes.paragraph)


class Mermaid(Directive):
    def run(self) -> list[nodes.Node]:
        return [nodes.figure("", mermaid(code="graph LR"), nodes.caption("", "The posts"))]


class TodoLike(Directive):
    def run(self) -> list[nodes.Node]:
        return [seating_plan(alt="Who sits where")]


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("misplaced", Misplaced)
    app.add_directive("nests", Nests)
    app.add_directive("mermaid", Mermaid)
    app.add_directive("todo-like", TodoLike)
    return {"parallel_read_safe": True}
