"""What the pages refer to, and what each reference would show in this build.

A page's references are read off its doctree once, with the page, and kept as short strings; so a
build that reads nothing knows them all without opening a doctree.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, cast

from sphinx.addnodes import pending_xref
from sphinx.util import docname_join

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.domains.math import MathDomain
    from sphinx.domains.std import StandardDomain
    from sphinx.environment import BuildEnvironment

    from briefbook.sphinx.contents import Contents
    from briefbook.sphinx.domain import BriefDomain

Reference = tuple[str, str]
"""Where to look, a domain or one of the two below, and for what: ``("std", "nato")``."""

_PAGE: Final = "page"
_ANY: Final = "any"

_UNKNOWN: Final = ""
"""Looked for where a domain has ways of its own to find a name: any change may concern it."""


def note_references(app: Sphinx, doctree: nodes.document) -> None:
    """``doctree-read``: keep what the page refers to."""
    domain = cast("BriefDomain", app.env.get_domain("brief"))
    found = {each for node in doctree.findall(pending_xref) for each in _references(node)}
    if found:
        domain.references[app.env.current_document.docname] = tuple(sorted(found))


def _references(node: pending_xref) -> Iterator[Reference]:
    domain, kind, target = node.get("refdomain") or "", node["reftype"], node["reftarget"]
    if domain == "doc":  # a link of MyST's to a file
        yield _PAGE, target
    elif domain == "std" and kind == "doc":
        yield _PAGE, docname_join(node["refdoc"], target)
    elif domain == "brief":
        yield domain, target
    elif domain == "math" or (domain == "std" and kind not in {"option", "token"}):
        yield domain, target.casefold()
    elif not domain:
        yield _PAGE, docname_join(node["refdoc"], target)
        yield "brief", target
        yield _ANY, target.casefold()
    elif domain != "cite":  # of which sphinxcontrib-bibtex keeps a record
        yield domain, _UNKNOWN


class Targets:
    """What references lead to in one build, each as a string that differs when that does."""

    def __init__(self, env: BuildEnvironment, contents: Contents) -> None:
        self._env = env
        self._contents = contents
        self._names: dict[str, dict[str, str]] = {}
        standard = cast("StandardDomain", env.get_domain("std"))
        self._labels: defaultdict[str, list[str]] = defaultdict(list)
        for name, (docname, anchor) in standard.anonlabels.items():
            self._labels[docname].append(f"{name} {anchor}")

    def of(self, reference: Reference) -> str:
        """What `reference` shows: where it leads, with the words and numbers from there."""
        place, target = reference
        if place == _PAGE:
            return self._page(target)
        if place == "brief":
            return self._part(target)
        if place not in self._names:
            self._names[place] = self._names_of(place)
        return self._names[place].get(target, "")

    def _page(self, docname: str) -> str:
        """A page with all that a link may name in it."""
        slugs = self._env.metadata[docname].get("myst_slugs", {})
        sections = [(slug, anchor, words) for slug, (_, anchor, words) in slugs.items()]
        return f"{self._contents.headings(docname)} {sections} {sorted(self._labels[docname])}"

    def _part(self, target: str) -> str:
        """An article or a part of it, such as ``NAME#p3``."""
        domain = cast("BriefDomain", self._env.get_domain("brief"))
        docname = domain.page_of(target.partition("#")[0])
        if docname is None:
            return ""
        parts = [part for part in domain.parts_of(docname) if part[0] == target]
        return f"{docname} {domain.articles[docname].title} {parts}"

    def _names_of(self, place: str) -> dict[str, str]:
        """All names of a domain, or of all but ours, and what each leads to."""
        names: defaultdict[str, list[str]] = defaultdict(list)
        for domain in self._env.domains.sorted():
            if domain.name == "brief" or place not in {domain.name, _ANY}:
                continue
            for name, words, kind, docname, anchor, _ in domain.get_objects():
                leads_to = f"{kind} {docname}#{anchor} {words} {self._numbers(docname)}"
                names[name.casefold()].append(leads_to)
            if domain.name == "math":  # which does not list them as objects
                equations = cast("MathDomain", domain).equations
                for name, (docname, number) in equations.items():
                    names[name.casefold()].append(f"{docname} {number} {self._numbers(docname)}")
        if place in {"std", _ANY}:  # where the articles' bodies lead, and {term} in any case
            for name, entry in cast("BriefDomain", self._env.get_domain("brief")).terms.items():
                names[name.casefold()].append(f"body {entry}")
        found = {name: "\n".join(sorted(places)) for name, places in names.items()}
        return {_UNKNOWN: "\n".join(found[name] for name in sorted(found)), **found}

    def _numbers(self, docname: str) -> str:
        """The numbers of a page's sections and figures, which ``numref`` shows."""
        numbers = self._env.toc_secnumbers.get(docname), self._env.toc_fignumbers.get(docname)
        return repr(numbers) if any(numbers) else ""
