"""What the domain keeps of each page: small values, no article texts and no nodes.

An excerpt is at most `EXCERPT` characters: the environment is pickled, and copied to every worker.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

EXCERPT: Final = 160
"""Longest excerpt, in characters."""

NOTE: Final = 400
"""Longest excerpt of a note's own words, in characters."""

OPENING: Final = 260
"""Longest first sentence of an article, in characters."""

Place = tuple[str, str]
"""A document name and an anchor on that page."""

Mentions = dict[str, dict[str, list[int | None]]]
"""By headword, then by document name: the paragraph of each mention; None outside the paragraphs.
"""

Passage = tuple[str, str, bool]
"""Of a page that the book did not make: its section's anchor, empty of the page itself; its text;
whether it is the title."""

Reference = tuple[str, str]
"""Where a page looks, and for what: ``("std", "nato")``. See ``references.py``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecord:
    """An article page."""

    seed: str
    title: str
    title_by: str
    publisher: str | None
    published: str
    kept: int
    lines: int
    cite: str
    authors: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None
    """BCP 47; None where it is not known."""
    reviewed_by: str | None = None
    reviewed_on: str | None = None
    """ISO 8601, a day."""
    changed: int = 0
    """Marks that are others than those that were reviewed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRecord:
    """A date mention. ``paragraph`` is None in a block that is not numbered."""

    node_id: str
    paragraph: int | None
    text: str
    value: str
    rule: str
    anchor: str | None
    alternative: str | None
    event: str
    """What the article says happens then, in its own words."""
    source: str | None
    """The id of the source that says so; None where the article itself does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRecord:
    """A mention of a body, by the glossary entry it links to."""

    paragraph: int | None
    headword: str
    by_editor: bool = False
    """Whether an editor linked it, and no rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRecord:
    """A statement, and the callout (``node_id``) that tells of it.

    ``excerpt`` has its own quotation marks, a pair for each fragment.
    """

    node_id: str
    paragraph: int | None
    source: str
    name: str
    kind: str
    basis: str | None
    form: str
    cue: str | None
    speaker: str | None
    translated: bool
    excerpt: str
    entry: str | None = None
    """The name under which the index has its source, where that is another."""
    role: str | None = None
    """What its source is, as the index tells it."""
    by_editor: bool = False
    """Whether an editor attributed it, and no rule."""
    rule: str = ""
    """How its source was found: a `SourceRule`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotationRecord:
    """An annotation; ``paragraph`` is None where it is an orphan or its block is not numbered."""

    node_id: str
    number: int
    paragraph: int | None
    motivation: str
    author: str
    created: str
    excerpt: str
    orphan: bool
    title: str
    """What it is called on its page, such as "Note 1"."""
    withdrawn: str | None = None
    """The day on which it was withdrawn."""
    says: str = ""
    """Its words, without their form, in at most `NOTE` characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryInput:
    """What a glossary is made of: where it differs, the glossary is made anew."""

    bodies: frozenset[str] = frozenset()
    """Ids of the bodies that the articles mention."""
    catalogue: str = ""
    """A digest of the catalogue, the book's own bodies included."""
