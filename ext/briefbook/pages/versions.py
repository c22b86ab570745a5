"""The articles of a book that are versions of one another, and what their pages say of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from briefbook.pages import wire
from briefbook.pages.article_page import VersionsOfArticle
from briefbook.text.annotations import anchor
from briefbook.text.revision import changes
from briefbook.words import _, in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefbook.text.annotations import Annotation
    from briefbook.text.model import Article
    from briefbook.text.related import Related


@dataclass(frozen=True, kw_only=True)
class Versions:
    """Those of a book."""

    related: Related
    articles: Mapping[str, Article]
    """By the names of their seeds: all that are shown, and what is left of withdrawn ones."""

    @cached_property
    def told_by(self) -> Mapping[str, list[str]]:
        """By a seed, those that it is counted for."""
        return _turned(self.related.same)

    @cached_property
    def later(self) -> Mapping[str, list[str]]:
        """By a seed, those that revise it."""
        return _turned(self.related.earlier)

    def of(self, name: str) -> VersionsOfArticle | None:
        """What the page of the seed ``name`` says; None where it is the only version."""
        related = self.related
        earlier, same = related.earlier.get(name), related.same.get(name)
        told_by, later = self.told_by.get(name, []), self.later.get(name, [])
        if not (earlier or same or told_by or later):
            return None
        revised = None
        if earlier is not None and earlier in self.articles and self.articles[earlier].blocks:
            found = changes(self.articles[earlier], self.articles[name])
            revised = wire.Revised(
                content=tuple(
                    wire.ChangedParagraph(
                        paragraph=each.paragraph, before=each.before, now=each.now
                    )
                    for each in found
                )
            )
        versions = wire.Versions(
            same=next(iter(self._known([same])), None),
            told_by=self._known(told_by),
            earlier=next(iter(self._known([earlier])), None),
            later=self._known(later),
            compared=revised is not None,
        )
        return VersionsOfArticle(versions=versions, revised=revised)

    def _known(self, names: Iterable[str | None]) -> tuple[tuple[str, str], ...]:
        return tuple(
            (name, _known_by(self.articles[name]))
            for name in names
            if name is not None and name in self.articles
        )

    def carry(self, notes: Mapping[str, list[Annotation]]) -> dict[str, list[Annotation]]:
        """``notes`` by seed, and with them those on earlier versions that fit a later one, too."""
        all_notes: dict[str, list[Annotation]] = defaultdict(list)
        all_notes.update({name: list(of_seed) for name, of_seed in notes.items()})
        for name in self._earlier_first():
            article, earlier = self.articles.get(name), self.related.earlier[name]
            if article is None:
                continue
            own = {note.id for note in all_notes[name]}
            for note in all_notes[earlier]:
                fitting = anchor(article, note)
                if fitting.orphan is None and note.id not in own:
                    all_notes[name].append(replace(fitting, carried=True))
            all_notes[name].sort(
                key=lambda note: (note.start is None, note.start or 0, note.created, note.id)
            )
        return {name: of_seed for name, of_seed in all_notes.items() if of_seed}

    def _earlier_first(self) -> list[str]:
        """Those that revise another, each after the one that it revises."""
        ordered: dict[str, None] = {}
        for name in self.related.earlier:
            way = []
            at: str | None = name
            while at is not None and at in self.related.earlier and at not in ordered:
                way.append(at)
                at = self.related.earlier[at]
            ordered.update(dict.fromkeys(reversed(way)))
        return list(ordered)


def _known_by(article: Article) -> str:
    date = in_words(article.seed.published)
    if article.publisher is None:
        return _("an article of {date}").format(date=date)
    return f"{article.publisher}, {date}"


def _turned(pairs: Mapping[str, str]) -> dict[str, list[str]]:
    turned: dict[str, list[str]] = {}
    for one, other in pairs.items():
        turned.setdefault(other, []).append(one)
    return turned
