"""What the pages refer to, and what each reference would show in this build.

A page's references are read off its doctree once, with the page, and kept as short strings; so a
build that reads nothing knows them all without opening a doctree.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Final, cast

from sphinx.addnodes import pending_xref
from sphinx.util import docname_join

from briefbook.sphinx.domain import brief_domain
from briefbook.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.domains.math import MathDomain
    from sphinx.domains.std import StandardDomain
    from sphinx.environment import BuildEnvironment

    from briefbook.sphinx.citations import Citations
    from briefbook.sphinx.contents import Contents
    from briefbook.sphinx.records import Reference

# Where a reference looks is a domain, or one of these two.
_PAGE: Final = "page"
_ANY: Final = "any"

_UNKNOWN: Final = ""
"""Looked for where a domain has ways of its own to find a name: any change may concern it."""


def note_references(app: Sphinx, doctree: nodes.document) -> None:
    """``doctree-read``: keep what the page refers to."""
    found = {each for node in doctree.findall(pending_xref) for each in _references(node)}
    if found:
        brief_domain(app.env).note_references(tuple(sorted(found)))


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


def referring_pages(env: BuildEnvironment, pages: set[str]) -> Iterator[str]:
    """The pages with a link to the file of one of ``pages``, which have come or gone.

    MyST tells while it reads a page whether its links lead to files.
    """
    domain = brief_domain(env)
    for docname, references in domain.references.items():
        files = (target.partition("#")[0] for place, target in references if place == _PAGE)
        if any(file in pages or env.path2doc(file) in pages for file in files):
            yield docname


class Targets:
    """What references lead to in one build, each as a string that differs when that does."""

    def __init__(self, env: BuildEnvironment, contents: Contents, citations: Citations) -> None:
        self._env = env
        self._contents = contents
        self._citations = citations
        self._domain = brief_domain(env)
        self._seeds = {seed: name for name, (seed, _, _) in self._domain.stand_ins.items()}
        self._seeds |= {other.seed: name for name, other in self._domain.others.items()}
        self._seeds |= {article.seed: name for name, article in self._domain.articles.items()}
        self._pages: dict[str, str] = {}
        self._numbers: dict[str, str] = {}
        self._names: dict[str, dict[str, str]] = {}

    def of(self, reference: Reference) -> str:
        """What `reference` shows: where it leads, with the words and numbers from there."""
        place, target = reference
        if place == _PAGE:
            if target not in self._pages:
                self._pages[target] = self._page(target)
            return self._pages[target]
        if place == "brief":
            return self._part(target)
        if place not in self._names:
            self._names[place] = self._names_of(place)
        return self._names[place].get(target, "")

    def _page(self, docname: str) -> str:
        """A page with all that a link may name in it."""
        slugs = self._env.metadata.get(docname, {}).get("myst_slugs", {})
        sections = [(slug, anchor, words) for slug, (_, anchor, words) in slugs.items()]
        return digest([self._contents.headings(docname), repr(sections), *self._labels[docname]])

    @cached_property
    def _labels(self) -> defaultdict[str, list[str]]:
        """The explicit targets of each page."""
        standard = cast("StandardDomain", self._env.get_domain("std"))
        labels: defaultdict[str, list[str]] = defaultdict(list)
        for name, (docname, anchor) in sorted(standard.anonlabels.items()):
            labels[docname].append(f"{name} {anchor}")
        return labels

    def _part(self, target: str) -> str:
        """An article or a part of it, such as ``NAME#p3``."""
        target = self._domain.of_today(target)
        docname = self._seeds.get(target.partition("#")[0])
        if docname is None:
            return ""
        is_article = docname in self._domain.articles
        all_parts = self._domain.parts_of(docname) if is_article else ()
        parts = [part for part in all_parts if part[0] == target]
        return f"{docname} {self._domain.title_of(docname)} {parts}"

    def _names_of(self, place: str) -> dict[str, str]:
        """All names of a domain, or of all but ours, and what each leads to."""
        names: defaultdict[str, list[str]] = defaultdict(list)
        for domain in self._env.domains.sorted():
            if domain.name == "brief" or place not in {domain.name, _ANY}:
                continue
            for name, words, kind, docname, anchor, _ in domain.get_objects():
                leads_to = f"{kind} {docname}#{anchor} {words} {self._numbers_on(docname)}"
                names[name.casefold()].append(leads_to)
            if domain.name == "math":  # which does not list them as objects
                for name, (docname, number) in cast("MathDomain", domain).equations.items():
                    leads_to = f"{docname} {number} {self._numbers_on(docname)}"
                    names[name.casefold()].append(leads_to)
        if place in {"std", _ANY}:  # where the articles' bodies lead, and {term} in any case
            for name, entry in self._domain.terms.items():
                names[name.casefold()].append(f"body {entry}")
        if place == _ANY:
            for name, works in self._citations.works.items():
                names[name.casefold()] += works
        found = {name: "\n".join(sorted(places)) for name, places in names.items()}
        return {_UNKNOWN: digest(found[name] for name in sorted(found)), **found}

    def _numbers_on(self, docname: str) -> str:
        """The numbers of a page's sections and figures, which ``numref`` shows."""
        if docname not in self._numbers:
            env = self._env
            numbers = env.toc_secnumbers.get(docname), env.toc_fignumbers.get(docname)
            self._numbers[docname] = digest([repr(numbers)]) if any(numbers) else ""
        return self._numbers[docname]
