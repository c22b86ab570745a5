"""The attribution frames of a sentence, found from its cues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.lang.load import language
from briefbook.text.model import SourceKind
from briefbook.text.statements.clauses import clause_subject, main_subject
from briefbook.text.statements.cues import CUES, NOUN_CUES, VERBS, Cue
from briefbook.text.statements.frame import Frame
from briefbook.text.statements.kinds import kind_of
from briefbook.text.statements.noun_phrases import (
    noun_phrase_after,
    noun_phrase_before,
)
from briefbook.text.statements.reports import reporting
from briefbook.text.statements.source_rules import SourceRule
from briefbook.text.statements.subjects import subject_before
from briefbook.text.statements.verbs import follows_quotation, is_verb, leads_to_content
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.tokens import Range, Tokens

_ENGLISH = language("en")
REACH = 60
"""Tokens a subject is looked for from its verb: keeps the work linear in sentences without end."""

_BE = _ENGLISH.lists["be"]
_PARTICLES = _ENGLISH.lists["particles"]
_SAYING_PARTICLES = _ENGLISH.lists["saying-particles"]
_CLEAR = _ENGLISH.lists["clear"]


def find_frames(tokens: Tokens, lo: int, hi: int) -> list[Frame]:
    """The frames of the sentence ``lo``…``hi``, in order of their cues."""
    frames: list[Frame] = []
    tag, word = tokens.tag, tokens.word
    for k in range(lo, hi):
        if tag[k] & Tag.CUE:
            frame = _verb_frame(tokens, k, lo, hi, frames)
            if frame is None and word[k] in NOUN_CUES and leads_to_content(tokens, k, hi):
                frame = _noun_frame(tokens, k, lo, hi, voiced=bool(frames))
        elif word[k] in ("according", "According") and k + 2 < hi and word[k + 1] == "to":
            source = noun_phrase_after(tokens, k + 2, hi)
            if word[k + 2] in ("him", "her", "them"):
                source = (k + 2, k + 3)
            if source and word[source[1] - 1] in _MEASURES:
                source = None  # according to a formula
            frame = Frame((k, k + 2), source, 0, SourceRule.ACCORDING_TO) if source else None
        elif word[k].lower() == "per" and k + 1 < hi:
            frame = _per(tokens, k, lo, hi)
        elif word[k].lower() == "in" and word[k + 1 : k + 4] == ["the", "words", "of"]:
            source = noun_phrase_after(tokens, k + 4, hi)
            frame = Frame((k, k + 4), source, 0, SourceRule.ACCORDING_TO) if source else None
        elif word[k] in NOUN_CUES:
            frame = _noun_frame(tokens, k, lo, hi, voiced=bool(frames))
        else:
            continue
        if frame and (frame.source is None or _names_somebody(tokens, frame.source)):
            frames.append(frame)
    return frames


_MEASURES = _ENGLISH.lists["measures"]


def _per(tokens: Tokens, k: int, lo: int, hi: int) -> Frame | None:
    """The frame of a "per" that names a source, not a rate: *per* the ministry, not per day."""
    if k > lo and tokens.word[k - 1] != "," and not tokens.tag[k - 1] & Tag.QUOTED:
        return None
    source = noun_phrase_after(tokens, k + 1, hi)
    opens = tokens.tag[k + 1] & (Tag.CAPITAL | Tag.DETERMINER | Tag.NUMBER)
    number = tokens.tag[k + 1] & Tag.NUMBER or tokens.word[k + 1] in NUMBER_WORDS
    if source is None or not (opens or number) or (number and source[1] - source[0] == 1):
        return None
    return Frame((k, k + 1), source, 0, SourceRule.ACCORDING_TO)


NUMBER_WORDS = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))


_NOBODY = _ENGLISH.lists["nobody"]


def _names_somebody(tokens: Tokens, source: Range) -> bool:
    """Whether a phrase can be a source: neither a bare determiner nor an expression of time."""
    first = tokens.word[source[0]].lower().replace("\u2019", "'")
    if first in _POINTING:
        return False
    if source[1] - source[0] == 1 and tokens.tag[source[0]] & Tag.ADVERB and first.endswith("ly"):
        return False  # "Allegedly", with the sentence's capital
    if source[1] - source[0] == 1 and first in _NOBODY:
        return first in _OWNERS
    return first in _ALSO_NAMES or not all(tokens.tag[m] & Tag.TIME for m in range(*source))


_POINTING = _ENGLISH.lists["pointing"]
"""Words that open "It's worth noting that", which nobody says."""
_ALSO_NAMES = _ENGLISH.lists["called-so"]
"""Months and days that people are called."""


def _noun_frame(tokens: Tokens, k: int, lo: int, hi: int, *, voiced: bool) -> Frame | None:
    """The frame of a noun of saying: "Putin's claim that", "her slogan is".

    Where a verb of the sentence is a cue already (``voiced``), only a "that" makes the noun one.
    """
    tag, word = tokens.tag, tokens.word
    if k + 1 >= hi or (
        not (
            word[k + 1] == "that" if voiced else tag[k + 1] & Tag.QUOTED or word[k + 1] in _LEADS_ON
        )
        and not _of_quotation(tokens, k, hi)
    ):
        return None
    j = k - 1
    while j >= lo and k - j < _MODIFIERS and tag[j] & Tag.WORD:
        if tag[j] & Tag.POSSESSIVE:
            owner = noun_phrase_before(tokens, j, max(lo, k - REACH))
            return Frame((k, k + 1), owner, Cue.NOUN, None) if owner else None
        if word[j].lower() in _OWNERS:
            return Frame((k, k + 1), (j, j + 1), Cue.NOUN, None)
        if tag[j] & (Tag.DETERMINER | Tag.PREPOSITION | Tag.COORDINATOR | Tag.AUXILIARY):
            return None
        j -= 1
    return None


def _of_quotation(tokens: Tokens, k: int, hi: int) -> bool:
    """Whether an "of" leads from the noun to a quotation: her allegations of a "plot"."""
    if k + 2 >= hi or tokens.word[k + 1] not in ("of", "about"):
        return False
    at = k + 3 if tokens.tag[k + 2] & Tag.DETERMINER else k + 2
    return at < hi and tokens.tag[at] & Tag.QUOTED > 0


_MODIFIERS = 5
"""Words between an owner and the noun: "his much repeated claim"."""
_LEADS_ON = _ENGLISH.lists["leads-on"]
"""What leads from a noun of saying to what was said."""
_OWNERS = _ENGLISH.lists["owners"]


def _verb_frame(tokens: Tokens, k: int, lo: int, hi: int, frames: list[Frame]) -> Frame | None:
    word = tokens.word
    low = word[k].lower()
    can, needs = CUES[low], VERBS[low].needs
    floor = max(lo, k - REACH)
    if needs == "content" and not (
        leads_to_content(tokens, k, hi) or k == lo or follows_quotation(tokens, k)
    ):
        return None
    cue = (k, k + 1)
    if k + 1 < hi and word[k + 1] in (_SAYING_PARTICLES if can & Cue.SAY else _PARTICLES):
        cue = (k, k + 2)
    if low in ("put", "puts") and k + 1 < hi and word[k + 1] == "it":
        cue, can = (k, k + 2), can | Cue.SAY  # as Jane Doe puts it
    if needs == "back" and (k + 1 >= hi or word[k + 1] != "back"):
        return None
    if needs == "clear":
        clear = next((m for m in (k + 1, k + 2) if m < hi and word[m] in _CLEAR), None)
        if clear is None:
            return None
        cue = (k, clear + 1)
    if can & Cue.PASSIVE and (
        _after_be(tokens, k, floor) or _reduced_passive(tokens, k, lo, hi, can)
    ):
        by = _agent(tokens, cue[1], hi, fronted=k == lo)
        agent = noun_phrase_after(tokens, by, hi) if by else None
        if agent is None:
            return None
        if k > lo and word[k - 1].lower() == "as" and agent[0] == k + 2:
            return Frame((k - 1, k + 2), agent, 0, SourceRule.ACCORDING_TO)  # as reported by
        return Frame(cue, agent, can, None)
    if can & Cue.BASE and can & (Cue.SAY | Cue.THINK):
        doer = _infinitive_subject(tokens, k, floor)
        if doer:
            return Frame(cue, doer, can, SourceRule.PARTICIPLE)
    if can & Cue.PARTICIPLE and not _after_be(tokens, k, floor):
        return _participle(tokens, k, (lo, hi), cue, frames)
    if k > lo and not can & Cue.PARTICIPLE and not is_verb(tokens, k):
        return None
    closing = _closing_source(tokens, k, lo, hi)
    if closing:
        return Frame(cue, closing, can, SourceRule.INVERTED, inverted=True)
    subject = subject_before(tokens, k, floor)
    if subject.phrase:
        return Frame(cue, subject.phrase, can, SourceRule.SUBJECT, relative=subject.relative)
    if subject.shared:
        source = _shared_source(tokens, k, floor, frames)
        return Frame(cue, source, can, SourceRule.SHARED, shared=True) if source else None
    quoted = k > lo and tokens.tag[k - 1] & Tag.QUOTED
    if not quoted and k > lo and low not in _SAYS:
        return None
    if can & (Cue.SAY | Cue.THINK if quoted else Cue.SAY) and can & (Cue.PAST | Cue.THIRD):
        source = noun_phrase_after(tokens, _past_adverbs(tokens, cue[1], hi), hi)
        if source and source[1] < hi and _predicates(tokens, source[1]):
            source = None  # "said his boss was": what was said
        if source and not all(tokens.tag[m] & Tag.TIME for m in range(*source)):
            return Frame(cue, source, can, SourceRule.INVERTED, inverted=True)
    return None


def _closing_source(tokens: Tokens, k: int, lo: int, hi: int) -> Range | None:
    """The source behind a "said" that a whole clause and a comma stand before, if one does.

    Of "The bridge is safe, said Jane Doe, a lawyer", not of "Jane Doe, a lawyer, said".
    """
    tag, word = tokens.tag, tokens.word
    if word[k] not in _SAYS or k - 2 <= lo or word[k - 1] != "," or tag[k - 2] & Tag.QUOTED:
        return None
    source = noun_phrase_after(tokens, k + 1, hi)
    if source is None or all(tag[m] & (Tag.TIME | Tag.NUMBER) for m in range(*source)):
        return None
    if tag[k + 1] & Tag.PARTICIPLE or "'" in word[k + 1].replace("\u2019", "'"):
        return None
    after = source[1]
    if after < hi and not (tag[after] & (Tag.PUNCTUATION | Tag.RELATIVE | Tag.PREPOSITION)):
        return None
    whole = any(
        is_verb(tokens, m) and not tag[m - 1] & Tag.RELATIVE and word[m - 1] != "to"
        for m in range(max(lo + 1, k - REACH), k - 1)
    )
    return source if whole else None


_SAYS = frozenset(("said", "says", "say"))


def _predicates(tokens: Tokens, k: int) -> bool:
    """Whether the word after a noun phrase is its verb, not a participle that describes it."""
    if not is_verb(tokens, k):
        return False
    if tokens.tag[k] & Tag.AUXILIARY or k + 1 >= len(tokens):
        return True
    return not tokens.tag[k + 1] & Tag.PREPOSITION and tokens.word[k + 1] != "as"


def _reduced_passive(tokens: Tokens, k: int, lo: int, hi: int, can: int) -> bool:
    """Whether the participle describes the noun before it: a hacker known as, seen by many."""
    if k > lo and tokens.word[k - 1] == "," and _agent(tokens, k + 1, hi):
        return True  # the donors, dubbed "…" by the campaign
    if k == lo:  # Confronted on the quay by Jane Doe about it, he left
        return _agent(tokens, k + 1, hi, fronted=True) is not None
    if not tokens.tag[k - 1] & Tag.WORD:
        return False
    if k + 1 < hi and tokens.word[k + 1] == "by":
        return True
    helped = Tag.AUXILIARY | Tag.ADVERB | Tag.PRONOUN
    return not can & (Cue.PAST | Cue.BASE) and not tokens.tag[k - 1] & helped


def _agent(tokens: Tokens, k: int, hi: int, *, fronted: bool = False) -> int | None:
    """The token after the "by" of a passive: called by Jane Doe, called "…" by Jane Doe.

    One that is ``fronted`` may tell before it where that was.
    """
    for m in range(k, min(hi, k + _AGENT_WITHIN)):
        if tokens.word[m] == "by" and (fronted or m == k or tokens.tag[m - 1] & Tag.QUOTED):
            return m + 1
        if fronted and tokens.word[m] == ",":
            return None
    return None


_AGENT_WITHIN = 8


def _participle(
    tokens: Tokens, k: int, sentence: Range, cue: Range, frames: list[Frame]
) -> Frame | None:
    """The frame of an -ing form: its clause's subject, or the X of "with X saying"."""
    can = CUES[tokens.word[k].lower()]
    lo, hi = sentence
    floor = max(lo, k - REACH)
    if k > lo and tokens.tag[k - 1] & (Tag.DETERMINER | Tag.POSSESSIVE):
        return None  # "his writing"
    if k > lo and tokens.tag[k - 1] & Tag.WORD:
        phrase = noun_phrase_before(tokens, k - 1, floor)
        having = tokens.word[phrase[0] - 1] if phrase and phrase[0] > floor else ""
        named = tokens.tag[k - 1] & (Tag.CAPITAL | Tag.PRONOUN)
        if phrase and having in _HAVING and (named or _is_somebody(tokens, phrase)):
            return Frame(cue, phrase, can, SourceRule.PARTICIPLE)
    if k - 2 > lo and tokens.word[k - 1] == "as" and tokens.word[k - 2] == "quoted":
        quoted = subject_before(tokens, k - 2, floor).phrase
        return Frame(cue, quoted, can, SourceRule.SUBJECT) if quoted else None
    if k <= lo + 1:  # After saying it was safe, Jane Doe left
        fronted = main_subject(tokens, lo, hi)
        if fronted and fronted[0] > k:
            return Frame(cue, fronted, can, SourceRule.SHARED, shared=True)
    if k > lo and tokens.word[k - 1] == "by":  # angered them by saying
        source = clause_subject(tokens, k - 1, floor)
    else:
        source = _shared_source(tokens, k, floor, frames)
    return Frame(cue, source, can, SourceRule.SHARED, shared=True) if source else None


def _is_somebody(tokens: Tokens, phrase: Range) -> bool:
    return kind_of(" ".join(tokens.word[slice(*phrase)])) is not SourceKind.UNKNOWN


def _infinitive_subject(tokens: Tokens, k: int, lo: int) -> Range | None:
    """Whose an infinitive is: heard *Jane Doe* say, only for *Jane Doe* to tweet."""
    to = tokens.word[k - 1] == "to"
    end = k - 2 if to else k - 1
    if end < lo or not leads_to_content(tokens, k, len(tokens)):
        return None
    before = ("for",) if to else ("heard", "hear", "hears", "saw")
    for m in range(end, max(lo, end - _DOER), -1):
        if tokens.word[m - 1].lower() in before:
            return (m, end + 1) if tokens.tag[m] & (Tag.CAPITAL | Tag.DETERMINER) else None
        if not tokens.tag[m] & Tag.WORD:
            return None
    return None


_DOER = 6
"""Words of a name and its title."""


_HAVING = frozenset(("with", "has", "had", "have"))
"""Before a subject and its -ing form: with Jane Doe saying, a letter has Jane Doe saying."""


def _past_adverbs(tokens: Tokens, k: int, hi: int) -> int:
    while k < hi and tokens.tag[k] & Tag.ADVERB and not tokens.tag[k] & Tag.DETERMINER:
        k += 1
    return k


def _after_be(tokens: Tokens, k: int, lo: int) -> bool:
    """Whether a form of "be" stands before the verb: "was told", "is calling"."""
    j = k - 1
    while j >= lo and tokens.tag[j] & Tag.ADVERB:
        j -= 1
    return j >= lo and tokens.word[j].lower() in _BE


def _shared_source(tokens: Tokens, k: int, lo: int, frames: list[Frame]) -> Range | None:
    for frame in reversed(frames):
        if frame.first < lo:
            break
        if frame.can & ~Cue.NOUN and frame.source and not _subordinate(tokens, frame, k, lo):
            return (reporting(tokens, frame, frames) or frame).source
    return clause_subject(tokens, k, lo)


def _subordinate(tokens: Tokens, frame: Frame, k: int, lo: int) -> bool:
    """Whether the frame's clause is over by token ``k``: "When he asked, she …, saying"."""
    j = frame.first - 1
    while j >= lo and tokens.tag[j] & Tag.ADVERB:
        j -= 1
    if j < lo or not tokens.tag[j] & Tag.SUBORDINATOR or tokens.word[j].lower() == "that":
        return False
    return "," in tokens.word[frame.last : k - 1]
