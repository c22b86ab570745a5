"""The body of an annotation: a small, safe subset of Markdown.

Paragraphs, bullet and numbered lists, emphasis, strong, inline code, http(s) links and addresses in
angle brackets, backslash escapes, and two roles, ``{term}`` and ``{cite}``. Nothing else is syntax:
HTML, images, headings, rules, fences, quotations, tables, link definitions, entities and other
roles are characters like any other.

The allow-list is markdown-it-py's "zero" preset, where every rule is off, with the rules named
below turned on; a rule that a later version adds stays off. The rules of our own take a construct's
characters as text, where the rules that are on would otherwise swallow some of them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from briefbook.text.addresses import is_web_address

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

MAX_BODY = 10_000
"""Characters: some 1,600 words, far more than a note needs, and a bound on what parsing costs."""

MAX_NESTING = 20
"""Levels of markdown-it tokens; a list takes two."""

MAX_REFERENCES = 100
"""Names and keys that the roles of one body refer to; the build names each that it cannot find."""

TERM = "term"
CITE = "cite"

_ROLE = re.compile(r"\{([A-Za-z][\w:.+-]{0,63})\}`([^`]+)`(?!`)", re.ASCII)
_CODE = re.compile(r"`([^`]+)`(?!`)")
_TICKS = re.compile("`+")
# A term, or words of one's own and the term they stand for: "the alliance <NATO>". Sphinx would
# drop a "!" at the beginning, and the link with it.
_TERM = re.compile(r"(?!!)[^<>{}]+(?: <[^<>{}\s][^<>{}]*>)?")
_CITATION = "\0"
"""Stands for a citation; no text that is parsed holds it, as markdown-it replaces it."""
_CITED = re.compile(rf" *{_CITATION}(?:,? *{_CITATION})*")
_KEYS = re.compile(r"[\w.:+/-]+(?:\s*,\s*[\w.:+/-]+)*", re.ASCII)


def parse_body(text: str) -> list[Token]:
    """The markdown-it tokens of ``text``, block tokens with inline children.

    Besides markdown-it's own there are ``role`` tokens: ``info`` is ``term`` or ``cite``,
    ``content`` the name (or ``words <name>``) or the comma-separated keys, ``markup`` the
    characters it stands for. A body longer than MAX_BODY, or nested deeper than MAX_NESTING, comes
    back as paragraphs of plain text.
    """
    if len(text) > MAX_BODY:
        return _plain().parse(text)
    tokens = _parser().parse(text)
    # markdown-it drops what stands deeper than its limit, so then nothing is syntax.
    if any(token.level + token.nesting >= MAX_NESTING for token in tokens):
        return _plain().parse(text)
    return tokens


def references(text: str) -> list[tuple[str, str]]:
    """What ``text`` refers to, in order: ``term`` and what stands in it, ``cite`` and each key."""
    return [
        (token.info, part.strip())
        for block in parse_body(text)
        for token in block.children or ()
        if token.type == "role"
        for part in (token.content.split(",") if token.info == CITE else (token.content,))
    ]


def cited_keys(text: str) -> tuple[str, ...]:
    """The bibliography keys that ``text`` cites, in order, each once."""
    return tuple(dict.fromkeys(key for role, key in references(text) if role == CITE))


def plain_text(text: str) -> str:
    """What a reader sees of ``text`` without marks and links: a paragraph or an item a block.

    Citations are left out: a work's number is known on pages alone, and its key is not for readers.
    """
    found = []
    for block in parse_body(text):
        if block.children:
            words = _CITED.sub("", "".join(map(_words, block.children)))
            found.append(f"– {words}" if block.level > 1 else words)
    return "\n\n".join(found)


def _words(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    if token.type != "role":
        return token.content
    return _CITATION if token.info == CITE else token.content.partition(" <")[0]


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"maxNesting": MAX_NESTING})
    parser.enable(["list", "newline", "escape", "emphasis", "link", "autolink", "balance_pairs"])
    parser.validateLink = is_web_address  # type: ignore[method-assign,assignment]
    parser.inline.ruler.before("escape", "role", _role)
    parser.inline.ruler.before("escape", "code", _code)
    parser.inline.ruler.before("escape", "no_image", _no_image)
    return parser


@cache
def _plain() -> MarkdownIt:
    return MarkdownIt("zero")


def _role(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """``{name}`text` ``: a role where it is one of ours, else those very characters."""
    match = _ROLE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    name, content = match[1], " ".join(match[2].split())
    if not silent:
        form = {TERM: _TERM, CITE: _KEYS}.get(name)
        # A reference within a link would be a link within a link.
        if not content or form is None or not form.fullmatch(content) or state.linkLevel:
            state.pending += match[0]
        else:
            token = state.push("role", "", 0)
            token.info, token.content, token.markup = name, content, match[0]
    state.pos = match.end()
    return True


def _code(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Code between single backticks; longer runs of backticks are characters."""
    if state.src[state.pos] != "`":
        return False
    match = _CODE.match(state.src, state.pos, state.posMax)
    if match is None:
        ticks = _TICKS.match(state.src, state.pos, state.posMax)
        assert ticks is not None  # noqa: S101 - a backtick stands there
        if not silent:
            state.pending += ticks[0]
        state.pos = ticks.end()
        return True
    if not silent:
        token = state.push("code_inline", "code", 0)
        token.content, token.markup = " ".join(match[1].split()) or match[1], "`"
    state.pos = match.end()
    return True


def _no_image(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """``![`` is no link with an exclamation mark before it, but characters."""
    if not state.src.startswith("![", state.pos):
        return False
    if not silent:
        state.pending += "!["
    state.pos += 2
    return True
