"""The book's contents as its pages show them: titles, lists of pages, what is before and after.

Each piece is a string that differs when what readers see does. It is made once a build and joined
of its parts, so that the cost grows with the number of pages and no faster.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sphinx.addnodes import toctree

from briefbook.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment


class Contents:
    """The contents of one build, known once all pages are read and numbered."""

    def __init__(self, env: BuildEnvironment) -> None:
        self._env = env
        self.root = env.config.root_doc
        """The book's first page."""
        self._includes = env.toctree_includes
        self._titles: dict[str, str] = {}
        self._trees: dict[str, str] = {}
        self._branches: dict[str, str] = {}
        self._parents: defaultdict[str, set[str]] = defaultdict(set)
        for parent, children in self._includes.items():
            for child in children:
                self._parents[child].add(parent)

    def title(self, docname: str | None) -> str:
        """The page's title with its number; empty where there is no such page."""
        if docname is None or docname not in self._env.titles:
            return ""
        if docname not in self._titles:
            self._titles[docname] = str(self._env.titles[docname])
        return self._titles[docname]

    def headings(self, docname: str) -> str:
        """Title, headings and their numbers; the lists of pages among them, by what these name."""
        if docname not in self._env.tocs:
            return ""
        return f"{self.title(docname)} {self._env.tocs[docname]}"

    def tree(self, docname: str) -> str:
        """The headings of a page and of all pages below it."""
        if docname not in self._trees:
            self._trees[docname] = ""  # for contents that lead back to where they started
            below = (self.tree(child) for child in self._includes.get(docname, ()))
            self._trees[docname] = digest([self.headings(docname), *below])
        return self._trees[docname]

    def lists(self, docname: str) -> list[str]:
        """The trees that the page's own lists of contents show, the hidden ones aside."""
        if not self._includes.get(docname):
            return []
        shown = [each for each in self._toctrees(docname) if not each.get("hidden")]
        return [self.tree(child) for each in shown for child in each["includefiles"]]

    def branch(self, docname: str) -> str:
        """The page's lists of contents with the titles of the pages they name."""
        if docname not in self._branches:
            lists = (each.starttag() for each in self._toctrees(docname))
            titles = (self.title(child) for child in self._includes.get(docname, ()))
            self._branches[docname] = digest([*lists, *titles])
        return self._branches[docname]

    def parents(self, docname: str) -> set[str]:
        """The pages that list this one in their contents."""
        return self._parents[docname]

    def has_one_place(self, docname: str) -> bool:
        """Whether no contents list this page but those of its own folder."""
        return self._parents[docname] <= {docname.rpartition("/")[0] + "/index"}

    def above(self, docname: str) -> set[str]:
        """The pages on all ways from the book's first page to this one."""
        found: set[str] = set()
        unseen = set(self._parents[docname])
        while unseen:
            page = unseen.pop()
            found.add(page)
            unseen |= self._parents[page] - found
        return found

    def beside(self) -> dict[str, tuple[str | None, str | None]]:
        """By page of the contents, the pages before and after it, as Sphinx links them."""
        order = list(self._in_order())
        return dict(
            zip(order, zip([None, *order[:-1]], [*order[1:], None], strict=True), strict=True)
        )

    def _in_order(self) -> Iterator[str]:
        met: set[str] = set()
        pages = [self.root]
        while pages:
            page = pages.pop()
            if page not in met:
                met.add(page)
                yield page
                pages += reversed(self._includes.get(page, ()))

    def _toctrees(self, docname: str) -> Iterator[toctree]:
        contents = self._env.tocs.get(docname)
        return contents.findall(toctree) if contents else iter(())
