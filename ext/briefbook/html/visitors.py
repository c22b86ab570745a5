"""How the project's nodes are written as HTML5. Valid in EPUB too.

None of them writes a character of text (law 3): numbers of paragraphs and notes are attributes,
and the style sheet shows them.
"""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes

from briefbook.html.hints import date_hint, html_date
from briefbook.html.nodes import (
    article_tools,
    beside,
    note_mark,
    paragraph_menu,
    proposing,
    run,
    run_rest,
)
from briefbook.sphinx import nodes as brief
from briefbook.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.writers.html5 import HTML5Translator

    Visitor = Callable[[HTML5Translator, nodes.Element], None]


def _closing(tag: str) -> Visitor:
    def depart(self: HTML5Translator, node: nodes.Element) -> None:
        self.body.append(f"</{tag}>")

    return depart


def _visit_article_text(self: HTML5Translator, node: nodes.Element) -> None:
    # Two elements: the rows ask how wide the text is, and an element cannot ask about itself.
    attributes = {"dir": node["dir"]} if "dir" in node else {}
    self.body.append(self.starttag(node, "div", **attributes) + '<div class="brief-rows">\n')


def _visit_number(self: HTML5Translator, node: nodes.Element, name: str, style: str) -> None:
    number = node["number"]
    attributes: dict[str, Any] = {
        "class": style,
        "href": f"#{node['refid']}",
        "data-number": str(number),
        "aria-label": f"{name} {number}",
    }
    if self.builder.name == "epub" and style == "brief-note-mark":
        attributes |= {"epub:type": "noteref", "role": "doc-noteref"}
    self.body.append(self.starttag(node, "a", "", **attributes))


def _visit_paragraph_number(self: HTML5Translator, node: nodes.Element) -> None:
    _visit_number(self, node, _("Paragraph"), "brief-number")


def _visit_note_mark(self: HTML5Translator, node: nodes.Element) -> None:
    name = _("Notes") if "–" in node["number"] else _("Note")
    _visit_number(self, node, name, "brief-note-mark")


def _visit_date_mention(self: HTML5Translator, node: nodes.Element) -> None:
    attributes: dict[str, Any] = {"data-hint": date_hint(node)}
    if value := html_date(node["value"]):
        attributes["datetime"] = value
    self.body.append(self.starttag(node, "time" if value else "span", "", **attributes))


def _depart_date_mention(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append("</time>" if html_date(node["value"]) else "</span>")


def _visit_said(self: HTML5Translator, node: nodes.Element) -> None:
    attributes: dict[str, Any] = {"data-said": " ".join(node["said"])} if "said" in node else {}
    self.body.append(self.starttag(node, "span", "", **attributes))


def _visit_annotated(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append(self.starttag(node, "mark", ""))


def _visit_division(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append(self.starttag(node, "div"))


def _visit_callout(self: HTML5Translator, node: nodes.Element) -> None:
    attributes: dict[str, Any] = {"role": "note", "aria-label": node["label"]}
    if self.config.briefbook_repository and node.get("rule"):  # for those who correct it
        attributes["data-rule"] = node["rule"]
    attributes.update({name: node[name] for name in ("lang", "dir") if name in node})
    if self.builder.name == "epub" and node.get("has_mark"):
        # E-readers show it where its number is touched, and some nowhere else.
        attributes |= {"epub:type": "footnote", "role": "doc-footnote"}
    self.body.append(self.starttag(node, "aside", **attributes))


def _visit_details(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append(self.starttag(node, "details"))


def _visit_summary_line(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append(self.starttag(node, "summary", ""))


def _visit_paragraph_menu(self: HTML5Translator, node: nodes.Element) -> None:
    # Not shown without the script that fills it, of which an EPUB has none: no button does nothing.
    if self.builder.name == "epub":
        raise nodes.SkipNode
    attributes: dict[str, Any] = {
        "popover": "auto",
        "role": "dialog",
        "aria-label": _("Paragraph"),
    }
    # In single quotation marks: JSON is full of double ones.
    cite = json.dumps(node["cite"], ensure_ascii=False, separators=(",", ":"))
    cite = escape(cite, quote=False).replace("'", "&#39;")
    formats = "".join(
        f' <button type="button" data-copy="{name}">{words}</button>'
        for name, words in (("plain", _("plain")), ("bibtex", "BibTeX"), ("csl", "CSL-JSON"))
    )
    links = "".join(
        f'<li><a href="{self.attval(address)}">{self.encode(words)}</a></li>'
        for words, address in node["links"]
    )
    if self.config.briefbook_repository:
        does = (("note", _("Add a note")), ("correct", _("Correct a mark")))
        buttons = (f'<button type="button" data-{name}>{words}</button>' for name, words in does)
        links = "".join(f"<li>{button}</li>" for button in buttons) + links
    self.body.append(
        self.starttag(node, "div", "", CLASS="brief-menu", **attributes).removesuffix(">")
        + f" data-cite='{cite}'>"
        + f'<ul><li><button type="button" data-copy="link">{_("Copy link")}</button></li>'
        + f"<li>{_('Copy citation:')}{formats}</li>{links}</ul>"
        + '<p class="brief-menu-cited"></p>'
        + f'<p role="status" data-said-when-copied="{_("Copied.")}"></p>'
    )


def _visit_proposing(self: HTML5Translator, node: nodes.Element) -> None:
    data = {f"data-{key.replace('_', '-')}": node[key] for key in _PROPOSING}
    if node["has_sidecar"]:
        data["data-has-sidecar"] = ""
    self.body.append(self.starttag(node, "p", CLASS="brief-propose", **data))


_PROPOSING = (
    "seed", "folder", "bibliography", "sidecar", "new_file", "edit_file", "new_issue", "forge",
    "contact",
)  # fmt: skip


VISITORS: Final[dict[type[nodes.Element], tuple[Visitor, Visitor]]] = {
    brief.article_text: (_visit_article_text, _closing("div></div")),
    brief.paragraph_number: (_visit_paragraph_number, _closing("a")),
    brief.date_mention: (_visit_date_mention, _depart_date_mention),
    brief.quotation: (_visit_said, _closing("span")),
    brief.reported: (_visit_said, _closing("span")),
    brief.annotated: (_visit_annotated, _closing("mark")),
    brief.source_callout: (_visit_callout, _closing("aside")),
    brief.annotation: (_visit_callout, _closing("aside")),
    brief.provenance: (_visit_details, _closing("details")),
    brief.removed: (_visit_details, _closing("details")),
    brief.glance: (_visit_details, _closing("details")),
    brief.more: (_visit_details, _closing("details")),
    run: (_visit_division, _closing("div")),
    run_rest: (_visit_division, _closing("div")),
    beside: (_visit_division, _closing("div")),
    brief.summary_line: (_visit_summary_line, _closing("summary")),
    note_mark: (_visit_note_mark, _closing("a")),
    paragraph_menu: (_visit_paragraph_menu, _closing("div")),
    proposing: (_visit_proposing, _closing("p")),
    article_tools: (_visit_division, _closing("div")),
}
"""What to write before and after each node's children."""
