"""``brief:provenance`` and ``brief:removed``: where an article is from, what was taken out."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from briefbook.sphinx.cite_as import cite_as
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.nodes import provenance, removed
from briefbook.sphinx.records import ArticleRecord
from briefbook.sphinx.tables import table
from briefbook.sphinx.yaml_content import content_records
from briefbook.text.timex import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Node


_TITLE_NOTES = {
    "editors": "The title is the editors’: the seed carries no headline.",
    "publisher": "The title is the publisher’s.",
    "none": "Neither the seed nor its editors give a title.",
}


class ProvenanceDirective(SphinxDirective):
    """Publisher, date, seed, checksum, rights, lines kept and how to cite."""

    option_spec: ClassVar = dict.fromkeys(
        (
            "seed",
            "file",
            "sha256",
            "title",
            "title-by",
            "publisher",
            "publisher-by",
            "published",
            "published-by",
            "authors",
            "url",
            "rights",
            "language",
            "language-by",
            "doubtful",
            "kept-by-editors",
            "removed-by-editors",
            "cite",
        ),
        directives.unchanged,
    ) | {"kept": directives.nonnegative_int, "lines": directives.nonnegative_int}

    def run(self) -> list[Node]:
        given = self.options
        brief_domain(self.env).note_article(
            ArticleRecord(
                seed=given["seed"],
                title=given["title"],
                title_by=given["title-by"],
                publisher=given.get("publisher"),
                published=given["published"],
                kept=given["kept"],
                lines=given["lines"],
                cite=given["cite"],
            )
        )
        node = provenance("", classes=["brief-provenance"], docname=self.env.docname)
        node["language"] = given.get("language") or ""
        self.set_source_info(node)
        publisher = given.get("publisher") or "Publisher not named"
        date = in_words(given["published"])
        node += nodes.title("", "Where this article comes from")
        node += nodes.paragraph("", f"{publisher}, {date}", classes=["brief-source-line"])
        fields = nodes.field_list()
        for name, body in self._fields(publisher, date):
            paragraph = nodes.paragraph("", "", *body)
            fields += nodes.field("", nodes.field_name("", name), nodes.field_body("", paragraph))
        node += fields
        node["support_smartquotes"] = False
        return [node]

    def _fields(self, publisher: str, date: str) -> list[tuple[str, list[Node]]]:
        given = self.options
        by_seed = "named in the seed’s own lines"
        fields: list[tuple[str, list[Node]]] = [
            ("Title", [nodes.Text(_TITLE_NOTES[given["title-by"]])]),
            ("Publisher", [nodes.Text(f"{publisher}{self._by('publisher-by', by_seed)}")]),
            ("Published", [nodes.Text(f"{date}{self._by('published-by', 'the seed’s date')}")]),
        ]
        if authors := given.get("authors"):
            fields.append(("Authors", [nodes.Text(authors)]))
        if url := given.get("url"):
            fields.append(("Address", [nodes.reference("", url, refuri=url)]))
        fields += [
            ("Seed", [nodes.literal("", given["file"])]),
            ("SHA-256", [nodes.literal("", given["sha256"])]),
            (
                "Rights",
                [nodes.Text(given.get("rights") or "The publisher’s; no licence is known.")],
            ),
        ]
        kept, lines = given["kept"], given["lines"]
        link = nodes.reference("", "what was removed", refid="removed", internal=True)
        fields.append(("Kept", [nodes.Text(f"{kept} of {lines} lines; "), link]))
        fields += [(name, [nodes.Text(text)]) for name, text in self._cautions()]
        title = given["title"]
        if given["title-by"] == "editors":
            title = f"[{title}]"  # square brackets: a title that is not the work's own
        cited = f"{given.get('authors') or publisher}, {title}, {date}. "
        if given["title-by"] == "none":  # publisher and date are all there is
            cited = f"{title}. "
        fields.append(("Cite as", [nodes.Text(cited), cite_as(given["cite"], self)]))
        return fields

    def _cautions(self) -> Iterator[tuple[str, str]]:
        """What a reader should know of how the text was read."""
        given = self.options
        language = given.get("language", "en")
        if language.lower().split("-")[0] != "en":
            by = "given by the editors" if given["language-by"] == "editors" else "by its words"
            only = "of languages other than English only dates in figures are read, no statements"
            yield "Language", f"{language} ({by}); {only}."
        if doubtful := given.get("doubtful"):
            yield "In doubt", f"{doubtful} may not belong to the article; kept, to lose nothing."
        if lines := given.get("kept-by-editors"):
            yield "Editors kept", f"{lines} of the seed, whatever the rules say."
        if lines := given.get("removed-by-editors"):
            yield "Editors removed", f"{lines} of the seed, whatever the rules say."

    def _by(self, option: str, by_seed: str) -> str:
        if option == "publisher-by" and not self.options.get("publisher"):
            return ""
        return f" ({'given by the editors' if self.options[option] == 'editors' else by_seed})"


class RemovedDirective(SphinxDirective):
    """The lines that were taken out of the seed, each with its number and the reason."""

    has_content = True
    option_spec: ClassVar = {"lines": directives.nonnegative_int}

    def run(self) -> list[Node]:
        records = content_records(self)
        lines = sorted({record["line"] for record in records})
        groups = _groups(records)
        node = removed(
            "", classes=["brief-removed"], ids=["removed"], total=len(lines), groups=groups
        )
        self.set_source_info(node)
        node["support_smartquotes"] = False
        node += nodes.paragraph("", self._summary(len(lines), groups), classes=["brief-summary"])
        if records:
            node += _table(records)
        return [node]

    def _summary(self, count: int, groups: list[tuple[str, int, int]]) -> str:
        if not groups:
            return "Nothing was removed from the seed."
        runs = "; ".join(
            f"{reason}: line {first}" if first == last else f"{reason}: lines {first}–{last}"
            for reason, first, last in groups
        )
        lines = self.options["lines"]
        of_lines = f"{count} of the seed’s {lines} {'line' if lines == 1 else 'lines'}"
        return f"Removed from {of_lines}: {runs}."


def _groups(records: list[dict[str, Any]]) -> list[tuple[str, int, int]]:
    """Runs of lines with the same reason: reason, first and last line."""
    return [
        (reason, run[0]["line"], run[-1]["line"])
        for reason, group in groupby(records, key=lambda record: record["reason"])
        if (run := list(group))
    ]


def _table(records: list[dict[str, Any]]) -> nodes.table:
    rows: list[list[nodes.Node]] = [
        [nodes.paragraph("", cell) for cell in (str(each["line"]), each["reason"], each["text"])]
        for each in records
    ]
    return table("brief-removed-lines", ["Line", "Reason", "Text"], [8, 17, 75], rows)
