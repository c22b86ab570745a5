"""What the book's pages hold, written by ``note_`` verbs. `holdings` gives it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefbook.sphinx.holdings import BY_PAGE, Holdings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from briefbook.pages.index_parts import Division
    from briefbook.sphinx.edition import Edition
    from briefbook.sphinx.records import (
        AnnotationRecord,
        ArticleRecord,
        DateRecord,
        GlossaryInput,
        MentionRecord,
        Passage,
        Place,
        Reference,
        StatementRecord,
    )
    from briefbook.text.annotations import Annotation
    from briefbook.text.bodies import Catalogue
    from briefbook.volumes.plan import Other


class Store(Holdings):
    """Its verbs: a page's while Sphinx reads it, and those of a build."""

    # Written while a page is read: what the page that is read holds.

    def note_article(self, record: ArticleRecord) -> None:
        self._gathered.clear()
        self.data["articles"][self._page] = record

    def note_stand_in(self, seed: str, title: str, now: str | None) -> None:
        self.data["stand_ins"][self._page] = (seed, title, now)

    def note_same_as(self, seed: str) -> None:
        self.data["same_as"][self._page] = seed

    def note_marks(
        self, *, paragraphs: int, dates: list[DateRecord], mentions: list[MentionRecord]
    ) -> None:
        self._gathered.clear()
        self.data["paragraphs"][self._page] = paragraphs
        self.data["dates"][self._page] = dates
        self.data["mentions"][self._page] = mentions

    def note_opening(self, words: str) -> None:
        self.data["openings"][self._page] = words

    def note_lead(self) -> None:
        """The page shows the editors' lead, that of this build."""
        self.data["leads"][self._page] = self.lead

    def note_statements(self, records: Iterable[StatementRecord]) -> None:
        """The statements of one callout, which follow those noted before."""
        self.data["statements"].setdefault(self._page, []).extend(records)

    def note_annotation(self, record: AnnotationRecord) -> None:
        self.data["annotations"].setdefault(self._page, []).append(record)

    def note_view(self, view: str) -> None:
        self.data["places"].setdefault(self._page, []).append(view)

    def note_part(self, view: str, part: str) -> None:
        """The page shows a part of a view."""
        self.data["parts"][self._page] = (view, part)

    def note_glossary(self) -> None:
        """The page has a glossary, made of this build's input."""
        self.data["glossaries"][self._page] = self.glossary_input
        self.data["explained"].setdefault(self._page, {})

    def note_explained(self, name: str, anchor: str) -> None:
        """A name of a body is explained at an anchor; of several the first."""
        self.data["explained"][self._page].setdefault(name, anchor)

    def note_colophon(self) -> None:
        """The page has a colophon, made for this build's edition."""
        self.data["colophons"][self._page] = self.edition

    def note_edition(self) -> None:
        """The page tells what is new in this build's edition."""
        self.data["editions"][self._page] = self.edition.news

    def note_references(self, references: Sequence[Reference]) -> None:
        self.data["references"][self._page] = references

    def note_passages(self, passages: Sequence[Passage]) -> None:
        self.data["passages"][self._page] = passages

    @property
    def _page(self) -> str:
        return self.env.current_document.docname

    # Written once a build.

    def note_build(
        self,
        *,
        catalogue: Catalogue,
        notes: tuple[Annotation, ...],
        texts: Mapping[str, Sequence[tuple[int | None, str]]],
        divides: bool,
        root: Path,
        glossary_input: GlossaryInput,
        divisions: Mapping[str, Division],
        cited: list[tuple[str, str]],
        edition: Edition,
        lead: str,
        elsewhere: Mapping[str, Mapping[str, Any]],
        state_elsewhere: str,
        state_of: Callable[[str], str] | None,
        states: Mapping[str, Mapping[str, bytes]],
        pdfs: Sequence[tuple[str, str]],
        others: Mapping[str, Other],
        ends: tuple[str | None, str | None],
    ) -> None:
        self._gathered.clear()
        self.catalogue = catalogue
        self.notes = notes
        self.texts = texts
        self.divides = divides
        self.root = root
        self.elsewhere, self.state_elsewhere = elsewhere, state_elsewhere
        self.state_of, self.states = state_of, states
        self.pdfs, self.others, self.ends = pdfs, others, ends
        self.data.update(glossary_input=glossary_input, divisions=divisions)
        self.data.update(cited=cited, edition=edition, lead=lead)

    def note_bibliography_settings(self, settings: object) -> None:
        self.data["bibliography_settings"] = settings

    def note_terms(self, terms: dict[str, Place]) -> None:
        folded: dict[str, Place] = {}
        for name, place in terms.items():
            folded.setdefault(name.casefold(), place)
        self.data.update(terms=terms, folded_terms=folded)

    # As Sphinx asks.

    def clear_doc(self, docname: str) -> None:
        self._gathered.clear()
        for part in BY_PAGE:
            self.data[part].pop(docname, None)

    def merge_domaindata(self, docnames: Iterable[str], otherdata: dict[str, Any]) -> None:
        self._gathered.clear()
        for part in BY_PAGE:
            other = otherdata[part]
            self.data[part].update((name, other[name]) for name in docnames if name in other)
