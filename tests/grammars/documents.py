"""Seeds, sidecars with corrections, annotations and bodies, nearly valid."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from grammars.hostile import edited, spoiled

if TYPE_CHECKING:
    from collections.abc import Callable

Texts = st.SearchStrategy[str]

DAY = "2026-11-22"
"""On which notes were written; their files' names begin with it."""
TEXT = """\
Jane Doe said on Monday that the talks of the NATO council would go on in Freedonia.
“The bridge is safe,” the minister said. The council will meet again on 12 January 2022.
"""
"""The article that notes and sidecars speak of."""

words = st.sampled_from(["the talks", "Jane Doe", "Council of Freedonia", "a bridge", "É 2021"])
day = st.just(DAY)
keys = st.sampled_from(["doe2021", "roe:2020", "a-b_c"])
addresses = st.sampled_from(["https://example.org/a", "http://b.example/?c=d&e#f"])
BODIES = [("freedonia-council", "Freedonia Council"), ("council-2", "Second Council")]
"""Ids and names of the bodies in a file of them."""
ODD = ["", "null", "true", "[]", "{}", "[a, [b]]", "12", "&a b", "*a", "!b c", "|\n  a\n"]
"""Values of another kind than is asked for, in YAML."""
ODD_TOML = [
    "= 2021-12-30T25:00:00Z", "= 2021-12-30T10:00:00Z", "= 12:30:45", "= 1e999", "= nan", "= {}",
    "= {a = 1}", "= [[[]]]", '= """\n"""', "= ''", ".a = 1", ".a.b.c = 1", "= []", "= true",
]  # fmt: skip


class Writer:
    """Writes the values of one document, none, one or two of which are spoiled."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.spoiled = draw(st.sets(st.integers(0, 9), max_size=2))
        self.written = 0

    @property
    def spoils(self) -> bool:
        """Whether the next value is to be spoiled."""
        return self.written in self.spoiled

    def text(self, valid: Texts) -> str:
        """A text, not yet spelt in any language."""
        text = self.draw(spoiled(valid) if self.spoils else valid)
        self.written += 1
        return text

    def quoted(self, valid: Texts) -> str:
        """In double quotes, as YAML and TOML alike spell any text."""
        text = json.dumps(self.text(valid), ensure_ascii=self.draw(st.booleans()))
        return text.replace("\x7f", "\\u007f")

    def value(self, valid: Texts) -> str:
        """In double quotes, bare, or, where it is spoiled, something else: YAML."""
        form = self.draw(st.integers(0, 4))
        if form == 0 and self.spoils:
            self.written += 1
            return self.draw(st.sampled_from(ODD))
        return self.text(valid) if form == 1 else self.quoted(valid)

    def listed(self, valid: Texts, write: Callable[[Texts], str]) -> str:
        """A list of one to three."""
        return f"[{', '.join(write(valid) for _ in range(self.draw(st.integers(1, 3))))}]"

    def some(self, fields: dict[str, Callable[[], str]], form: str) -> list[str]:
        """Up to four of the fields, a line each."""
        names = st.lists(st.sampled_from(sorted(fields)), min_size=1, max_size=4, unique=True)
        return [form.format(name, fields[name]()) for name in self.draw(names)]


MARKDOWN = st.sampled_from(["A *note*.", "- a", "{term}`NATO`", "<https://a.example>", "[a](b)"])


@st.composite
def seed_text(draw: st.DrawFn) -> str:
    """A header, or none, and the lines of an article and of the page that it stood on."""
    to = Writer(draw)
    days = st.sampled_from(["Monday", "12 January 2022", "last week", "next month", "Q4 2021"])
    said = st.sampled_from(["said", "told reporters", "added, according to an official"])

    def report() -> str:
        return f"{to.text(words)} {to.text(said)} on {to.text(days)} that {to.text(words)} went on."

    lines: dict[str, Callable[[], str]] = {
        "report": report,
        "quotation": lambda: f"“{to.text(words)},” {to.text(words)} {to.text(said)}.",
        "bullet": lambda: f"{draw(st.sampled_from(['- ', '• ', '  * ']))}{report()}",
        "label": lambda: f"Why it matters: {report()}",
        "caption": lambda: f"{to.text(words)}. Photo: Jane Doe/Agency via Library",
        "byline": lambda: "By Jane Doe",
        "sign-up": lambda: "Sign up for our daily newsletter",
        "more": lambda: "Read more",
        "blank": lambda: "",
        "odd": lambda: to.text(st.just("")),
    }
    headers = [" date 2021-12-30 ", "date 2021-12", "\ufeffdate 2021-12-30", ""]
    kinds = ["report", *draw(st.lists(st.sampled_from(sorted(lines)), max_size=7))]
    return "\n".join([draw(st.sampled_from(headers)), *(lines[kind]() for kind in kinds), ""])


@st.composite
def annotation_text(draw: st.DrawFn) -> str:
    """A note on a stretch of ``TEXT``."""
    to = Writer(draw)
    kinds = st.sampled_from(["commenting", "questioning", "editing"])
    begin = draw(st.integers(0, len(TEXT) - 2))
    passage = TEXT[begin : begin + draw(st.integers(1, 60))].partition("\n")[0].strip() or "NATO"
    around = {"prefix": lambda: to.value(words), "suffix": lambda: to.value(words)}
    lines = [
        "---",
        f"created: {to.value(day)}",
        f"motivation: {to.value(kinds)}",
        "target:",
        f"  exact: {to.value(st.just(passage))}",
        *(to.some(around, "  {}: {}") if draw(st.booleans()) else []),
        f"author: {{name: {to.quoted(words)}, github: {to.quoted(st.just('janedoe'))}}}",
        f"sources: [{to.value(keys)}]",
        "---",
        *(to.text(MARKDOWN) for _ in range(draw(st.integers(1, 3)))),
        "",
    ]
    return "\n".join(lines)


@st.composite
def sidecar_text(draw: st.DrawFn) -> str:
    """Up to four keys."""
    to = Writer(draw)
    languages = st.sampled_from(["en", "pt-BR"])
    ranges = st.sampled_from(["[1]", "[[1, 2]]", "[0]", "[[2, 1]]", f"[{'9' * 30}]", "[true]"])
    odd = st.sampled_from(ODD_TOML)
    fields = {
        "title": lambda: to.quoted(words),
        "publisher": lambda: to.quoted(words),
        "url": lambda: to.quoted(addresses),
        "authors": lambda: to.listed(words, to.quoted),
        "published": lambda: to.quoted(day) if draw(st.booleans()) else to.text(day),
        "rights": lambda: to.quoted(words),
        "language": lambda: to.quoted(languages),
        "keep": lambda: draw(ranges),
        "drop": lambda: draw(ranges),
        "reviewed": lambda: f"{{by = {to.quoted(words)}, on = {to.text(day)}}}",
    }
    lines = to.some(fields, "{} = {}")
    if not draw(st.integers(0, 9)):
        lines[-1] = f"{lines[-1].partition('=')[0]}{draw(odd)}"
    for _ in range(draw(st.integers(0, 3))):
        lines += _correction(to)
    return "\n".join([*lines, ""])


def _correction(to: Writer) -> list[str]:
    """A correction on a stretch of ``TEXT``, or of a source of it."""
    draw = to.draw
    begin = draw(st.integers(0, len(TEXT) - 2))
    passage = TEXT[begin : begin + draw(st.integers(1, 40))].partition("\n")[0].strip() or "NATO"
    marks = st.sampled_from(["Monday", "12 January 2022", "NATO", "The bridge is safe,", passage])
    values: dict[str, dict[str, Texts]] = {
        "date": {"value": st.sampled_from(["2022-01", "2021-12-20", "199X"])},
        "body": {"body": st.sampled_from(["nato", "osce", "no-such-body"])},
        "statement": {
            "source": words,
            "kind": st.sampled_from(["person", "group"]),
            "speaker": words,
            "basis": marks,
        },
        "source": {
            "rename": words,
            "kind": st.sampled_from(["person", "institution", "anonymous"]),
            "same_as": st.sampled_from(["Jane Doe", "the minister"]),
        },
    }
    kind = draw(st.sampled_from(sorted(values)))
    names = st.sampled_from(["Jane Doe", "the minister", "doe"])
    head = f"name = {to.quoted(names)}" if kind == "source" else f"exact = {to.quoted(marks)}"
    if kind != "source" and draw(st.booleans()):
        return [f"[[{kind}]]", head, "remove = true"]
    chosen: dict[str, Callable[[], str]] = {
        key: partial(to.quoted, valid) for key, valid in values[kind].items()
    }
    return [f"[[{kind}]]", head, *to.some(chosen, "{} = {}")]


@st.composite
def bodies_text(draw: st.DrawFn) -> str:
    """One or two bodies, each with up to four of the fields that it need not have."""
    to = Writer(draw)
    near, ids = st.just("freedonia"), st.sampled_from([slug for slug, _ in BODIES])
    about = st.just("A council that meets in Freedonia every week.")
    optional = {
        "abbreviation": lambda: to.value(st.just("FC")),
        "aliases": lambda: to.listed(words, to.value),
        "context": lambda: f"[{{name: {to.value(words)}, near: [{to.value(near)}]}}]",
        "dissolved": lambda: to.value(day),
        "founded": lambda: to.value(st.sampled_from(["1949", "1949-04-04"])),
        "headword": lambda: to.value(words),
        "members": lambda: f"{{count: {to.text(st.just('3'))}, as_of: {to.value(day)}}}",
        "parent": lambda: to.value(ids),
        "related": lambda: f"[{to.value(ids)}]",
        "seat": lambda: to.value(words),
        "site": lambda: to.value(addresses),
        "wikidata": lambda: to.value(st.just("Q123456789")),
    }
    lines = []
    for slug, name in BODIES[: draw(st.integers(1, 2))]:
        lines += [
            f"- id: {to.value(st.just(slug))}",
            f"  name: {to.value(st.just(name))}",
            "  kind: government",
            f"  text: {to.quoted(about)}",
            f"  checked: [{to.value(addresses)}]",
            *(to.some(optional, "  {}: {}") if draw(st.booleans()) else []),
        ]
    return "\n".join([*lines, ""])


seeds = edited(seed_text())
notes = st.lists(edited(annotation_text()), min_size=1, max_size=4)
"""On one article; their passages may cross."""
sidecars = edited(sidecar_text())
bodies = edited(bodies_text())
