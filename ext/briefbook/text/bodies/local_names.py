"""The abbreviations that one article defines, and what it gives them to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefbook.text.bodies.abbreviations import find_definitions, is_spelled_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefbook.text.bodies.abbreviations import Definition
    from briefbook.text.bodies.catalogue import Catalogue
    from briefbook.text.bodies.surface import Surface

Found = tuple[int, int, "Surface"]
"""Start and end, characters of the block's text, and what the name can mean."""

_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class LocalNames:
    """The abbreviations that one article defines."""

    catalogue: Catalogue
    names: dict[str, str] = field(default_factory=dict)
    """Short form to the id of a body."""
    other: set[str] = field(default_factory=set)
    """Short forms of something that is no body of the catalogue."""

    def learn(self, text: str, found: Iterable[Found]) -> None:
        """Take in the definitions of a block with the text and the names found in it."""
        definitions = list(find_definitions(text))
        if not definitions:
            return
        ends = {end: surface for _, end, surface in found}
        for definition in definitions:
            surface = ends.get(definition.long_end)
            if surface is not None and surface.owner is not None:
                body = self.catalogue[surface.owner]
                if any(is_spelled_in(definition.short, term) == 0 for term in body.terms):
                    self.names.setdefault(definition.short, body.id)
            elif _is_acronym(text, definition) and not self._shares(surface, definition.short):
                self._learn_other(text, definition)

    def _shares(self, surface: Surface | None, short: str) -> bool:
        """Whether a body that the long form may mean bears the short form, too.

        "Socialist Party (PS)" leaves open whose party it is, and what is said of PS with it.
        """
        if surface is None:
            return False
        bearers = self.catalogue.lexicon.bearers(short)
        return any(body in bearers for body, _ in surface.context)

    def _learn_other(self, text: str, definition: Definition) -> None:
        """A short form of something else, unless its long form is a body's name written oddly."""
        stems = _stems(text[definition.long_start : definition.long_end])
        if any(
            2 * len(stems & _stems(term)) > len(stems)
            for body in self.catalogue.lexicon.bearers(definition.short)
            for term in self.catalogue[body].terms
        ):
            return
        self.other.add(definition.short)


def _is_acronym(text: str, definition: Definition) -> bool:
    """Whether the short form is made of the initials of the long form's capitalised words."""
    words = text[definition.long_start : definition.long_end].replace("-", " ").split()
    initials = "".join(word[0] for word in words if word[0].isupper())
    return len(words) > 1 and initials == definition.short.replace(".", "")


def _stems(name: str) -> set[str]:
    """The first five letters, lower case, of a name's words of four letters and more."""
    return {word.lower()[:5] for word in _WORD.findall(name) if len(word) > 3}
