"""The general index, with page numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.environment.adapters.indexentries import IndexEntries
from sphinx.locale import _ as of_sphinx

from briefbook.pdf.labels import INDEX, PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefbook.pdf.labels import Labels
    from briefbook.pdf.output import Output
    from briefbook.pdf.print_builder import PrintBuilder

Entry = tuple[str, list[str], list[tuple[str, list[str]]]]
"""A term, the labels of its places, and what stands below it, likewise."""

Group = tuple[str, list[Entry]]
"""A letter and its entries."""


def collect_index(builder: PrintBuilder, labels: Labels, docnames: set[str]) -> list[Group]:
    """The index's groups, one a letter; its places become wanted labels.

    Only documents of the book count: an orphan page has no page number.
    """
    entries = builder.env.domains.index_domain.entries
    for docname in docnames & set(entries):
        for entry in entries[docname]:
            labels.add(docname, entry[2])
    groups: list[Group] = []
    for letter, terms in IndexEntries(builder.env).create_index(builder):
        shown: list[Entry] = []
        for term, (targets, subentries, _key) in terms:
            kept = _known(targets, labels, docnames)
            below = [
                (name, found)
                for name, places in subentries
                # "see another" has no places of its own.
                if (found := _known(places, labels, docnames)) or not places
            ]
            if kept or below:
                shown.append((term, kept, below))
        if shown:
            groups.append((letter, shown))
    return groups


def _known(
    targets: Iterable[tuple[str | None, str | bool]], labels: Labels, docnames: set[str]
) -> list[str]:
    found: list[str] = []
    for _main, address in targets:
        if not isinstance(address, str) or not address:
            continue
        if address.removeprefix(PREFIX).partition("#")[0] in docnames:
            name = labels.want_address(address, "")
            if name is not None:
                found.append(name)
    return found


def write_index(out: Output, groups: list[Group], labels: Labels) -> None:
    """Write the index as the book's last pages."""
    if not groups:
        return
    title = str(of_sphinx("Index"))
    out.start_run(title, "")
    wanted = labels.write(INDEX, [""])
    out.open("head", level=1, name=wanted[0] if wanted else None)
    out.text(title)
    out.close()
    out.open("index-columns")
    for letter, terms in groups:
        out.open("index-letter")
        out.text(letter)
        out.close()
        for term, targets, subentries in terms:
            out.call("index-entry", term=term, places=targets)
            for name, places in subentries:
                out.call("index-entry", depth=1, term=name, places=places)
    out.close()
