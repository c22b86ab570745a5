"""What a name means in an article: some names mean a body only where the article makes it so."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from briefbook.text.bodies.article_countries import ArticleCountries, countries_in
from briefbook.text.bodies.block_words import BlockWords, words_of
from briefbook.text.bodies.body import BodyKind
from briefbook.text.bodies.country_body import country_body, is_ministry
from briefbook.text.bodies.lexicon import THE
from briefbook.text.bodies.local_names import LocalNames
from briefbook.text.bodies.longer_names import (
    is_a_branch,
    is_part_of_a_longer_name,
    stands_alone,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.bodies.body import Body, ContextName
    from briefbook.text.bodies.catalogue import Catalogue
    from briefbook.text.bodies.local_names import Found
    from briefbook.text.bodies.surface import Surface

_REACH = 3
"""Blocks: "the alliance" points back to a body named no farther than this above it."""

_WORDS_FAR_OFF = 2
"""Different words of ``near`` that must stand in the article where none stands in the block."""

# Abbreviations that are words too: in a line set all in capitals they are taken for the words.
_WORDS = frozenset({
    "WHO", "ACT", "AID", "ARE", "CAN", "CARE", "CITES", "FED", "ICE", "IS", "IT", "NICE", "QUAD",
    "RAW", "SHAPE", "SWIFT", "US",
})  # fmt: skip

_COMMON_NOUNS = frozenset({"CCTV", "RT", "UPI"})
"""Abbreviations of the press that are common nouns, too: another paper beside them says nothing."""

_STATE_CHAMBERS = frozenset({"Senate"})
_OF_A_US_STATE = re.compile(
    r"\b[Ss]tate(?:house| (?:assembl|budget|capitol|lawmaker|legislat|senator)\w*)\b"
)
_OF_THE_UNION = re.compile(r"\bU\.?S\.? (?:House|Senat)|\bCongress|\bCapitol Hill|\bWashington\b")

_NAMED_ALIKE = frozenset((BodyKind.PARTY, BodyKind.COURT))
"""Kinds whose names many countries have."""
_OF_STATE = frozenset((BodyKind.GOVERNMENT, BodyKind.PARLIAMENT, BodyKind.COURT))
_ABOUT_ANOTHER = 3
"""Mentions of other countries that make an article one about them."""

_DATELINE_ENDS = re.compile(r"\) ?[-—_]")
_GOES_ON = re.compile(r" [A-Z][a-z]")
_SIGNS = re.compile(r"[\w.]/$|\b[Vv]ia $")


class Meanings:
    """Decides, block by block in order, what the names found in an article mean."""

    def __init__(self, catalogue: Catalogue, blocks: Sequence[tuple[str, Sequence[Found]]]) -> None:
        self._catalogue = catalogue
        self.local = LocalNames(catalogue)
        self._named: set[str] = set()
        for text, found in blocks:
            for _, _, surface in found:
                if surface.owner is not None and not surface.context:
                    self._named.add(surface.owner)
            self.local.learn(text, found)
        self._named.update(self.local.names.values())
        self._seen: dict[str, tuple[int, int]] = {}
        """Id to where the body was named last: the block's number and the place in it."""
        self._meant: dict[str, str] = {}
        """What a shared name was last found to mean."""
        self._of_others: set[str] = set()
        """Names that have stood in somebody else's: after "the state Senate", "the Senate"."""
        self._block = BlockWords(-1, "")
        self._texts = [text for text, _ in blocks]
        self._countries = ArticleCountries(self._texts)

    def of(self, number: int, text: str, start: int, surface: Surface) -> str | None:
        """The id of the body meant, or None; to be asked in order of the text."""
        if self._block.number != number:
            self._block = BlockWords(number, text)
        body = self._decide(number, text, start, surface)
        end = start + len(surface.text)
        if body is not None and is_a_branch(text, end, self._catalogue[body].kind):
            return None
        if body is not None:
            self._seen[body] = (number, start)
        return body

    def left_open(self, surface: Surface) -> tuple[str, ...]:
        """The ids a name could mean, of which ``of`` has just chosen none."""
        if self._is_no_name(surface.text):
            return ()
        if all(points_back(context) for _, context in surface.context):
            return ()
        listed = tuple(body for body, _ in surface.context)
        return tuple(dict.fromkeys((*listed, *surface.offices.values())))

    def _is_no_name(self, text: str) -> bool:
        """Whether the article gives it to something else, or prints a word in capitals."""
        return text in self.local.other or (text in _WORDS and self._block.in_capitals)

    def _decide(self, number: int, text: str, start: int, surface: Surface) -> str | None:
        name = surface.text
        if self._is_no_name(name):
            return None
        if name in self.local.names:
            return self.local.names[name]
        after_the = text[max(0, start - len(THE)) : start].lower() == THE
        owner = surface.owner if after_the or not surface.owner_needs_the else None
        if is_part_of_a_longer_name(text, start, name, title=surface.owner_needs_the):
            owner = None
        if owner is not None and self._is_elsewhere(surface, owner):
            owner = None
        if not surface.context and not is_ministry(surface):
            return owner
        back = [
            body
            for body, context in surface.context
            if after_the
            and points_back(context)
            and body in self._seen
            and number - self._seen[body][0] <= _REACH
        ]
        if back:
            return max(back, key=lambda body: self._seen[body])
        open_meanings = [
            (body, context)
            for body, context in surface.context
            if not points_back(context)
            and (after_the or not context.name.startswith(THE))
            and (name.isupper() or stands_alone(text, start, len(name), context))
        ]
        if name in _STATE_CHAMBERS and self._is_of_a_us_state:
            open_meanings = []
        if surface.context and not open_meanings:
            self._of_others.add(name)
        meant = self._signed(text, start, len(name), open_meanings)
        of_more = bool(_GOES_ON.match(text, start + len(name)))
        meant = meant or self._by_evidence(name, start, open_meanings, of_more=of_more)
        if (
            meant is None
            and owner is None
            and name not in self._of_others
            and (open_meanings or is_ministry(surface))
        ):
            meant = country_body(surface, self._block, start, self._countries)
        if meant is not None:
            self._meant[name] = meant
        if owner is not None and (owner in self._named or meant is None):
            return owner
        return meant

    def _is_elsewhere(self, surface: Surface, owner: str) -> bool:
        """Whether the article is about another country than that of a shared name's usual owner.

        In Hong Kong the Democratic Party is not America's: no word of America's stands there, nor
        any body of its.
        """
        body = self._catalogue[owner]
        shared = surface.context or body.kind in _NAMED_ALIKE
        if body.country is None or not shared or _names_a_country(surface.text):
            return False
        counts = self._countries.counts
        if body.country in counts or sum(counts.values()) < _ABOUT_ANOTHER:
            return False
        return all(self._catalogue[each].country != body.country for each in self._named - {owner})

    def _signed(
        self, text: str, start: int, length: int, meanings: list[tuple[str, ContextName]]
    ) -> str | None:
        """The news agency whose name signs: "FREDVILLE (AP) - ", "Jane Doe/AP", "via AP"."""
        dated = text[start - 1 : start] == "(" and _DATELINE_ENDS.match(text, start + length)
        if not dated and not _SIGNS.search(text, max(0, start - 8), start):
            return None
        press = [body for body, _ in meanings if self._catalogue[body].kind is BodyKind.PRESS]
        return press[0] if len(press) == 1 else None

    def _by_evidence(
        self, name: str, start: int, meanings: list[tuple[str, ContextName]], *, of_more: bool
    ) -> str | None:
        """The one meaning that the article speaks for.

        Words near in the sentence, then in the block; a body named in full, what the name meant
        before, a body akin to one named in full; at last, words near anywhere. An abbreviation
        follows the full name where one word near speaks against it; a common name is left open
        then.
        """
        named = [body for body, _ in meanings if body in self._named]
        for words in (self._block.words_of_sentence(start), self._block.words):
            near = {body: len(words.intersection(context.near)) for body, context in meanings}
            spoken_for = [body for body, count in near.items() if count]
            if len(spoken_for) == 1:
                body = spoken_for[0]
                if not named or body in named or near[body] > 1:
                    return body
                return named[0] if len(named) == 1 and name.isupper() else None
            if spoken_for:
                both = [body for body in named if body in spoken_for]
                return both[0] if len(both) == 1 else None
        akin = [
            body
            for body, _ in meanings
            if not of_more and self._is_akin_to_one_named(self._catalogue[body], name)
        ]
        before = [body for body, _ in meanings if body == self._meant.get(name)]
        for bodies in (named, before, akin):
            if len(bodies) == 1:
                return bodies[0]
        far = [
            body
            for body, context in meanings
            if body in (named or akin or near) and self._speaks_from_far(context)
        ]
        return far[0] if len(far) == 1 else None

    def _speaks_from_far(self, context: ContextName) -> bool:
        """Whether enough words near the name stand anywhere in the article."""
        if sum(word in self._lower for word in context.near) < _WORDS_FAR_OFF:
            return False  # as a rule, and much faster than to take the article apart
        return len(self._words.intersection(context.near)) >= _WORDS_FAR_OFF

    @cached_property
    def _is_of_a_us_state(self) -> bool:
        """Whether the article tells of a state's legislature and never of the Union's."""
        return any(map(_OF_A_US_STATE.search, self._texts)) and not any(
            map(_OF_THE_UNION.search, self._texts)
        )

    @cached_property
    def _lower(self) -> str:
        return " ".join(self._texts).lower()

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset().union(*(words_of(text) for text in self._texts))

    def _is_akin_to_one_named(self, body: Body, name: str) -> bool:
        """Whether a relation of the body's stands in the article, or one from the same room."""
        if not self._named.isdisjoint((body.parent, *body.related)):
            return True
        if body.kind is BodyKind.PRESS:  # Spiegel and Bloomberg are people, too
            return (
                name.isupper()
                and name not in _COMMON_NOUNS
                and any(self._catalogue[each].kind is BodyKind.PRESS for each in self._named)
            )
        return body.kind is BodyKind.GOVERNMENT and self._states == {body.country}

    @property
    def _states(self) -> set[str | None]:
        """The countries whose institutions the article has named so far, or names in full."""
        bodies = (self._catalogue[each] for each in (*self._named, *self._seen))
        return {body.country for body in bodies if body.kind in _OF_STATE}


@lru_cache(maxsize=4096)
def _names_a_country(name: str) -> bool:
    return bool(countries_in(name))


def points_back(context: ContextName) -> bool:
    return context.name.startswith(THE) and not context.near
