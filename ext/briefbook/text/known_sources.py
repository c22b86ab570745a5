"""docs/sources.yaml: who several articles name, so that each is one source in the book's index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from briefbook.text.characters import complaint
from briefbook.text.errors import SourcesError
from briefbook.text.kinds import SourceKind
from briefbook.text.schema_problems import field_name, schema_problem
from briefbook.text.schemas import validator
from briefbook.text.strict_yaml import Form
from briefbook.text.yaml_files import read_yaml_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefbook.text.model import Source
    from briefbook.text.strict_yaml import Located

MAX_BYTES: Final = 4 * 1024 * 1024

FORM = Form(problem=SourcesError, depth=4, values=70, entries=10_000, only_text=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSource:
    """A source that several articles may name."""

    name: str
    kind: SourceKind
    names: tuple[str, ...] = ()
    role: str | None = None


class KnownSources:
    """The known sources of a book, by what articles call them."""

    def __init__(self, sources: Iterable[KnownSource] = ()) -> None:
        self.all = tuple(sources)
        self._by_name = {
            name.casefold(): source for source in self.all for name in (source.name, *source.names)
        }

    def find(self, source: Source) -> KnownSource | None:
        """The one that a source of an article is: of its kind and by its name, else by the one
        other name that the article has for it.
        """
        known = self._by_name.get(source.name.casefold())
        if known is None and source.full_name:
            known = self._by_name.get(source.full_name.casefold())
        if known is None:
            found = {
                found.name: found
                for name in source.mentions
                if (found := self._by_name.get(name.casefold())) is not None
            }
            known = next(iter(found.values())) if len(found) == 1 else None
        return known if known is not None and known.kind is source.kind else None

    def name_of(self, source: Source) -> str:
        """What the book's indexes call a source of an article."""
        joined = self.find(source)
        return joined.name if joined else source.full_name or source.name


def load_sources(path: Path, *, home: Path, root: Path) -> KnownSources:
    """The sources in the file at ``path``; none where it is not there. Raises SourcesError.

    ``home`` is the folder that no link may lead it out of, ``root`` the one that messages name it
    from.
    """
    read = read_yaml_file(path, home=home, root=root, max_bytes=MAX_BYTES, form=FORM)
    if read is None or read[0].value is None:
        return KnownSources()
    located, shown = read
    _check(located, shown)
    return KnownSources(
        KnownSource(
            name=entry["name"],
            kind=SourceKind(entry["kind"]),
            names=tuple(entry.get("names", ())),
            role=entry.get("role"),
        )
        for entry in located.value
    )


def _check(located: Located, shown: str) -> None:
    entries = located.value
    if not isinstance(entries, list):
        raise SourcesError(shown, 1, "it is no list of sources", "begin each with - name: …")
    owners: dict[str, int] = {}
    for index, entry in enumerate(entries):
        # One by one: a second wrong one is not looked for.
        for error in validator("sources").iter_errors([entry]):
            found = schema_problem(error, whole="the entry")
            line, column = located.place_of((index, *found.path[1:]))
            raise SourcesError(shown, line, found.problem, found.remedy, column=column)
        for path, name in _texts(index, entry):
            line, column = located.place_of(path)
            if problem := complaint(name):
                said = f"{field_name(path)} {problem}"
                raise SourcesError(shown, line, said, "take the character out", column=column)
            if "role" in path:
                continue
            if owners.setdefault(name.casefold(), index) != index:
                problem = f"{name!r} is another source's name, too"
                remedy = "leave it to one of them, or to none"
                raise SourcesError(shown, line, problem, remedy, column=column)


def _texts(index: int, entry: Any) -> Iterable[tuple[tuple[str | int, ...], str]]:
    for key in ("name", "role"):
        if key in entry:
            yield (index, key), entry[key]
    for number, name in enumerate(entry.get("names", ())):
        yield (index, "names", number), name
