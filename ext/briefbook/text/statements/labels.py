"""The label that opens a turn of a transcript: "JANE DOE:", "SENIOR OFFICIAL:", "Q:"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefbook.text.kinds import SourceKind
from briefbook.text.lang.load import language
from briefbook.text.lang.spelling import singular
from briefbook.text.statements.kinds import VOICES, kind_of
from briefbook.text.statements.phrases import (
    BEFORE_NAMES,
    INSTITUTIONS,
    OFFICES,
    PARTICLES,
    PEOPLE,
    PLACES,
    PUBLICATIONS,
    words_of,
)
from briefbook.text.statements.words import TITLES

_ENGLISH = language("en")
_LABEL = re.compile(
    r"(?P<ask>Q)(?:[ \u00a0]{2,9}|\t+)(?=[A-Z(])"
    r"|(?P<who>[A-Z][^:;?!“”\"()\[\],\n]{0,50})(?: ?[(\[][^()\[\]\n]{1,90}[)\]])?"
    r"(?:, [^:;?!“”\"\n]{1,60})?(?: ?[(\[][^()\[\]\n]{1,90}[)\]])?:(?:\s+(?=\S)|$)"
    r"|(?P<part>Q|A)\. +(?=[A-Z])|(?P<alone>Q) (?=[A-Z(])"
)
_LETTERS = ("Q", "A")
"""What labels without a colon open with."""
_REACH = 310
"""Characters of the longest label, its colon among them."""
_LONGEST = 7
"""Words of a label."""
_ASKING = _ENGLISH.lists["labels-asking"]
_ANSWERING = _ENGLISH.lists["labels-answering"]
_NAMELESS = _ENGLISH.lists["labels-nameless"]
_SEVERAL = _NAMELESS | PEOPLE
_SMALL = _ENGLISH.lists["small-in-labels"] | PARTICLES
_NOT_NAMES = (
    _ENGLISH.lists["labels-of-sections"]
    | _ENGLISH.nouns["document"]
    | _ENGLISH.nouns["saying"]
    | _ENGLISH.nouns["vehicle"]
    | _ENGLISH.nouns["work"]
    | _ENGLISH.nouns["quantity"]
    | frozenset().union(*_ENGLISH.words.values())
) - _ENGLISH.nouns["publication"]
_NAME = 4
"""Words of a name, particles aside."""


@dataclass(frozen=True, slots=True)
class Label:
    """Who speaks in a turn: ``start`` to ``end`` are the speaker's characters."""

    start: int
    end: int
    turn: int
    """Where what is said begins."""
    name: str
    kind: SourceKind
    """UNKNOWN where the label names nobody: "A:"."""
    asks: bool = False
    """The turn is a question's or the host's, who is no source."""
    sure: bool = False
    """Nothing but a speaker is labelled so."""

    @property
    def is_name(self) -> bool:
        """Whether it is somebody's name."""
        return self.kind is SourceKind.PERSON

    def asking(self) -> Label:
        """The same, of one who only asks."""
        return replace(self, asks=True)


def label_at(text: str, start: int, end: int) -> Label | None:
    """The speaker's label that opens ``text[start:end]``, None where there is none."""
    if text[start : start + 1] not in _LETTERS and text.find(":", start, start + _REACH) < 0:
        return None
    match = _LABEL.match(text, start, end)
    if match is None:
        return None
    group = match.lastgroup or "who"
    name = match[group].rstrip()
    if name.startswith("Q "):  # a question that holds a colon: Q Well, the bridge: is it safe?
        question = Label(start, start + 1, start + 2, "Q", SourceKind.UNKNOWN)
        return replace(question, asks=True, sure=True)
    words = words_of(name.replace("#", ""))
    label = Label(
        match.start(group), match.start(group) + len(name), match.end(), name, SourceKind.UNKNOWN
    )
    if not words or len(words) > _LONGEST:
        return None
    return _told(label, [word.lower() for word in words], words)


def _told(label: Label, low: list[str], words: tuple[str, ...]) -> Label | None:
    """The label with what its words tell; None where they are no speaker's."""
    while len(low) > 1 and (low[-1].isdigit() or low[-1] in ("one", "two", "three", "four")):
        low.pop()  # "OFFICIAL ONE", "Q2"
    if low[0] in ("and", "but", "dear", "or", "so"):
        return None  # whom a letter greets, what a sentence goes on to
    parts = [word for word in low if word not in ("the", "unidentified", "female", "male")]
    if all(word in _ASKING for word in parts or low):
        return replace(label, asks=True, sure=True)
    if low == ["a"] or set(low) <= _ANSWERING:
        return label
    if not parts or low[-1] in _NAMELESS:
        return replace(label, kind=SourceKind.ANONYMOUS, sure=not parts or len(low) > 1)
    one = singular(low[0])
    if len(low) == 1 and label.name.isupper() and one != low[0] and one in _SEVERAL:
        return replace(label, kind=SourceKind.GROUP)  # PARTICIPANTS
    capitals = [word for word in words if word[0].isupper() or word[0].isdigit()]
    role = low[-1] in PEOPLE or low[-1] in OFFICES or low[-1] in VOICES
    if role and (len(low) > 1 or label.name.isupper()):
        return replace(label, kind=kind_of("the " + " ".join(parts)), sure=len(low) > 1)
    if len(capitals) + sum(word in _SMALL for word in words) < len(words) or role:
        return None
    titled = any(word in BEFORE_NAMES or word in PEOPLE for word in low[:-1])
    if low[0] in TITLES or (titled and low[-1] not in _NOT_NAMES):
        return replace(label, kind=SourceKind.PERSON, sure=True)
    if len(capitals) > _NAME or not _NOT_NAMES.isdisjoint(parts):
        return None
    sure = label.name.isupper() and len(low) > 1
    return replace(label, kind=_kind_of_name(low, label.name), sure=sure)


def _kind_of_name(low: list[str], name: str) -> SourceKind:
    """The kind of a name; capitals all over tell nothing of it."""
    if low[-1] in PUBLICATIONS and (len(low) > 1 or not name.istitle()):
        return SourceKind.PUBLICATION
    if low[0] == "the" or low[-1] in INSTITUTIONS or (len(low) == 1 and low[0] in PLACES):
        return kind_of(name.title() if name.isupper() else name)
    return SourceKind.PERSON
