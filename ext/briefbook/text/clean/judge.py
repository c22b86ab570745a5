"""The rules in order: lines of a seed in, one verdict a line out.

1. A line of a known form of words is dropped for that form's reason, unless it may be a heading of
   the article. Leaked markup is dropped likewise.
2. Every other line is scored by its features; below ``DROP_BELOW`` it is dropped for what its place
   and its neighbours make it.
   Before that, entries of the article's own lists are kept; after it, what stands below the
   article goes that differs from it. Where half of the page's text would go, it stays in doubt.
3. What the article keeps is typed: title, byline, caption, subhead, question, bullet, paragraph. A
   title, a byline and a caption are kept whatever their score.
4. A line of the text that scores below ``SURE_ABOVE`` is marked doubtful.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefbook.text.clean.block_kinds import first_kinds, is_answer, is_heading, kinds_of
from briefbook.text.clean.captions import find_credit
from briefbook.text.clean.features import weigh
from briefbook.text.clean.half import kept_in_doubt
from briefbook.text.clean.headline import candidates, is_page_title
from briefbook.text.clean.interviews import questions
from briefbook.text.clean.lists import listed
from briefbook.text.clean.page import Page
from briefbook.text.clean.page_phrases import is_topic, reason_of
from briefbook.text.clean.rows import above_headline, below_text
from briefbook.text.clean.tail import below
from briefbook.text.clean.verdicts import Verdict
from briefbook.text.folded import fold_words
from briefbook.text.kinds import BlockKind, DropReason
from briefbook.text.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.clean.page_line import PageLine

DROP_BELOW = -2.5
"""A chance of 8 %: a line is dropped only where the odds are twelve to one against it. With the
rules, F1 and per cent of the body lost, view p: readability 95.1 and 0.8, scrapinghub's development
half 92.3 and 0.4, newspaper4k's 94.6 and 1.8, of which five parts in six are offers, notices, other
headlines that its gold holds. Of the features alone ``features.py`` tells."""

SURE_ABOVE = 0.0
"""Even odds: doubt marks 2 % of the body and half of the boilerplate that is still kept (there)."""

MAX_HEADING = 6
"""Words of a line that heads other stories; a longer one is a story itself."""

MAX_HEADLINE = 25
"""Words of another story's headline."""

MAX_REFRAIN = 12
"""Words of a line in quotation marks that may be said more than once."""

MIN_REPEATED = 25
"""Characters of a line that is dropped when it comes again; shorter ones may be answers."""


def judge(texts: Sequence[str], bullets: Sequence[bool]) -> list[Verdict]:
    """One verdict for each of ``texts``, the lines of a seed that are not blank, layout removed."""
    judged = _judge_lines(texts, bullets)
    page, scores, reasons = judged.page, judged.scores, judged.reasons
    texts = page.texts
    kinds = kinds_of(page, reasons, judged.listed, scores)
    for i in judged.asked:
        if kinds[i] in (BlockKind.PARAGRAPH, BlockKind.SUBHEAD):
            kinds[i] = BlockKind.QUESTION
    title = next((i for i, kind in enumerate(kinds) if kind is BlockKind.TITLE), None)
    for i in above_headline(page, kinds, title) if title is not None else ():
        kinds[i] = None
    verdicts = []
    seen: set[str] = set()
    for i, (text, score, reason, kind) in enumerate(
        zip(texts, scores, reasons, kinds, strict=True)
    ):
        again = len(text) >= MIN_REPEATED and text in seen and not _says_again(page, i)
        again = again and i not in judged.asked
        if title is not None and is_page_title(text, texts[title]):
            verdicts.append(Verdict(DropReason.DUPLICATE))
        elif kind is None:
            verdicts.append(Verdict(reason or DropReason.NAVIGATION))
        elif again:
            verdicts.append(Verdict(DropReason.DUPLICATE))
        else:
            seen.add(text)
            unsure = score < SURE_ABOVE or i in judged.doubts
            verdicts.append(Verdict(kind, doubtful=kind.is_text and unsure))
    return verdicts


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lines:
    """What is known of lines before it is asked what those are that are kept."""

    page: Page
    scores: Sequence[float]
    listed: Sequence[bool]
    asked: frozenset[int]
    """Questions of an interview."""
    reasons: Sequence[DropReason | None]
    doubts: frozenset[int]
    """Lines that are kept only because too many would go."""


def _judge_lines(texts: Sequence[str], bullets: Sequence[bool]) -> _Lines:
    texts = [fold_words(text).strip() or text for text in texts]
    page = Page(texts, bullets, [_phrase(text) for text in texts])
    scores = [weigh(line) for line in page.lines()]
    lists = listed(page)
    asked = questions(page)
    reasons = _reasons(page, scores, lists, asked)
    doubts = frozenset(kept_in_doubt(page, reasons))
    for i in doubts:
        reasons[i] = None
    if not any(reason is None for reason in reasons):
        _rescue(page, reasons)
    return _Lines(
        page=page, scores=scores, listed=lists, asked=asked, reasons=reasons, doubts=doubts
    )


def _phrase(text: str) -> DropReason | None:
    # "© Jane Doe / Agency" is a photo's credit, "© 2021 The Gazette" a notice.
    return None if "©" in text and find_credit(text) else reason_of(text)


def _reasons(
    page: Page, scores: Sequence[float], lists: Sequence[bool], asked: frozenset[int]
) -> list[DropReason | None]:
    reasons: list[DropReason | None] = []
    for i, score in enumerate(scores):
        phrase = page.phrases[i]
        if lists[i] and not page.markup[i]:
            reasons.append(None)
        elif phrase is not None and not (score > DROP_BELOW and _may_head(page, i)):
            reasons.append(phrase)
        elif page.markup[i]:
            reasons.append(DropReason.NAVIGATION)
        elif page.doubled[i]:
            reasons.append(DropReason.RELATED)
        elif page.opens_comment(i):
            reasons.append(DropReason.COMMENTS)
        elif score < DROP_BELOW:
            reasons.append(_by_place(page, i))
        else:
            reasons.append(None)
    _fill_gaps(page, reasons)
    _follow_headings(page, reasons, asked)
    answered = max(asked, default=-1) + 1
    for rule in (below, below_text):
        for i, reason in rule(page, reasons).items():
            if not lists[i] and i > answered:
                reasons[i] = reason
    return reasons


def _may_head(page: Page, i: int) -> bool:
    """Whether a section's name ("Politics") stands where a heading within the text would."""
    return (
        is_topic(page.texts[i])
        and is_heading(page.texts[i], page.shapes[i])
        and 0 < i < len(page.texts) - 1
        and page.prose[i - 1] > 0
        and page.prose[i + 1] > 0
    )


def _by_place(page: Page, i: int) -> DropReason:
    """Why a line is no part of the article that says nothing of itself."""
    before = page.phrases[i - 1] if i else None
    after = page.phrases[i + 1] if i + 1 < len(page.phrases) else None
    if before is not None and before is after and before is not DropReason.TIMESTAMP:
        return before
    if page.in_comments(i):
        return DropReason.COMMENTS
    if page.shapes[i].words >= 5 or page.in_related(i):
        return DropReason.RELATED
    return DropReason.NAVIGATION


def _fill_gaps(page: Page, reasons: list[DropReason | None]) -> None:
    """A short line between two offers is the second offer's heading."""
    for i in range(1, len(reasons) - 1):
        if (
            reasons[i] is None
            and reasons[i - 1] is reasons[i + 1] is DropReason.SIGN_UP
            and not page.shapes[i].ends
            and len(page.texts[i]) < 100
        ):
            reasons[i] = DropReason.SIGN_UP


def _follow_headings(page: Page, reasons: list[DropReason | None], asked: frozenset[int]) -> None:
    """Headlines under "Related stories" or "More on this": bullets, or two and more in a row.

    The first question of an interview is none, nor is the name of who answers above it.
    """
    last = len(reasons)
    done = 0
    for i, phrase in enumerate(page.phrases):
        # A heading within a row has been seen with it: each line is looked at once.
        if i < done or phrase is not DropReason.RELATED or page.shapes[i].words > MAX_HEADING:
            continue
        end = i + 1
        while end < last and _is_headline(page, end) and reasons[end] in (None, phrase):
            if end in asked or end + 1 in asked:
                break
            end += 1
        run = range(i + 1, end)
        done = end
        if len(run) > 1 or (run and page.bullets[i + 1]):
            for j in run:
                reasons[j] = phrase


def _is_headline(page: Page, i: int) -> bool:
    shape, text = page.shapes[i], page.texts[i].rstrip("\"'”’»")
    return not text.endswith((".", ":", "…")) and 3 <= shape.words <= MAX_HEADLINE


def _says_again(page: Page, i: int) -> bool:
    """Whether a line that comes again is said again: an answer, a refrain, no pull quote."""
    text = page.texts[i]
    if i == 0 or text == page.texts[i - 1]:
        return False
    refrain = page.shapes[i].words <= MAX_REFRAIN and text[0] in '“"„«' and text[-1] in '”"“»'
    return refrain or is_answer(text) or page.texts[i - 1].endswith(("?", ":"))


def _rescue(page: Page, reasons: list[DropReason | None]) -> None:
    """Where nothing is left, keep what may be text after all: headlines, one short sentence."""
    for i, shape in enumerate(page.shapes):
        sentence = shape.ends and shape.words >= 3
        if page.phrases[i] is None and not page.markup[i] and (sentence or shape.words >= 6):
            reasons[i] = None


def headline(lines: Sequence[str]) -> int | None:
    """The index of the headline among ``lines``, 0-based; None where they hold none."""
    for i, verdict in enumerate(_judged(lines)):
        if verdict is not None and verdict.fate is BlockKind.TITLE:
            return i
    return None


def keep_lines(lines: Sequence[str]) -> list[bool]:
    """Whether each of ``lines`` is the article's body: the judgement alone, for measuring it.

    Titles and bylines are kept in an article, and a repeated line is shown once; its body, as
    corpora of pages mark it, is without the former and with the latter.
    """
    body = {*BlockKind, DropReason.DUPLICATE} - {BlockKind.TITLE, BlockKind.BYLINE}
    return [verdict is not None and verdict.fate in body for verdict in _judged(lines)]


def lines_of(lines: Sequence[str]) -> list[PageLine]:
    """``lines``, none of them blank, as the features see them: for fitting the weights."""
    cut = [(text, *_cut(text)) for text in lines]
    texts = [fold_words(text[start:end]).strip() for text, start, end, _ in cut]
    page = Page(texts, [bullet for *_, bullet in cut], [_phrase(text) for text in texts])
    return list(page.lines())


def headline_signs(lines: Sequence[str]) -> list[tuple[int, dict[str, float]]]:
    """Which of ``lines``, none of them blank, may be the headline, and their signs: for fitting."""
    cut = [(text, *_cut(text)) for text in lines]
    judged = _judge_lines(
        [text[start:end] for text, start, end, _ in cut], [bullet for *_, bullet in cut]
    )
    kinds = first_kinds(judged.page, judged.reasons)
    return candidates(judged.page, kinds, judged.listed, judged.scores)


def _judged(lines: Sequence[str]) -> list[Verdict | None]:
    """The verdict on each of ``lines``, bullet marks and all; None for a blank one."""
    cut = [_cut(text) for text in lines]
    written = [
        (text[start:end], bullet)
        for text, (start, end, bullet) in zip(lines, cut, strict=True)
        if start < end
    ]
    verdicts = iter(judge([text for text, _ in written], [bullet for _, bullet in written]))
    return [next(verdicts) if start < end else None for start, end, _ in cut]


def _cut(text: str) -> tuple[int, int, bool]:
    line = next(split_lines(text), None)
    return (line.text_start, line.text_end, line.bullet) if line else (0, 0, False)
