"""Interviews without labels: lines that ask somebody, and what they answer below each."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from briefbook.text.kinds import SourceKind
from briefbook.text.lang.load import language
from briefbook.text.statements.labels import Label
from briefbook.text.statements.transcripts import REPORTED
from briefbook.text.statements.turn import Turn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.model import Block
    from briefbook.text.statements.readings import Passage

_ENGLISH = language("en")
_MANY = 3
"""Questions that make an interview; two may be an essay's."""
_LONGEST_QUESTION = 300
_LONGEST_ANSWER = 10
"""Passages of an answer, at most: what stands below is the reporter's again."""
_TO_SOMEBODY: Final = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_OF_ONESELF: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(_ENGLISH.lists['of-oneself']))})\b", re.IGNORECASE
)
_OPENING_MARKS = '"\u201c\u2018\u00ab\u201e'


def asked_above(text: str, blocks: Sequence[Block], passages: Sequence[Passage]) -> set[int]:
    """The passages right below a line that asks something, by their index.

    Such a line may stand out as a subhead does; then it is none of the passages.
    """
    ends = {passage.end: index for index, passage in enumerate(passages)}
    return {
        ends[block.end]
        for before, block in pairwise(blocks)
        if block.end in ends and _asks(text, before.start, before.end)
    }


def interview_of(text: str, passages: Sequence[Passage], below: set[int]) -> dict[int, Turn]:
    """The turns of an interview by the index of their passage; none where the article is none.

    ``below`` are the passages that stand below a question. Most of the questions are put to
    somebody ("you"), and many answers tell of whoever gives them; few report what others said.
    """
    answers = [
        [
            index
            for index in range(first, min(last, first + _LONGEST_ANSWER))
            if not _asks(text, passages[index].start, passages[index].end)
        ]
        for first, last in _between(below, len(passages))
    ]
    if len(answers) < _MANY:
        return {}
    put = sum(
        _TO_SOMEBODY.search(text, _line_above(text, one), one.start) is not None
        for one in (passages[index] for index in below)
    )
    own = sum(
        any(_OF_ONESELF.search(text, passages[k].start, passages[k].end) for k in answer)
        for answer in answers
    )
    told = sum(
        any(REPORTED.search(text, passages[k].start, passages[k].end) for k in answer)
        for answer in answers[:-1]
    )
    if told * 4 > len(answers) or put * 2 < len(answers) or own * 3 < len(answers):
        return {}
    turns: dict[int, Turn] = {}
    for index in range(min(below), len(passages)):
        passage = passages[index]
        if _asks(text, passage.start, passage.end) and index + 1 in below:
            turns[index] = _turn(passage, asks=True, goes_on=False)
    if min(below) > 0 and _asks(text, passages[min(below) - 1].start, passages[min(below) - 1].end):
        turns[min(below) - 1] = _turn(passages[min(below) - 1], asks=True, goes_on=False)
    for answer in answers:
        for index in answer:
            passage = passages[index]
            if index > answer[0] and not _is_answer(text[passage.start : passage.end]):
                break  # perhaps the interviewer's, or a reporter's below the interview
            turns[index] = _turn(passage, asks=False, goes_on=index > answer[0])
    return dict(sorted(turns.items()))


def _is_answer(words: str) -> bool:
    """Whether a further paragraph answers as well: interviewers put in words of their own."""
    return "?" not in words and _OF_ONESELF.search(words) is not None


def _between(below: set[int], count: int) -> list[tuple[int, int]]:
    """From each of the passages below a question to the next one."""
    places = sorted(below)
    return list(zip(places, [*places[1:], count], strict=True))


def _asks(text: str, start: int, end: int) -> bool:
    """Whether a block is a question and no more: no quotation, nothing too long for one."""
    asks = text[end - 1] == "?" and end - start <= _LONGEST_QUESTION
    return asks and text[start] not in _OPENING_MARKS


def _line_above(text: str, passage: Passage) -> int:
    """Where the line before the passage's begins that is not blank."""
    end = passage.start
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return text.rfind("\n", 0, end) + 1


def _turn(passage: Passage, *, asks: bool, goes_on: bool) -> Turn:
    label = Label(passage.start, passage.start, passage.start, "", SourceKind.UNKNOWN, asks=asks)
    return Turn(passage.line, passage.start, passage.end, label, goes_on=goes_on)
