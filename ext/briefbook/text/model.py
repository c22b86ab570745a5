"""The words of the project as data.

One coordinate system holds everywhere: ``start`` and ``end`` are characters of the seed's decoded
text, 0-based and end-exclusive; ``line`` is the seed's line, 1-based. For every mark
``seed.text[start:end]`` is what it marks.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from briefbook.text.decisions import Corrections, Review
from briefbook.text.history import History
from briefbook.text.kinds import (  # noqa: TC001 - text/cache.py reads fields by their types
    BlockKind,
    DropReason,
    SourceKind,
    StatementKind,
)
from briefbook.text.lines import unwrapped


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of the seed's text: characters, 0-based, end-exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """What an editor knows of a seed, from ``NAME.toml``. Absent values are None or empty."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601, ``YYYY-MM-DD`` or ``YYYY-MM``; overrules the header."""
    rights: str | None = None
    language: str | None = None
    """BCP 47, such as ``en`` or ``de``."""
    keep: tuple[tuple[int, int], ...] = ()
    """Lines to keep whatever the rules say: first and last of each range, 1-based, inclusive."""
    drop: tuple[tuple[int, int], ...] = ()
    """Lines to drop whatever the rules say, as in ``keep``."""
    corrections: Corrections = field(default_factory=Corrections)
    """What is decided of the article's marks."""
    reviewed: Review | None = None
    """Who has read them, and when; None where nobody has."""
    history: History = field(default_factory=History)
    """What has become of the seed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """One file of seeds/ as it was published, with what its editor knows of it."""

    name: str
    """The file's name without ``.txt``."""
    path: str
    """The file as people name it, such as ``seeds/NAME.txt``, with forward slashes."""
    text: str
    """The decoded bytes, unchanged: byte order mark and carriage returns included."""
    sha256: str
    """Of the file's bytes, in hexadecimal."""
    published: str
    """ISO 8601, ``YYYY-MM-DD`` or ``YYYY-MM``: the sidecar's, else the header's."""
    header_end: int
    """Characters 0 to here are the header; 0 where there is none."""
    sidecar: Sidecar

    @property
    def for_rules(self) -> Seed:
        """The same without what editors decide of it: all that the rules read."""
        known = replace(self.sidecar, corrections=Corrections(), reviewed=None, history=History())
        return replace(self, sidecar=known)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A kept paragraph, bullet, caption: a stretch of one line, or of several. Never empty.

    It holds the ends of its lines where the file is hard-wrapped, and readers see spaces for them.
    """

    line: int
    """The first of its lines."""
    start: int
    end: int
    kind: BlockKind
    number: int | None = None
    """The paragraph number, ¶1 and on; None for kinds outside the running text."""
    label_end: int | None = None
    """Where a section label that opens the block ends ("Why it matters:", colon included)."""
    doubtful: bool = False
    """Kept, but the rules were not sure that it belongs to the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A stretch of one line that is not shown as the article's text, and why."""

    line: int
    start: int
    end: int
    reason: DropReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A photo's credit, taken apart. Each part is None where the credit does not name it."""

    photographer: str | None = None
    agency: str | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """What a caption block says of its photo."""

    line: int
    caption: str
    credit: Credit | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A cleaned seed. ``blocks`` and ``dropped`` are in order and partition the seed's text."""

    seed: Seed
    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...]
    publisher: str | None
    """The sidecar's, else what the seed's own lines name."""
    language: str | None = None
    """BCP 47: the sidecar's, else as the words tell; None where too few of them do."""
    photos: tuple[Photo, ...] = ()

    def text_of(self, part: Block | Dropped | Span) -> str:
        """The seed's characters of ``part``."""
        return self.seed.text[part.start : part.end]

    def words_of(self, part: Block | Basis | Span) -> str:
        """The same on one line, as readers see it: a space for each line end."""
        return unwrapped(self.seed.text[part.start : part.end])


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A phrase that names a calendar date, resolved."""

    line: int
    start: int
    end: int
    text: str
    value: str
    """TIMEX3: ``2022-01-12``, ``2022-01``, ``2021-Q4``, ``2021-W52``, ``2022``, ``199X``."""
    rule: str
    """The rule that resolved it, a short slug explained in the docs."""
    anchor: str
    """The date it was resolved against, in ISO 8601."""
    alternative: str | None = None
    """The other value where two readings are open."""
    event: tuple[Span, ...] = ()
    """What of its sentence says what happens then, in order; an ellipsis stands between."""
    source: str | None = None
    """The id of the source whose statement tells of it; None where the article itself does."""
    by_editor: bool = False
    """Whether an editor made or changed it, in the sidecar; else a rule did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyMention:
    """A name of a body of the catalogue."""

    line: int
    start: int
    end: int
    text: str
    body: str
    """The body's id in the catalogue."""
    by_editor: bool = False
    """Whether an editor made or changed it, in the sidecar; else a rule did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    """A name of a body, for those who ask what it is as a source."""

    start: int
    end: int
    kind: SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """The ground on which a source spoke: "briefed reporters on the condition of anonymity"."""

    line: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who an article's statements come from: one entry, however the text names it."""

    id: str
    """Unique in the article: a slug such as ``official`` or ``kremlin``."""
    name: str
    """The fullest of the article's own names for it."""
    kind: SourceKind
    bases: tuple[Basis, ...] = ()
    mentions: tuple[str, ...] = ()
    """The distinct names the article's statements use for it, in order of appearance."""
    full_name: str | None = None
    """A person's name as the article introduces them, where its statements have only the surname;
    the book's indexes call them by it."""
    by_editor: bool = False
    """Whether an editor made or changed it, in the sidecar; else a rule did."""

    @property
    def basis(self) -> str | None:
        """All bases in words; from the second on, each with the line that gives it."""
        if not self.bases:
            return None
        first, *more = self.bases
        words = [unwrapped(first.text)]
        words += [f"{unwrapped(basis.text)} (line {basis.line})" for basis in more]
        return "; ".join(words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Words attributed to a source."""

    line: int
    source: str | None
    """The source's id; None for a quotation whose source the article does not name."""
    kind: StatementKind
    cue: str | None
    """The words that attribute: said, according to."""
    spans: tuple[Span, ...]
    """Verbatim: what stands between the quotation marks, marks excluded. Indirect: one span, or
    those on both sides of an attribution within: *The bridge*, she said, *is safe*."""
    source_span: Span | None
    """Where the text names the source of this statement; None where it is carried over."""
    speaker: str | None = None
    """Whose words the source relays, where they are not its own."""
    translated: bool = False
    bases: tuple[Basis, ...] = ()
    """The grounds that the text gives for this very statement."""
    rule: str = ""
    """How its source was found, a short slug that docs/marks.md explains."""
    by_editor: bool = False
    """Whether an editor made or changed it, in the sidecar; else a rule did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """All that the engine found in one article, each tuple in order of the text."""

    article: Article
    dates: tuple[DateMention, ...] = ()
    bodies: tuple[BodyMention, ...] = ()
    sources: tuple[Source, ...] = ()
    statements: tuple[Statement, ...] = ()
