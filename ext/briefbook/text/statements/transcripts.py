"""Transcripts: turns that a speaker and a colon open, verbatim without quotation marks.

A transcript may be the whole article or stand in its midst, between a reporter's paragraphs.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefbook.text.kinds import SourceKind
from briefbook.text.lang.load import language
from briefbook.text.statements.labels import Label, label_at
from briefbook.text.statements.phrases import head_of
from briefbook.text.statements.transcript_terms import TERMS
from briefbook.text.statements.turn import Turn
from briefbook.text.statements.words import TITLES

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

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
_FIRST_PERSON = re.compile(
    rf"\b(?:{'|'.join(sorted(_ENGLISH.lists['in-talk']))})\b(?!\.)", re.IGNORECASE
)
REPORTED = re.compile(
    rf"[,.?!][”\"] (?:[\w.’'-]+ ){{0,3}}(?:{'|'.join(sorted(_ENGLISH.lists['reporting-talk']))})\b"
)
"""A quotation that somebody is said to have said."""
_STAGE = re.compile(r"[(\[][^()\[\]]*[)\]]\.?|[^\w]+")
"""What happens rather than what is said: (CROSSTALK), [Laughter], an ellipsis."""
_BEHIND_A_NAME = re.compile(r"\b[A-Z][\w.’'-]+ (?=([A-Z][\w’'-]+))")
_WORD = re.compile(r"\w[\w’-]*")
_SENTENCE_ENDS = (".", "?", "!", "…", "”", '"', "’", "'", ")", "—", "–", "-")


def turns_of(text: str, passages: list[Passage], below: AbstractSet[int]) -> dict[int, Turn]:
    """The turns by the index of their passage; none where the article holds no transcript.

    It holds one where at least three passages, not far from each other, open with labels of people
    or roles, of at least two speakers, one of whom speaks twice. ``below`` are the passages that
    stand below a question without a label: of several speakers, nobody knows who answers there.
    """
    labels = {
        index: label
        for index, passage in enumerate(passages)
        if (label := label_at(text, passage.start, passage.end))
    }
    turns: dict[int, Turn] = {}
    named = _named(text, passages, labels) if len(labels) >= _MANY else frozenset()
    whole = _is_all(text, passages, labels)
    for run in [list(labels)] if whole else _runs(labels):
        if _is_transcript(text, passages, labels, run, named=named, below=below):
            _add_turns(text, passages, labels, run, turns, whole=whole, below_question=below)
    return _without_hosts(text, turns)


def _is_all(text: str, passages: list[Passage], labels: dict[int, Label]) -> bool:
    """Whether the article is a transcript and nothing else: labels from its top to its end.

    Then a turn goes on to the next label, however long it is and whatever it tells of.
    """
    if len(labels) < _OF_ALL or not any(label.sure for label in labels.values()):
        return False
    first, last = min(labels), max(labels)
    if first > _ABOVE or len(passages) - last > _LONGEST_TURN:
        return False
    told = sum(
        REPORTED.search(text, passages[index].start, passages[index].end) is not None
        for index in range(first, last)
        if index not in labels
    )
    return len(labels) * _SHARE >= last - first and told * _TOLD <= last - first


_OF_ALL = 8
"""Labels of an article that is all transcript, at least."""
_ABOVE = 10
"""Passages above its first label, at most: place, time, who takes part."""
_SHARE = 8
"""Passages a label, at most."""
_TOLD = 40
"""Passages for one that reads as a reporter's, at least."""


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
    *,
    named: frozenset[str],
    below: AbstractSet[int],
) -> bool:
    names = [head_of(labels[index].name).lower() for index in run]
    asked = sum(index in below for index in run) >= _MANY
    if len(run) < _MANY or not (asked or len(set(names)) >= _SPEAKERS):
        return False
    if not _recurs(labels, run):
        return False
    said = [_said(text, passages, labels[index], index) for index in run]
    if sum(words.endswith(_SENTENCE_ENDS) for words in said) * 2 < len(run):
        return False  # scores, ingredients
    if any(labels[index].sure for index in run) or all(map(_STAGE.fullmatch, said)):
        return True
    talk = sum(_PERSONAL.search(words) is not None for words in said)
    return talk * 3 >= len(run) or (talk > 0 and any(name.title() in named for name in names))


_SPEAKERS = 2
"""Who takes turns, at least, unless one answers to questions without a label."""


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
    *,
    whole: bool,
    below_question: AbstractSet[int],
) -> None:
    """Add the turns of a transcript: a passage without a label goes on with the turn before it.

    Unless it is the reporter's: after the last label all that does not read as talk.
    """
    heads = {head_of(labels[index].name).title() for index in run if labels[index].is_name}
    answering = {labels[index].name for index in run if not labels[index].asks}
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
        before = passages[index - 1]
        apart = index in below_question and text[before.end - 1] != "?"
        if apart and len(answering) > 1:
            open_ = False  # below a question that stands out as a subhead does
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
        if whole and index < run[-1]:
            pass
        elif index > run[-1] or REPORTED.search(words):
            own = _FIRST_PERSON.search(words) is not None
            open_ = open_ and own and not REPORTED.search(words)
        elif not talk and not heads.isdisjoint(_WORD.findall(words)):
            open_ = False
        if open_:
            turns[index] = Turn(passage.line, passage.start, passage.end, label, goes_on=True)
        elif index > run[-1]:
            return


def _without_hosts(text: str, turns: dict[int, Turn]) -> dict[int, Turn]:
    """The turns, those that are no source's marked as questions.

    So are those of a paper or body that does little but ask, of a person who asks two turns in
    three, and of whoever states the terms.
    """
    asked: dict[str, list[bool]] = {}
    questions: dict[str, list[bool]] = {}
    hosts: set[str] = set()
    for turn in turns.values():
        label = turn.label
        asks = "?" in text[turn.start : turn.end]
        if label.kind in (SourceKind.PUBLICATION, SourceKind.INSTITUTION):
            asked.setdefault(label.name, []).append(asks)
        elif label.is_name and TERMS.search(text, turn.start, turn.end):
            hosts.add(label.name)
        elif label.is_name and not turn.goes_on:
            questions.setdefault(label.name, []).append(asks)
    hosts |= {name for name, found in asked.items() if sum(found) * 2 > len(found)}
    if len(questions) > 1:
        hosts |= {
            name
            for name, found in questions.items()
            if len(found) >= _MANY and sum(found) * 3 > len(found) * 2
        }
    return {
        index: replace(turn, label=turn.label.asking()) if turn.label.name in hosts else turn
        for index, turn in turns.items()
    }
