"""What readers search the book by: its articles and other pages, the names of bodies, the dates.

The index of them is scripts, each small, of which a query loads a few: no page that is opened as a
file may load data, but all may load scripts. ``index.js`` says which others there are; ``t0.js``
and on, in which slices of the articles a term stands; ``n0.js`` names that answer first;
``d-2022.js`` the dates of a year. Each slice has a folder: see `search_slices`.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from briefbook.export.escaped import on_one_line
from briefbook.export.search_directory import Directory, Named
from briefbook.export.search_slices import Found, Row
from briefbook.export.web_annotations import note_anchor
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.index_places import index_places
from briefbook.text.annotations.body import plain_text
from briefbook.text.digest import digest
from briefbook.words import _, in_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sphinx.application import Sphinx

    from briefbook.sphinx.records import Passage
    from briefbook.text.annotations import Annotation


class Searched:
    """What the index of a build is made of; addresses are from the book's front page."""

    def __init__(self, app: Sphinx) -> None:
        self._domain = domain = brief_domain(app.env)
        self._address = app.builder.get_target_uri
        self._names = {body.headword: body.terms for body in domain.catalogue}
        self._of_names = digest([repr(self._names)])
        self._notes: defaultdict[str, list[Annotation]] = defaultdict(list)
        for note in domain.notes:
            if note.withdrawn is None:
                self._notes[note.seed].append(note)
        self.docnames = domain.in_order()
        self.days = [domain.articles[name].published for name in self.docnames]
        self.pages = sorted(name for name, passages in domain.passages.items() if passages)
        """Those beside articles."""

    def state(self, docnames: Collection[str]) -> str:
        """A digest that is another where something of these articles is found otherwise."""
        state_of = self._domain.state_of
        if state_of is None:
            return digest(repr(self.article(name)) for name in docnames)
        return digest([self._of_names, *docnames, *sorted({state_of(name) for name in docnames})])

    def state_of_pages(self) -> str:
        """A digest that is another where something is found otherwise on a page of no article."""
        passages = self._domain.passages
        return digest(repr((name, self._address(name), passages[name])) for name in self.pages)

    def page(self, docname: str) -> Found:
        """A page of no article as it is found."""
        passages = self._domain.passages[docname]
        return Found(
            page=self._address(docname),
            title=_title(docname, passages),
            source="",
            rows=tuple(Row(anchor=anchor, text=text) for anchor, text, _is_title in passages),
        )

    def article(self, docname: str) -> Found:
        """An article as it is found."""
        article = self._domain.articles[docname]
        source = f"{article.publisher or _('Publisher not named')}, {in_words(article.published)}"
        return Found(
            page=self._address(docname),
            title=article.title,
            source=source,
            rows=tuple(self._rows(docname)),
        )

    def _rows(self, docname: str) -> Iterator[Row]:
        domain = self._domain
        article = domain.articles[docname]
        also: defaultdict[int | None, list[str]] = defaultdict(list)
        for mention in domain.mentions.get(docname, ()):
            also[mention.paragraph] += self._names.get(mention.headword, ())
        for said in domain.statements.get(docname, ()):
            also[said.paragraph] += [said.name, said.speaker or "", said.role or ""]
        texts = domain.texts.get(article.seed, ())
        numbered = {paragraph for paragraph, _ in texts}
        dates: defaultdict[int | None, dict[str, None]] = defaultdict(dict)
        for date in domain.dates.get(docname, ()):
            # One that stands in no paragraph is found with the title.
            dates[date.paragraph if date.paragraph in numbered else None][date.value] = None
        yield Row(anchor="", text=on_one_line(article.title), dates=tuple(dates[None]))
        for paragraph, text in texts:
            yield Row(
                anchor=f"p{paragraph}" if paragraph else "",
                text=on_one_line(text),
                also=" ".join(dict.fromkeys(also[paragraph])) if paragraph else "",
                dates=tuple(dates[paragraph]) if paragraph else (),
            )
        for note in self._notes[article.seed]:
            text = on_one_line(plain_text(note.body))
            yield Row(anchor=note_anchor(note), text=text, also=note.author_name)

    def directory(self) -> Directory:
        """What is found beside articles."""
        domain, places = self._domain, index_places(self._domain)
        names = [
            (name, body.headword, f"{self._address(place[0])}#{place[1]}")
            for body in domain.catalogue
            if (place := domain.terms.get(body.headword)) is not None
            for name in body.terms
        ]
        names += [
            (text, "", f"{self._address(docname)}{anchor and '#'}{anchor}")
            for docname in self.pages
            for anchor, text, is_title in domain.passages[docname]
            if is_title
        ]
        dates = {}
        for value in sorted(
            {date.value for name in self.docnames for date in domain.dates.get(name, ())}
        ):
            page, anchor = places.date(value) or ("", "")
            address = self._address(page) if page else ""
            dates[value] = Named(words=in_words(value), page=address, anchor=anchor)
        return Directory(names=tuple(sorted(names)), dates=dates, words=search_words())


def _title(docname: str, passages: Sequence[Passage]) -> str:
    return next((text for _, text, is_title in passages if is_title), docname)


def search_words() -> dict[str, str]:
    """What the page's script says, and the page without it."""
    return {
        "search": _("Search the book"),
        "placeholder": _("Words, “a phrase”, a name, a date"),
        "close": _("Close"),
        "results": _("Results"),
        "none": _("Nothing found."),
        "some": _("{number} found"),
        "first": _("{number} found so far, the newest first"),
        "more": _("More results"),
        "body": _("body"),
        "page": _("page"),
        "date": _("date"),
        "note": _("note"),
        "noscript": _(
            "Searching needs JavaScript, which does not run here. The pages of dates, of bodies "
            "and of sources list what the book names, and your browser finds words on any page."
        ),
    }
