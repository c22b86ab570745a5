"""Which articles a changed catalogue concerns: those with a name that now reads otherwise.

Of a catalogue, marks depend on the names that stand in the article, and on what is known of the
bodies that these can mean. So beside the marks of a catalogue its names are kept, each with a
digest of that. Once the catalogue has changed, the marks of an article hold as long as no name that
is new, gone or another has all its words in it: more articles than have the name, and no fewer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from briefbook.text.digest import digest
from briefbook.text.folded import fold_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefbook.text.bodies import Body, Catalogue
    from briefbook.text.bodies.surface import Surface

_WORD: Final = re.compile(r"[^\W_]+")
_LETTERS: Final = 4
"""Of a word, as many as a plural or another form of it begins with: ministry, ministries."""


class KeptNames(msgspec.Struct, frozen=True, kw_only=True):
    """Those of a catalogue that marks were made with."""

    engine: str
    """A digest of the rules that made the marks."""
    names: dict[str, str]
    """By spelling, a digest of all that marks depend on of it."""


def names_of(catalogue: Catalogue, engine: str) -> KeptNames:
    """What is kept beside the marks of a catalogue."""
    bodies = {body.id: _read_by_marks(body) for body in catalogue}
    return KeptNames(
        engine=engine,
        names={
            surface.text: digest([repr(surface), *(bodies[each] for each in _bodies(surface))])
            for surface in catalogue.lexicon
        },
    )


def _bodies(surface: Surface) -> Iterator[str]:
    if surface.owner is not None:
        yield surface.owner
    yield from (body for body, _ in surface.context)
    yield from surface.offices.values()


def _read_by_marks(body: Body) -> str:
    """All of a body that says what its names mean; what readers are told of it is left out."""
    return repr((body.id, body.kind, body.country, body.parent, body.related, body.terms))


class Changed:
    """What is otherwise in one catalogue than in another."""

    def __init__(self, before: Mapping[str, str], now: Mapping[str, str]) -> None:
        differing = (
            name for name in before.keys() | now.keys() if before.get(name) != now.get(name)
        )
        self._names = {frozenset(_begin(_words(name))) for name in differing}

    def concerns(self, text: str) -> bool:
        """Whether a seed's text may have other marks. Linear in it, for each changed name."""
        if not self._names:
            return False
        there: set[str] = set()
        for word in _words(fold_words(text)):
            there.add(word[:_LETTERS])
            if word.endswith("s"):  # a plural of a short name
                there.add(word[:-1][:_LETTERS])
        return any(name <= there for name in self._names)


def _words(text: str) -> Iterator[str]:
    return (match[0] for match in _WORD.finditer(text.casefold()))


def _begin(words: Iterable[str]) -> Iterator[str]:
    return (word[:_LETTERS] for word in words)


_ENCODER: Final = msgspec.json.Encoder(order="sorted")


def written(kept: KeptNames) -> bytes:
    """The names as their file has them."""
    return _ENCODER.encode(kept)


def read(raw: bytes) -> KeptNames:
    """Raises msgspec.DecodeError."""
    return msgspec.json.decode(raw, type=KeptNames)
