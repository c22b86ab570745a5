"""Where a book's parts lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefbook.pages.names import FOLDER, folder_complaint

if TYPE_CHECKING:
    from pathlib import Path

CACHE: Final = "_build/marks"
"""Where marks are kept in a book that names no other folder, from that of conf.py."""

BIBLIOGRAPHY: Final = "references.bib"
"""The BibTeX file, in the source folder, of a book that names no other."""

SOURCES: Final = "sources.yaml"
"""The book's own file of sources, in the source folder."""

EDITIONS: Final = "editions.yaml"
"""Which editions a book has had, in the source folder."""

LEAD: Final = "lead.md"
"""The editors' lead, in the source folder, of a book that names no other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookFolders:
    """Where a book's parts lie: absolute paths."""

    root: Path
    """What paths in messages and on pages are relative to."""
    seeds: Path
    docs: Path
    annotations: Path
    articles: str = FOLDER
    """The folder of generated pages: a path below ``docs``, with forward slashes."""
    suffix: str = ".md"
    """The file suffix of generated pages."""
    page_suffixes: tuple[str, ...] = (".md", ".rst")
    """The suffixes of the files that Sphinx reads as pages."""

    def complaint(self) -> str | None:
        """Why the generated pages may not be kept in ``articles``, to follow a subject, or None."""
        if (problem := folder_complaint(self.articles)) is not None:
            return problem
        pages = self.docs / self.articles
        for what, other in (("annotations", self.annotations), ("seeds", self.seeds)):
            if other in (self.docs, *self.docs.parents):
                continue  # all lies in it, whatever it is called
            if pages == other or pages in other.parents or other in pages.parents:
                return f"is not apart from the folder of {what}"
        return None
