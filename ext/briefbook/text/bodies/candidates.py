"""Names in an article that look like bodies and are not in the catalogue.

Two signs: an abbreviation that the article itself introduces, and a capitalised name that ends in a
word such as Council or Agency and comes more than once. They are shown to an editor, with YAML to
paste; nothing is ever linked on their account. Linear in the article's length.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefbook.text.bodies.abbreviations import find_definitions
from briefbook.text.bodies.body import BodyKind
from briefbook.text.bodies.name_words import HEADS, OPENERS
from briefbook.text.bodies.recognise import read_bodies, readable_blocks
from briefbook.text.bodies.spellings import fold
from briefbook.text.characters import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefbook.text.bodies.catalogue import Catalogue
    from briefbook.text.model import Article

_KIND_OF_HEAD = {
    "Alliance": BodyKind.ALLIANCE,
    "Treaty": BodyKind.ARMS_CONTROL,
    "Bank": BodyKind.FINANCE,
    "Fund": BodyKind.FINANCE,
    "Court": BodyKind.COURT,
    "Tribunal": BodyKind.COURT,
    "Assembly": BodyKind.PARLIAMENT,
    "Congress": BodyKind.PARLIAMENT,
    "Parliament": BodyKind.PARLIAMENT,
    "Senate": BodyKind.PARLIAMENT,
    "Institute": BodyKind.RESEARCH,
}

_INSIDE = frozenset(
    {"of", "for", "on", "against", "to", "in", "and", "the", "de", "du", "des", "&"}
)
"""Small words that a name goes on after; "and" only where no name ends before it."""

_AND = frozenset({"and", "&"})

_LONGEST_RUN = 14
"""Words of one name."""

_TOKEN = re.compile(r"\S+")
_QUOTES_AND_STOPS = "'\"“”‘’()[],.;:!?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A name that may be a body's."""

    name: str
    abbreviation: str | None
    count: int
    """How often the name stands in the article; its abbreviation is not counted."""
    lines: tuple[int, ...]
    """The seed's lines, 1-based, on which it stands."""
    paragraphs: tuple[int, ...]
    """The numbers of the paragraphs (¶) it stands in; captions and titles have none."""

    def as_yaml(self) -> str:
        """An entry to paste into a book's file of bodies, its text and source to be filled in."""
        head = next((word for word in reversed(self.name.split()) if word in HEADS), "")
        kind = _KIND_OF_HEAD.get(head, BodyKind.GOVERNMENT)
        lines = [f"- id: {_slug(self.name)}", f"  name: {_quoted(self.name)}"]
        if self.abbreviation:
            lines.append(f"  abbreviation: {_quoted(self.abbreviation)}")
        lines += [
            f"  kind: {kind}  # or: {', '.join(other for other in BodyKind if other != kind)}",
            "  text: Say in two or three sentences of your own what it is.",
            "  checked: [https://example.org/the-page-that-says-so]",
        ]
        return "\n".join(lines) + "\n"


@dataclass(slots=True)
class _Sighting:
    abbreviation: str | None = None
    count: int = 0
    lines: dict[int, None] = field(default_factory=dict)
    paragraphs: dict[int, None] = field(default_factory=dict)


def find_candidates(article: Article, catalogue: Catalogue) -> tuple[Candidate, ...]:
    """The candidates of an article, in order of their first appearance."""
    known = {fold(mention.text) for mention in read_bodies(article, catalogue).mentions}
    sightings: dict[str, _Sighting] = {}
    for block, text in readable_blocks(article):
        defined = {
            text[found.long_start : found.long_end]: found.short for found in find_definitions(text)
        }
        runs = list(_runs(text))
        for name in (*runs, *(name for name in defined if name not in runs)):
            sighting = sightings.setdefault(name, _Sighting())
            sighting.count += 1
            sighting.abbreviation = sighting.abbreviation or defined.get(name)
            sighting.lines[block.line] = None
            if block.number is not None:
                sighting.paragraphs[block.number] = None
    return tuple(
        Candidate(
            name=name,
            abbreviation=sighting.abbreviation,
            count=sighting.count,
            lines=tuple(sighting.lines),
            paragraphs=tuple(sighting.paragraphs),
        )
        for name, sighting in sightings.items()
        if (sighting.abbreviation or sighting.count > 1)
        and known.isdisjoint((name, sighting.abbreviation))
        and name not in catalogue.lexicon
    )


def _runs(text: str) -> Iterator[str]:
    """Names made of capitalised words that end with, or open on, one of the heads."""
    run: list[str] = []
    for match in _TOKEN.finditer(text):
        raw = match.group()
        word = raw.strip(_QUOTES_AND_STOPS)
        opens = not raw.startswith(word)
        closes = not raw.endswith(word)
        if opens or len(run) == _LONGEST_RUN or (word == "the" and run and run[-1] in _AND):
            yield from _name_of(run)
            run = []
        if word[:1].isupper() and not (word in OPENERS and not run):
            run.append(word.removesuffix("'s"))
        elif run and word in _INSIDE and not (word in _AND and run[-1] in HEADS):
            run.append(word)
        else:
            closes = True
        if closes or word.endswith("'s"):
            yield from _name_of(run)
            run = []
    yield from _name_of(run)


def _name_of(run: list[str]) -> Iterator[str]:
    """The part of a run that is a name: "Harbour Board", "Ministry of Fish"."""
    while run and run[-1] in _INSIDE:
        run.pop()
    heads = [at for at, word in enumerate(run) if word in HEADS]
    opening = next((at for at in heads if at + 1 < len(run) and run[at + 1] in _INSIDE), None)
    if opening is None and not heads:
        return
    end = len(run) if opening is not None else heads[-1] + 1
    start = opening if opening is not None else heads[-1]
    while start and run[start - 1] not in _INSIDE:
        start -= 1
    if end - start > 1:
        yield " ".join(run[start:end])


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:80].strip("-") or "body"


def _quoted(name: str) -> str:
    # A terminal shows it; YAML reads what is escaped as the character it stands for.
    return '"' + escaped(name.replace("\\", "").replace('"', "")) + '"'
