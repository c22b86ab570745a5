"""Whom a pronoun among the sources may mean that the text has named without quoting them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.statements.appositions import name_beside
from briefbook.text.statements.clauses import main_subject
from briefbook.text.statements.noun_phrases import is_pronoun, noun_phrase_after
from briefbook.text.statements.spans import span_of

if TYPE_CHECKING:
    from briefbook.text.statements.draft import Draft
    from briefbook.text.statements.known_names import KnownNames, Naming
    from briefbook.text.statements.tokens import Range, Tokens

TAKEN_UP = ("he", "she", "it", "they")


class Antecedents:
    """Whom one article has named so far, read sentence by sentence."""

    def __init__(self, text: str, known: KnownNames) -> None:
        self._text = text
        self._known = known
        self._about: Naming | None = None
        """Whom the text told of last, since anybody spoke."""
        self._before: tuple[Tokens, Range] | None = None
        """The sentence before, if nobody spoke in it."""

    def name(self, tokens: Tokens, sentence: Range, drafts: list[Draft]) -> None:
        """Name whom pronouns mean that are sources of the sentence's ``drafts``, if the text tells.

        Then remember whom the sentence is about. A source names itself; only somebody named since
        the last source is of use here.
        """
        lo, hi = sentence
        part = main_subject(tokens, lo, hi)
        fronted = part is not None and part[0] > lo
        if part is None or is_pronoun(tokens, part[0]):
            part = noun_phrase_after(tokens, lo + 1, hi)  # "After Jane Doe spoke, she said"
            fronted = False
        beside = part and name_beside(tokens, part)  # "The mayor, Jane Doe, was not so sure"
        about = None if part is None or is_pronoun(tokens, part[0]) else self._naming(tokens, part)
        if beside:
            about = self._naming(tokens, beside)
        for draft in drafts:
            if draft.source is None or draft.source_span is None:
                continue
            low = draft.source.lower()
            here = False
            if part is not None:
                first = tokens.start[part[0]]
                here = tokens.end[part[1] - 1] <= draft.source_span.start
                here = here and not _holds(draft, first)
                if fronted and low in _OWNERS and draft.source_span.start < first:
                    here, low = True, _OWNERS[low]  # "In *his* first speech Mr. Roe"
            if low in TAKEN_UP:
                draft.named = self._taken_up(low, about if here else None)
        if any(draft.source for draft in drafts):
            self._about = self._before = None
            return
        self._before = tokens, sentence
        if about is not None and part and self._may_be_about(tokens, about, part, lo):
            self._about = about

    def _taken_up(self, pronoun: str, here: Naming | None) -> Naming | None:
        for naming in (here, self._about):
            if naming and naming.may_be(pronoun):
                return naming
        return self._only_body() if pronoun == "it" else None

    def _only_body(self) -> Naming | None:
        """The one body that the sentence before names: Jane Doe praised *the firm*. It said."""
        if self._before is None:
            return None
        tokens, (k, hi) = self._before
        found: dict[str, Naming] = {}
        while k < hi:
            part = noun_phrase_after(tokens, k, hi)
            if part is not None and not is_pronoun(tokens, k):
                naming = self._naming(tokens, part)
                if naming.may_be("it"):
                    found.setdefault(naming.phrase.lower(), naming)
            k = part[1] if part else k + 1
        return found.popitem()[1] if len(found) == 1 else None

    def _may_be_about(self, tokens: Tokens, about: Naming, part: Range, lo: int) -> bool:
        """Whether a pronoun may take up whom a sentence is about.

        Not a word that has its capital from its sentence, as far as the text tells: *Welcome* to.
        """
        alone = part[1] - part[0] == 1 and part[0] == lo
        if alone and about.kind is None and not self._known.is_capital(tokens.word[lo]):
            return False
        return any(map(about.may_be, TAKEN_UP))

    def _naming(self, tokens: Tokens, part: Range) -> Naming:
        return self._known.naming(self._known.whole(span_of(self._text, tokens, part)))


_OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}


def _holds(draft: Draft, place: int) -> bool:
    """Whether the character at ``place`` is of what the draft reports: *Honesty* pays, she said."""
    return any(span.start <= place < span.end for span in draft.spans)
