"""From text to dates: find, join, resolve."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .anchor import anchor_of
from .compose import compose
from .doubt import refused
from .named import Named
from .narrative import is_narrative
from .patterns import find_phrases
from .resolve import resolve
from .rules import Rule
from .setting import Setting


@dataclass(frozen=True, slots=True)
class Tag:
    """A date found in plain text: characters, 0-based, end-exclusive."""

    start: int
    end: int
    value: str
    rule: Rule
    anchor: str
    alternative: str | None = None


def tag(text: str, published: str | None) -> list[Tag]:
    """The calendar dates of a text, in order; ``published`` is an ISO day, an ISO month or None."""
    return tag_spans(text, [(0, len(text))], published)


def tag_spans(text: str, spans: Iterable[tuple[int, int]], published: str | None) -> list[Tag]:
    """As ``tag``, within some stretches of the text, which are read as one article."""
    anchor = anchor_of(published)
    phrases = [
        phrase
        for start, end in spans
        for phrase in compose(text, find_phrases(text, start, end))
        if not refused(text, phrase)
    ]
    setting = Setting(
        text=text,
        anchor=anchor,
        narrative=is_narrative(phrases, anchor),
        day_first=None,
        named=Named(),
    )
    tags = []
    for phrase in phrases:
        found = resolve(setting, phrase)
        if found is not None:
            end = _with_possessive(text, phrase.end)
            tags.append(
                Tag(
                    phrase.start,
                    end,
                    found.value,
                    found.rule,
                    anchor.value if anchor else found.value,
                    found.alternative,
                )
            )
    return tags


def _with_possessive(text: str, end: int) -> int:
    """The end of a phrase with the possessive that follows it: "next month's talks"."""
    return end + 2 if text[end : end + 2] in ("'s", "’s") else end
