"""The glossary's entries under heads: by kind, and by letter where they are many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.bodies import BodyKind
from briefbook.text.bodies.spellings import without_accents
from briefbook.words import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefbook.text.bodies import Body

    Groups = Mapping[str, Sequence[Body]]
    """The entries under each head, none of them empty, in the order of print."""

_LETTERS_FROM = 30
"""Entries; fewer fill two pages of print or three screens and are found without letters."""


def by_kind(bodies: Sequence[Body]) -> Groups:
    """The bodies of each kind."""
    groups = {_(kind.head): [body for body in bodies if body.kind is kind] for kind in BodyKind}
    return {head: found for head, found in groups.items() if found}


def by_letter(bodies: Sequence[Body]) -> Groups:
    """The bodies of each first letter; where they are few, all of them under one empty head."""
    if len(bodies) < _LETTERS_FROM:
        return {"": bodies}
    groups: dict[str, list[Body]] = {}
    for body in bodies:
        groups.setdefault(without_accents(body.headword)[0].upper(), []).append(body)
    return groups
