"""Dates: the phrases of an article that name a calendar date, each with its TIMEX3 value."""

from __future__ import annotations

from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.stamped_days import stamped_days
from briefbook.text.dates.tagging import Tag, tag, tag_spans
from briefbook.text.kinds import BlockKind
from briefbook.text.model import Article, DateMention

__all__ = ["Rule", "Tag", "find_dates", "tag"]


def find_dates(article: Article) -> tuple[DateMention, ...]:
    """The dates the article's blocks name, in order of the text.

    A range gives two mentions; durations, repeated times and vague references give none.
    """
    seed, blocks = article.seed, article.blocks
    mentions = []
    place = 0
    tags = tag_spans(
        seed.text,
        [(block.start, block.end) for block in blocks],
        seed.published,
        language=seed.sidecar.language,
        publisher=article.publisher,
        days=stamped_days(article),
        captions={block.start for block in blocks if block.kind is BlockKind.CAPTION},
    )
    for found in tags:
        while blocks[place].end < found.end:
            place += 1
        mentions.append(
            DateMention(
                line=blocks[place].line,
                start=found.start,
                end=found.end,
                text=seed.text[found.start : found.end],
                value=found.value,
                rule=found.rule.value,
                anchor=found.anchor,
                alternative=found.alternative,
            )
        )
    return tuple(mentions)
