"""Whether a word stands as a verb: its form, the word before it and the words after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.lang.load import language
from briefbook.text.lang.spelling import singular
from briefbook.text.statements.cues import CUES, VERBS, Cue
from briefbook.text.statements.joints import follows_quotation, leads_to_content
from briefbook.text.statements.words import Tag, is_name_in_s

if TYPE_CHECKING:
    from briefbook.text.statements.tokens import Tokens

_ENGLISH = language("en")
_STANDS_ALONE = _ENGLISH.lists["stands-alone"]
_PLURALS = _ENGLISH.nouns["plural"]
_COUNTS = _ENGLISH.lists["counts"]
_YEAR = 4
"""Figures of a year."""
_DOCUMENTS = _ENGLISH.nouns["document"]


_OBJECT = Tag.OBJECT | Tag.PRONOUN | Tag.DETERMINER
_BEFORE_VERBS = (
    Tag.PRONOUN
    | Tag.RELATIVE
    | Tag.AUXILIARY
    | Tag.ADVERB
    | Tag.PUNCTUATION
    | Tag.QUOTED
    | Tag.COORDINATOR
)
"""Behind these a bare or -s form of a cue is a verb, whatever else it may be."""


def is_verb(tokens: Tokens, k: int) -> bool:
    """Whether token ``k`` is a finite verb or an infinitive, rather than a noun or an adjective."""
    tag = tokens.tag[k]
    if tag & Tag.AUXILIARY:
        return True
    if not tag & (Tag.VERB | Tag.CUE) or tag & Tag.CAPITAL or k == 0:
        return False
    before = tokens.tag[k - 1]
    if k > 1 and tokens.word[k - 1] == "that" and not is_noun(tokens.tag[k - 2]):
        return bool(not tag & Tag.CUE)  # "called that report": a determiner
    if before & Tag.PREPOSITION:
        return _is_infinitive(tokens, k)
    if tokens.word[k] == "told" and tokens.word[k - 1].lower() == "all":
        return False  # all told
    owned = before & Tag.POSSESSIVE and not is_name_in_s(tokens.word[k - 1])  # no "Macy's said"
    determined = before & (Tag.DETERMINER | Tag.NUMBER) or owned
    if before & Tag.NUMBER and k + 1 < len(tokens):
        dated = len(tokens.word[k - 1]) == _YEAR and (
            tokens.tag[k - 2] & (Tag.PREPOSITION | Tag.CAPITAL)
        )
        said = tokens.word[k] in ("said", "say")
        if dated or said or tokens.tag[k + 1] & Tag.PRONOUN:
            determined = 0  # "seven in 10 say they", "elections since 1972 showed"
    if determined and not _stands_alone(tokens, k):
        return False
    if not tag & Tag.CUE:
        return True
    can = CUES[tokens.word[k].lower()]
    helped = (
        can & Cue.THIRD
        and not can & Cue.PAST
        and (before & Tag.AUXILIARY or tokens.word[k - 1].lower() in _COUNTS)
    )  # "have claims", "two states"
    if helped or not can & (Cue.FINITE | Cue.PASSIVE):
        return False
    if not can & (Cue.BASE | Cue.THIRD) or can & Cue.PAST:
        return True
    another = _modifies(tokens, k) or (can & Cue.THIRD and _precedes_saying(tokens, k))
    if another or before & _BEFORE_VERBS:
        return not another
    also_noun = VERBS[tokens.word[k].lower()].noun
    said_is = tokens.word[k] in ("say", "says")  # a plan critics say is new
    if k + 1 < len(tokens) and tokens.tag[k + 1] & Tag.AUXILIARY and not said_is:
        return False
    if not also_noun and can & Cue.BASE and _opens_clause(tokens, k + 1):
        return True  # "Six in ten say they", "those asked say the bridge"
    if before & Tag.VERB and tokens.word[k - 1].endswith("ed"):
        return not also_noun and tokens.word[k - 2].lower() == "those"  # no "recovered emails"
    if also_noun and can & Cue.THIRD and _opens_subject(tokens, k):
        return False  # "Exit polls taken in the city"
    if can & Cue.THIRD and follows_quotation(tokens, k):
        return True
    noun = tokens.word[k - 1].lower()
    plural = _joined(tokens, k) or noun.endswith(("s", "men", "people")) or noun in _PLURALS
    if also_noun and _document_shows(tokens, k, can, noun, plural=plural):
        return True
    if also_noun and "finding" in VERBS[tokens.word[k].lower()].takes:
        shown = _attached_to_document(tokens, k)
        if shown and _document_shows(tokens, k, can, shown, plural=shown != singular(shown)):
            return True
    said = not also_noun or leads_to_content(tokens, k, len(tokens))
    if said and can & Cue.BASE and not plural:
        plural = _plural_before_attached(tokens, k)
    if also_noun and can & Cue.THIRD and not can & Cue.PAST and _counted(tokens, k):
        return False
    if can & Cue.BASE and also_noun:
        following = tokens.tag[k + 1] if k + 1 < len(tokens) else Tag.PUNCTUATION
        if follows_quotation(tokens, k):
            return plural
        if following & Tag.PREPOSITION and tokens.word[k + 1] not in ("for", "on", "to"):
            return False
        if before & Tag.CAPITAL and not following & (_OBJECT | Tag.QUOTED | Tag.CAPITAL):
            if _name_modifies(tokens, k) and not plural:
                return False  # "the Freedonian demand that"
            return leads_to_content(tokens, k, len(tokens))  # "the Associated Press report"
    if can & Cue.BASE:
        return plural and (not also_noun or before & Tag.WORD > 0)
    if not also_noun:
        return True
    if not plural and k + 1 < len(tokens) and tokens.tag[k + 1] & _OBJECT:
        return True
    if leads_to_content(tokens, k, len(tokens)):
        return not plural or bool(before & Tag.CAPITAL)
    return bool(before & Tag.CAPITAL) and not _name_modifies(tokens, k)


def _is_infinitive(tokens: Tokens, k: int) -> bool:
    """Whether the preposition before ``k`` is the "to" of an infinitive: not according *to*."""
    can = CUES.get(tokens.word[k].lower(), Cue.BASE)
    if tokens.word[k - 1] != "to" or not can & Cue.BASE:
        return False
    return k < 2 or tokens.word[k - 2].lower() != "according"


def _modifies(tokens: Tokens, k: int) -> bool:
    """Whether the word at ``k`` stands as a noun before another: and *state* law, *state* media."""
    if not VERBS[tokens.word[k].lower()].noun or k + 1 >= len(tokens):
        return False
    if not CUES[tokens.word[k].lower()] & Cue.BASE or tokens.tag[k + 1] != Tag.WORD:
        return False
    return bool(tokens.tag[k - 1] & (Tag.COORDINATOR | Tag.QUOTED))


def _precedes_saying(tokens: Tokens, k: int) -> bool:
    """Whether a verb of saying follows, whose subject the word is: bridge *advocates* say."""
    following = tokens.word[k + 1].lower() if k + 1 < len(tokens) else ""
    verb = VERBS.get(following)
    if verb is not None and "finding" in verb.takes and CUES[following] & Cue.BASE:
        return singular(tokens.word[k].lower()) in _DOCUMENTS  # city reports show
    return following in ("said", "say") or (
        following in CUES
        and not VERBS[following].noun
        and (CUES[following] & Cue.SAY > 0 and CUES[following] & Cue.PAST > 0)
    )


def _opens_clause(tokens: Tokens, k: int) -> bool:
    """Whether token ``k`` can open a clause and nothing that a preposition or noun would."""
    if k >= len(tokens):
        return False
    tag = tokens.tag[k]
    return bool(tag & (Tag.PRONOUN | Tag.DETERMINER | Tag.CAPITAL)) or tokens.word[k] == "that"


def _document_shows(tokens: Tokens, k: int, can: int, noun: str, *, plural: bool) -> bool:
    """Whether the ``noun`` of a document before ``k`` agrees with it: polls show, a poll shows."""
    if noun not in _DOCUMENTS and singular(noun) not in _DOCUMENTS:
        return False
    if plural == bool(can & Cue.THIRD) or k + 1 >= len(tokens):
        return False
    return not tokens.tag[k + 1] & (Tag.PREPOSITION | Tag.AUXILIARY | Tag.PUNCTUATION)


def _attached_to_document(tokens: Tokens, k: int) -> str | None:
    """The document that the phrase before ``k`` is attached to: *polling* of members shows."""
    for m in range(k - 2, max(-1, k - _ATTACHED_WITHIN), -1):
        if tokens.tag[m] & _ENDS_PHRASE or (m > 0 and is_verb(tokens, m)):
            return None
        low = tokens.word[m].lower()
        if tokens.tag[m + 1] & Tag.PREPOSITION and (
            low in _DOCUMENTS or singular(low) in _DOCUMENTS
        ):
            return low
    return None


_ATTACHED_WITHIN = 14
"""Tokens of a document and what is attached to it."""
_ENDS_PHRASE = Tag.PUNCTUATION | Tag.QUOTED | Tag.RELATIVE | Tag.SUBORDINATOR


def _opens_subject(tokens: Tokens, k: int) -> bool:
    """Whether documents that open a sentence are its subject: *Public polls* show."""
    if singular(tokens.word[k].lower()) not in _DOCUMENTS or not tokens.tag[k - 1] & Tag.CAPITAL:
        return False
    if k > 1 and tokens.tag[k - 2] & Tag.WORD:
        return False
    if k + 1 >= len(tokens):
        return False
    following = tokens.tag[k + 1]
    verb = following & (Tag.VERB | Tag.CUE) and not following & Tag.CAPITAL
    return bool(verb or (following & Tag.PREPOSITION and tokens.word[k + 1] not in ("on", "to")))


def _plural_before_attached(tokens: Tokens, k: int) -> bool:
    """Whether a plural opens what the phrase before ``k`` is attached to.

    *Notes* on the conversation describe it, the latest *numbers* from the board show it.
    """
    for m in range(k - 1, max(0, k - _ATTACHED), -1):
        if tokens.tag[m] & Tag.PREPOSITION and m == 1:
            return tokens.word[0].endswith("s") and tokens.tag[0] & Tag.DETERMINER == 0
        counted = tokens.word[m - 1].lower()
        if tokens.tag[m] & Tag.PREPOSITION and counted != singular(counted):
            return singular(counted) in _DOCUMENTS
        if tokens.tag[m] & (Tag.PUNCTUATION | Tag.VERB | Tag.CUE | Tag.AUXILIARY):
            return False
    return False


_ATTACHED = 6
"""Tokens of what a preposition attaches to a noun, or of what stands between it and a number."""


def _counted(tokens: Tokens, k: int) -> bool:
    """Whether the word at ``k`` is what a number counts: 30 exclamation *points*."""
    j = k - 1
    while j > max(0, k - _ATTACHED) and tokens.tag[j] == Tag.WORD:
        j -= 1
    return 0 <= j < k - 1 and tokens.tag[j] & Tag.NUMBER > 0


def is_noun(tag: int) -> bool:
    """Whether a word of that tag can be the head of a noun phrase, as far as its class tells."""
    return tag & Tag.WORD > 0 and not tag & (
        Tag.PREPOSITION
        | Tag.VERB
        | Tag.CUE
        | Tag.AUXILIARY
        | Tag.ADVERB
        | Tag.COORDINATOR
        | Tag.SUBORDINATOR
        | Tag.PARTICIPLE
    )


def _stands_alone(tokens: Tokens, k: int) -> bool:
    """Whether the determiner before ``k`` is its subject: "many say", not "many claims"."""
    low = tokens.word[k - 1].lower()
    if low not in _STANDS_ALONE or _noun_follows(tokens, k):
        return False
    singular = low in _SINGULAR
    return singular or not CUES.get(tokens.word[k].lower(), 0) & Cue.THIRD


_SINGULAR = _ENGLISH.lists["stands-alone-singular"]


def _joined(tokens: Tokens, k: int) -> bool:
    """Whether two joined names stand before ``k``: "Doe and Roe"."""
    j = k - 1
    while j > 0 and tokens.tag[j] & Tag.CAPITAL and tokens.tag[j] & Tag.WORD:
        j -= 1
    return 0 < j < k - 1 and tokens.word[j] == "and" and tokens.tag[j - 1] & Tag.CAPITAL > 0


def _noun_follows(tokens: Tokens, k: int) -> bool:
    if k + 1 >= len(tokens):
        return False
    tag = tokens.tag[k + 1]
    return tag & Tag.WORD > 0 and tag & ~(Tag.WORD | Tag.CAPITAL) == 0


def _name_modifies(tokens: Tokens, k: int) -> bool:
    """Whether the name before ``k`` only qualifies it: "the Clinton emails"."""
    j = k - 1
    while j >= 0 and tokens.tag[j] & Tag.CAPITAL and not tokens.tag[j] & Tag.DETERMINER:
        j -= 1
    if j < k - 1 and tokens.tag[j] == Tag.WORD:
        j -= 1  # "the new Larch projects"
    return 0 <= j < k - 1 and bool(tokens.tag[j] & (Tag.DETERMINER | Tag.NUMBER))
