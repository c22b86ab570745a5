"""The general index, with page numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from sphinx.environment.adapters.indexentries import IndexEntries
from sphinx.locale import _ as of_sphinx

from briefbook.pdf.collation import collation_key
from briefbook.pdf.labels import INDEX, PREFIX
from briefbook.pdf.nodes import At

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefbook.pdf.labels import Labels
    from briefbook.pdf.print_builder import PrintBuilder
    from briefbook.pdf.translator import TypstTranslator


@dataclass(slots=True, kw_only=True)
class Term:
    """What the index has an entry for; listeners to ``briefpdf-index`` give more of them."""

    name: str
    places: list[At] = field(default_factory=list)
    main: At | None = None
    """Where it is explained."""
    see: str = ""
    """The name under which it stands, where that is another."""
    below: dict[str, Term] = field(default_factory=dict)

    def merge(self, other: Term) -> None:
        """Take in what else is known of the same name."""
        self.places += other.places
        self.main = self.main or other.main
        self.see = self.see or other.see
        for name, each in other.below.items():
            self.below.setdefault(name, Term(name=name)).merge(each)


Group = tuple[str, list[Term]]
"""A letter and its entries."""


def collect_index(builder: PrintBuilder, labels: Labels, docnames: set[str]) -> list[Group]:
    """The index's groups, one a letter, in the order of the alphabet; their places are wanted.

    Only documents of the book count: an orphan page has no page number.
    """
    entries = builder.env.domains.index_domain.entries
    for docname in docnames & set(entries):
        for entry in entries[docname]:
            labels.add(docname, entry[2])
    terms: dict[str, Term] = {}
    for found in [_of_sphinx(builder), *builder.events.emit("briefpdf-index")]:
        for term in found:
            terms.setdefault(term.name, Term(name=term.name)).merge(term)
    shown = [term for term in terms.values() if _keep_known(term, labels)]
    shown.sort(key=lambda term: collation_key(term.name))
    return [(letter, list(group)) for letter, group in groupby(shown, key=_letter)]


def _of_sphinx(builder: PrintBuilder) -> Iterator[Term]:
    for _letter_of, terms in IndexEntries(builder.env).create_index(builder):
        for name, (targets, subentries, _key) in terms:
            below = {
                each: Term(name=each, places=list(_places(places))) for each, places in subentries
            }
            yield Term(name=name, places=list(_places(targets)), below=below)


def _places(targets: Iterable[tuple[str | None, str | bool]]) -> Iterator[At]:
    for _main, address in targets:
        if isinstance(address, str) and address:
            yield At(*address.removeprefix(PREFIX).split("#", 1))


def _keep_known(term: Term, labels: Labels) -> bool:
    """Want the places that the book has, forget the others; whether anything is left to show."""
    had_places = bool(term.places)
    term.places = [at for at in term.places if labels.want(at.docname, at.anchor) is not None]
    if term.main and labels.want(term.main.docname, term.main.anchor) is None:
        term.main = None
    # "see another" has no places of its own.
    term.below = {
        name: each
        for name, each in term.below.items()
        if not each.places or _keep_known(each, labels)
    }
    return bool(term.places or term.main or term.below or (term.see and not had_places))


def _letter(term: Term) -> str:
    key = collation_key(term.name)[0]
    return key[0].upper() if key and key[0].isalpha() else str(of_sphinx("Symbols"))


def write_index(translator: TypstTranslator, groups: list[Group], labels: Labels) -> None:
    """Write the index as the book's last pages."""
    if not groups:
        return
    title = str(of_sphinx("Index"))
    translator.open_index(title)
    out = translator.out
    wanted = labels.write(INDEX, [""])
    look = translator.look_of_title(1)
    out.open("head", level=1, look=look, place=wanted[0] if wanted else None)
    out.text(title)
    out.close()
    out.open("index-columns")
    for letter, terms in groups:
        out.open("index-letter")
        out.text(letter)
        out.close()
        for term in terms:
            _write(translator, term, depth=0)
            for each in sorted(term.below.values(), key=lambda each: collation_key(each.name)):
                _write(translator, each, depth=1)
    out.close()


def _write(translator: TypstTranslator, term: Term, *, depth: int) -> None:
    translator.out.call(
        "index-entry",
        depth=depth,
        term=term.name,
        places=translator.placed(term.places),
        main=translator.placed(term.main),
        see=term.see,
    )
