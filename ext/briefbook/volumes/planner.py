"""Makes the plans of a book's volumes, and of their cover, of the facts of its articles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefbook.pages.index_pages import INDEXES, divisions
from briefbook.pages.index_parts import Division
from briefbook.pages.index_paths import BODIES, DATES, GLOSSARY, NOTES, SOURCES, entry_path
from briefbook.pages.names import docname_of
from briefbook.text.digest import digest
from briefbook.text.editions import KINDS, Items
from briefbook.text.related import Member, relate
from briefbook.volumes.division import Volume, divide
from briefbook.volumes.plan import CoverPlan, Other, Plans, Shared, VolumePlan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from briefbook.pages.index_rows import IndexRows
    from briefbook.text.bodies import Body
    from briefbook.text.related import Related
    from briefbook.volumes.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What is held of every article: no rows."""

    seed: str
    docname: str
    title: str
    published: str
    paragraphs: int
    content: str
    shown: bool
    """False of a withdrawn one."""

    @property
    def other(self) -> Other:
        return Other(
            seed=self.seed, docname=self.docname, title=self.title, published=self.published,
            paragraphs=self.paragraphs,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Met:
    """What something in a volume names."""

    parts: dict[str, set[str]] = field(default_factory=lambda: {name: set() for name in INDEXES})
    """By index, the parts that its rows may stand in."""
    bodies: set[str] = field(default_factory=set)
    """Ids."""
    notes: set[str] = field(default_factory=set)
    """Seeds that notes stand on. A note may name any body of the catalogue."""


def make_plans(
    facts: Callable[[], Iterable[Facts]],
    bodies_by_id: Mapping[str, Body],
    by: str | int,
    shared: Shared,
) -> Plans:
    """The plans of a book whose articles have these ``facts``, which are gone through twice.

    ``by`` says how the book is divided.
    """
    headwords = {name: body.headword for name, body in bodies_by_id.items()}
    known: dict[str, _Known] = {}
    members: list[Member] = []
    items: Items = {kind: {} for kind in KINDS}
    for each in facts():
        known[each.seed] = _Known(
            seed=each.seed,
            docname=docname_of(each.seed, each.published, shared.folder),
            title=each.title,
            published=each.published,
            paragraphs=each.paragraphs,
            content=each.content,
            shown=each.history.withdrawn is None,
        )
        members.append(Member(name=each.seed, path=each.path, history=each.history))
        for kind, of_kind in each.items.items():
            items[kind].update(of_kind)
    related = relate(sorted(members, key=lambda member: member.name))
    volumes = divide(Counter(each.published[:7] for each in known.values()), by)
    volume_of_month = {month: volume.name for volume in volumes for month in volume.months}
    met = {volume.name: _Met() for volume in volumes}
    bodies: set[str] = set()

    def rows() -> Iterator[IndexRows]:
        for each in facts():
            of_article = each.rows
            if (same := related.same.get(each.seed)) is not None and known[same].shown:
                of_article = replace(of_article, dates=(), said=())
            _meet(met[volume_of_month[each.month]], each, headwords)
            bodies.update(of_article.bodies)
            yield of_article

    divided = divisions(rows(), headwords, most=shared.index_rows)
    in_time = sorted(
        (each for each in known.values() if each.shown),
        key=lambda each: (each.published, each.docname),
    )
    plans = _Planner(known, related, in_time, divided, bodies=bodies_by_id, shared=shared)
    return Plans(
        volumes=tuple(plans.of(volume, met[volume.name]) for volume in volumes),
        cover=CoverPlan(
            volumes=volumes,
            divisions=divided,
            bodies=tuple(sorted(bodies)),
            items={kind: dict(sorted(of_kind.items())) for kind, of_kind in items.items()},
            docs=shared.docs,
            state=digest([shared.state, shared.catalogue]),
            pdf=shared.pdf,
        ),
        problems=related.problems,
    )


def _meet(met: _Met, facts: Facts, headwords: Mapping[str, str]) -> None:
    """Note what the article names, and in which parts of indexes its rows may stand."""
    parts, rows = met.parts, facts.rows
    for path in rows.of_dates():
        parts[DATES].update(path)
    for path in rows.of_notes():
        parts[NOTES].update(path)
        met.notes.add(facts.seed)
    for path, _kind, _name in rows.of_sources():
        parts[SOURCES].update(path)
    for path, body in rows.of_bodies():
        parts[BODIES].update(path)
        parts[GLOSSARY].update(entry_path(headwords[body]))
        met.bodies.add(body)


class _Planner:
    """Makes the plans of volumes, once all articles are known."""

    def __init__(
        self,
        known: Mapping[str, _Known],
        related: Related,
        in_time: list[_Known],
        divided: Mapping[str, Division],
        *,
        bodies: Mapping[str, Body],
        shared: Shared,
    ) -> None:
        self._known = known
        self._in_time = in_time
        self._divided = divided
        self._bodies = bodies
        self._shared = shared
        self._kin: dict[str, set[str]] = {}
        for pairs in (related.earlier, related.same):
            for one, other in pairs.items():
                self._kin.setdefault(one, set()).add(other)
                self._kin.setdefault(other, set()).add(one)
        self._of_month: dict[str, list[str]] = {}
        for name, each in known.items():
            self._of_month.setdefault(each.published[:7], []).append(name)

    def of(self, volume: Volume, met: _Met) -> VolumePlan:
        own = sorted(name for month in volume.months for name in self._of_month[month])
        guests = sorted(self._all_kin(own) - set(own))
        first, last = volume.months[0], volume.months[-1]
        before = [each for each in self._in_time if each.published[:7] < first][-1:]
        after = [each for each in self._in_time if each.published[:7] > last][:1]
        contents = (self._known[name].content for name in (*own, *guests))
        return VolumePlan(
            name=volume.name,
            title=volume.title,
            subtitle=", ".join(filter(None, [self._shared.subtitle, volume.title])),
            months=volume.months,
            seeds=tuple(own),
            guests=tuple(guests),
            others=tuple(self._known[name].other for name in guests),
            before=_end(before),
            after=_end(after),
            divisions={
                name: Division(
                    parts={part: d.parts[part] for part in d.parts if part in met.parts[name]},
                    within={part: d.within[part] for part in d.within if part in met.parts[name]},
                )
                for name, d in self._divided.items()
            },
            docs=self._shared.docs,
            state=digest([self._shared.state, *self._of_catalogue(met), *contents]),
        )

    def _of_catalogue(self, met: _Met) -> Iterator[str]:
        """What of the catalogue the volume's pages are made of."""
        if met.notes:
            yield self._shared.catalogue
        for name in sorted(met.bodies):
            yield repr(self._bodies[name])

    def _all_kin(self, names: Iterable[str]) -> set[str]:
        """Those that are versions of one another, however far."""
        found: set[str] = set()
        unseen = [name for name in names if name in self._kin]
        while unseen:
            name = unseen.pop()
            if name not in found:
                found.add(name)
                unseen += self._kin.get(name, ())
        return found


def _end(found: Sequence[_Known]) -> Other | None:
    """The neighbour of a volume, of which its pages name the title and the day alone."""
    return replace(found[0].other, paragraphs=0) if found else None
