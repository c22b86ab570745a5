"""Seed → Article: every character of the seed is a block's or is dropped for a reason."""

from __future__ import annotations

from itertools import accumulate, islice, pairwise
from typing import TYPE_CHECKING

from briefbook.text.clean.captions import find_credit, take_apart
from briefbook.text.clean.judge import judge
from briefbook.text.clean.labels import label_end
from briefbook.text.clean.publisher import (
    publisher_of_notice,
    publisher_of_offers,
    publisher_of_page_title,
)
from briefbook.text.clean.verdicts import Verdict
from briefbook.text.clean.wrapped import paragraphs
from briefbook.text.errors import SeedError
from briefbook.text.kinds import BlockKind, DropReason
from briefbook.text.lang.guess import guess_language
from briefbook.text.lines import split_lines, unwrapped
from briefbook.text.model import Article, Block, Dropped, Photo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.lines import Line
    from briefbook.text.model import Seed

BLOCKS_FOR_LANGUAGE = 40
"""Blocks of running text that tell the language; an article is in one throughout."""


def clean(seed: Seed) -> Article:
    """The article in ``seed``; raises SeedError where no line of running text is left."""
    text = seed.text
    lines = list(split_lines(text, seed.header_end))
    last = lines[-1].number if lines else 0
    keep = _named(seed.sidecar.keep, last)
    drop = _named(seed.sidecar.drop, last)
    named = [(keep[line.number], drop[line.number]) for line in lines]
    parted = [True, *(above != below for above, below in pairwise(named))][: len(lines)]
    grouped = paragraphs(text, lines, parted)
    written = [group for group in grouped if not group[0].blank]
    verdicts = judge(
        [unwrapped(text[group[0].text_start : group[-1].text_end]) for group in written],
        [group[0].bullet for group in written],
    )
    fates = (
        _edited(verdict, group[0], keep=keep[group[0].number], drop=drop[group[0].number])
        for group, verdict in zip(written, verdicts, strict=True)
    )
    blocks: list[Block] = []
    dropped: list[Dropped] = []
    if seed.header_end:
        dropped.append(Dropped(line=1, start=0, end=seed.header_end, reason=DropReason.HEADER))
    number = 0
    for group in grouped:
        first, final = group[0], group[-1]
        if first.blank:
            _drop(dropped, first, first.start, first.end, DropReason.LAYOUT)
            continue
        verdict = next(fates)
        if isinstance(verdict.fate, DropReason):
            for line in group:
                _drop(dropped, line, line.start, line.text_start, DropReason.LAYOUT)
                _drop(dropped, line, line.text_start, line.text_end, verdict.fate)
                _drop(dropped, line, line.text_end, line.end, DropReason.LAYOUT)
            continue
        number += verdict.fate.is_text
        _drop(dropped, first, first.start, first.text_start, DropReason.LAYOUT)
        blocks.append(_block(seed, group, verdict.fate, number, doubtful=verdict.doubtful))
        _drop(dropped, final, final.text_end, final.end, DropReason.LAYOUT)
    if number == 0:
        raise SeedError(
            seed.path,
            None,
            "nothing is left of it after cleaning",
            f"name the article's lines in {seed.name}.toml, as in keep = [[3, 9]], or remove it",
        )
    return Article(
        seed=seed,
        blocks=tuple(blocks),
        dropped=tuple(dropped),
        publisher=seed.sidecar.publisher or _publisher(seed, blocks, dropped),
        language=seed.sidecar.language or _language(seed, blocks),
        photos=tuple(_photo(seed, block) for block in blocks if block.kind is BlockKind.CAPTION),
    )


def _named(ranges: Sequence[tuple[int, int]], lines: int) -> list[bool]:
    """Whether each line, 1-based, stands in one of ``ranges``; index 0 is of no line."""
    steps = [0] * (lines + 2)
    for first, last in ranges:
        steps[min(first, lines + 1)] += 1
        steps[min(last, lines) + 1] -= 1
    return [depth > 0 for depth in accumulate(steps)]


def _language(seed: Seed, blocks: list[Block]) -> str | None:
    running = (seed.text[block.start : block.end] for block in blocks if block.kind.is_text)
    return guess_language("\n".join(islice(running, BLOCKS_FOR_LANGUAGE)))


def _edited(verdict: Verdict, line: Line, *, keep: bool, drop: bool) -> Verdict:
    """The verdict once the sidecar has had its say."""
    if drop:
        return Verdict(DropReason.EDITOR)
    if keep:
        if isinstance(verdict.fate, BlockKind):
            return Verdict(verdict.fate)
        return Verdict(BlockKind.BULLET if line.bullet else BlockKind.PARAGRAPH)
    return verdict


def _drop(dropped: list[Dropped], line: Line, start: int, end: int, reason: DropReason) -> None:
    if start < end:
        dropped.append(Dropped(line=line.number, start=start, end=end, reason=reason))


def _block(
    seed: Seed, group: Sequence[Line], kind: BlockKind, number: int, *, doubtful: bool
) -> Block:
    start, end = group[0].text_start, group[-1].text_end
    label = None
    if kind is BlockKind.PARAGRAPH:
        label = label_end(seed.text[start : min(end, start + 100)])
    return Block(
        line=group[0].number,
        start=start,
        end=end,
        kind=kind,
        number=number if kind.is_text else None,
        label_end=None if label is None else start + label,
        doubtful=doubtful,
    )


def _photo(seed: Seed, block: Block) -> Photo:
    words = unwrapped(seed.text[block.start : block.end])
    credit = find_credit(words)
    if credit is None:
        return Photo(line=block.line, caption=words, credit=None)
    return Photo(
        line=block.line,
        caption=words[: credit.start()].rstrip(),
        credit=take_apart(credit["credit"]),
    )


def _publisher(seed: Seed, blocks: list[Block], dropped: list[Dropped]) -> str | None:
    def lines(reason: DropReason) -> list[str]:
        return [seed.text[part.start : part.end] for part in dropped if part.reason is reason]

    title = next((block for block in blocks if block.kind is BlockKind.TITLE), None)
    named = publisher_of_offers(lines(DropReason.SIGN_UP))
    if named is None and title is not None:
        headline = unwrapped(seed.text[title.start : title.end])
        named = publisher_of_page_title(headline, lines(DropReason.DUPLICATE))
    return named or publisher_of_notice(lines(DropReason.NOTICE))
