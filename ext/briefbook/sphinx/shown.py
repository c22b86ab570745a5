"""What each page shows of other pages and of the book, whatever the output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.sphinx.citations import Citations, listed_works
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.index_places import index_places
from briefbook.sphinx.references import Targets
from briefbook.sphinx.views import VIEWS
from briefbook.sphinx.views.view import WORKS
from briefbook.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.environment import BuildEnvironment

    from briefbook.sphinx.contents import Contents


class Shown:
    """What the pages of one build show; known once all are read, cited and numbered."""

    def __init__(self, env: BuildEnvironment, contents: Contents) -> None:
        self._env = env
        self._contents = contents
        self._domain = brief_domain(env)
        self._citations = Citations(env)
        self._targets = Targets(env, contents, self._citations)
        self._places = index_places(self._domain)
        self._in_parts: dict[str, Mapping[str, Iterable[str]]] = {}
        self._parts: dict[str, str] = {}
        self._bodies: dict[str, str] = {}

    def on(self, docname: str) -> list[str]:
        """The pieces of what the page shows, each a string that differs when the piece does."""
        env, domain = self._env, self._domain
        return [
            # A page that was read again, perhaps for another output than this one.
            str(env.all_docs[docname]),
            str(env.toc_secnumbers.get(docname)),
            str(env.toc_fignumbers.get(docname)),
            *map(self._targets.of, domain.references.get(docname, ())),
            *self._citations.on(docname),
            *self._contents.lists(docname),
            *(
                self._part(name)
                for view in domain.places.get(docname, ())
                for name in VIEWS[view].shows
            ),
            *self._part_of_index(docname),
            # An article's summary says what its bodies are; where they lead, its references tell.
            *map(self._body, {mention.headword: 0 for mention in domain.mentions.get(docname, ())}),
        ]

    def _part(self, name: str) -> str:
        if name not in self._parts:
            domain = self._domain
            own = sorted(domain.data[name].items()) if name != WORKS else listed_works(self._env)
            # What volumes hold is too much to look through for each overview that shows of it.
            self._parts[name] = digest([repr(own), domain.state_elsewhere])
        return self._parts[name]

    def _part_of_index(self, docname: str) -> Iterable[str]:
        """What a page shows that is a part of a divided index."""
        if docname not in self._domain.parts:
            return ()
        view, part = self._domain.parts[docname]
        shown = VIEWS[view].shown_in_parts
        if view not in self._in_parts:
            self._in_parts[view] = shown(self._domain, self._places) if shown else {}
        return self._in_parts[view].get(part, ())

    def _body(self, headword: str) -> str:
        if headword not in self._bodies:
            self._bodies[headword] = repr(self._domain.catalogue.get(headword))
        return self._bodies[headword]
