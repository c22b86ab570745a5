"""What the catalogue knows of one body."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from briefbook.text.kinds import SourceKind


class BodyKind(StrEnum):
    """What kind of body it is, and the head under which the glossary lists those of its kind.

    ``data/bodies.schema.json`` names the kinds for those who write entries.
    """

    head: str

    def __new__(cls, value: str, head: str = "") -> Self:  # looked up by value alone
        kind = str.__new__(cls, value)
        kind._value_ = value
        kind.head = head
        return kind

    ALLIANCE = "alliance", "Alliances and security"
    """Alliances, pacts and partnerships for defence or security."""
    UNITED_NATIONS = "united-nations", "United Nations"
    """The United Nations, its organs, agencies, programmes and missions."""
    COURT = "court", "Courts"
    """International courts and tribunals."""
    EUROPEAN_UNION = "european-union", "European Union"
    """The European Union, its institutions and agencies."""
    FINANCE = "finance", "Finance"
    """Banks, funds and regulators that work across borders, and central banks."""
    ECONOMY = "economy", "Trade, energy and the economy"
    """Trade, energy and the clubs of economies: WTO, OPEC, G7."""
    REGIONAL = "regional", "Regional organisations"
    """Organisations of the countries of a region or a community of language or faith."""
    ARMS_CONTROL = "arms-control", "Arms control"
    """Arms control, nuclear energy and its oversight."""
    HEALTH = "health", "Health"
    """Public health and medicine."""
    HUMANITARIAN = "humanitarian", "Relief and refugees"
    """Relief and refugees."""
    RIGHTS = "rights", "Rights"
    """Human rights, press freedom and the watching of elections and corruption."""
    SCIENCE = "science", "Science, space and nature"
    """Science, space, climate and nature."""
    SPORT = "sport", "Sport"
    GOVERNMENT = "government", "Offices of state"
    """Offices of state, ministries and departments."""
    PARLIAMENT = "parliament", "Parliaments"
    """Parliaments and their chambers."""
    SECURITY_SERVICE = "security-service", "Armed forces and services"
    """Armed forces, police and intelligence services."""
    PARTY = "party", "Parties"
    """Political parties."""
    MOVEMENT = "movement", "Armed movements"
    """Armed movements outside a state's own forces."""
    PRESS = "press", "Press"
    """News agencies, broadcasters and publishers."""
    RESEARCH = "research", "Research"
    """Institutes whose studies the news quotes."""

    @property
    def as_source(self) -> SourceKind:
        """The kind of source that a body of this kind is."""
        return SourceKind.PUBLICATION if self is BodyKind.PRESS else SourceKind.INSTITUTION


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """How many members a body has, and when that was so."""

    count: int
    as_of: str
    """ISO 8601: a year, a month or a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactSource:
    """Where facts of a body were checked."""

    url: str
    title: str | None = None
    """The page's own, where it is known."""
    publisher: str | None = None
    """Whose page it is, where it is known."""
    read: str | None = None
    """The day on which somebody looked, ISO 8601."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """A name that a body no longer bears."""

    name: str
    until: str
    """The year, ``YYYY``, in which it was given up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextName:
    """A name that means the body only where the article makes it so.

    Several bodies may share it. It counts where the article gives the body's full name, or has one
    of the words of ``near``; a name in lower case that opens with "the" ("the alliance") counts
    only after the body has been named.
    """

    name: str
    near: tuple[str, ...] = ()
    """Words, lower case, that speak for this body where they stand in the same block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """One organisation, alliance, council, office or publisher."""

    id: str
    """A slug such as ``nato-russia-council``, unique in the catalogue."""
    headword: str
    """The word the news uses and the glossary's entry bears, unique in the catalogue."""
    name: str
    """The full name in English."""
    kind: BodyKind
    text: str
    """Two or three sentences in the catalogue's own words."""
    checked: tuple[FactSource, ...]
    """Where the facts were checked."""
    abbreviation: str | None = None
    aliases: tuple[str, ...] = ()
    """Every other name that means this body alone: full name, abbreviation, spellings that no rule
    derives, former names, other languages' names. Unique in the catalogue."""
    former: tuple[FormerName, ...] = ()
    """Those of the aliases that are given up."""
    context: tuple[ContextName, ...] = ()
    never_in: tuple[str, ...] = ()
    """Phrases that hold one of the names and mean something else: "Kremlin Cup"."""
    founded: str | None = None
    """ISO 8601: a year, a month or a day."""
    dissolved: str | None = None
    """As ``founded``."""
    seat: str | None = None
    country: str | None = None
    """Whose institution it is, a name of ``lang/en/countries.toml``; None across borders."""
    members: Members | None = None
    site: str | None = None
    wikidata: str | None = None
    parent: str | None = None
    """The id of the body it is a part of."""
    related: tuple[str, ...] = ()
    """Ids of bodies a reader may want to see next."""

    @property
    def terms(self) -> tuple[str, ...]:
        """The headword and the aliases: every name that is this body's alone."""
        return (self.headword, *self.aliases)
