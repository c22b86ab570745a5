"""Pages in the place of articles: of one that has another name by now, of one that is withdrawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefbook.pages import wire
from briefbook.pages.article_page import title_of
from briefbook.pages.escape import escape
from briefbook.pages.manifest import MADE
from briefbook.pages.names import docname, docname_of, former_name_taken, name_taken, slug
from briefbook.pages.syntax import SYNTAX
from briefbook.text.model import Article
from briefbook.words import _, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefbook.text.annotations import Annotation
    from briefbook.text.errors import SeedError
    from briefbook.text.model import Marks, Seed
    from briefbook.text.related import Related

_PAGE = """\
---
# {made}. Do not edit this page.
{syntax}
---

# {title}

:::{form}
:::
"""


class StandIns:
    """Those of a book, and what they mean for its notes."""

    def __init__(
        self, folder: str, seeds: Sequence[Seed], related: Related, owners: dict[str, str]
    ) -> None:
        """``folder`` is that of the generated pages, ``owners`` has whose each page name is."""
        self._folder = folder
        self._related = related
        self._seeds = {seed.name: seed for seed in seeds}
        self.problems: list[SeedError] = []
        """Names of pages that are taken."""
        self.withdrawn: dict[str, Article] = {}
        """By document name, what is left of withdrawn articles: nothing of the text."""
        for seed in seeds:
            if self.is_withdrawn(seed.name):
                taken = name_taken(owners, seed.name, seed.path)
                if self._is_free(taken):
                    self.withdrawn[docname(seed, folder)] = _remains(seed)
        self._former: list[tuple[str, Seed]] = []
        for old, new in related.now.items():
            seed = self._seeds[new]
            taken = former_name_taken(owners, old, seed.name, seed.path)
            if slug(old) != slug(new) and self._is_free(taken):
                self._former.append((old, seed))

    def _is_free(self, taken: SeedError | None) -> bool:
        if taken is not None:
            self.problems.append(taken)
        return taken is None

    def is_withdrawn(self, name: str) -> bool:
        seed = self._seeds.get(name)
        return seed is not None and seed.sidecar.history.withdrawn is not None

    def of_today(self, annotation: Annotation) -> Annotation:
        """The same, of the seed that has another name by now."""
        now = self._related.now.get(annotation.seed)
        return annotation if now is None else replace(annotation, seed=now)

    def pages(self, articles: Mapping[str, Marks]) -> Iterator[tuple[str, str]]:
        """Document names and texts. ``articles`` are those that have a page, by its name."""
        for name, article in self.withdrawn.items():
            yield name, _withdrawn_page(article.seed, article.seed.name)
        for old, seed in self._former:
            name = docname_of(old, seed.published, self._folder)
            if self.is_withdrawn(seed.name):
                yield name, _withdrawn_page(seed, old)
            elif (marks := articles.get(docname(seed, self._folder))) is not None:
                yield name, _renamed_page(old, marks.article)


def _remains(seed: Seed) -> Article:
    title = _withdrawn_title(seed)
    known = replace(seed.sidecar, title=title, authors=())
    empty = replace(seed, text="", header_end=0, sidecar=known)
    return Article(seed=empty, blocks=(), dropped=(), publisher=known.publisher)


def _renamed_page(old: str, article: Article) -> str:
    """Where the seed ``old`` stood before it was called as it is: its address still leads there."""
    return _page(
        wire.StandIn(
            seed=old,
            title=_("Moved: {title}").format(title=title_of(article).text),
            now=article.seed.name,
            paragraphs=sum(block.number is not None for block in article.blocks),
            unlisted=True,
        )
    )


def _withdrawn_page(seed: Seed, name: str) -> str:
    """That an article was here; nothing of its text, of which its headline is a part.

    ``name`` is the seed's, or one that it had.
    """
    withdrawn = seed.sidecar.history.withdrawn
    return _page(
        wire.StandIn(
            seed=name,
            title=_withdrawn_title(seed),
            withdrawn=withdrawn.on if withdrawn else None,
            why=withdrawn.why if withdrawn else None,
            unlisted=name != seed.name,
        )
    )


def _withdrawn_title(seed: Seed) -> str:
    """What stands for the title of a withdrawn article: what only editors have said of it."""
    whose = f"{seed.sidecar.publisher}, " if seed.sidecar.publisher else ""
    words = f"{whose}{in_words(seed.published)}"
    return _("Withdrawn article: {article}").format(article=words)


def _page(form: wire.StandIn) -> str:
    return _PAGE.format(
        made=MADE,
        syntax=SYNTAX,
        title=escape(form.title),
        form="\n".join(wire.write(form)),
    )
