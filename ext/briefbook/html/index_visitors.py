"""How what the indexes of the book have for the web alone is written: choices and the timeline."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from briefbook.html.timeline import draw
from briefbook.sphinx import nodes as brief
from briefbook.sphinx.views.shares import percents
from briefbook.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils import nodes
    from sphinx.writers.html5 import HTML5Translator

    Visitor = Callable[[HTML5Translator, nodes.Element], None]


def _depart(self: HTML5Translator, node: nodes.Element) -> None:
    """All is written when it is visited."""


def _visit_timeline(self: HTML5Translator, node: nodes.Element) -> None:
    drawn = draw(node["marks"], node["newest"], frozenset(node["heads"]))
    if drawn:
        self.body.append(f'<div class="brief-timelines">{drawn}{_key()}</div>\n')


_CIRCLE: Final = (
    '<svg viewBox="0 0 14 10" aria-hidden="true"><circle class="{}" cx="6" cy="5" r="4"/>'
)
_CAPSULE: Final = (
    '<svg viewBox="0 0 22 10" aria-hidden="true">'
    '<rect class="brief-is-span" x="1" y="1" width="20" height="8" rx="4"/>'
)


def _key() -> str:
    """What the marks of a timeline mean."""
    told = (
        (_CIRCLE.format("brief-is-over"), _("a mention of a day that is over")),
        (_CIRCLE.format("brief-is-ahead"), _("of a day ahead")),
        (_CAPSULE, _("a span: the day is open")),
    )
    parts = (f"<span>{drawing}</svg> {escape(words)}</span>" for drawing, words in told)
    return f'<p class="brief-key">{" ".join(parts)}</p>'


def _visit_choices(self: HTML5Translator, node: nodes.Element) -> None:
    """A form that is never sent: each choice has an id, by which the style sheet knows it."""
    group = node["group"]
    words, number = node["all"]
    everything = _choice(self, group, "radio", "all", words, number, "", checked=True)
    out = [f'<form class="brief-choices" data-group="{group}">']
    in_sight = [(head, shown) for head, is_folded, shown in node["groups"] if not is_folded]
    folded = [(head, shown) for head, is_folded, shown in node["groups"] if is_folded]
    for head, shown in in_sight or [(_("Show"), [])]:
        chips = "".join(_choice(self, group, "radio", *each) for each in shown)
        out.append(f"<fieldset><legend>{self.encode(head)}</legend>{everything}{chips}</fieldset>")
        everything = ""
    for head, shown in folded:
        chips = "".join(_choice(self, group, "radio", *each) for each in shown)
        out.append(
            f"<details><summary>{self.encode(head)} <i>{len(shown)}</i></summary>"
            f'<fieldset aria-label="{self.attval(head)}">{chips}</fieldset></details>'
        )
    if node["checks"]:
        chips = "".join(
            _choice(self, group, "checkbox", slot, said, None, "") for slot, said in node["checks"]
        )
        out.append(f"<fieldset><legend>{self.encode(_('Only'))}</legend>{chips}</fieldset>")
    out.append("</form>\n")
    self.body.append("".join(out))


def _choice(
    self: HTML5Translator,
    group: str,
    form: str,
    slot: object,
    words: str,
    number: int | None,
    drawing: str,
    *,
    checked: bool = False,
) -> str:
    name = f' name="{group}"' if form == "radio" else ""
    mark = " checked" if checked else ""
    count = "" if number is None else f" <i>{number}</i>"
    shape = f'<b class="brief-shape brief-shape-{drawing}"></b> ' if drawing else ""
    return (
        f'<label class="brief-chip"><input type="{form}"{name} id="choose-{group}-{slot}"{mark}>'
        f"<span>{shape}{self.encode(words)}{count}</span></label> "
    )


def _visit_share_bar(self: HTML5Translator, node: nodes.Element) -> None:
    """Its segments have classes for their widths, in whole per cent: style stands in no page."""
    segments = (
        f'<i class="brief-shape brief-shape-{kind} brief-w{share}"></i>'
        for kind, share in percents(node["counts"]).items()
    )
    self.body.append(f'<div class="brief-bar" aria-hidden="true">{"".join(segments)}</div>\n')


INDEX_VISITORS: Final[dict[type[nodes.Element], tuple[Visitor, Visitor]]] = {
    brief.timeline: (_visit_timeline, _depart),
    brief.share_bar: (_visit_share_bar, _depart),
    brief.choices: (_visit_choices, _depart),
}
"""What to write before and after each node's children."""
