"""What the catalogue knows of a source's phrase: a body is never taken for a person."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from briefbook.text.kinds import SourceKind
from briefbook.text.lang.load import language
from briefbook.text.lang.spelling import singular
from briefbook.text.model import Span
from briefbook.text.statements.firm_names import FirmNames
from briefbook.text.statements.kinds import NAMELESS, is_plural, kind_of
from briefbook.text.statements.phrases import (
    NO_NAMES,
    OPEN_PHRASES,
    core_of,
    head_of,
    head_place,
    is_several,
    opens_no_name,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.model import KnownName

_ENGLISH = language("en")
_TITLES = _ENGLISH.nouns["title"]
_BEFORE = re.compile(r"(?:^|\s)(\w[\w.]*) $")
_NEXT_WORD = re.compile(r"(?:['’]s?)?\s*([\w&]*)")
_BEHIND_DONE = ("as", "at", "by", "for", "in", "on", "to", "with")
"""Behind a word in -ed, say that it tells what was done: *Founded in* 2001, the club."""
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:;…\n•–—]|[.!?,]?[\"”“’‘])\s*$", re.MULTILINE)
_KNOW = re.compile(rf" (?:{'|'.join(sorted(_ENGLISH.lists['in-the-know']))})\b")
_TITLED = re.compile(r"\b[A-Z][a-z]\w+")
_IN_COUNTRY = re.compile(r"\bin ([A-Z][\w’'-]*), [A-Z][a-z]+")
_BEHIND_CAPITAL = re.compile(r"\b[A-Z][\w.’'-]* (?=([A-Z][\w’'-]*))")
_FAMILY_NAME = re.compile(r"\b([A-Z][a-z][\w’-]*) (?:[A-Z]\. )?(?=([A-Z][a-z][\w’-]*))")
_INCORPORATED = re.compile(r",? (?:Inc|Ltd|LLC|LLP|PLC|Corp|Co)\b")
_TITLED_WORD = re.compile(r"([A-Z][a-z]+)\b(?: (\w+))?")
_OPENS_ORDERS = _ENGLISH.lists["opens-orders"]
_STARTS = re.compile(r"(?:^|[.!?][\"”’]?)\s*$", re.MULTILINE)
_WITHIN = re.compile(r"(?<=[\w,;:] )[A-Z][\w’'-]*")
_CALLED = re.compile(r"\b([A-Z][\w.'’-]*) (?=([A-Z]\w*s)\b)")
_OF_A_COUNTRY = re.compile(r"[A-Z]{2,}|[A-Z][.A-Z]+|\w+(?:an|ch|ese|i|ish|ite)")
"""Words such as US, Russian, French, Chinese, Iraqi, British, Shiite. Told by their spelling: of
given names that are spelt so (Ian, Ali), few stand before the one word of a body's name."""


class Naming(NamedTuple):
    """A phrase that names a source, and its kind where that is not left to the phrase's words."""

    phrase: str
    kind: SourceKind | None = None

    def may_be(self, pronoun: str) -> bool:
        """Whether ``pronoun`` (he, she, it, they) can take it up."""
        plural = is_plural(self.phrase, self.kind)
        if plural or pronoun == "they":
            return plural and pronoun == "they"
        kind = self.kind or kind_of(self.phrase)
        if pronoun == "it":
            return kind in (SourceKind.INSTITUTION, SourceKind.PUBLICATION, SourceKind.DOCUMENT)
        return kind is SourceKind.PERSON and head_of(self.phrase)[:1].isupper()


class KnownNames:
    """The names of bodies in one text, in its order."""

    def __init__(self, text: str, names: Sequence[KnownName]) -> None:
        self._text = text
        self._names = names
        self._starts = [name.start for name in names]

    def whole(self, span: Span) -> Span:
        """``span``, and all of the names that it begins or ends within.

        What a preposition divides is one name: Reporters Without *Borders*.
        """
        first, last = self._at(span.start), self._at(span.end - 1)
        return Span(
            start=first.start if first else span.start,
            end=max(span.end, last.end) if last else span.end,
        )

    def naming(self, span: Span) -> Naming:
        """The phrase at ``span``, and its kind where the catalogue or its place tells it."""
        phrase = self._text[span.start : span.end]
        kind = self._kind_of(span) or self._kind_of_first_word(phrase, span.start)
        if kind is None and phrase.isupper() and head_of(phrase).title() in self._titled:
            kind = kind_of(phrase.title())  # PENCE, who is Pence elsewhere
        if (kind or kind_of(phrase)) is SourceKind.GROUP and _KNOW.match(self._text, span.end):
            kind = SourceKind.ANONYMOUS  # "people *briefed on the talks*"
        if (kind or kind_of(phrase)) is SourceKind.PERSON and (
            self._firms.has(phrase)
            or (core_of(phrase) == words_of(phrase) and _INCORPORATED.match(self._text, span.end))
        ):
            kind = SourceKind.INSTITUTION
        return Naming(phrase, kind)

    def _kind_of_first_word(self, phrase: str, start: int) -> SourceKind | None:
        """The kind of a common noun that has its capital from its sentence: *Rescuers* said.

        Not of a word that is somebody's name elsewhere in the text, as in "Jane Banks".
        """
        head = head_of(phrase)
        if not head.istitle() or words_of(phrase)[0] != head or not is_several(head.lower()):
            return None
        if _OPENS_SENTENCE.search(self._text, max(0, start - 3), start) is None:
            return None
        kind = kind_of(head.lower() + phrase[len(head) :])
        if kind is SourceKind.UNKNOWN:
            return None
        return SourceKind.PERSON if head in self._surnames else kind

    def is_capital(self, word: str) -> bool:
        """Whether the text writes ``word`` with a capital within a sentence, or behind a name."""
        return word in self._capitals

    def is_surname(self, word: str) -> bool:
        """Whether ``word`` stands behind what looks like a given name, anywhere in the text."""
        return word in self._family_names and not self.is_place(word)

    @cached_property
    def _family_names(self) -> frozenset[str]:
        return self._behind_given_names(_FAMILY_NAME)

    def is_place(self, word: str) -> bool:
        """Whether the text tells where ``word`` lies, "in *Davos*, Switzerland"; no surname is."""
        return word in self._places

    @cached_property
    def _places(self) -> frozenset[str]:
        placed = frozenset(_IN_COUNTRY.findall(self._text))
        return placed - frozenset(_BEHIND_CAPITAL.findall(self._text)) if placed else placed

    def is_no_name(self, span: Span) -> bool:
        """Whether the phrase at ``span`` only opens a sentence: *Sitting* behind a desk; *Set* it.

        One word, or one with what a preposition attaches to it, that has no capital elsewhere.
        """
        found = _TITLED_WORD.match(self._text, span.start, span.end)
        if found is None or not (found.end(1) == span.end or found[2] in OPEN_PHRASES):
            return False
        word = found[1]
        behind = _NEXT_WORD.match(self._text, found.end(1))
        done = word.endswith("ed") and behind is not None and behind[1] in _BEHIND_DONE
        opens = opens_no_name(word) or word.lower() in _OPENS_ORDERS or word.endswith("ing") or done
        if not opens or self.is_capital(word):
            return False
        if kind_of(self._text[span.start : span.end]) is not SourceKind.PERSON:
            return False  # Polling shows
        return _STARTS.search(self._text, max(0, span.start - 3), span.start) is not None

    @cached_property
    def _capitals(self) -> frozenset[str]:
        return frozenset(_WITHIN.findall(self._text))

    @cached_property
    def _firms(self) -> FirmNames:
        return FirmNames(self._text)

    @cached_property
    def _titled(self) -> frozenset[str]:
        """The words that the text writes with a capital first."""
        return frozenset(_TITLED.findall(self._text))

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """Words in -s that stand behind what looks like a given name, anywhere in the text."""
        return self._behind_given_names(_CALLED)

    def _behind_given_names(self, called: re.Pattern[str]) -> frozenset[str]:
        return frozenset(
            found[2] for found in called.finditer(self._text) if found[1].lower() not in NO_NAMES
        )

    def _kind_of(self, span: Span) -> SourceKind | None:
        """The kind of the body that the phrase at ``span`` names; None where it names none.

        Its head word must be of the body's name: of "Interpol's director" it is not.
        """
        if not self._names:
            return None
        phrase = self._text[span.start : span.end]
        head = head_place(phrase)
        name = self._at(span.start + head[0]) if head else None
        if head is None or name is None or name.start < span.start or name.end > span.end:
            return None
        if _tells_of_people(phrase[head[0] : head[1]], phrase):
            return None
        before = self._text[span.start : name.start]
        if " and " in before or _is_called(before, self._text[name.start : name.end]):
            return None
        return self._of_rest(span, name)

    def _of_rest(self, span: Span, name: KnownName) -> SourceKind:
        """The kind, where more words may follow the name: "Department of State *aide Jane Doe*"."""
        rest = self._text[name.end : span.end]
        following = _NEXT_WORD.match(rest)
        word = following[1] if following else ""
        if not word or word in OPEN_PHRASES or word in ("and", "&"):
            return name.kind
        return kind_of(rest)

    def _at(self, place: int) -> KnownName | None:
        """The name that the character at ``place`` is of."""
        number = bisect_right(self._starts, place) - 1
        if number < 0 or place >= self._names[number].end:
            return None
        return self._names[number]


def _tells_of_people(head: str, phrase: str) -> bool:
    """Whether people are meant rather than the body they belong to: OPEC and its *producers*."""
    plural = head.islower() and singular(head) != head
    return plural and kind_of(phrase) in NAMELESS


def _is_called(before: str, name: str) -> bool:
    """Whether the words ``before`` a name make it a person's: *Mr.* Politico, *Jane* Politico."""
    found = _BEFORE.search(before)
    if found is None:
        return False
    word = found[1]
    if word.lower() in _TITLES:
        return True
    if not word.istitle() or word.lower() in NO_NAMES or _OF_A_COUNTRY.fullmatch(word):
        return False
    return name.isalpha() and name.istitle()
