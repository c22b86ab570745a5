"""What the book's pages hold, kept by page, for those who read it. `store` writes it."""

from __future__ import annotations

from collections import ChainMap
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from sphinx.domains import Domain

from briefbook.sphinx.records import GlossaryInput
from briefbook.text.related import told_elsewhere

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from sphinx.environment import BuildEnvironment

    from briefbook.pages.index_parts import Division
    from briefbook.sphinx.edition import Edition, EditionNews
    from briefbook.sphinx.records import (
        AnnotationRecord,
        ArticleRecord,
        DateRecord,
        MentionRecord,
        Mentions,
        Passage,
        Place,
        Reference,
        StatementRecord,
    )
    from briefbook.text.annotations import Annotation
    from briefbook.text.bodies import Catalogue
    from briefbook.volumes.plan import Other

_Gathered = TypeVar("_Gathered")

BY_PAGE = (
    "articles", "paragraphs", "dates", "mentions", "statements", "annotations",
    "openings", "leads", "stand_ins", "same_as", "places", "parts", "glossaries", "explained",
    "colophons", "editions", "references", "passages",
)  # fmt: skip
"""The parts of the data that are keyed by document name."""


class Holdings(Domain):
    """The data of the domain ``brief``; nothing but this and the store has it by key."""

    data_version = 13
    initial_data: ClassVar = {
        **{part: {} for part in BY_PAGE},
        "glossary_input": GlossaryInput(),
        "divisions": {},
        "terms": {},
        "folded_terms": {},
        "edition": None,
        "lead": "",
        "cited": [],
        "bibliography_settings": None,
    }

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self._gathered: dict[str, object] = {}
        self.elsewhere, self.others, self.ends = {}, {}, (None, None)
        self.state_elsewhere, self.state_of, self.pdfs = "", None, ()
        self.states = {}

    catalogue: Catalogue
    """The bodies of this build; known from ``builder-inited`` on, and not kept."""

    notes: tuple[Annotation, ...]
    """The notes that stand on the pages; known as the catalogue is, and not kept."""

    texts: Mapping[str, Sequence[tuple[int | None, str]]]
    """By seed, each block's number and text, for the index that readers search by; as `notes`."""

    divides: bool
    """Whether what this build writes has divided indexes; as `catalogue`."""

    root: Path
    """What the paths on pages are named from; known as the catalogue is."""

    elsewhere: Mapping[str, Mapping[str, Any]]
    """In the cover of volumes, what their pages hold, by part of the data; as `catalogue`."""

    state_elsewhere: str
    """Another where something in `elsewhere` is."""

    state_of: Callable[[str], str] | None
    """In the cover of volumes, what is another where something of a page is: by document name."""

    states: Mapping[str, Mapping[str, bytes]]
    """In the cover of volumes, by part of the data, what is another where a page holds another."""

    pdfs: Sequence[tuple[str, str]]
    """In the cover of volumes, the PDFs of these: title, address from the front page."""

    others: Mapping[str, Other]
    """In a volume, articles of others that its pages name, by document name; as `catalogue`."""

    ends: tuple[str | None, str | None]
    """In a volume, the articles before its first and after its last one; as `catalogue`."""

    def held(self, part: str) -> Any:
        """A part of the data, with what volumes hold of it."""
        own = self.data[part]
        if part not in self.elsewhere:
            return own
        # Whatever is written goes into the first of them.
        return ChainMap(own, cast("dict[str, Any]", self.elsewhere[part]))

    # What a page holds, by document name.

    @property
    def articles(self) -> Mapping[str, ArticleRecord]:
        """Article pages."""
        return self.held("articles")  # type: ignore[no-any-return]

    @property
    def stand_ins(self) -> Mapping[str, tuple[str, str, str | None]]:
        """Pages in the place of an article: its seed, the page's title, the seed's name today."""
        return self.held("stand_ins")  # type: ignore[no-any-return]

    @property
    def same_as(self) -> Mapping[str, str]:
        """The seed of the article that is counted in the place of a page's."""
        return self.held("same_as")  # type: ignore[no-any-return]

    @property
    def paragraphs(self) -> Mapping[str, int]:
        """How many numbered paragraphs each article has."""
        return self.held("paragraphs")  # type: ignore[no-any-return]

    @property
    def dates(self) -> Mapping[str, Sequence[DateRecord]]:
        """Date mentions in order of the text."""
        return self.held("dates")  # type: ignore[no-any-return]

    @property
    def openings(self) -> Mapping[str, str]:
        """The first sentence of each article's first paragraph, cut where it is long."""
        return self.held("openings")  # type: ignore[no-any-return]

    @property
    def leads(self) -> Mapping[str, str]:
        """The editors' lead that a page was made with."""
        return self.data["leads"]  # type: ignore[no-any-return]

    @property
    def mentions(self) -> Mapping[str, Sequence[MentionRecord]]:
        """Mentions of bodies in order of the text."""
        return self.held("mentions")  # type: ignore[no-any-return]

    @property
    def statements(self) -> Mapping[str, Sequence[StatementRecord]]:
        """Statements in order of their callouts."""
        return self.held("statements")  # type: ignore[no-any-return]

    @property
    def annotations(self) -> Mapping[str, Sequence[AnnotationRecord]]:
        """Annotations in order of their numbers."""
        return self.held("annotations")  # type: ignore[no-any-return]

    @property
    def places(self) -> Mapping[str, Sequence[str]]:
        """Names of the views of the whole book that a page shows."""
        return self.data["places"]  # type: ignore[no-any-return]

    @property
    def parts(self) -> Mapping[str, tuple[str, str]]:
        """Of a page that is a part of a divided index: the view, and the part's name."""
        return self.data["parts"]  # type: ignore[no-any-return]

    @property
    def glossaries(self) -> Mapping[str, GlossaryInput]:
        """What a page's glossary was made of."""
        return self.data["glossaries"]  # type: ignore[no-any-return]

    @property
    def explained(self) -> Mapping[str, Mapping[str, str]]:
        """The names of bodies that a page's glossary explains, with anchors."""
        return self.data["explained"]  # type: ignore[no-any-return]

    @property
    def colophons(self) -> Mapping[str, Edition]:
        """Which edition a page's colophon was made for."""
        return self.data["colophons"]  # type: ignore[no-any-return]

    @property
    def editions(self) -> Mapping[str, EditionNews | None]:
        """Of which edition a page tells the news."""
        return self.data["editions"]  # type: ignore[no-any-return]

    @property
    def references(self) -> Mapping[str, Sequence[Reference]]:
        """What a page refers to."""
        return self.data["references"]  # type: ignore[no-any-return]

    @property
    def passages(self) -> Mapping[str, Sequence[Passage]]:
        """What stands on a page that the book did not make, in order."""
        return self.data["passages"]  # type: ignore[no-any-return]

    # What the book holds as a whole.

    @property
    def terms(self) -> Mapping[str, Place]:
        """Where each name of a body is explained; known from ``env-updated`` on."""
        return self.data["terms"]  # type: ignore[no-any-return]

    @property
    def folded_terms(self) -> Mapping[str, Place]:
        """The same by the names' folded letters; of two that differ in case the first."""
        return self.data["folded_terms"]  # type: ignore[no-any-return]

    @property
    def glossary_input(self) -> GlossaryInput:
        """What a glossary is made of in this build; known from ``builder-inited`` on."""
        return self.data["glossary_input"]  # type: ignore[no-any-return]

    @property
    def divisions(self) -> Mapping[str, Division]:
        """How indexes are divided in this build; known from ``builder-inited`` on."""
        return self.data["divisions"]  # type: ignore[no-any-return]

    @property
    def cited(self) -> Sequence[tuple[str, str]]:
        """Path of a note and key of a source it cites; known from ``builder-inited`` on."""
        return self.data["cited"]  # type: ignore[no-any-return]

    @property
    def edition(self) -> Edition:
        """The edition that this build makes; known from ``builder-inited`` on."""
        return self.data["edition"]  # type: ignore[no-any-return]

    @property
    def lead(self) -> str:
        """The editors' lead of this build; known from ``builder-inited`` on, empty without one."""
        return self.data["lead"]  # type: ignore[no-any-return]

    @property
    def bibliography_settings(self) -> object:
        """The settings under which the kept pages were read; None before the first build."""
        return self.data["bibliography_settings"]

    def in_order(self) -> list[str]:
        """Document names of the articles in order of publication."""
        return sorted(self.articles, key=lambda name: (self.articles[name].published, name))

    def counted(self) -> list[str]:
        """The same without those whose story another article of the book tells, too."""
        seeds = {name: article.seed for name, article in self.articles.items()}
        same = {seeds[name]: counted for name, counted in self.same_as.items() if name in seeds}
        told = told_elsewhere({*seeds.values()}, same)
        return [name for name in self.in_order() if seeds[name] not in told]

    def page_with(self, view: str) -> str | None:
        """The page that shows a view of the book; of several the first by name."""
        return min((name for name, views in self.places.items() if view in views), default=None)

    def page_of(self, seed: str) -> str | None:
        """The document name of a seed's article, or of what stands in its place."""
        own = (name for name, each in self.articles.items() if each.seed == seed)
        instead = (name for name, (each, _, _) in self.stand_ins.items() if each == seed)
        others = (name for name, each in self.others.items() if each.seed == seed)
        return next(own, None) or next(instead, None) or next(others, None)

    def of_today(self, target: str) -> str:
        """``NAME`` or ``NAME#PART`` with the name that the seed has by now."""
        name, hash_, part = target.partition("#")
        now = (now for seed, _, now in self.stand_ins.values() if seed == name and now)
        return f"{next(now, name)}{hash_}{part}"

    def title_of(self, docname: str) -> str:
        """The title of an article, or of what stands in its place."""
        article = self.articles.get(docname) or self.others.get(docname)
        return article.title if article is not None else self.stand_ins[docname][1]

    @property
    def mentioned(self) -> Mentions:
        """Where the book mentions each body; articles in order of publication."""
        return self.gathered("mentioned", self._mentioned)

    def _mentioned(self) -> Mentions:
        found: Mentions = {}
        for docname in self.in_order():
            for mention in self.mentions.get(docname, ()):
                of_body = found.setdefault(mention.headword, {})
                of_body.setdefault(docname, []).append(mention.paragraph)
        return found

    def gathered(self, what: str, gather: Callable[[], _Gathered]) -> _Gathered:
        """What ``gather`` makes of the whole book, kept under a name until a page changes.

        Each of a hundred pages of an index would else look through all of it.
        """
        if what not in self._gathered:
            self._gathered[what] = gather()
        return cast("_Gathered", self._gathered[what])
