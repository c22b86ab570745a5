"""What readers of the date index may choose: one publisher, article or body, and days ahead alone.

Style sheets do it: each choice has a slot, a number that is a class of the rows it shows, and of
which the style sheet has a rule.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from briefbook.sphinx.nodes import choices
from briefbook.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefbook.sphinx.store import Store
    from briefbook.sphinx.views.days import Day, Mention

SLOTS: Final = 240
"""Choices of a page for which choices.css has rules."""
_BODIES: Final = 40
"""Bodies that may be chosen: those that are named beside the most dates."""
_FEW: Final = 6
"""Choices that need not be folded."""

Key = tuple[str, str]
"""What is chosen by: ``publisher``, ``article`` or ``body``, and which."""


class Slots:
    """The choices of one page and their slots, from 1."""

    def __init__(self, store: Store, days: Iterable[Day]) -> None:
        self._store = store
        self._bodies: dict[str, dict[int | None, set[str]]] = {}
        self.counts: Counter[Key] = Counter()
        """By choice, the dates that it shows."""
        for day in days:
            keys: set[Key] = set()
            for happening in day.happenings:
                for docname, record in happening.mentions:
                    keys |= self._keys(docname, record.paragraph)
            self.counts.update(keys)
        found = [self.by_kind(kind) for kind in ("publisher", "article", "body")]
        chosen = [key for of_kind in found if len(of_kind) > 1 for key in of_kind]
        self.slots = {key: number for number, key in enumerate(chosen[:SLOTS], 1)}

    def of(self, docname: str, mentions: Sequence[Mention]) -> list[str]:
        """The classes of what an article says of a date."""
        keys = {key for _, date in mentions for key in self._keys(docname, date.paragraph)}
        return [f"brief-c{number}" for key, number in self.slots.items() if key in keys]

    def by_kind(self, kind: str) -> list[Key]:
        """The choices of a kind: articles the newest first, others by the dates they show."""
        found = [key for key in self.counts if key[0] == kind]
        if kind == "article":
            shown = {name: place for place, name in enumerate(self._store.in_order()[::-1])}
            return sorted(found, key=lambda key: shown[key[1]])
        found.sort(key=lambda key: (-self.counts[key], key[1].casefold()))
        return found[:_BODIES]

    def _keys(self, docname: str, paragraph: int | None) -> set[Key]:
        publisher = self._store.articles[docname].publisher
        keys: set[Key] = {("article", docname)}
        if publisher:
            keys.add(("publisher", publisher))
        return keys | {("body", name) for name in self._named(docname, paragraph)}

    def _named(self, docname: str, paragraph: int | None) -> set[str]:
        """The bodies that a paragraph of an article names."""
        if docname not in self._bodies:
            named: dict[int | None, set[str]] = {}
            for mention in self._store.mentions.get(docname, ()):
                named.setdefault(mention.paragraph, set()).add(mention.headword)
            self._bodies[docname] = named
        return self._bodies[docname].get(paragraph, set())

    def words(self, key: Key) -> str:
        kind, name = key
        return self._store.articles[name].title if kind == "article" else name


def choices_of(slots: Slots, days: Sequence[Day]) -> choices:
    """The form of choices that the page of the index opens with."""
    heads = {
        "publisher": _("Publisher"),
        "article": _("Article"),
        "body": _("Body named in the same paragraph"),
    }
    groups = []
    for kind, head in heads.items():
        of_kind = [key for key in slots.slots if key[0] == kind]
        if of_kind:
            shown = [(slots.slots[key], slots.words(key), slots.counts[key], "") for key in of_kind]
            groups.append((head, len(of_kind) > _FEW or kind != "publisher", shown))
    checks = []
    if len({day.is_ahead for day in days}) > 1:
        checks.append(("ahead", _("ahead")))
    if len({day.is_exact for day in days}) > 1:
        checks.append(("exact", _("exact days")))
    return choices("", group="dates", all=(_("all"), len(days)), groups=groups, checks=checks)
