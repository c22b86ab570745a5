"""The body of an annotation as docutils nodes, made straight from its Markdown tokens.

What counts as syntax is settled by ``briefbook.text.annotations.body``. Here every kind of token
that may become a node is named; any other becomes its own characters. Nothing is parsed a second
time: no text of a body ever reaches MyST, reStructuredText or a raw node.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes
from docutils.parsers.rst import roles
from sphinx.addnodes import pending_xref

from briefbook.text.addresses import is_web_address
from briefbook.text.annotations.body import CITE, TERM, parse_body
from briefbook.text.characters import showable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token
    from sphinx.util.docutils import SphinxDirective

MAX_INLINE_DEPTH: Final = 6
"""Emphasis within emphasis beyond this stays characters: writers recurse once a level."""

_ROLES: Final = {TERM: "std:term", CITE: "cite:p"}
_INLINE: Final = {"em_open": nodes.emphasis, "strong_open": nodes.strong}


def render(
    text: str, *, source: str, line: int, directive: SphinxDirective | None = None
) -> list[nodes.Node]:
    """The block-level nodes of ``text``, the body of an annotation.

    ``source`` and ``line``, 1-based, are where ``text`` begins. ``{term}`` and ``{cite}`` become
    references through ``directive``, the one whose content the text is; without one they stay
    characters, as all that is not in the subset does. Never raises for what a text may hold.
    """
    renderer = _Renderer(source, line, directive)
    return renderer.blocks(iter(parse_body(showable(text, allowed="\n"))))


def cite(key: str, directive: SphinxDirective) -> nodes.Node:
    """A reference to the bibliography's entry ``key``; its characters without a bibliography."""
    return _reference(CITE, key, key, directive)


def _reference(name: str, content: str, rawtext: str, directive: SphinxDirective) -> nodes.Node:
    """What the role that Sphinx or sphinxcontrib-bibtex registered makes of ``content``.

    The role itself is called, since bibtex's keeps a record of every citation beside the node.
    """
    memo = directive.state.memo
    role, _ = roles.role(_ROLES[name], memo.language, directive.lineno, memo.reporter)
    if role is None:  # the project does not load sphinxcontrib-bibtex
        return nodes.Text(rawtext)
    made, _ = role(
        _ROLES[name], rawtext, content, directive.lineno, directive.state.inliner, {}, []
    )
    node: nodes.Node = made[0]
    return node


class _Renderer:
    def __init__(self, source: str, line: int, directive: SphinxDirective | None) -> None:
        self.source = source
        self.line = line
        self.directive = directive

    def blocks(self, tokens: Iterator[Token]) -> list[nodes.Node]:
        """The nodes of ``tokens`` up to the one that closes the block they stand in."""
        made: list[nodes.Node] = []
        for token in tokens:
            if token.nesting < 0:
                break
            match token.type:
                case "paragraph_open":
                    node: nodes.Element = nodes.paragraph("", "", *self.paragraph(tokens))
                case "bullet_list_open":
                    node = nodes.bullet_list("", *self.blocks(tokens), bullet="-")
                case "ordered_list_open":
                    node = nodes.enumerated_list(
                        "", *self.blocks(tokens), enumtype="arabic", prefix="", suffix="."
                    )
                    start = int(token.attrs.get("start", 1))
                    if start != 1:
                        node["start"] = start
                case "list_item_open":
                    node = nodes.list_item("", *self.blocks(tokens))
                case _:
                    node = nodes.paragraph("", token.content)
            self.place(node, token)
            made.append(node)
        return made

    def place(self, node: nodes.Node, token: Token) -> None:
        node.source = self.source
        node.line = self.line + (token.map[0] if token.map else 0)

    def paragraph(self, tokens: Iterator[Token]) -> list[nodes.Node]:
        """The inline nodes of a paragraph, its closing token taken too."""
        made: list[nodes.Node] = []
        for token in tokens:
            if token.nesting < 0:
                break
            children = self.inline(token.children or [])
            for child in children:
                # Warnings of what a reference does not find say where it stands in the body.
                for reference in child.findall(pending_xref):
                    self.place(reference, token)
            made += children
        return made

    def inline(self, tokens: list[Token]) -> list[nodes.Node]:
        """Inline nodes; neighbouring characters become one text node."""
        root = nodes.inline()
        open_nodes: list[nodes.Element] = [root]
        # What each open token appends where it closes: None closes a node.
        closers: list[str | None] = []
        characters: list[str] = []

        def flush() -> None:
            if text := "".join(characters):
                open_nodes[-1] += nodes.Text(text)
            characters.clear()

        for token in tokens:
            if token.nesting > 0:
                node, opener, closer = self.opening(token, open_nodes)
                closers.append(closer)
                if node is None:
                    characters.append(opener)
                else:
                    flush()
                    open_nodes[-1] += node
                    open_nodes.append(node)
            elif token.nesting < 0:
                closer = closers.pop()
                if closer is None:
                    flush()
                    open_nodes.pop()
                else:
                    characters.append(closer)
            elif token.type == "code_inline":
                flush()
                open_nodes[-1] += nodes.literal("", token.content)
            elif token.type == "role" and self.directive is not None:
                flush()
                open_nodes[-1] += _reference(
                    token.info, token.content, token.markup, self.directive
                )
            elif token.type == "role":
                characters.append(token.markup)
            elif token.type in ("softbreak", "hardbreak"):
                characters.append("\n")
            else:
                characters.append(token.content)
        flush()
        return root.children

    @staticmethod
    def opening(
        token: Token, open_nodes: list[nodes.Element]
    ) -> tuple[nodes.Element | None, str, str | None]:
        """The node that ``token`` opens; without one, the characters it opens and closes with."""
        fits = len(open_nodes) <= MAX_INLINE_DEPTH
        if token.type in _INLINE:
            if fits:
                return _INLINE[token.type](), "", None
            return None, token.markup, token.markup
        if token.type == "link_open":
            href = str(token.attrs.get("href", ""))
            nested = any(isinstance(node, nodes.reference) for node in open_nodes)
            if fits and not nested and is_web_address(href):
                return nodes.reference("", "", refuri=href, internal=False), "", None
            if token.markup == "autolink":
                return None, "<", ">"
            return None, "[", f"]({href})"
        return None, token.markup, ""
