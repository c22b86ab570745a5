"""Where reported speech ends within its sentence: what the article goes on to say is no part of it.

On PolNeAR's training part, of the clauses that follow a comma within reported speech, two in three
that "but", "which", "while" or a name's own verb open are the article's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.lang.load import language
from briefbook.text.statements.clauses import has_verb
from briefbook.text.statements.cues import CUES, VERBS, Cue
from briefbook.text.statements.next_voice import next_voice
from briefbook.text.statements.noun_phrases import is_pronoun, noun_phrase_after
from briefbook.text.statements.told_in import is_of_now, is_past
from briefbook.text.statements.verbs import is_verb
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.frame import Frame
    from briefbook.text.statements.tokens import Tokens

_ENGLISH = language("en")
_BREAKS = frozenset((",", "\u2014", "\u2013", "--", "-", ";"))
_DASHES = frozenset(("\u2014", "\u2013", "--", "-"))
_APART = _ENGLISH.lists["article-goes-on"]
_CONTRASTS = frozenset(("but", "yet"))


def content_end(tokens: Tokens, start: int, frame: Frame, frames: list[Frame], hi: int) -> int:
    """The token after what ``frame`` reports from ``start`` on; ``hi`` ends its sentence."""
    if frame.source is not None and frame.source[0] > start:
        hi = _before_source(tokens, start, frame.source[0])
    end = next_voice(tokens, start, frame, frames, hi)
    end = _before_quotation(tokens, start, end, frames)
    return trimmed(tokens, start, _gone_on(tokens, start, frame, end))


def _before_source(tokens: Tokens, start: int, source: int) -> int:
    """The comma between a report and whose it is: Saying *it is safe*, Jane Doe left."""
    k = source
    while k > start and tokens.word[k] != ",":
        k -= 1
    return k if k > start else source


def _before_quotation(tokens: Tokens, start: int, end: int, frames: list[Frame]) -> int:
    """The comma before what leads to a quotation, which is a statement of its own.

    Or the colon, where nobody else is said to say it: said it was old, to which Jane Doe replied.
    """
    for k in range(start, end):
        if tokens.tag[k] & Tag.QUOTED:
            if tokens.word[k - 1] == ":" and not any(
                f.cue[0] > start and f.last < k for f in frames
            ):
                return k - 1
            edge = k
            while edge > start and tokens.word[edge] not in _BREAKS:
                edge -= 1
            return edge if edge > start else end
    return end


def _gone_on(tokens: Tokens, start: int, frame: Frame, hi: int) -> int:
    """Where the article's own words go on after a comma or dash, else ``hi``."""
    word = tokens.word
    beside = _is_subordinate(tokens, frame)
    aside = _is_aside(tokens, frame)
    begins_infinitive = _begins_infinitive(tokens, start, hi)
    present = is_of_now(tokens, start, frame, hi)
    for k in range(start + 2, hi - 1):
        if begins_infinitive and tokens.tag[k] & Tag.COORDINATOR and _is_finite(tokens, k + 1):
            return k
        if present and tokens.tag[k] & Tag.COORDINATOR and is_past(tokens, k + 1, hi):
            return k  # said he *is* friendly but *took* issue
        if word[k] not in _BREAKS:
            continue
        low = word[k + 1].lower()
        if word[k] in _DASHES and low in _ASIDES and not _has_dash(tokens, k + 1, hi):
            return k
        if word[k] == ";" or (low in _APART and _is_apart(tokens, start, k, frame)):
            return k
        where = _past_where(tokens, k + 2, hi) if low in _CONTRASTS else k
        if low in _CONTRASTS and (
            opens_clause_of_its_own(tokens, k + 2, hi)
            or (
                where < hi and word[where] == "," and opens_clause_of_its_own(tokens, where + 1, hi)
            )
        ):
            return k
        even = low == "even" and word[k + 2] in ("as", "though")
        if (
            (low in _CONCEDING or even)
            and _is_apart(tokens, start, k, frame)
            and opens_clause_of_its_own(tokens, k + 2 + even, hi)
        ):
            return k
        if (
            beside
            and word[k] == ","
            and opens_clause_of_its_own(tokens, _past_where(tokens, k + 1, hi), hi)
        ):
            return k
        if aside and is_verb(tokens, k + 1) and _may_close(tokens, start, k, frame):
            return k
        if word[k] == "," and _is_added(tokens, k, hi) and has_verb(tokens, start, k):
            return k
    return hi


_ASIDES = frozenset(("something", "there", "which"))
"""What opens an aside behind a dash: said they are late - *something that* is new."""


def _has_dash(tokens: Tokens, lo: int, hi: int) -> bool:
    return any(tokens.word[k] in _DASHES for k in range(lo, hi))


def _is_aside(tokens: Tokens, frame: Frame) -> bool:
    """Whether the frame's clause is about a noun whose own verb follows: the plan, *which*, is new.

    Jane Doe, *saying it was safe*, left; the plan, *which critics say is new*, failed.
    """
    if frame.relative is not None:
        return True
    if frame.source is None:
        return False
    if frame.shared:
        return frame.cue[0] == frame.source[1] + 1 and tokens.word[frame.source[1]] == ","
    k = frame.first - 1
    while k > 0 and tokens.tag[k] & Tag.ADVERB:
        k -= 1
    return k > 0 and tokens.word[k].lower() == "which"


def _may_close(tokens: Tokens, start: int, k: int, frame: Frame) -> bool:
    """Whether the relative clause of the frame may end at ``k``: who said the two, *and Roe*, …"""
    said = CUES.get(tokens.word[k + 1].lower(), 0) & Cue.SAY
    if said or frame.relative is None or is_pronoun(tokens, start):
        return True
    return any(is_verb(tokens, m) for m in range(start, k))


def _is_apart(tokens: Tokens, start: int, k: int, frame: Frame) -> bool:
    """Whether the word behind the mark at ``k``, which may begin the article's own words, does."""
    low = tokens.word[k + 1].lower()
    if low == "which" and frame.can & Cue.SAY:
        return has_verb(tokens, start, k)  # that the bridge, *which is old*, is safe
    return low != "while" or not _compares(tokens, frame)


def _compares(tokens: Tokens, frame: Frame) -> bool:
    """Whether the frame is of a poll or the like, which finds one thing *while* it finds another.

    On PolNeAR's training part the second clause is the poll's as well in two of three cases.
    """
    verb = VERBS.get(tokens.word[frame.cue[0]].lower())
    return verb is not None and "finding" in verb.takes


_ORDERED = 7
"""Tokens in which an order or a promise reaches its "to": told *the townspeople to* stay."""


def _begins_infinitive(tokens: Tokens, start: int, hi: int) -> bool:
    """Whether what was said is what somebody is to do rather than a clause."""
    for k in range(start, min(hi - 1, start + _ORDERED)):
        if tokens.word[k] == "to":
            return is_verb(tokens, k + 1) or tokens.tag[k + 1] == Tag.WORD
        if tokens.word[k] == "that" or is_verb(tokens, k):
            return False
    return False


def _is_finite(tokens: Tokens, k: int) -> bool:
    """Whether a verb at ``k`` cannot go on with an infinitive: to stay *and has* since."""
    low = tokens.word[k].lower()
    if low in ("has", "had", "was", "were", "is", "did"):
        return True
    return is_verb(tokens, k) and bool(
        CUES.get(low, 0) & (Cue.PAST | Cue.THIRD) or (low.endswith("ed") and low not in CUES)
    )


def _is_added(tokens: Tokens, k: int, hi: int) -> bool:
    """Whether what the comma at ``k`` leads to is the article's, behind a whole clause.

    An aside on it or its last word (a plan that …, who …), what else was said or done (citing …,
    and she accused …).
    """
    word, tag = tokens.word, tokens.tag
    low = word[k + 1].lower()
    if low == "who" or (tag[k + 1] & Tag.PARTICIPLE and tag[k + 1] & Tag.CUE):
        return True
    if low in _BESIDE_SAYING or _tells_reaction(tokens, k + 1, hi):
        return True
    if low in ("a", "an"):
        return not tag[k - 1] & Tag.CAPITAL or opens_clause_of_its_own(tokens, k + 1, hi)
    if not tag[k + 1] & Tag.COORDINATOR:
        return False
    if k + 2 >= hi:
        return True  # where the text breaks off
    if word[k + 2] in ("how", "that", "whether", "why"):
        return False  # asked whether it was old, or whether it needs paint
    for m in range(k + 2, min(hi, k + _SUBJECT)):
        if is_verb(tokens, m):
            finite = CUES.get(word[m].lower(), 0) & (Cue.PAST | Cue.THIRD)
            return bool(finite) and not tag[m] & Tag.AUXILIARY
    return False


def _tells_reaction(tokens: Tokens, k: int, hi: int) -> bool:
    """Whether the token at ``k`` opens what saying it led to: *drawing criticism*."""
    if tokens.word[k] not in _CAUSING:
        return False
    return not _REACTIONS.isdisjoint(tokens.word[k + 1 : min(hi, k + _REACTION)])


_BESIDE_SAYING = _ENGLISH.lists["beside-saying"]
_CAUSING = _ENGLISH.lists["causing"]
_REACTIONS = _ENGLISH.lists["reactions"]
_REACTION = 6
"""Tokens in which what was caused is named: drawing *a sharp reply*."""
_CONCEDING = _ENGLISH.lists["conceding"]


def _is_subordinate(tokens: Tokens, frame: Frame) -> bool:
    """Whether the frame's clause stands beside another: *while* Jane Doe said it is safe, …"""
    k = frame.first - 1
    while (
        k >= 0 and tokens.tag[k] & (Tag.ADVERB | Tag.TIME) and not tokens.tag[k] & Tag.SUBORDINATOR
    ):
        k -= 1
    if k > 0 and tokens.tag[k] & Tag.PREPOSITION and tokens.tag[k + 1] & Tag.TIME:
        k -= 1  # although *in September* she said
    return k >= 0 and tokens.tag[k] & Tag.SUBORDINATOR > 0 and tokens.word[k].lower() not in _THAT


_THAT = frozenset(("that", "what", "how", "why", "where"))


def _past_where(tokens: Tokens, k: int, hi: int) -> int:
    """The token behind a preposition and its noun phrase at ``k``: *at the town hall* she said."""
    if k < hi and tokens.tag[k] & Tag.PREPOSITION:
        where = noun_phrase_after(tokens, k + 1, hi)
        if where is not None:
            k = where[1]
            while k < hi and (tokens.tag[k] & Tag.TIME or tokens.word[k] in ("this", "last")):
                k += 1
    return k


def opens_clause_of_its_own(tokens: Tokens, k: int, hi: int) -> bool:
    """Whether a subject and its verb begin at token ``k``."""
    while k < hi and tokens.tag[k] & Tag.ADVERB and not tokens.tag[k] & Tag.DETERMINER:
        k += 1
    if k >= hi:
        return False
    if tokens.tag[k] & Tag.PRONOUN and not tokens.tag[k] & Tag.DETERMINER:
        return True
    phrase = noun_phrase_after(tokens, k, hi)
    if phrase is None:
        return False
    for m in range(phrase[1], min(hi, phrase[1] + _SUBJECT)):
        if tokens.word[m] in _BREAKS or tokens.tag[m] & (Tag.RELATIVE | Tag.SUBORDINATOR):
            return False
        if is_verb(tokens, m):
            return tokens.word[m - 1] != "to"
    return False


_SUBJECT = 8
"""Tokens from a clause's first noun phrase to its verb: the mixing *of business and trade* was."""


def trimmed(tokens: Tokens, start: int, end: int) -> int:
    """``end``, the marks before it left off."""
    while end > start and (
        tokens.tag[end - 1] & Tag.PUNCTUATION and tokens.word[end - 1] not in (")", "]", "%")
    ):
        end -= 1
    return end
