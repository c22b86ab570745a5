"""What kind of source a phrase names, its head word and the name it gives a person."""

from __future__ import annotations

import re
from functools import lru_cache

from briefbook.text.model import SourceKind
from briefbook.text.statements.wordlist import words
from briefbook.text.statements.words import TITLES

_WORD = re.compile(r"(?:[^\W\d_]\.){1,4}(?![^\W_])|[^\W_]+(?:[-'\u2019.&][^\W_]+)*\.?")

_POSSESSIVE = re.compile("['\u2019]s?$")
_REMEMBERED = 4096
"""Phrases whose reading is kept: one article asks for the same again and again."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")

PEOPLE = words(
    """
    acquaintance activist adviser advisor aide analyst attendee attorney audience bystander
    campaigner civilian colleague critic crowd delegate demonstrator deputy diplomat doctor
    donor economist employee engineer executive expert eyewitness farmer figure fighter
    fisherman friend guard guest historian insider interpreter investigator journalist juror
    lawmaker lawyer legislator man member migrant moderator mother father neighbor neighbour
    negotiator nurse observer officer official onlooker operative opponent organizer parent
    participant passenger passer-by patient person physician pilot player policeman politician
    pollster producer professional prosecutor protester psychologist questioner reader refugee
    reporter representative researcher resident scholar scientist shopper sister brother soldier
    somebody someone source specialist spectator spokesman spokesperson spokeswoman staffer
    staff stakeholder strategist student supporter survivor teacher technician teenager tourist
    trader user veteran victim villager visitor volunteer voter witness woman worker
    conservative liberal republican democrat leader commander attendant lobbyist boy girl child
    youth elder relative
    """
)
"""Words for people by what they are or do: a source called by one alone is not named."""
_PLURAL_PEOPLE = words(
    """
    people men women children police wives policemen lawmen spokesmen servicemen others some
    many most both few several another one all neither either none attorneys-general
    """
)
OFFICES = words(
    """
    president premier minister chancellor governor senator congressman congresswoman mayor king
    queen prince princess pope pontiff ambassador secretary chairman chairwoman chair director
    chief general admiral judge justice sheriff speaker nominee candidate billionaire
    businessman businesswoman pastor bishop archbishop cardinal imam rabbi patriarch envoy
    commissioner prosecutor-general attorney-general author columnist editor founder host actor
    actress singer coach frontrunner front-runner incumbent senators-elect professor ceo boss
    captain mogul tycoon prefect monarch emperor ayatollah mufti cleric
    """
)
"""Offices and parts: "the mayor" is somebody the article knows by name."""
DOCUMENTS = words(
    """
    statement report document letter memo email e-mail filing lawsuit complaint readout
    transcript translation poll survey study analysis paper book memoir editorial article
    indictment affidavit ruling order petition release tweet post message note bill law text
    audit data figures record records communique communiqué memorandum declaration resolution
    review footnote excerpt excerpts sign banner headline ad advertisement advert video footage
    letterhead agreement draft treaty constitution charter motion warrant notice bulletin
    dossier census forecast quote column website-statement sentence verdict
    """
)
INSTITUTIONS = words(
    """
    government ministry department administration campaign committee council commission agency
    office bureau court party company group organization organisation union association bank
    army military navy university institute foundation center centre kremlin pentagon congress
    senate house parliament embassy team board firm network-operator coalition alliance league
    fund corporation service services authority authorities nations presidency cabinet security
    defense defence airline hospital school college club society federation tribunal secretariat
    delegation mission forces force command knesset duma bundestag lawmakers regulator
    regulators watchdog militia taliban hamas hezbollah treasury exchange operator manufacturer
    maker automaker carrier retailer utility supplier developer church vatican consulate palace
    headquarters administration republic state city county town village community charity ngo
    think-tank thinktank opposition leadership movement pac
    """
)
PUBLICATIONS = words(
    """
    times post journal news newspaper magazine tribune herald guardian telegraph gazette globe
    chronicle observer reuters axios bloomberg bbc cnn nbc abc cbs npr fox msnbc politico press
    tass afp ap spiegel monde bild interfax xinhua newswire outlet broadcaster radio television
    tv daily weekly breitbart tabloid paper independent mirror mail sun star standard register
    examiner inquirer dispatch courier wire kyodo yonhap ansa dpa efe anadolu al-jazeera jazeera
    """
)
_PLACES = words(
    """
    afghanistan ankara athens australia austria baghdad baku beijing belarus belgium belgrade
    berlin brasilia brazil britain brussels bucharest budapest bulgaria cairo canada canberra
    chile china colombia copenhagen cuba damascus delhi denmark doha dublin egypt england
    ethiopia finland france georgia germany greece hanoi havana hungary india indonesia iran
    iraq ireland islamabad israel italy jakarta japan jerusalem jordan kabul kazakhstan kiev
    kosovo kyiv lebanon libya lisbon lithuania london madrid mali mexico minsk moldova mongolia
    moscow morocco myanmar nairobi nato netherlands nigeria norway oslo ottawa pakistan paris
    poland portugal prague pretoria pyongyang qatar riga riyadh romania rome russia rwanda
    scotland seoul serbia slovakia slovenia somalia spain stockholm sudan sweden switzerland
    syria taipei taiwan tallinn tbilisi tehran thailand tokyo tripoli tunisia turkey turkiye
    ukraine uganda venezuela vienna vietnam vilnius wales warsaw washington yemen yerevan zagreb
    zambia zimbabwe freedonia sylvania google facebook twitter amazon microsoft apple boeing
    airbus gazprom tesla youtube instagram whatsapp netflix volkswagen toyota huawei tiktok uber
    pfizer exxon walmart greenpeace
    """
)
"""Capitals and countries, which speak as governments; companies named like people."""

_OPEN_PHRASES = words(
    """
    of for from at with in on to who which that by familiar briefed close about against within
    near involved including among
    """
)
_ARTICLES = words("the a an this that these those his her its their our my your")
PARTICLES = words(
    """
    al bin da dal de del della den der di dos du el ibn la le ten ter van von zu y
    """
)
_SUFFIXES = words("jr jr. sr sr. ii iii iv md phd")


@lru_cache(maxsize=_REMEMBERED)
def words_of(phrase: str) -> tuple[str, ...]:
    """The words of ``phrase``, possessive endings and quotation marks left off."""
    visible = _INVISIBLE.sub("", phrase)
    return tuple(_POSSESSIVE.sub("", word) for word in _WORD.findall(visible))


@lru_cache(maxsize=_REMEMBERED)
def core_of(phrase: str) -> tuple[str, ...]:
    """The words of a noun phrase up to what a preposition or relative attaches to it."""
    core: list[str] = []
    for word in words_of(phrase):
        if core and word in _OPEN_PHRASES:
            break
        core.append(word)
    while len(core) > 1 and core[-1].lower() in _SUFFIXES:
        core.pop()
    return tuple(core)


def head_of(phrase: str) -> str:
    """The head word of a noun phrase: the last of its core. A person's is the surname."""
    core = core_of(phrase)
    return core[-1] if core else phrase


def person_name(phrase: str) -> str:
    """The name that ends ``phrase``: "Putin" of "Russian President Vladimir Putin" stays full.

    Titles and what stands before them are left off where a given name remains beside the surname.
    """
    found = [match for match in _WORD.finditer(phrase) if match.group()]
    start = len(found)
    for k in range(len(found) - 1, -1, -1):
        word = found[k].group()
        lower_particle = word in PARTICLES and start < len(found)
        if not (word[0].isupper() or lower_particle) or word.lower() in _ARTICLES:
            break
        start = k
    for k in range(len(found) - 1, start - 1, -1):
        if found[k].group().lower() in TITLES | OFFICES:
            if len(found) - (k + 1) >= _FULL_NAME:
                start = k + 1
            break
    while start < len(found) and found[start].group() in PARTICLES:
        start += 1
    if start >= len(found):
        return phrase
    return _POSSESSIVE.sub("", phrase[found[start].start() :].rstrip(" ,;:"))


_FULL_NAME = 2
"""Words of a name that can do without its title."""


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=_REMEMBERED)
def is_plural(phrase: str) -> bool:
    """Whether the phrase names several: aides, residents, some, X and Y."""
    head = head_of(phrase).lower()
    if head in _PLURAL_PEOPLE:
        return True
    joined = phrase.partition(" and ")[2]
    if joined and (joined[0].isupper() or joined.split()[0] in _ARTICLES):
        return True
    return head.endswith("s") and head != _singular(head) and not head_of(phrase)[0].isupper()


@lru_cache(maxsize=_REMEMBERED)
def kind_of(phrase: str) -> SourceKind:
    """The kind of source ``phrase`` names, by its head word, its capitals and its article."""
    core = core_of(phrase)
    if not core:
        return SourceKind.UNKNOWN
    head = core[-1]
    low = head.lower()
    one = _singular(low)
    first = core[0].lower()
    proper = head[0].isupper() and not (len(core) == 1 and _is_common(low, one))
    if low in QUANTITIES and " of " in phrase:
        return kind_of(phrase.partition(" of ")[2])
    if low in ("he", "she", "i"):
        return SourceKind.PERSON
    if low in ("it", "they", "we", "you", "one"):
        return SourceKind.UNKNOWN
    if proper and low in PUBLICATIONS and (len(core) > 1 or low not in _COMMON_NAMES):
        return SourceKind.PUBLICATION
    if proper and low in _PLACES and len(core) == 1:
        return SourceKind.INSTITUTION
    if not proper or first == "the":
        if low in PUBLICATIONS and low != "post":
            return SourceKind.PUBLICATION
        if low in DOCUMENTS or one in DOCUMENTS:
            return SourceKind.DOCUMENT
        if low in INSTITUTIONS or one in INSTITUTIONS:
            return SourceKind.INSTITUTION
        if low in PEOPLE or one in PEOPLE or low in _PLURAL_PEOPLE:
            return SourceKind.ANONYMOUS
        if low in OFFICES:
            return SourceKind.PERSON if first not in ("a", "an") else SourceKind.ANONYMOUS
        if one in OFFICES:
            return SourceKind.ANONYMOUS
    if proper:
        if low != one and one in PEOPLE:
            return SourceKind.ANONYMOUS  # Republicans, Democrats
        if any(word in OFFICES or word in PEOPLE for word in core[:-1]):
            return SourceKind.PERSON  # "the economist Jane Doe"
        if low in INSTITUTIONS or _is_acronym(head) or first == "the":
            return SourceKind.INSTITUTION
        return SourceKind.PERSON
    return SourceKind.UNKNOWN


QUANTITIES = words(
    """
    percent % majority half third quarter number handful dozens hundreds thousands scores bulk
    minority plurality lot group chorus pair couple trio series crowd panel
    """
)
"""Words that count those after "of": "52 percent of voters"."""


def _is_common(low: str, one: str) -> bool:
    """Whether a word that stands alone is a common noun, its capital the sentence's."""
    return low in DOCUMENTS or one in DOCUMENTS or low in PEOPLE or one in PEOPLE


_COMMON_NAMES = words("press star sun mail post mirror standard")


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "")
    return len(letters) > 1 and letters.isupper() and letters.isalpha()
