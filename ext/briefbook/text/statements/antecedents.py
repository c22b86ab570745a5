"""Whom a pronoun among the sources may mean that the text has named without quoting them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.kinds import SourceKind
from briefbook.text.statements.appositions import name_beside
from briefbook.text.statements.clauses import main_subject
from briefbook.text.statements.kinds import kind_of
from briefbook.text.statements.noun_phrases import is_pronoun, noun_phrase_after
from briefbook.text.statements.phrases import person_name, words_of
from briefbook.text.statements.pronouns import OWNERS, TAKEN_UP, plain_pronoun
from briefbook.text.statements.spans import span_of

if TYPE_CHECKING:
    from briefbook.text.statements.draft import Draft
    from briefbook.text.statements.known_names import KnownNames, Naming
    from briefbook.text.statements.tokens import Range, Tokens


class Antecedents:
    """Whom one article has named so far, read sentence by sentence."""

    def __init__(self, text: str, known: KnownNames) -> None:
        self._text = text
        self._known = known
        self._about: Naming | None = None
        """Whom the text told of last, since anybody spoke; before the ``_silent`` sentences."""
        self._silent: list[tuple[Tokens, Range]] = []
        """Sentences since in which nobody spoke: read only where a pronoun asks for them."""

    def name(self, tokens: Tokens, sentence: Range, drafts: list[Draft]) -> None:
        """Name whom pronouns mean that are sources of the sentence's ``drafts``, if the text tells.

        A source names itself; only somebody named since the last source is of use here.
        """
        for draft in drafts:
            if draft.source is not None and draft.source_span is not None:
                low = draft.source.lower()
                if low in OWNERS or plain_pronoun(low) in TAKEN_UP:
                    draft.named = self._named(tokens, sentence, draft, draft.source_span.start)
        if any(draft.source for draft in drafts):
            self._about = None
            self._silent = []
        else:
            self._silent.append((tokens, sentence))

    def _named(self, tokens: Tokens, sentence: Range, draft: Draft, at: int) -> Naming | None:
        """Whom the pronoun at character ``at``, the source of ``draft``, means."""
        pronoun = (draft.source or "").lower()
        if pronoun not in OWNERS:
            pronoun = plain_pronoun(pronoun)
        part, about = self._subject(tokens, sentence)
        here = False
        if part is not None:
            first, last = tokens.start[part[0]], tokens.end[part[1] - 1]
            here = last <= at and not _holds(draft, first) and not _begins(tokens, part, at)
            fronted = main_subject(tokens, *sentence) == part and part[0] > sentence[0]
            if pronoun in OWNERS and fronted and at < first:
                here, pronoun = True, OWNERS[pronoun]  # "In *his* first speech Mr. Roe"
        if pronoun not in TAKEN_UP:
            return None
        if here and about and part and not self._may_be_about(tokens, about, part, sentence[0]):
            here = False
        for naming in (about if here else None, self._told_of()):
            if naming and naming.may_be(pronoun):
                return naming
        return self._only_body() if pronoun == "it" else None

    def _subject(self, tokens: Tokens, sentence: Range) -> tuple[Range | None, Naming | None]:
        """The phrase that a sentence is about, and whom it names."""
        lo, hi = sentence
        part = main_subject(tokens, lo, hi)
        if part is None or is_pronoun(tokens, part[0]):
            part = noun_phrase_after(tokens, lo + 1, hi)  # "After Jane Doe spoke, she said"
        beside = part and name_beside(tokens, part)  # "The mayor, Jane Doe, was not so sure"
        if beside:
            return part, self._naming(tokens, beside)
        if part is None or is_pronoun(tokens, part[0]):
            return part, None
        return part, self._naming(tokens, part)

    def _told_of(self) -> Naming | None:
        """Whom the text told of last, since anybody spoke."""
        for tokens, sentence in reversed(self._silent):
            part, about = self._subject(tokens, sentence)
            if about is not None and part and self._may_be_about(tokens, about, part, sentence[0]):
                self._about = about
                break
        del self._silent[:-1]
        return self._about

    def _only_body(self) -> Naming | None:
        """The one body that the sentence before names: Jane Doe praised *the firm*. It said."""
        if not self._silent:
            return None
        tokens, (k, hi) = self._silent[-1]
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

        Not a word that has its capital from its sentence, as far as the text tells: *Welcome* to;
        and no place.
        """
        if self._known.is_place(about.phrase):
            return False
        if part[0] == lo and (about.kind or kind_of(about.phrase)) is SourceKind.PERSON:
            name = words_of(person_name(about.phrase))
            if len(name) == 1 and tokens.word[lo].startswith(name[0]):
                attached = part[1] - part[0] > 1
                return not attached and self._known.is_capital(name[0])
        return any(map(about.may_be, TAKEN_UP))

    def _naming(self, tokens: Tokens, part: Range) -> Naming:
        return self._known.naming(self._known.whole(span_of(self._text, tokens, part)))


def _begins(tokens: Tokens, part: Range, at: int) -> bool:
    """Whether ``part`` begins what goes on behind the source: *The boat*, he said, *is old*."""
    comma = part[1]
    return (
        comma + 1 < len(tokens.word) and tokens.word[comma] == "," and tokens.start[comma + 1] == at
    )


def _holds(draft: Draft, place: int) -> bool:
    """Whether the character at ``place`` is of what the draft reports: *Honesty* pays, she said."""
    return any(span.start <= place < span.end for span in draft.spans)
