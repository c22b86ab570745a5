"""What stands below the article without a heading: readers' comments, other stories, blurbs.

Each is told by what it has and the article above it has not, so nothing is judged where no article
stands above: on a page of headlines, in a column that speaks of "me" throughout.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefbook.text.clean.captions import opens_caption
from briefbook.text.clean.page import PROSE
from briefbook.text.kinds import DropReason
from briefbook.text.lang.page_wording import any_of, page_wording, page_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.clean.page import Page

MIN_ABOVE = 3
"""Lines of the article that must stand above, each a sentence at least."""

MAX_PERSONAL = 0.15
"""The share of these that may speak of "me" or "you" outside quotation marks."""

MIN_COMMENTS = 2

LONG_LINE = 30
"""Words of a line that may be the article's last though it speaks of "me" or "you"."""

WHOLE_PARAGRAPH = 60
"""Words of a line that speaks of "you" as of anybody; comments as long say "I" as well, notices
"we"."""

MIN_STORIES = 3
"""Headlines in a row, with or without a summary each."""

MAX_SUMMARY = 25
"""Words of another story's summary, and of its headline."""

MAX_LONG = 70
"""Words of a summary in a row of at least ``MIN_STORIES``, headline and summary in turn."""

MAX_SENTENCES = 4

MAX_COMMON = 0.35
"""The share of its words that another story has in common with the article."""

_QUOTED = re.compile(r"[“\"„«][^”\"“»]*(?:[”\"“»]|$)")
# Not "A.I.", nor "World War I".
_I = r"(?<!\.)(?<!War )(?<!Part )(?<!Phase )(?<!Title )(?<!Division )I(?!\.)|I['’]\w+"
_PERSONAL = re.compile(rf"\b(?:{_I}|[Mm]y|me|[Yy]ou|[Yy]our|[Yy]ou['’]\w+|lol|LOL|IMO|imho)\b")
_FIRST_PERSON = re.compile(rf"\b(?:{_I}|[Mm]y|me|[Ww]e|[Ww]e['’]\w+|[Oo]urs?|us)\b")
_OWN = re.compile(rf"\b(?:{_I}|[Mm]y|me)\b")
_REPORTS = frozenset(page_wording().lists["reports"])
_CALLS = re.compile(r"@\w")
_BLURB = re.compile(
    rf"(?:[A-ZÀ-Ž][\w.'’-]*(?: [\w.'’&-]+){{0,6}}?) (?:is|was|are|covers|writes|reports|has) "
    rf".{{0,100}}?\b(?:{any_of('blurbs')})\b"
)


# "I am a reporter at the Gazette, where I cover rivers."
_OWN_BLURB = re.compile(
    rf"I(?:['’]m| am|['’]ve been| have been) (?:an?|the)\b.{{0,80}}?\b(?:{any_of('blurbs')})\b"
)


def below(page: Page, reasons: Sequence[DropReason | None]) -> dict[int, DropReason]:
    """Why lines below the article go that nothing else has dropped: by line, counted from 0."""
    kept = [i for i, reason in enumerate(reasons) if reason is None]
    found: dict[int, DropReason] = {}
    for rule in (_blurbs, _comments, _stories, _summaries, _blurbs):
        gone = rule(page, kept)
        found.update(gone)
        kept = kept[: len(kept) - len(gone)]
    return found


def _blurbs(page: Page, kept: list[int]) -> dict[int, DropReason]:
    """What authors and papers say of themselves: "Jane Doe is a reporter at the Gazette …"."""
    at = len(kept)
    while at and _is_blurb(page.texts[kept[at - 1]]):
        at -= 1
    if (
        at
        and _OWN_BLURB.match(page.texts[kept[at - 1]])
        and not _speaks_of_itself(page, kept[: at - 1])
    ):
        at -= 1
    return _dropped(page, kept, at, DropReason.NOTICE)


def _speaks_of_itself(page: Page, kept: list[int]) -> bool:
    """Whether lines that end as sentences do say "I" or "you" more often than a report may."""
    above = [i for i in kept if page.shapes[i].ends]
    return sum(is_personal(page.texts[i]) for i in above) > MAX_PERSONAL * len(above)


def _is_blurb(text: str) -> bool:
    return _QUOTED.search(text) is None and _BLURB.match(text) is not None


def _comments(page: Page, kept: list[int]) -> dict[int, DropReason]:
    """Lines that speak of "me" and "you", or to "@somebody", below an article that does not."""
    at = start = len(kept)
    count = 0
    while at:
        text = page.texts[kept[at - 1]]
        if _CALLS.match(text) or (is_personal(text) and not _means_anybody(page, kept[at - 1])):
            start = at - 1
            count += 1
        elif page.shapes[kept[at - 1]].words > 12:
            break
        at -= 1
    if count < MIN_COMMENTS:
        return {}
    if _speaks_of_itself(page, kept[:start]):
        return {}
    while _goes_on(page, kept, start):
        start += 1
    return _dropped(page, kept, start, DropReason.COMMENTS)


def _goes_on(page: Page, kept: list[int], at: int) -> bool:
    """Whether a long line stands right below the article's text and is of what that tells.

    An article that only ends by speaking to "you" has no comment there; whoever says "I" does.
    """
    if not 0 < at < len(kept) or kept[at] != kept[at - 1] + 1:
        return False
    text = page.texts[kept[at]]
    if _CALLS.match(text) or _OWN.search(_QUOTED.sub(" ", text)):
        return False
    shape = page.shapes[kept[at]]
    return shape.words >= LONG_LINE and page.share_told(list(shape.content)) > MAX_COMMON


def _means_anybody(page: Page, i: int) -> bool:
    """Whether a line that says "you" is as long as an article's paragraph, and nobody's own."""
    long = page.shapes[i].words >= WHOLE_PARAGRAPH
    return long and _FIRST_PERSON.search(page.texts[i]) is None


def is_personal(text: str) -> bool:
    """Whether ``text``, a line, says "I" or "you" outside quotation marks, and nobody said it."""
    if _PERSONAL.search(text) is None or not _REPORTS.isdisjoint(page_words(text)):
        return False
    return _PERSONAL.search(_QUOTED.sub(" ", text)) is not None


def _stories(page: Page, kept: list[int]) -> dict[int, DropReason]:
    """Headlines that end as none of the article's lines do, and share no words with it."""
    at = len(kept)
    heads = 0
    while at:
        i = kept[at - 1]
        if _is_headline(page, i):
            heads += 1
        elif not (at > 1 and _is_summary(page, i) and _is_headline(page, kept[at - 2])):
            break
        at -= 1
    run = kept[at:]
    words = [word for i in run for word in page.shapes[i].content]
    if heads < MIN_STORIES or page.share_told(words) > MAX_COMMON:
        return {}
    return _dropped(page, kept, at, DropReason.RELATED)


def _summaries(page: Page, kept: list[int]) -> dict[int, DropReason]:
    """Headlines with a longer summary each, which share few words with what stands above them."""
    at = len(kept)
    pairs = 0
    while at:
        i = kept[at - 1]
        if at > 1 and _is_long_summary(page, i) and _is_head(page, kept[at - 2]):
            pairs += 1
            at -= 2
        elif _is_head(page, i):
            at -= 1
        else:
            break
    if pairs < MIN_STORIES:
        return {}
    known = {word for i in kept[:at] if page.prose[i] >= PROSE for word in page.shapes[i].content}
    words = [word for i in kept[at:] for word in page.shapes[i].content]
    if sum(word in known for word in words) > MAX_COMMON * len(words):
        return {}
    return _dropped(page, kept, at, DropReason.RELATED)


def _is_head(page: Page, i: int) -> bool:
    """Whether a line may head a summary; it may be a question, as a headline in a row may not."""
    return (
        3 <= page.shapes[i].words <= MAX_SUMMARY
        and not page.credits[i]
        and not page.texts[i].endswith((".", ":", ",", ";"))
    )


def _is_long_summary(page: Page, i: int) -> bool:
    shape = page.shapes[i]
    return 5 <= shape.words <= MAX_LONG and shape.sentences <= MAX_SENTENCES and not page.bullets[i]


def _is_headline(page: Page, i: int) -> bool:
    shape, text = page.shapes[i], page.texts[i]
    return (
        4 <= shape.words <= MAX_SUMMARY
        and not shape.ends
        and not page.credits[i]
        and not opens_caption(text)
        and not text.endswith((":", ",", ";", "…"))
    )


def _is_summary(page: Page, i: int) -> bool:
    shape = page.shapes[i]
    return 5 <= shape.words <= MAX_SUMMARY and shape.sentences <= 1 and not page.bullets[i]


def _dropped(page: Page, kept: list[int], start: int, why: DropReason) -> dict[int, DropReason]:
    above = sum(page.shapes[i].ends and page.shapes[i].words >= 8 for i in kept[:start])
    return dict.fromkeys(kept[start:], why) if above >= MIN_ABOVE else {}
