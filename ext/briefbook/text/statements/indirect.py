"""Reported speech without quotation marks: where what was said begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.kinds import SourceKind
from briefbook.text.lang.load import language
from briefbook.text.lang.spelling import singular
from briefbook.text.statements.content_before import content_before
from briefbook.text.statements.content_ends import content_end, opens_clause_of_its_own, trimmed
from briefbook.text.statements.content_objects import end_of_name, thing_told_of
from briefbook.text.statements.content_starts import content_start
from briefbook.text.statements.cues import CUES, VERBS, Cue
from briefbook.text.statements.kinds import kind_of
from briefbook.text.statements.noun_phrases import is_pronoun
from briefbook.text.statements.open_reports import is_open
from briefbook.text.statements.phrases import DOCUMENTS, head_of
from briefbook.text.statements.source_rules import SourceRule
from briefbook.text.statements.verbs import is_verb
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.frame import Frame
    from briefbook.text.statements.tokens import Range, Tokens

_FINDING = (SourceKind.DOCUMENT, SourceKind.INSTITUTION, SourceKind.PUBLICATION)
"""Kinds of sources that show or find what they publish."""
_PICTURES = language("en").nouns["picture"]
"""They show what there is, and nobody says it, unless that something is so."""
_SHORTEST = 3
"""Tokens a reported clause has at least."""


def content_of(tokens: Tokens, frame: Frame, frames: list[Frame], lo: int, hi: int) -> Range | None:
    """The tokens of what ``frame`` reports within the sentence ``lo``…``hi``, or None."""
    content = _content(tokens, frame, frames, lo, hi)
    verb = VERBS.get(tokens.word[frame.cue[0]].lower())
    shortest = _SHORTEST - 1 if verb and not verb.takes.isdisjoint(_OF_THINGS) else _SHORTEST
    if content and is_pronoun(tokens, content[0]):
        shortest = _SHORTEST - 1  # it fell
    return content if content and content[1] - content[0] >= shortest else None


_OF_THINGS = ("for", "name")
"""What verbs take of which two words say enough: called for *his dismissal*."""


def _content(tokens: Tokens, frame: Frame, frames: list[Frame], lo: int, hi: int) -> Range | None:
    if frame.rule is SourceRule.ACCORDING_TO:
        if not _opens(tokens, lo, frame.first):
            return content_before(tokens, frame, frames, lo, hi)
        return _after_according_to(tokens, frame, hi)
    if frame.rule is None or not _can_report(tokens, frame) or is_open(tokens, frame, lo, hi):
        return None
    start = _after_relative(tokens, frame, lo, hi)
    if start is None and not _is_what(tokens, frame, lo):
        start = content_start(tokens, frame, hi)
    takes = VERBS[tokens.word[frame.cue[0]].lower()].takes
    if start is not None:
        end = content_end(tokens, start, frame, frames, hi)
        if "name" in takes and frame.cue[1] == start and tokens.word[start] != "that":
            end = end_of_name(tokens, start, end)
        return (start, end)
    if "thing" in takes and not _is_infinitive(tokens, frame) and not _is_habit(tokens, frame):
        thing = None if frame.inverted else thing_told_of(tokens, frame.last, hi)
        if thing is not None:
            return thing
    if (
        frame.shared
        or frame.relative is not None
        or not (frame.can & Cue.SAY or "finding" in takes)
    ):
        return None
    return content_before(tokens, frame, frames, lo, hi)


def _opens(tokens: Tokens, lo: int, first: int) -> bool:
    """Whether only a conjunction or an adverb stands before ``first`` in its clause."""
    k = first - 1
    while k >= lo and (
        tokens.word[k] == "," or tokens.tag[k] & (Tag.COORDINATOR | Tag.ADVERB | Tag.SUBORDINATOR)
    ):
        k -= 1
    return k < lo or tokens.word[k] in (":", ";")


def _after_according_to(tokens: Tokens, frame: Frame, hi: int) -> Range | None:
    start = _comma(tokens, frame.last, hi)
    beyond = _comma(tokens, start + 1, hi)
    if beyond < hi and not any(is_verb(tokens, k) for k in range(start + 1, beyond)):
        start = beyond  # according to Jane Doe, *a lecturer in Akron*, it is safe
    if start + 1 >= hi or tokens.tag[start + 1] & Tag.PARTICIPLE:
        return None
    return start + 1, trimmed(tokens, start + 1, hi)


def _comma(tokens: Tokens, k: int, hi: int) -> int:
    while k < hi and tokens.word[k] != ",":
        k += 1
    return k


def _can_report(tokens: Tokens, frame: Frame) -> bool:
    """Whether the frame's cue reports what was said, rather than speaks of something."""
    if frame.can & Cue.SAY or _document_shows(tokens, frame):
        return True
    takes = VERBS[tokens.word[frame.cue[0]].lower()].takes if frame.can & Cue.ACT else frozenset()
    return bool(takes) and "finding" not in takes


def _is_infinitive(tokens: Tokens, frame: Frame) -> bool:
    """Whether the cue is an infinitive, of what is yet to be said: plans to announce a bridge."""
    k = frame.cue[0]
    return k > 0 and tokens.word[k - 1] == "to"


def _is_habit(tokens: Tokens, frame: Frame) -> bool:
    """Whether an aside tells what the source does: the bank, which *reports* results in April."""
    return frame.relative is not None and not CUES[tokens.word[frame.cue[0]].lower()] & Cue.PAST


def _after_relative(tokens: Tokens, frame: Frame, lo: int, hi: int) -> int | None:
    """Where the rest of a clause begins whose subject the frame follows: *which* he said is new.

    The subject may be a noun: a plan *critics say* is new.
    """
    before = frame.first - 1
    while before > lo and tokens.tag[before] == Tag.ADVERB | Tag.WORD:
        before -= 1
    if frame.inverted or before < lo or frame.shared or frame.relative is not None:
        return None
    if tokens.word[before].lower() not in ("which", "what", "that"):
        plain = tokens.tag[before] == Tag.WORD and tokens.word[before][0].isalpha()
        if not plain or before + 1 < frame.first or tokens.word[frame.cue[0]] not in _SAYS:
            return None
    k = frame.last
    if k >= hi or not frame.can & Cue.SAY or not is_verb(tokens, k):
        return None
    return k


_SAYS = frozenset(("said", "say", "says"))


def _is_what(tokens: Tokens, frame: Frame, lo: int) -> bool:
    """Whether a "what" before the frame is what was said: watch *what* he said this week."""
    before = frame.first - 1
    if frame.shared or frame.inverted or frame.relative is not None or before < lo:
        return False
    verb = VERBS[tokens.word[frame.cue[0]].lower()]
    return tokens.word[before].lower() == "what" and verb.lemma in ("say", "tell", "announce")


def _is_clause(tokens: Tokens, k: int) -> bool:
    """Whether a clause stands at ``k``: found *that it is*, found *it is*, found *half were*."""
    if tokens.word[k : k + 1] == ["that"]:
        return True
    return k < len(tokens) and opens_clause_of_its_own(tokens, k, len(tokens))


def _document_shows(tokens: Tokens, frame: Frame) -> bool:
    """Whether a document is what shows or finds it: of people these verbs report no words."""
    verb = VERBS.get(tokens.word[frame.cue[0]].lower())
    if frame.source is None or verb is None or "finding" not in verb.takes:
        return False
    phrase = " ".join(tokens.word[slice(*frame.source)])
    head = head_of(phrase).lower()
    if {head, singular(head)} & _PICTURES:
        return tokens.word[frame.last : frame.last + 1] == ["that"]
    if head in DOCUMENTS or singular(head) in DOCUMENTS:
        return True
    kind = kind_of(phrase)
    if kind is SourceKind.INSTITUTION and not _is_clause(tokens, frame.last):
        return False  # the bank found itself in debt, the police found the boat
    if kind is SourceKind.GROUP:
        return tokens.word[frame.last : frame.last + 1] == ["that"]
    return kind in _FINDING
