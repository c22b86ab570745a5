"""Reported speech before its cue or around it: …, she said; The bridge, he said, is safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.kinds import SourceKind
from briefbook.text.lang.load import language
from briefbook.text.statements.clauses import has_verb
from briefbook.text.statements.content_ends import (
    content_end,
    opens_clause_of_its_own,
    trimmed,
)
from briefbook.text.statements.cues import VERBS, Cue
from briefbook.text.statements.kinds import kind_of
from briefbook.text.statements.noun_phrases import noun_phrase_after
from briefbook.text.statements.reports import interrupts
from briefbook.text.statements.source_rules import SourceRule
from briefbook.text.statements.tokens import SENTENCE_ENDS
from briefbook.text.statements.verbs import is_verb
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.frame import Frame
    from briefbook.text.statements.tokens import Range, Tokens

_ENGLISH = language("en")
_IN_TRAILS = _ENGLISH.lists["in-trails"]
_ON_ITS_OWN = _ENGLISH.lists["on-its-own"]
_DASHES = frozenset(("\u2014", "\u2013", "--", "-"))
_DATELINE = 8
"""Tokens of a place and an agency before the dash that opens a wire's first sentence."""
_WHEN = 10
"""Tokens of when it was said: after meeting with aides on Thursday."""
_CLAUSE = 30
"""Tokens in which a subject that a relative clause describes has to reach its verb."""


def content_before(
    tokens: Tokens, frame: Frame, frames: list[Frame], lo: int, hi: int
) -> Range | None:
    """What stands before ``frame``, or around it, in the sentence ``lo``…``hi``; None if nothing.

    Around it where the sentence goes on with the clause that the frame interrupts.
    """
    start = _past_earlier(tokens, _past_dateline(tokens, lo, frame.first), frame, frames)
    first = frame.first
    if tokens.word[first - 1].lower() == "as":
        first -= 1  # as Jane Doe reported
    tail = _past_trail(tokens, frame, hi)
    if tail is None:
        return None
    if first == lo or (first == lo + 1 and tokens.word[lo] == "("):
        goes_on = tail + 1 < hi and tokens.word[tail] == ","
        if not goes_on or (first == frame.first and not _opens_report(tokens, tail + 1, hi)):
            return None
        return tail + 1, trimmed(tokens, tail + 1, hi)
    if first - start < 1:
        return None
    end = trimmed(tokens, start, first)
    if not _set_off(tokens, frame, first):
        last = frame.last >= hi or tokens.word[frame.last] in SENTENCE_ENDS
        said = frame.rule is SourceRule.SUBJECT and tokens.word[frame.cue[0]] in (
            "said",
            "say",
        )
        return (start, end) if last and said and has_verb(tokens, start, end) else None
    whole = not _is_fronted(tokens, start, end)
    apostrophe = "'" in tokens.word[start].replace("\u2019", "'")
    contracted = apostrophe and tokens.tag[start] & Tag.PRONOUN > 0  # It's a gift, they say
    begun = (
        whole
        and (contracted or has_verb(tokens, start, end))
        and tokens.word[end - 1] not in _LINKING
    )
    goes_on = tail + 1 < hi and tokens.word[tail] == ","
    if not goes_on or (frame.inverted and (begun or not is_verb(tokens, tail + 1))):
        return (start, end) if whole else None
    if _goes_on(tokens, tail + 1, hi, begun=begun):
        return (start, content_end(tokens, tail + 1, frame, frames, hi))
    return (start, end) if whole else None


_LINKING = frozenset(("are", "is", "was", "were"))
"""Verbs that end no clause: The truth *is*, she said, …"""


def _opens_report(tokens: Tokens, k: int, hi: int) -> bool:
    """Whether what a comma parts from its cue is a report: said, *if it rains, the bridge shuts*.

    Not what the article tells beside it: said, clutching her hat; fired back, including Roe.
    """
    if tokens.tag[k] & (Tag.PARTICIPLE | Tag.COORDINATOR | Tag.RELATIVE):
        return False
    return tokens.word[k] not in ("according", "where") and has_verb(tokens, k, hi)


def around(tokens: Tokens, content: Range, frame: Frame, hi: int) -> list[Range]:
    """The stretches of ``content`` beside the ``frame`` that stands within it: *It*, he said, *is*.

    One where the frame stands outside.
    """
    start, end = content
    first = frame.first
    if first <= start or frame.last >= end:
        return [content]
    if tokens.word[first - 1].lower() == "as":
        first -= 1
    tail = _past_trail(tokens, frame, hi)
    if tail is None or tail + 1 >= end:
        return [content]
    opened = (start, trimmed(tokens, start, first))
    linking = Tag.ADVERB | Tag.COORDINATOR | Tag.SUBORDINATOR
    if opened[1] - opened[0] == 1 and tokens.tag[start] & linking:
        return [(tail + 1, end)]  # However, she said, *it is safe*
    return [opened, (tail + 1, end)]


def _past_dateline(tokens: Tokens, lo: int, first: int) -> int:
    for k in range(lo + 1, min(first, lo + _DATELINE)):
        if tokens.word[k] in _DASHES and tokens.word[lo].isupper():
            return k + 1
        if (
            tokens.word[k] == ")"
            and tokens.word[lo].isupper()
            and tokens.word[lo + 1] in (",", "(")
        ):
            return k + 2 if tokens.word[k + 1] in (*_DASHES, ":") else k + 1
    return lo


def _past_earlier(tokens: Tokens, start: int, frame: Frame, frames: list[Frame]) -> int:
    """Where the clause of ``frame`` begins behind one that is attributed already.

    One town danced, Jane Doe said, *while another slept*, the mayor said.
    """
    for other in reversed(frames):
        if other.cue[0] >= frame.cue[0] or other.source is None or other.shared:
            continue
        k = other.last
        that = "that" in tokens.word[k : k + _WHOM] and k < frame.first
        if that and other.can & Cue.SAY and interrupts(tokens, frame):
            return tokens.word.index("that", k)  # told reporters *that* the bridge, he said, is
        if other.last > frame.first or other.first <= start or tokens.word[other.first - 1] != ",":
            return start
        if k < frame.first and tokens.word[k] == ",":
            k += 1
        joined = k < frame.first and (
            tokens.tag[k] & Tag.COORDINATOR or tokens.word[k].lower() in ("while", "whereas")
        )
        if joined and has_verb(tokens, k + 1, frame.first):
            return k + 1
        return start
    return start


_WHOM = 4
"""Tokens of whom and when between a cue and its "that"."""


def _set_off(tokens: Tokens, frame: Frame, first: int) -> bool:
    """Whether a comma or dash stands before the frame; an "according to" can do without."""
    before = tokens.word[first - 1]
    if before == "," or before in _DASHES:
        return True
    if frame.rule is not SourceRule.ACCORDING_TO or frame.source is None:
        return False
    phrase = " ".join(tokens.word[slice(*frame.source)])
    return kind_of(phrase) is not SourceKind.UNKNOWN and bool(
        tokens.tag[frame.first - 1] & Tag.WORD
    )


_ANSWERS = frozenset(("yes", "no", "so", "nothing", "otherwise"))
"""Said *so*: what stands before was said by others."""


def _past_trail(tokens: Tokens, frame: Frame, hi: int) -> int | None:
    """The token after when, where and to whom; None where the verb has an object or clause."""
    word, tag = tokens.word, tokens.tag
    k = frame.last
    if frame.inverted or frame.rule is SourceRule.ACCORDING_TO:
        while k < hi and word[k] not in (",", ";", ":") and word[k] not in _DASHES:
            k += 1
        return k
    if k < hi and word[k] in _ANSWERS:
        return None
    verb = VERBS.get(word[frame.cue[0]].lower())
    if verb is not None and "listener" in verb.takes and k < hi:
        listener = noun_phrase_after(tokens, k, hi)
        if tag[k] & Tag.OBJECT:
            k += 1
        elif listener is not None:
            k = listener[1]
    while k < hi:
        if tag[k] & (Tag.TIME | Tag.NUMBER) or (
            tag[k] & Tag.ADVERB and not tag[k] & Tag.DETERMINER
        ):
            k += 1
        elif word[k] in ("this", "last") and k + 1 < hi and tag[k + 1] & Tag.TIME:
            k += 2
        elif word[k] in ("after", "before") and k + 1 < hi and not tag[k + 1] & Tag.PUNCTUATION:
            last = min(hi, k + _WHEN)
            while k < last and not tag[k] & (Tag.PUNCTUATION | Tag.QUOTED):
                k += 1  # he said *after meeting with aides*, because …
        elif word[k] in _IN_TRAILS:
            phrase = noun_phrase_after(tokens, k + 1, hi)
            if phrase is None:
                return None
            k = phrase[1]
        else:
            break
    ends = k >= hi or word[k] in SENTENCE_ENDS or word[k] in (",", ";", ":", ")")
    return k if ends or word[k] in _DASHES else None


def _goes_on(tokens: Tokens, k: int, hi: int, *, begun: bool) -> bool:
    """Whether the clause that a frame interrupted goes on at token ``k``.

    ``begun`` tells that a whole clause stands before the frame: then only what depends on it does.
    """
    tag, low = tokens.tag[k], tokens.word[k].lower()
    if low in _ON_ITS_OWN or tag & Tag.QUOTED or (begun and tag & Tag.PARTICIPLE):
        return False
    if tag & Tag.COORDINATOR:
        return not begun and not opens_clause_of_its_own(tokens, k + 1, hi)
    if not begun:
        return not tag & Tag.RELATIVE
    if low in _DEPENDENT or is_verb(tokens, k):
        return True
    return bool(tag & Tag.PREPOSITION) and "anonymity" not in tokens.word[k : k + 4]


_DEPENDENT = frozenset(("that", "to", "because", "if", "unless", "until", "especially"))


def _is_fronted(tokens: Tokens, lo: int, end: int) -> bool:
    """Whether ``lo``…``end`` only says where, when or how: "In a televised address, she told"."""
    tag = tokens.tag
    while lo < end and tag[lo] & (Tag.COORDINATOR | Tag.ADVERB) and not tag[lo] & Tag.SUBORDINATOR:
        lo += 1
        if tokens.word[lo] == "than":
            return False  # More than half of them came, she said
    if lo < end and tag[lo] & Tag.SUBORDINATOR and tokens.word[lo].lower() not in _OPEN_MAIN:
        return not any(
            tokens.word[k] == ","
            and not tag[k + 1] & (Tag.RELATIVE | Tag.PARTICIPLE | Tag.COORDINATOR)
            and (
                opens_clause_of_its_own(tokens, k + 1, end)
                or (bool(tag[k + 1] & Tag.WORD) and _reaches_verb(tokens, k + 1, end))
            )
            for k in range(lo, end - 1)
        )
    if not tag[lo] & Tag.PREPOSITION and not tokens.word[lo].endswith("ing"):
        return False
    return not any(is_verb(tokens, k) for k in range(lo, end))


def _reaches_verb(tokens: Tokens, k: int, hi: int) -> bool:
    """Whether a subject with a relative clause and its verb follow: *people who left* will stay."""
    subject = noun_phrase_after(tokens, k, hi)
    if subject is None or subject[1] >= hi or not tokens.tag[subject[1]] & Tag.RELATIVE:
        return False
    last = min(hi, subject[1] + _CLAUSE)
    return sum(is_verb(tokens, m) for m in range(subject[1], last)) > 1


_OPEN_MAIN = frozenset(
    ("so", "that", "what", "whether", "how", "why", "whoever", "whatever", "however")
)
"""Subordinators that open a subject, or are adverbs: *What it needs* is paint, she said."""
