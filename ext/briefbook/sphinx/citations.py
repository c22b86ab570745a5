"""What sphinxcontrib-bibtex shows of one page on another: labels, numbers and works."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment
    from sphinxcontrib.bibtex.domain import BibtexDomain


def bibliography_settings(config: Config) -> str:
    """The settings that a page is read with, which Sphinx takes for settings of HTML alone.

    Less the files: `bibliography` knows which pages were read with others.
    """
    values = {each.name: repr(each.value) for each in config if each.name.startswith("bibtex_")}
    del values["bibtex_bibfiles"]
    return repr(sorted(values.items()))


def order_bibliographies(app: Sphinx, env: BuildEnvironment) -> None:
    """``env-updated``, before sphinxcontrib-bibtex: bibliographies in the order of their pages.

    They stand in the order in which they were read, this time or before. Where two have the same
    work, the last one's label would be shown.
    """
    bibliographies = cast("BibtexDomain", env.get_domain("cite")).bibliographies
    ordered = sorted(bibliographies.items(), key=lambda each: each[0].docname)
    bibliographies.clear()
    bibliographies.update(ordered)


def listed_works(env: BuildEnvironment) -> list[tuple[str, str]]:
    """Each work of the book's bibliographies: the page that lists it, and its key."""
    citations = cast("BibtexDomain", env.get_domain("cite")).citations
    return sorted((each.bibliography_key.docname, each.key) for each in citations)


class Citations:
    """The citations of one build; labels are known once sphinxcontrib-bibtex has given them out."""

    def __init__(self, env: BuildEnvironment) -> None:
        domain = cast("BibtexDomain", env.get_domain("cite"))
        self._listed: defaultdict[str, list[str]] = defaultdict(list)
        self._cited: defaultdict[str, set[str]] = defaultdict(set)
        self.works: defaultdict[str, list[str]] = defaultdict(list)
        """By key, what citing it shows, in each bibliography that lists it."""
        for citation in domain.citations:
            page = citation.bibliography_key.docname
            work = (
                f"{page}#{citation.citation_id} {citation.formatted_entry.label}"
                f" {citation.formatted_entry.text!r}"
            )
            self._listed[page].append(work)
            # Styles of referencing take authors and year from the entry itself.
            self.works[citation.key].append(f"{work} {citation.entry!r}")
        for reference in domain.citation_refs:
            for target in reference.targets:
                self._cited[reference.docname].update(self.works.get(target.key, ()))

    def on(self, docname: str) -> list[str]:
        """What the page's citations and bibliographies show."""
        return [*sorted(self._cited[docname]), *self._listed[docname]]
