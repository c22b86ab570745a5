"""Word lists, written as text so that they read as lists of words."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of ``text``, split at white space."""
    return frozenset(text.split())
