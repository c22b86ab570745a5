"""What kind of source a phrase names, and its head word."""

from __future__ import annotations

import re

from briefbook.text.model import SourceKind
from briefbook.text.statements.wordlist import words
from briefbook.text.statements.words import TITLES

_WORD = re.compile(r"[^\W_]+(?:[-'\u2019.&][^\W_]+)*\.?")

ROLES = words(
    """
    official officials aide aides adviser advisers advisor advisors diplomat diplomats source
    sources person people spokesman spokeswoman spokesperson spokespeople lawyer lawyers analyst
    analysts expert experts critic critics witness witnesses officer officers man woman men
    women resident residents insider insiders staffer staffers operative operatives strategist
    strategists donor donors voter voters supporter supporters lawmaker lawmakers senator
    senators employee employees executive executives player players investigator investigators
    prosecutor prosecutors friend friends colleague colleagues soldier soldiers scientist
    scientists researcher researchers economist economists observer observers participant
    participants protester protesters republican republicans democrat democrats leader leaders
    minister ministers member members someone others some many one another few doctor doctors
    teacher teachers figure negotiator negotiators veteran veterans journalist journalists
    reporter reporters commander
    """
)
DOCUMENTS = words(
    """
    statement report document documents letter memo email e-mail filing filings lawsuit
    complaint readout transcript translation poll survey study analysis paper book column
    editorial article indictment affidavit ruling order petition release tweet post message note
    bill law text audit data figures records record communique memorandum declaration resolution
    review surveys polls studies reports statements emails
    """
)
INSTITUTIONS = words(
    """
    government ministry department administration campaign committee council commission agency
    office bureau court party company group organization organisation union association bank
    police army military navy university institute foundation center centre kremlin pentagon
    congress senate house parliament embassy team board firm network coalition alliance league
    fund corporation service services authority authorities nations states union presidency
    cabinet security defense defence white airline hospital school club society federation
    tribunal secretariat delegation mission staff force forces command nato un eu fbi cia osce
    """
)
PUBLICATIONS = words(
    """
    times post journal news newspaper magazine tribune herald guardian telegraph gazette globe
    chronicle observer reuters axios bloomberg bbc cnn nbc abc cbs npr fox msnbc politico press
    tass agency-france-presse afp ap spiegel monde bild interfax xinhua newswire website outlet
    broadcaster radio television tv daily weekly breitbart
    """
)
_PREPOSITIONS = words(
    """
    of for from at with in on to who which that by familiar briefed
    """
)
_ARTICLES = words(
    """
    the a an this that these those his her its their our my your
    """
)


def words_of(phrase: str) -> list[str]:
    return _WORD.findall(phrase)


def head_of(phrase: str) -> str:
    """The head word of a noun phrase: its last word before what is attached by a preposition."""
    words = words_of(phrase)
    core: list[str] = []
    for word in words:
        if core and word.lower() in _PREPOSITIONS:
            break
        core.append(word)
    while len(core) > 1 and core[-1].lower().rstrip(".") in ("jr", "sr", "ii", "iii"):
        core.pop()
    head = core[-1] if core else phrase
    return re.sub(r"['\u2019]s?$", "", head)


def kind_of(phrase: str) -> SourceKind:
    """The kind of source ``phrase`` names, by its head word and its capitals."""
    head = head_of(phrase)
    low = head.lower()
    words = words_of(phrase)
    lower = [word.lower() for word in words]
    proper = [w for w in words if w[0].isupper() and w.lower() not in _ARTICLES]
    if low in ("he", "she", "i"):
        return SourceKind.PERSON
    if low in DOCUMENTS:
        return SourceKind.DOCUMENT
    if low in PUBLICATIONS and head[0].isupper():
        return SourceKind.PUBLICATION
    if low in ROLES:
        return SourceKind.ANONYMOUS
    if low in INSTITUTIONS or (head.isupper() and len(head) > 1):
        return SourceKind.INSTITUTION
    if proper and head[0].isupper():
        if lower and lower[0] == "the":
            return SourceKind.INSTITUTION
        return SourceKind.PERSON
    if low in TITLES:
        return SourceKind.PERSON
    return SourceKind.UNKNOWN
