"""Why a note is written: the motivations of the schema, and how people speak of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from briefbook.text.schemas import schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Motivation:
    """A motivation of W3C's vocabulary."""

    name: str
    does: str
    """What a note does that has it, as in "It corrects the passage"."""
    one: str
    """What such a note is called, and several of them."""
    many: str


MOTIVATIONS: Final = {
    name: Motivation(name=name, does=does, one=one, many=many)
    for name, (does, one, many) in schema("annotation")["properties"]["motivation"][
        "x-words"
    ].items()
}
"""By name, in the order in which they are offered."""

ERRATUM: Final = "editing"
"""A note that tells where the article errs. What editors change in a mark is a correction."""
REPLY: Final = "replying"
"""A note by a body or person whom the article names, or of what they have answered."""
