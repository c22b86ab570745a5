"""PolNeAR's quotations: brat stand-off files read into quoted spans with their speakers.

PolNeAR: Newell, Margolin, Ruths: "An Attribution Relations Corpus for Political News", LREC 2018;
github.com/networkdynamics/PolNeAR. A quoted span is a pair of double quotation marks. It is gold
where at least 80 % of it lies in the content of an attribution, else a scare quote or a title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Range = tuple[int, int]

FULL_WORDS = 12
"""From so many words on, a quotation counts as full even within longer indirect speech."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One quotation as the annotators marked it."""

    span: Range
    speakers: tuple[Range, ...]
    is_fragment: bool
    """A short quoted stretch within otherwise indirect speech."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    text: str
    gold: tuple[Gold, ...]
    attributions: tuple[tuple[list[Range], list[Range]], ...] = ()
    """Sources and contents of all that is attributed, quoted or not."""


def load(folder: Path) -> list[Document]:
    """The documents of one part: ``folder`` holds ``text/`` and ``attributions/``."""
    by_text: dict[Path, Path] = {}
    for stand_off in sorted((folder / "attributions").glob("*.ann")):
        article = folder / "text" / f"{stand_off.stem.rsplit('_', 1)[0]}.txt"
        if article.exists():
            by_text.setdefault(article, stand_off)  # the first annotator's
    documents = []
    for path, stand_off in sorted(by_text.items()):
        text = path.read_bytes().decode("utf-8")
        attributions = _attributions(stand_off.read_text("utf-8"))
        gold = tuple(_gold(text, attributions))
        documents.append(Document(text=text, gold=gold, attributions=tuple(attributions)))
    return documents


def quoted_spans(text: str) -> list[Range]:
    """Pairs of double quotation marks, marks included; one left open runs to its line's end."""
    spans = []
    for line in re.finditer(r"[^\n]+", text):
        opened: int | None = None
        for mark in re.finditer('["“”‟]', line.group()):
            at = line.start() + mark.start()
            if opened is None:
                opened = at if mark.group() != "”" else None
            elif mark.group() in '"”':
                spans.append((opened, at + 1))
                opened = None
        if opened is not None and line.end() - opened > 20:
            spans.append((opened, line.end()))
    return spans


def _gold(text: str, attributions: list[tuple[list[Range], list[Range]]]) -> list[Gold]:
    gold = []
    for start, end in quoted_spans(text):
        best: tuple[int, list[Range], list[Range]] | None = None
        for speakers, contents in attributions:
            if sum(overlap((start, end), piece) for piece in contents) >= 0.8 * (end - start):
                size = sum(last - first for first, last in contents)
                if best is None or size < best[0]:  # the innermost attribution
                    best = (size, speakers, contents)
        if best is None:
            continue
        _, speakers, contents = best
        first, last = max(contents, key=lambda piece: overlap((start, end), piece))
        is_full = end - start >= 0.6 * (last - first)
        is_full = is_full or len(text[start:end].split()) >= FULL_WORDS
        gold.append(
            Gold(span=(start, end), speakers=tuple(sorted(speakers)), is_fragment=not is_full)
        )
    return gold


def _attributions(stand_off: str) -> list[tuple[list[Range], list[Range]]]:
    """Sources and contents of each attribution that has a content."""
    spans: dict[str, list[Range]] = {}
    events = []
    for line in stand_off.split("\n"):
        name, _, rest = line.partition("\t")
        if name.startswith("T") and " " in (place := rest.split("\t")[0]):
            ranges = (piece.split() for piece in place.split(" ", 1)[1].split(";"))
            spans[name] = [(int(start), int(end)) for start, end in ranges]
        elif name.startswith("E"):
            events.append([part.split(":") for part in rest.split("\t")[0].split()])
    found = []
    for event in events:
        parts: dict[str, list[Range]] = {"Source": [], "Content": []}
        for role, name in event:
            parts.setdefault(role.rstrip("0123456789"), []).extend(spans.get(name, ()))
        if parts["Content"]:
            found.append((parts["Source"], parts["Content"]))
    return found


def overlap(one: Range, other: Range) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
