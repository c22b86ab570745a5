"""The domain ``cite`` of sphinxcontrib-bibtex, which formats works only where they have changed.

Its own formats every work of every bibliography twice at each build, for the list and for what
citations say where one points at them; and articles are works, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pybtex.backends.plaintext import Backend as Plaintext
from pybtex.plugin import register_plugin
from sphinxcontrib.bibtex.domain import BibtexDomain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pybtex.database import Entry
    from pybtex.style import FormattedEntry
    from sphinxcontrib.bibtex.bibliography import BibliographyKey

    Formatted = tuple[Entry, FormattedEntry, FormattedEntry | None]


class FormattedWorks(BibtexDomain):
    """Keeps each bibliography's works as they were formatted, beside what they were made of."""

    _in_order: list[tuple[str, Entry]]
    """The works of the bibliography that is looked at, in order of citation."""

    def get_sorted_entries(
        self, bibliography_key: BibliographyKey, docnames: list[str]
    ) -> Iterable[tuple[str, Entry]]:
        return self._in_order

    def get_formatted_entries(
        self,
        bibliography_key: BibliographyKey,
        docnames: list[str],
        tooltips: bool,  # noqa: FBT001 - the signature is sphinxcontrib-bibtex's
        tooltips_style: str,
    ) -> Iterable[Formatted]:
        # Once: a filter that cannot be read is warned of each time.
        self._in_order = list(super().get_sorted_entries(bibliography_key, docnames))
        shown = self.bibliographies[bibliography_key]
        made_of = (shown.style, shown.labelprefix, tooltips, tooltips_style, self._in_order)
        kept: dict[BibliographyKey, tuple[Any, list[Formatted]]]
        kept = self.data.setdefault("formatted", {})
        for gone in kept.keys() - self.bibliographies.keys():
            del kept[gone]
        was_made_of, formatted = kept.get(bibliography_key, (None, []))
        if was_made_of != made_of:
            formatted = list(
                super().get_formatted_entries(bibliography_key, docnames, tooltips, tooltips_style)
            )
            kept[bibliography_key] = (made_of, formatted)
        return formatted


def register_plain_text() -> None:
    """Let pybtex know its own writer of plain text.

    sphinxcontrib-bibtex asks for it at every citation, and pybtex then looks through the metadata
    of all packages that are installed.
    """
    register_plugin("pybtex.backends", "plaintext", Plaintext, force=True)
