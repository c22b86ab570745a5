"""Bibliography files, nearly valid, and what must hold of them."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from hypothesis import strategies as st
from pybtex.plugin import find_plugin

from briefbook.sphinx.web_links import WebLinks
from briefbook.text.addresses import is_web_address
from briefbook.text.bibliography import Bibliography, read_bibliography
from briefbook.text.characters import find_unfit
from grammars.documents import Writer, addresses, keys, words
from grammars.hostile import edited
from grammars.oracles import check_problem

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "references.bib"
STYLES = ("plain", "alpha")
TAKEN = "seed-a"
"""A key that an article has."""
FORMATTERS = [find_plugin("pybtex.style.formatting", name)() for name in STYLES]

LATEX = st.sampled_from([
    r"\url{https://a.example/b\_c}", r"\url{javascript:x}", r"\href{https://a.example}{b}",
    r"\href{javascript:x}{b}", r"{\"o}", r"\'{e}", r"\textbf{a", "{", "}", "{{a}}", "\\", r"\\",
    "%", r"\%", "$x$", "$", "#", '"', "~", "{" * 30 + "}" * 30, "@misc{b,", " and ", "and and",
    ", , ,", "a, b, c, d", r"\input{/etc/passwd}", r"\char1", r"\textasciitilde",
])  # fmt: skip
"""What only LaTeX makes something of."""


@st.composite
def bibliography_text(draw: st.DrawFn) -> str:
    """A file of one to three entries, a string or a comment between them."""
    to = Writer(draw)
    forms = st.sampled_from(["{…}", "{…}", "{{…}}", '"…"', '"a" # "…"', "press # {…}"])
    fields = {
        "author": words,
        "title": words | LATEX,
        "year": st.just("2021"),
        "month": st.just("11"),
        "url": addresses | LATEX,
        "doi": st.sampled_from(["10.1234/abc", "https://doi.org/10.1234/a_b", r"10.1234/a\_b"]),
        "note": LATEX,
        "crossref": keys,
        "eprint": st.just("2101.00001"),
        "howpublished": words,
    }

    more = sorted(fields.keys() - {"title"})

    def value(name: str) -> str:
        return draw(forms).replace("…", to.text(fields[name]))

    def entry() -> str:
        kind = draw(st.sampled_from(["misc", "misc", "misc", "Online", "article", "key"]))
        names = ["title", *draw(st.lists(st.sampled_from(more), max_size=4, unique=True))]
        lines = [f"  {name} = {value(name)}," for name in names]
        return "\n".join([f"@{kind}{{{to.text(keys)},", *lines, "}"])

    between = ["% a comment", "@comment{x}", "text", ""]
    parts = ['@string{press = "Freedonia Press"}']
    for _ in range(draw(st.integers(1, 3))):
        parts += [entry(), draw(st.sampled_from(between))]
    return "\n".join([*parts, ""])


bibliographies = edited(bibliography_text())


def check_bibliography(raw: bytes) -> None:
    """What is wrong is named; each entry that is kept is cited and formatted as text and links."""
    bibliography = read(raw)
    assert repr(bibliography) == repr(read(raw))
    for problem in bibliography.problems:
        check_problem(problem, raw, NAME)
    for entries in bibliography.files.values():
        for key, entry in entries.items():
            assert re.fullmatch(r"[^\s,{}\[\]<>\\\"`#%~^$]{1,100}", key)
            assert key.lower() != TAKEN
            assert find_unfit(key) is None
            entry.key = key
            for formatter in FORMATTERS:
                _check_shown(WebLinks().paragraph(formatter.format_entry(key, entry)), entry.fields)


def read(raw: bytes) -> Bibliography:
    """The bibliography in a file of these bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, NAME)
        path.write_bytes(raw)
        found = read_bibliography([path], root=Path(folder), taken=[TAKEN], styles=STYLES)
        return Bibliography(
            files={Path(NAME): entries for entries in found.files.values()},
            problems=found.problems,
        )


_CLASSES = {
    nodes.paragraph, nodes.Text, nodes.reference, nodes.inline, nodes.emphasis, nodes.strong,
    nodes.literal, nodes.superscript,
}  # fmt: skip


def _check_shown(paragraph: nodes.paragraph, fields: Mapping[str, str]) -> None:
    """It is text and links to web pages, its title and its address among them, whole."""
    links = []
    for node in paragraph.findall():
        assert type(node) in _CLASSES, node
        if isinstance(node, nodes.reference):
            assert is_web_address(node["refuri"])
            links.append(node["refuri"])
    assert "url" not in fields or fields["url"] in links
    shown = paragraph.astext()
    title = fields.get("title", "")
    if re.fullmatch(r"[\w ]*", title):  # anything else LaTeX may show as something else
        assert title.casefold() in shown.casefold()
    assert shown.strip()
    assert find_unfit(shown) is None, ascii(shown)
