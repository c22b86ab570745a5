"""From text to dates: find, join, resolve."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefbook.text.dates.dateline import dateline
from briefbook.text.dates.find import find_phrases
from briefbook.text.dates.fiscal import year_ends
from briefbook.text.dates.join import join
from briefbook.text.dates.named import Named
from briefbook.text.dates.order import day_first
from briefbook.text.dates.publication_date import Anchor, anchor_of
from briefbook.text.dates.reading import paragraphs, reading
from briefbook.text.dates.rules.figures import Figures
from briefbook.text.dates.rules.month import Month
from briefbook.text.dates.rules.time_of_day import TimeOfDay
from briefbook.text.dates.setting import Setting
from briefbook.text.dates.story import is_narrative
from briefbook.text.dates.veto import refused
from briefbook.text.lang.guess import is_english

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from briefbook.text.dates.phrase import Phrase
    from briefbook.text.dates.resolution import Resolution
    from briefbook.text.dates.rule_names import Rule


@dataclass(frozen=True, slots=True)
class Tag:
    """A date found in plain text: characters, 0-based, end-exclusive."""

    start: int
    end: int
    value: str
    rule: Rule
    anchor: str
    alternative: str | None = None


def tag(
    text: str,
    published: str | None,
    *,
    language: str | None = None,
    publisher: str | None = None,
) -> list[Tag]:
    """The calendar dates of a text, in order.

    ``published`` is an ISO day, an ISO month or None; ``language`` a BCP 47 tag, where it is known.
    """
    return tag_spans(text, paragraphs(text), published, language=language, publisher=publisher)


def tag_spans(
    text: str,
    spans: Sequence[tuple[int, int]],
    published: str | None,
    *,
    language: str | None = None,
    publisher: str | None = None,
    days: Sequence[tuple[int, Anchor]] = (),
    captions: Container[int] = (),
) -> list[Tag]:
    """As ``tag``, within some stretches of the text, which are read as one article.

    ``days`` are other days of publication, each from a character on; ``captions`` is where the
    stretches that stand below pictures begin.
    """
    original, text = text, reading(text, spans)
    blocks = _phrases(text, spans)
    if not is_english("\n".join(original[start:end] for start, end in spans[:40]), language):
        language = language or "und"
        blocks = [[phrase for phrase in block if _in_figures(text, phrase)] for block in blocks]
    phrases = [phrase for block in blocks for phrase in block]
    anchor = anchor_of(published)
    setting = Setting(
        text=text,
        anchor=anchor,
        narrative=is_narrative(text, phrases, anchor),
        day_first=day_first(text, phrases, language=language, publisher=publisher),
        named=Named(),
        year_ends=year_ends(text),
    )
    tags = []
    ahead = deque(days)
    for (start, _), block in zip(spans, blocks, strict=True):
        while ahead and ahead[0][0] < start:
            setting = replace(setting, anchor=ahead.popleft()[1])
        if (start in captions) is not setting.caption:
            setting = replace(setting, caption=not setting.caption)
        for phrase in block:
            if anchor and (written := dateline(text, start, phrase, anchor)):
                setting = replace(setting, anchor=written)
            if found := _tag(setting, phrase):
                tags.append(found)
    return tags


def _phrases(text: str, spans: Sequence[tuple[int, int]]) -> list[list[Phrase]]:
    """The phrases of each span that are dates."""
    found = [join(text, find_phrases(text, start, end)) for start, end in spans]
    return [
        [
            phrase
            for phrase in block
            if not isinstance(phrase, TimeOfDay) and not refused(text, phrase)
        ]
        for block in found
    ]


def _in_figures(text: str, phrase: Phrase) -> bool:
    """Whether a phrase says its date in figures alone, and so in every language."""
    if isinstance(phrase, Figures):
        return True
    words = text[phrase.start : phrase.end]
    return isinstance(phrase, Month) and not any(map(str.isalpha, words))


def resolve(setting: Setting, phrase: Phrase) -> Resolution | None:
    """The phrase's value, or None where it has none; what it names is remembered."""
    found = phrase.resolve(setting)
    if found is None:
        return None
    named, aside = setting.named, phrase.is_aside(setting.text)
    named.note(
        found.value,
        phrase.end,
        found.rule,
        setting.anchor,
        aside=aside,
        story=setting.narrative,
    )
    if topic := phrase.topic(setting.text, found.value):
        named.note_topic(topic, phrase.end, setting.anchor)
    return found


def _tag(setting: Setting, phrase: Phrase) -> Tag | None:
    found = resolve(setting, phrase)
    if found is None:
        return None
    text, end = setting.text, phrase.end
    if text[end : end + 1] == ")" and "(" in text[phrase.start : end]:
        end += 1
    if text[end : end + 2] in ("'s", "’s"):
        end += 2
    against = found.against or (setting.anchor.value if setting.anchor else found.value)
    return Tag(
        start=phrase.start,
        end=end,
        value=str(found.value),
        rule=found.rule,
        anchor=str(against),
        alternative=str(found.alternative) if found.alternative else None,
    )
