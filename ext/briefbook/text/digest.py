"""The one digest by which a build tells whether something is what it was."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def digest(pieces: Iterable[str]) -> str:
    """32 hexadecimal digits that differ when one of the pieces, or their order, does."""
    made = blake2b(digest_size=16)
    for piece in pieces:
        # With its length, so that no two lists of pieces run together alike.
        made.update(f"{len(piece)}:{piece}".encode("utf-8", "surrogatepass"))
    return made.hexdigest()
