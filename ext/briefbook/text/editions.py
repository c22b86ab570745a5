"""``docs/editions.yaml``: which editions a book has had, and what each brought.

``briefbook edition`` writes it: an entry an edition, each with its number, its day, and a digest of
every article, correction and note that is new or another than in the edition before; what is gone
is named. Entry by entry they add up to what the last edition holds. The build compares that with
what there is, and never asks what day it is.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields, is_dataclass
from typing import TYPE_CHECKING, Any, Final

from briefbook.text.digest import digest
from briefbook.text.errors import EditionsError
from briefbook.text.schema_problems import schema_problem
from briefbook.text.schemas import validator
from briefbook.text.strict_yaml import Form
from briefbook.text.timex import Timex
from briefbook.text.yaml_files import read_yaml_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from briefbook.text.annotations.record import Annotation
    from briefbook.text.model import Seed, Sidecar

MAX_BYTES: Final = 16 * 1024 * 1024
KINDS: Final = ("articles", "corrections", "notes")

Items = dict[str, dict[str, str]]
"""By kind, what the book holds: names, each with its digest. An article's is its seed, a
correction's and a note's ``SEED/…``."""

_FORM = Form(problem=EditionsError, depth=4, values=200_000, entries=10_000, only_text=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition: what is new or another in it, and what is gone."""

    number: int
    date: str
    """ISO 8601, a day."""
    items: Items
    gone: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By kind, names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is other than in the edition before."""

    new: tuple[str, ...] = ()
    """Seeds of articles."""
    changed: tuple[str, ...] = ()
    """Seeds of articles that are there already, themselves changed."""
    gone: int = 0
    """Articles."""
    corrections: int = 0
    """New ones, and those that are gone."""
    notes: int = 0
    """New and changed ones, and those that are gone."""

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone or self.corrections or self.notes)


class Editions:
    """The editions of a book, in order."""

    def __init__(self, editions: Sequence[Edition] = ()) -> None:
        self.all = tuple(editions)
        self._before: Items = {}
        self._standing: Items = {}
        self._first: dict[str, Edition] = {}
        self._touched: dict[str, Edition] = {}
        for edition in self.all:
            self._before = self._standing
            self._standing = _added(self._standing, edition)
            for kind in KINDS:
                for name in edition.items.get(kind, ()):
                    seed = name.partition("/")[0]
                    self._first.setdefault(seed, edition)
                    self._touched[seed] = edition

    @property
    def last(self) -> Edition | None:
        return self.all[-1] if self.all else None

    @property
    def standing(self) -> Items:
        """What the last edition holds."""
        return self._standing

    def of_last(self) -> Changes:
        """What the last edition changed."""
        return changes(self._before, self._standing)

    def first_of(self, seed: str) -> Edition | None:
        """The edition that had the article first."""
        return self._first.get(seed)

    def touched(self, seed: str) -> Edition | None:
        """The last edition in which it, one of its corrections or a note on it was new."""
        return self._touched.get(seed)

    def next(self, now: Items, date: str) -> Edition | None:
        """The edition that comes next, of what there is now; None where all is as it was."""
        new = {
            kind: {
                name: of
                for name, of in sorted(now.get(kind, {}).items())
                if self._standing.get(kind, {}).get(name) != of
            }
            for kind in KINDS
        }
        gone = {
            kind: tuple(sorted(self._standing.get(kind, {}).keys() - now.get(kind, {}).keys()))
            for kind in KINDS
        }
        if not any([*new.values(), *gone.values()]):
            return None
        number = self.all[-1].number + 1 if self.all else 1
        return Edition(
            number=number,
            date=date,
            items={kind: names for kind, names in new.items() if names},
            gone={kind: names for kind, names in gone.items() if names},
        )


def _added(standing: Items, edition: Edition) -> Items:
    return {
        kind: {
            name: of
            for name, of in (standing.get(kind, {}) | edition.items.get(kind, {})).items()
            if name not in edition.gone.get(kind, ())
        }
        for kind in KINDS
    }


def changes(before: Items, now: Items) -> Changes:
    """What is other now than before."""
    articles, now_articles = before.get("articles", {}), now.get("articles", {})
    return Changes(
        new=tuple(sorted(now_articles.keys() - articles.keys())),
        changed=tuple(
            sorted(name for name, of in now_articles.items() if articles.get(name, of) != of)
        ),
        gone=len(articles.keys() - now_articles.keys()),
        corrections=_differing(before, now, "corrections"),
        notes=_differing(before, now, "notes"),
    )


def _differing(before: Items, now: Items, kind: str) -> int:
    one, other = before.get(kind, {}), now.get(kind, {})
    return sum(one.get(name) != other.get(name) for name in one.keys() | other.keys())


def items_of(seeds: Iterable[Seed], notes: Iterable[Annotation]) -> Items:
    """What a book of these seeds and notes holds; without those that are withdrawn."""
    found: Items = {kind: {} for kind in KINDS}
    today: dict[str, str] = {}
    for seed in seeds:
        today.update((old.name, seed.name) for old in seed.sidecar.history.formerly)
        sidecar = seed.sidecar
        if sidecar.history.withdrawn is not None:
            continue
        facts = _plain(sidecar)
        for key in ("corrections", "reviewed"):
            facts.pop(key, None)
        found["articles"][seed.name] = digest([seed.sha256, json.dumps(facts, sort_keys=True)])
        for of in correction_digests(sidecar):
            found["corrections"][f"{seed.name}/{of[:12]}"] = of
    for note in notes:
        seed_name = today.get(note.seed, note.seed)
        if seed_name in found["articles"] and note.withdrawn is None:
            told = {
                name: getattr(note, name)
                for name in ("motivation", "exact", "prefix", "suffix", "author_name", "body")
            }
            of = digest([json.dumps(told, sort_keys=True), *note.sources])
            found["notes"][f"{seed_name}/{note.id}"] = of
    return found


def correction_digests(sidecar: Sidecar) -> set[str]:
    """A digest of what each correction says, wherever in the sidecar it stands."""
    given, found = sidecar.corrections, set()
    for each in (*given.dates, *given.bodies, *given.sources, *given.statements):
        told = {k: v for k, v in _plain(each).items() if k not in ("line", "column")}
        found.add(digest([type(each).__name__, json.dumps(told, sort_keys=True)]))
    return found


def _plain(value: Any) -> Any:
    """A value as JSON has it; of data only what is given, so that a new field changes no digest."""
    if is_dataclass(value) and not isinstance(value, type):
        of = {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
        return {name: each for name, each in of.items() if each not in (None, "", [], {}, False)}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value


def load_editions(path: Path, *, home: Path, root: Path) -> Editions:
    """The editions in the file at ``path``; none where it is not there. Raises EditionsError.

    ``home`` is the folder that no link may lead it out of, ``root`` the one that messages name it
    from.
    """
    read = read_yaml_file(path, home=home, root=root, max_bytes=MAX_BYTES, form=_FORM)
    if read is None:
        return Editions()
    located, shown = read
    entries = located.value if located.value is not None else []
    for error in validator("editions").iter_errors(entries):
        found = schema_problem(error, whole="the file")
        line, column = located.place_of(tuple(found.path))
        raise EditionsError(shown, line, found.problem, found.remedy, column=column)
    for index, entry in enumerate(entries):
        if Timex.parse(entry["date"]) is None:
            problem = f"{entry['date']} is not in the calendar"
            line, column = located.place_of((index, "date"))
            raise EditionsError(shown, line, problem, "write the day's date", column=column)
        if int(entry["number"]) != index + 1:
            problem = f"edition {entry['number']} stands where edition {index + 1} would"
            line, column = located.place_of((index, "number"))
            remedy = "let `briefbook edition` write the file"
            raise EditionsError(shown, line, problem, remedy, column=column)
    return Editions([_edition(entry) for entry in entries])


def _edition(entry: Mapping[str, Any]) -> Edition:
    return Edition(
        number=int(entry["number"]),
        date=entry["date"],
        items={kind: dict(entry[kind]) for kind in KINDS if kind in entry},
        gone={kind: tuple(names) for kind, names in entry.get("gone", {}).items()},
    )


HEAD: Final = """\
# The editions of the book, written by `briefbook edition`: a digest of each article, correction and
# note that was new or had changed, and what was gone. Add to it by that command alone.
"""


def written(edition: Edition) -> str:
    """The edition's entry as the file has it."""
    lines = [f"- number: {edition.number}", f"  date: {edition.date}"]
    for kind in KINDS:
        if of_kind := edition.items.get(kind):
            lines.append(f"  {kind}:")
            lines += [f"    {_quoted(name)}: {_quoted(of)}" for name, of in of_kind.items()]
    if edition.gone:
        lines.append("  gone:")
        for kind, names in edition.gone.items():
            lines.append(f"    {kind}:")
            lines += [f"      - {_quoted(name)}" for name in names]
    return "\n".join([*lines, ""])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
