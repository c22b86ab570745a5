"""The rules in order: lines of a seed in, one verdict a line out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.clean.captions import find_credit
from briefbook.text.clean.phrases import reason_of
from briefbook.text.clean.verdicts import Verdict
from briefbook.text.lines import split_lines
from briefbook.text.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.model import DropReason


def judge(texts: Sequence[str], bullets: Sequence[bool]) -> list[Verdict]:
    """One verdict for each of ``texts``, the lines of a seed that are not blank, layout removed."""
    reasons = [reason_of(text) for text in texts]
    _fill_gaps(texts, reasons)
    verdicts = []
    for text, bullet, reason in zip(texts, bullets, reasons, strict=True):
        if reason is not None:
            verdicts.append(Verdict(reason))
        elif find_credit(text):
            verdicts.append(Verdict(BlockKind.CAPTION))
        else:
            verdicts.append(Verdict(BlockKind.BULLET if bullet else BlockKind.PARAGRAPH))
    return verdicts


def _fill_gaps(texts: Sequence[str], reasons: list[DropReason | None]) -> None:
    """A short line between two dropped for one reason goes with them: the offer's own heading."""
    for index in range(1, len(texts) - 1):
        before, after = reasons[index - 1], reasons[index + 1]
        if reasons[index] is None and before is after and before and len(texts[index]) < 100:
            reasons[index] = before


def keep_lines(lines: Sequence[str]) -> list[bool]:
    """Whether each of ``lines`` is kept: the judgement alone, for measuring it."""
    cut = [(text, *_cut(text)) for text in lines]
    written = [(text[start:end], bullet) for text, start, end, bullet in cut if start < end]
    verdicts = iter(judge([text for text, _ in written], [bullet for _, bullet in written]))
    return [start < end and next(verdicts).kept for _, start, end, _ in cut]


def _cut(text: str) -> tuple[int, int, bool]:
    line = next(split_lines(text), None)
    return (line.text_start, line.text_end, line.bullet) if line else (0, 0, False)
