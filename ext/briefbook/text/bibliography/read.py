"""The bibliography's files, read, checked and made fit for pybtex."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefbook.text.bibliography.entry import check_entry, inherit, make_entry
from briefbook.text.bibliography.scan import RawEntry, Strings, named, scan
from briefbook.text.bibliography.styles import DEFAULT_STYLE
from briefbook.text.errors import AnnotationError, BibliographyError, first_of_each
from briefbook.text.files import decode, read_file
from briefbook.text.paths import shown_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from pybtex.database import Entry

MAX_BYTES: Final = 4 * 1024 * 1024
"""Of one file."""
UTF_8: Final = "utf-8-sig"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bibliography:
    """The sound entries of a bibliography, and what is wrong with the others."""

    files: Mapping[Path, Mapping[str, Entry]]
    """By file, in order, each entry by its key. A file that cannot be read is missing."""
    problems: tuple[BibliographyError, ...]

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all sound entries."""
        return frozenset(key for entries in self.files.values() for key in entries)

    def __add__(self, other: Bibliography) -> Bibliography:
        """Both: the files of ``other`` after one's own."""
        return Bibliography(
            files={**self.files, **other.files}, problems=(*self.problems, *other.problems)
        )


def missing_sources(
    cited: Iterable[tuple[str, str]], keys: frozenset[str]
) -> list[AnnotationError]:
    """What is wrong with notes that cite a key which is not among ``keys``.

    ``cited`` are paths of notes, each with a key that it cites.
    """
    spelt = {key.lower(): key for key in keys}
    missing = [(path, key) for path, key in dict.fromkeys(cited) if key not in keys]
    return first_of_each(_missing(path, key, spelt.get(key.lower())) for path, key in missing)


def _missing(path: str, key: str, other: str | None) -> AnnotationError:
    return AnnotationError(
        path,
        None,
        f"no bibliography file has a sound entry {named(key)}",
        f"write {named(other)}" if other else "add it, or mend the key or the entry",
    )


def read_bibliography(
    paths: Iterable[Path],
    *,
    root: Path,
    encoding: str = UTF_8,
    taken: Iterable[str] = (),
    styles: Sequence[str] = (DEFAULT_STYLE,),
) -> Bibliography:
    """The entries of all files, in order.

    A broken entry is left out and reported, the rest goes on; so is a file that cannot be read.
    ``root`` is the book's folder: no link leads out of it, and messages name files from there.
    ``taken`` are keys that articles have, ``styles`` the pybtex styles that must be able to format
    each entry.
    """
    problems: list[BibliographyError] = []
    sound = _Sound(taken)
    strings = Strings()
    for path in paths:
        shown = shown_path(path, root)
        try:
            found = scan(_text(path, root, shown, encoding), shown, strings)
        except BibliographyError as error:
            problems.append(error)
        else:
            sound.add(path, found)
    files: dict[Path, dict[str, Entry]] = {}
    for path, entries in sound.files.items():
        files[path] = {}
        of_file = sound.errors[path]
        for raw in entries:
            try:
                files[path][raw.key] = make_entry(sound.whole(raw), styles, of_file)
            except BibliographyError as error:
                of_file.append(error)
        of_file.sort(key=lambda error: (error.line or 0, error.column or 0))
        problems += first_of_each(of_file)
    return Bibliography(files=files, problems=tuple(problems))


def _text(path: Path, root: Path, shown: str, encoding: str) -> str:
    home = root if path.absolute().is_relative_to(root.absolute()) else path.parent
    raw = read_file(path, home=home, root=root, max_bytes=MAX_BYTES, problem=BibliographyError)
    if encoding.lower().replace("_", "-") in ("utf-8", "utf8", UTF_8):
        return decode(raw, shown, BibliographyError)
    try:
        return raw.decode(encoding)
    except (LookupError, ValueError) as error:  # an unknown encoding, or not what it is in
        raise BibliographyError(
            shown, None, f"it cannot be read as {encoding}: {error}", "see to bibtex_encoding"
        ) from None


class _Sound:
    """Entries of sound syntax, none with another's key, and the errors of the others, by file."""

    def __init__(self, taken: Iterable[str]) -> None:
        self.files: dict[Path, list[RawEntry]] = {}
        self.errors: dict[Path, list[BibliographyError]] = {}
        self.by_key: dict[str, RawEntry] = {}
        self.taken = {key.lower() for key in taken}

    def add(self, path: Path, found: Iterable[RawEntry | BibliographyError]) -> None:
        """Take in what was found in one file."""
        self.files[path] = []
        self.errors[path] = []
        for each in found:
            try:
                if isinstance(each, BibliographyError):
                    raise each
                self._claim_key(each)
                check_entry(each)
            except BibliographyError as error:
                self.errors[path].append(error)
            else:
                self.files[path].append(each)

    def _claim_key(self, entry: RawEntry) -> None:
        """The first has it; BibTeX tells no capitals from small letters."""
        key = entry.key.lower()
        if key in self.taken:
            raise entry.place.error(
                f"the key {named(entry.key)} is an article's", "give the entry another key"
            )
        first = self.by_key.setdefault(key, entry)
        if first is not entry:
            raise entry.place.error(
                f"the key {named(entry.key)} is taken by {first.place.path}:{first.place.line}",
                "give one of the two another key, or take one out",
            )

    def whole(self, entry: RawEntry) -> RawEntry:
        """The entry with what its cross-reference gives it."""
        for field in entry.fields:
            if field.name == "crossref" and field.value.strip():
                parent = self.by_key.get(field.value.strip().lower())
                if parent is None:
                    raise field.place.error(
                        f"the entry {named(entry.key)} refers to {named(field.value.strip())}, "
                        "which no bibliography file has",
                        "add that entry, or mend crossref",
                    )
                if any(each.name == "crossref" for each in parent.fields):
                    raise field.place.error(
                        f"the entry {named(entry.key)} refers to {named(parent.key)}, which refers "
                        "on to another",
                        "refer to an entry that has no crossref",
                    )
                return inherit(entry, parent)
        return entry
