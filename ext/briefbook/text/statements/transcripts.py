"""Transcripts: turns that a speaker and a colon open, verbatim without quotation marks.

A transcript may be the whole article or stand in its midst, between a reporter's paragraphs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefbook.text.kinds import SourceKind
from briefbook.text.lang.load import language
from briefbook.text.model import Basis
from briefbook.text.statements.labels import Label, label_at
from briefbook.text.statements.phrases import head_of
from briefbook.text.statements.words import TITLES

if TYPE_CHECKING:
    from briefbook.text.statements.readings import Passage

_ENGLISH = language("en")
_MANY = 3
"""Turns that make a transcript; two colons may be labels of sections."""
_LONGEST_TURN = 12
"""Passages of a turn, at most, before another label must follow for them to be the turn's."""
_LONGEST_QUESTION = 300
"""Characters of a question that an interviewer puts without a label."""
_PERSONAL = re.compile(
    rf"\?|\b(?:{'|'.join(sorted(_ENGLISH.lists['in-talk']))})\b(?!\.)", re.IGNORECASE
)
"""What people say to each other and reporters do not write."""
_REPORTED = re.compile(
    rf"[,.?!][”\"] (?:[\w.’'-]+ ){{0,3}}(?:{'|'.join(sorted(_ENGLISH.lists['reporting-talk']))})\b"
)
"""A quotation that somebody is said to have said."""
_TERMS = re.compile(
    rf"\b(?:{'|'.join(sorted(_ENGLISH.lists['background'], key=len, reverse=True))})\b"
    r"(?:,? (?:and )?(?:attributed|attributable) to [^.;:“\"\n]{0,60}"
    r"(?:[“\"][^“”\"\n]{1,60}[”\"])?)?"
)
"""The terms of a call."""
_STAGE = re.compile(r"[(\[][^()\[\]]*[)\]]\.?")
"""What happens rather than what is said: (CROSSTALK), [Laughter]."""
_BEHIND_A_NAME = re.compile(r"\b[A-Z][\w.’'-]+ (?=([A-Z][\w’'-]+))")
_WORD = re.compile(r"\w[\w’-]*")
_SENTENCE_ENDS = (".", "?", "!", "…", "”", '"', "’", "'", ")", "—", "–", "-")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in one passage: characters, the label left out."""

    line: int
    start: int
    end: int
    label: Label
    goes_on: bool
    """It goes on with what an earlier passage opened."""

    @property
    def who(self) -> tuple[int, int] | None:
        """Characters of the speaker's label; None where it does not name one, or goes on."""
        named = not self.goes_on and self.label.kind is not SourceKind.UNKNOWN
        return (self.label.start, self.label.end) if named else None


def turns_of(text: str, passages: list[Passage]) -> dict[int, Turn]:
    """The turns by the index of their passage; none where the article holds no transcript.

    It holds one where at least three passages, not far from each other, open with labels of people
    or roles, of at least two speakers, one of whom speaks twice.
    """
    labels = {
        index: label
        for index, passage in enumerate(passages)
        if (label := label_at(text, passage.start, passage.end))
    }
    turns: dict[int, Turn] = {}
    named = _named(text, passages, labels) if len(labels) >= _MANY else frozenset()
    for run in _runs(labels):
        if _is_transcript(text, passages, labels, run, named):
            _add_turns(text, passages, labels, run, turns)
    return _without_hosts(text, turns)


def _runs(labels: dict[int, Label]) -> list[list[int]]:
    """The passages with labels, in groups of such as stand near each other."""
    runs: list[list[int]] = []
    for index in labels:
        if runs and index - runs[-1][-1] <= _LONGEST_TURN:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _is_transcript(
    text: str,
    passages: list[Passage],
    labels: dict[int, Label],
    run: list[int],
    named: frozenset[str],
) -> bool:
    names = [head_of(labels[index].name).lower() for index in run]
    if len(run) < _MANY or len(set(names)) < _SPEAKERS or not _recurs(labels, run):
        return False
    said = [_said(text, passages, labels[index], index) for index in run]
    if sum(words.endswith(_SENTENCE_ENDS) for words in said) * 2 < len(run):
        return False  # scores, ingredients
    if any(labels[index].sure for index in run) or all(map(_STAGE.fullmatch, said)):
        return True
    talk = sum(_PERSONAL.search(words) is not None for words in said)
    return talk * 3 >= len(run) or (talk > 0 and any(name.title() in named for name in names))


_SPEAKERS = 2
"""Who takes turns, at least."""


def _recurs(labels: dict[int, Label], run: list[int]) -> bool:
    """Whether somebody's label stands twice, or shorter the second time: JANE DOE, then DOE."""
    seen: set[str] = set()
    heads: set[str] = set()
    for index in run:
        name = labels[index].name.lower()
        head = head_of(name)
        if name in seen or (head in heads and (name == head or head in seen)):
            return True
        if head in heads and any(word in TITLES for word in name.split()):
            return True  # Jane Doe, then Ms. Doe
        seen.add(name)
        heads.add(head)
    return False


def _said(text: str, passages: list[Passage], label: Label, index: int) -> str:
    """What stands behind a label, in the next passage where it is all of its own."""
    alone = label.turn >= passages[index].end and index + 1 < len(passages)
    start, end = (label.turn, passages[index].end)
    if alone:
        start, end = passages[index + 1].start, passages[index + 1].end
    return text[start:end].rstrip()


def _named(text: str, passages: list[Passage], labels: dict[int, Label]) -> frozenset[str]:
    """The words that stand with a capital behind another one in passages without a label."""
    return frozenset(
        match[1]
        for index, passage in enumerate(passages)
        if index not in labels
        for match in _BEHIND_A_NAME.finditer(text, passage.start, passage.end)
    )


def _add_turns(
    text: str,
    passages: list[Passage],
    labels: dict[int, Label],
    run: list[int],
    turns: dict[int, Turn],
) -> None:
    """Add the turns of a transcript: a passage without a label goes on with the turn before it.

    Unless it is the reporter's: after the last label all that does not read as talk.
    """
    heads = {head_of(labels[index].name).title() for index in run if labels[index].is_name}
    label = labels[run[0]]
    open_ = True
    below = False
    for index in range(run[0], min(len(passages), run[-1] + 1 + _LONGEST_TURN)):
        passage = passages[index]
        if index in labels:
            label = labels[index]
            open_ = True
            below = (
                label.turn >= passage.end
                or _STAGE.fullmatch(text, label.turn, passage.end) is not None
            )
            turns[index] = Turn(
                passage.line,
                label.turn,
                passage.end,
                label.asking() if below else label,
                goes_on=False,
            )
            continue
        if below:  # the label stands alone, or with the minute: JANE DOE: (00:22)
            below = False
            turns[index] = Turn(passage.line, passage.start, passage.end, label, goes_on=False)
            continue
        words = text[passage.start : passage.end]
        if _STAGE.fullmatch(words):
            turns[index] = Turn(
                passage.line, passage.start, passage.end, label.asking(), goes_on=True
            )
            continue
        talk = _PERSONAL.search(words) is not None
        if index + 1 in labels and words.endswith("?") and len(words) < _LONGEST_QUESTION:
            label = label.asking()  # the interviewer's, before the answer
            turns[index] = Turn(passage.line, passage.start, passage.end, label, goes_on=True)
            continue
        if index > run[-1] or _REPORTED.search(words):
            open_ = open_ and talk and not _REPORTED.search(words)
        elif not talk and not heads.isdisjoint(_WORD.findall(words)):
            open_ = False
        if open_:
            turns[index] = Turn(passage.line, passage.start, passage.end, label, goes_on=True)
        elif index > run[-1]:
            return


def _without_hosts(text: str, turns: dict[int, Turn]) -> dict[int, Turn]:
    """The turns, those that are no source's marked as questions.

    So are those of a paper or body that does nothing but ask, and of whoever states the terms.
    """
    asked: dict[str, list[bool]] = {}
    hosts: set[str] = set()
    for turn in turns.values():
        label = turn.label
        if label.kind in (SourceKind.PUBLICATION, SourceKind.INSTITUTION):
            asked.setdefault(label.name, []).append("?" in text[turn.start : turn.end])
        elif label.is_name and _TERMS.search(text, turn.start, turn.end):
            hosts.add(label.name)
    hosts |= {name for name, found in asked.items() if sum(found) * 2 > len(found)}
    return {
        index: replace(turn, label=turn.label.asking()) if turn.label.name in hosts else turn
        for index, turn in turns.items()
    }


def terms_of(text: str, passages: list[Passage], turns: dict[int, Turn]) -> Basis | None:
    """The terms of a call, as its host or the lines before it state them: "on background"."""
    first = min(turns, default=0)
    for index, passage in enumerate(passages):
        turn = turns.get(index)
        if index > first and (turn is None or not turn.label.asks):
            continue
        found = _TERMS.search(text, passage.start, passage.end) if turns else None
        if found:
            words = found[0].rstrip(" ,")
            end = found.start() + len(words)
            return Basis(line=passage.line, start=found.start(), end=end, text=words)
    return None


_FULL_NAME = re.compile(
    r"\b([A-Z][a-z][\w’'-]*)((?: [A-Z]\.)? (?:[a-z]{2,3} )?)([A-Z][a-z][\w’'-]*)\b"
)
_NO_NAMES = frozenset().union(*_ENGLISH.nouns.values(), *_ENGLISH.words.values())


def answerer(
    text: str, headlines: list[Passage], passages: list[Passage], turns: dict[int, Turn]
) -> str | None:
    """Whom the turns labelled "A" are of: the one person whom the lines before them name in full.

    With the ``headlines``, which are no passages.

    None where they name nobody or several.
    """
    found: set[str] = set()
    for passage in (*headlines, *passages[: min(turns, default=0)]):
        for match in _FULL_NAME.finditer(text, passage.start, passage.end):
            if _NO_NAMES.isdisjoint((match[1].lower(), match[3].lower())):
                found.add(match[0])
    return found.pop() if len(found) == 1 else None
