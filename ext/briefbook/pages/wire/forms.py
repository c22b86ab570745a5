"""The forms of directives: a dataclass each, whose fields are the options.

Figures are numbers, flags have no value, lists are JSON in single quotes; ``content`` holds records
or text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeVar

from briefbook.text.kinds import SourceKind, StatementKind  # noqa: TC001 - msgspec looks them up


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """``brief:provenance``: where an article is from, and what was kept of its seed."""

    directive: ClassVar = "provenance"

    seed: str
    file: str
    sha256: str
    title: str
    title_by: str
    publisher: str | None = None
    publisher_by: str
    published: str
    published_by: str
    authors: tuple[str, ...] = ()
    url: str | None = None
    rights: str | None = None
    language: str | None = None
    language_by: str
    doubtful: tuple[int, ...] = ()
    """Numbers of paragraphs."""
    kept_by_editors: tuple[tuple[int, int], ...] = ()
    """First and last line of each range."""
    removed_by_editors: tuple[tuple[int, int], ...] = ()
    kept: int
    """Lines."""
    lines: int
    cite: str
    """The key of the article in the bibliography."""
    reviewed_by: str | None = None
    reviewed_on: str | None = None
    """ISO 8601, a day."""
    changed: int = 0
    """Marks that are others than those that were reviewed."""
    dates_by_editors: tuple[int, ...] = ()
    """The paragraph of each date that an editor made or changed; 0 outside the paragraphs."""
    bodies_by_editors: tuple[int, ...] = ()
    statements_by_editors: tuple[int, ...] = ()
    sources_by_editors: int = 0
    """How many there are."""
    unmarked_by_editors: int = 0
    """Marks that editors took away."""
    has_sidecar: bool = False
    """Whether its editors have said anything of it."""
    edition: int | None = None
    """The number of the edition that had the article first."""
    edition_on: str | None = None
    """Its day, ISO 8601."""
    touched: int | None = None
    """The number of the last edition in which it, a correction or a note was new, if later."""
    touched_on: str | None = None
    history: tuple[tuple[str, str, int], ...] = ()
    """What was done and when, as the repository tells: day (ISO 8601), `Deed`, of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement of an attribution."""

    paragraph: int | None = None
    form: StatementKind
    cue: str | None = None
    speaker: str | None = None
    translated: bool = False
    bases: tuple[str, ...] = ()
    """The grounds given for this very statement."""
    by_editor: bool = False
    """Whether an editor attributed it, and no rule."""
    rule: str = ""
    """How its source was found: a `SourceRule`."""
    texts: tuple[str, ...]
    """What it says: each pair of quotation marks by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """``brief:attribution``: a source, and what it says in a block on the same footing."""

    directive: ClassVar = "attribution"

    number: int
    """From 1, as spans of the text say it."""
    source: str
    name: str
    kind: SourceKind
    entry: str | None = None
    """The name under which the book's index has it, where that is another."""
    role: str | None = None
    """What it is, as the index tells it."""
    by_editor: bool = False
    """Whether an editor said what it is called or of which kind it is."""
    here: tuple[str, ...] = ()
    """What the text calls it here."""
    named_in: int | None = None
    """The paragraph that gives it its name, if another."""
    bases: tuple[str, ...] = ()
    """The grounds on which a source without a name spoke, wherever the article gives them."""
    bases_in: int | None = None
    """The paragraph that gives them, if another."""
    paragraph: int | None = None
    content: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedPart:
    """A part of a line that the article does not have."""

    line: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """``brief:removed``: what was taken out of the seed."""

    directive: ClassVar = "removed"

    lines: int
    """How many the seed has."""
    content: tuple[RemovedPart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """``brief:annotation``: a reader's note; its body, Markdown of its own, is the content."""

    directive: ClassVar = "annotation"

    id: str
    file: str
    line: int
    """Where the body begins in the file."""
    number: int
    motivation: str
    author: str
    github: str | None = None
    created: str
    sources: tuple[str, ...] = ()
    paragraph: int | None = None
    passage: str
    orphan: bool = False
    carried: bool = False
    """Whether it was written on the earlier version of the article."""
    reply_of: str | None = None
    """Of a reply: who answers, where that is not the author."""
    withdrawn: str | None = None
    """The day on which it was withdrawn; then nothing is told of what it said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """``brief:stand-in``: a page in the place of an article that is not there, or not any more."""

    directive: ClassVar = "stand-in"

    seed: str
    """The seed whose page this would be."""
    title: str
    now: str | None = None
    """The name that the seed has today, where it was renamed."""
    paragraphs: int = 0
    """How many the article has, for those who look for one of them here."""
    withdrawn: str | None = None
    """The day from which on it must not be shown."""
    why: str | None = None
    unlisted: bool = False
    """Whether no contents list the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """``brief:versions``: the other articles that an article is a version of.

    Each is the name of a seed, and what readers know it by: publisher and day.
    """

    directive: ClassVar = "versions"

    same: tuple[str, str] | None = None
    """The same story, which is counted in the place of this one."""
    told_by: tuple[tuple[str, str], ...] = ()
    """Others that tell this story, and for which this one is counted."""
    earlier: tuple[str, str] | None = None
    later: tuple[tuple[str, str], ...] = ()
    compared: bool = False
    """Whether the page shows what has changed since the earlier version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedParagraph:
    """One paragraph that is not as it was, in stretches that are alike and differ in turn."""

    paragraph: int | None = None
    """Its number in this version."""
    before: tuple[str, ...] = ()
    now: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """``brief:revised``: what has changed since the earlier version."""

    directive: ClassVar = "revised"

    content: tuple[ChangedParagraph, ...] = ()


Form = TypeVar("Form", Provenance, Attribution, Removed, Note, StandIn, Versions, Revised)
