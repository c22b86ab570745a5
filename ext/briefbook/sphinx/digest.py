"""The one digest by which a build tells whether something is what it was."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def digest(pieces: Iterable[str]) -> str:
    """32 hexadecimal digits that differ when one of the pieces, or their order, does."""
    return blake2b("\n".join(pieces).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
