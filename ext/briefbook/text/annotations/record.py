"""An annotation as data: a W3C Web Annotation whose target is a quotation of one seed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class OrphanReason(StrEnum):
    """Why an annotation has no passage."""

    GONE = "gone"
    """The article does not hold prefix, exact and suffix in one block."""
    AMBIGUOUS = "ambiguous"
    """The article holds them more than once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """The passage most like the one an orphan quotes. Shown to people, never taken."""

    line: int
    """Of the seed, 1-based."""
    start: int
    """Characters of the seed's text, as in a mark."""
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """One reader's annotation.

    As it is loaded it has no passage: ``start``, ``end`` and ``orphan`` are None. ``anchor`` sets
    either ``start`` and ``end`` or ``orphan``.
    """

    id: str
    """The file's name without ``.md``; unique among the annotations of one seed."""
    seed: str
    """The name of the seed it belongs to: its folder."""
    path: str
    """The file as people name it, with forward slashes."""
    motivation: str
    """Why it was made: one of the words that ``data/annotation.schema.json`` has of the W3C's."""
    exact: str
    """The passage, character for character."""
    prefix: str
    """What stands right before it; empty where the file gives none."""
    suffix: str
    """What stands right after it; empty where the file gives none."""
    author_name: str
    author_github: str | None
    created: str
    """ISO 8601, ``YYYY-MM-DD``."""
    reply_of: str | None = None
    """Of a reply: who answers, where that is not the author."""
    withdrawn: str | None = None
    """The day of its withdrawal, ISO 8601. Then the author's names, ``body``, ``sources`` and
    ``cited`` are empty: who said what goes no further than its file."""
    sources: tuple[str, ...]
    """Keys of references.bib. Whether they exist is for the caller to check."""
    cited: tuple[str, ...]
    """The keys that the body cites, in order; they may repeat ``sources``."""
    body: str
    """Safe Markdown (see ``body``): lines end in ``\\n`` alone, no controls, no blank edges."""
    body_line: int
    """The file's line on which ``body`` begins, 1-based."""
    exact_line: int
    """The file's line that gives ``exact``, 1-based."""
    start: int | None = None
    """Where the passage begins: characters of the seed's text, 0-based."""
    end: int | None = None
    """Where it ends, exclusive."""
    orphan: OrphanReason | None = None
    carried: bool = False
    """Whether it stands on a later version of the article that it was written on."""
    suggestion: Suggestion | None = None
    """For an orphan, where anything in the article is like its passage."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key of references.bib it needs, each once."""
        return tuple(dict.fromkeys((*self.sources, *self.cited)))
