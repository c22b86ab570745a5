"""Where the rows of the book's indexes belong: their anchors, their order, and their path.

A path names the parts of a divided index that a row may stand in, the widest first: a date that of
its decade, its year, its month, and a page of its own. Its names come of the row alone, and of
nothing else in the book, so that addresses do not depend on how many rows there are.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from briefbook.pages.names import slug
from briefbook.text.bodies.spellings import without_accents
from briefbook.text.digest import digest
from briefbook.text.kinds import SourceKind
from briefbook.text.timex import Timex, Unit
from briefbook.words import N_, _, in_words

Path = tuple[str, ...]
"""Names of parts, each within the one before it."""

DATES: Final = "dates"
SOURCES: Final = "sources"
BODIES: Final = "bodies"
GLOSSARY: Final = "glossary"
NOTES: Final = "notes"
"""What indexes are called in addresses."""

OWN: Final = {DATES: 3, SOURCES: 3, BODIES: 0, GLOSSARY: None, NOTES: None}
"""By index, the place in a path, from 0, of what stands for a day, a source or a body alone."""

OTHER: Final = "other"
"""What has no place in the calendar or in the alphabet."""

_BEFORE_CHRIST: Final = "bc"
_OF_MONTHS: Final = (Unit.DAY, Unit.WEEKEND, Unit.WEEK, Unit.MONTH)

KINDS: Final = {
    SourceKind.ANONYMOUS: "anonymous",
    SourceKind.UNKNOWN: "unnamed",
    SourceKind.GROUP: "groups",
}
"""Sources that have no name to be found by: they stand by the time of their articles."""
_KIND_TITLES: Final = {
    "anonymous": N_("anonymous"),
    "unnamed": N_("no source named"),
    "groups": N_("groups of people"),
}

_KNOWN: Final = 1 << 16
"""Dates, sources and bodies whose paths are held: in an archive each is named again and again."""

_AFTER_NAMES: Final = {"jr", "sr", "ii", "iii", "iv"}


# Dates -------------------------------------------------------------------------------------------


@lru_cache(maxsize=_KNOWN)
def date_path(value: str) -> Path:
    """The parts of a date, a TIMEX3 value: ``("2020s", "2022", "2022-01", "2022-01-12")``."""
    timex = Timex.parse(value)
    if timex is None or timex.unit is Unit.CENTURY:
        return (OTHER,)
    year, month, _day = timex.opening
    if year < 1:
        return (_BEFORE_CHRIST,)
    path = (f"{year - year % 10:04d}s", f"{year:04d}", f"{year:04d}-{month:02d}", value.lower())
    if timex.unit is Unit.DECADE:
        return path[:1]
    if timex.unit not in _OF_MONTHS:
        return path[:2]
    return path[:3] if timex.unit is Unit.MONTH else path


def date_title(part: str) -> str:
    """What a part of the dates is called."""
    if part == OTHER:
        return _("other dates")
    if part == _BEFORE_CHRIST:
        return _("before Christ")
    return in_words(f"{part[:3]}X") if part.endswith("s") else in_words(part.upper())


# Sources -----------------------------------------------------------------------------------------


def source_path(kind: SourceKind, name: str, published: str) -> Path:
    """The parts of what a source says in an article: by the source's letters, itself and the year.

    Of a source without a name by the article's month. ``published`` is the article's day or month,
    ISO 8601.
    """
    if (opening := KINDS.get(kind)) is not None:
        return opening, f"{opening}-{published[:4]}", f"{opening}-{published[:7]}"
    own = _named_path(kind, name)
    return *own, f"{own[-1]}_{published[:4]}"


@lru_cache(maxsize=_KNOWN)
def _named_path(kind: SourceKind, name: str) -> Path:
    return *_letters(source_order(kind, name)), source_anchor(kind, name, "")


def source_title(part: str, kind: SourceKind, name: str) -> str:
    """What a part of the sources is called; the source is one that stands in it."""
    opening, _dash, when = part.partition("-")
    if opening in _KIND_TITLES:
        return ", ".join([_(_KIND_TITLES[opening]), *([in_words(when)] if when else [])])
    if part == OTHER:
        return _("other signs")
    path = source_path(kind, name, "")
    if part.startswith("source-"):
        return ", ".join([name, *part.split("_")[1:]])
    return _in_title(source_order(kind, name), path.index(part) + 1)


def _letters(order: str) -> Path:
    """The parts of what is sorted by ``order``: by one letter, two, three."""
    letters = [_in_address(order[:length].ljust(length)) for length in (1, 2, 3)]
    if not order[:1].isalpha():
        letters = [OTHER, *(f"{OTHER}-{each}" for each in letters[1:])]
    return tuple(letters)


def _in_title(order: str, letters: int) -> str:
    """What a part of so many letters is called."""
    return order[:letters].strip().capitalize() or _("other signs")  # an accent alone


def _in_address(letters: str) -> str:
    """Letters as a part's name has them: plain ones themselves, others by their numbers."""
    return "".join(
        char if char.isascii() and char.isalnum() else "-" if char.isascii() else f"u{ord(char):x}"
        for char in letters
    )


def source_order(kind: SourceKind, name: str) -> str:
    """What a source is sorted by: a person's last name, what else a name begins with."""
    words = without_accents(name).casefold().removeprefix("the ").split()
    if kind is SourceKind.PERSON and len(words) > 1:
        names = [word for word in words if word.strip(".,") not in _AFTER_NAMES]
        words = [*names[-1:], *words]
    return " ".join(words)


def source_letter(kind: SourceKind, name: str) -> str:
    """The letter that a source stands under."""
    first = source_order(kind, name)[:1].upper()
    return first if first.isalpha() else "#"


def source_anchor(kind: SourceKind, name: str, docname: str) -> str:
    """Where a page of sources has the entry of a source that an article quotes."""
    return f"source-{digest(source_key(kind, name, docname))[:12]}"


def source_key(kind: SourceKind, name: str, docname: str) -> tuple[str, str, str]:
    """What makes sources one entry: those without a name are each their article's own."""
    named = not (kind.is_unnamed or kind is SourceKind.UNKNOWN)
    return kind.value, name.casefold(), "" if named else docname


# Bodies ------------------------------------------------------------------------------------------


def body_path(body: str, published: str) -> Path:
    """The parts of where an article names the body with that id: all of them, a year, a month.

    ``published`` is the article's day or month, ISO 8601. No id has a line below in it.
    """
    name = _slug(body)
    return name, f"{name}_{published[:4]}", f"{name}_{published[:7]}"


_slug: Final = lru_cache(maxsize=_KNOWN)(slug)


def body_title(part: str, headword: str) -> str:
    """What a part is called that tells where a body is named."""
    _body, _line, when = part.partition("_")
    return ", ".join([headword, *([in_words(when)] if when else [])])


@lru_cache(maxsize=_KNOWN)
def entry_path(headword: str) -> Path:
    """The parts of a body's entry in the glossary: by the first letters of its headword."""
    return _letters(entry_order(headword))


def entry_title(part: str, headword: str) -> str:
    """What a part of the glossary is called; the headword is one that stands in it."""
    if part == OTHER:
        return _("other signs")
    return _in_title(entry_order(headword), entry_path(headword).index(part) + 1)


def entry_order(headword: str) -> str:
    """What the glossary is sorted by."""
    return without_accents(headword).casefold()


# Notes -------------------------------------------------------------------------------------------


def note_path(published: str) -> Path:
    """The parts of the notes on an article that was published then, a day or month in ISO 8601."""
    return published[:4], published[:7]


def note_title(part: str) -> str:
    """What a part of the notes is called."""
    return _("articles of {when}").format(when=in_words(part))
