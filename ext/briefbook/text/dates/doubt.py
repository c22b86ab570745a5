"""Phrases that look like dates and are none: verbs, names, counts, durations, repeated times."""

from __future__ import annotations

import re

from .lexicon import S
from .phrases import Kind, Phrase
from .tense import looks_back
from .values import Unit

NEAR = 32
"""Characters before a phrase that tell."""

BUSINESS_REACH = 100
"""Characters around "the first half" within which business is spoken of, or a match is."""


def _before(words: str) -> re.Pattern[str]:
    """A pattern for the words that a phrase follows."""
    return re.compile(rf"(?:{words})\s+$", re.IGNORECASE | re.VERBOSE)


_REPEATED = _before(
    r"\b(?:each|every|per|any|most|some|alternate|an?|one|many|no) | \bevery\sother"
)
_TITLED_BEFORE = re.compile(r"\b(?:Black|Bloody|Super|Fat|Holy|Ruby|Man|Mad|Freaky|Girl|Casual)\s$")
_TITLED_AFTER = re.compile(
    r"[\"”]?\s(?:Live\b|Times|Telegraph|Mirror|Express|Herald|Mail|Post|Star|Review|People"
    r"|[Nn]ight\sFootball|prayers?\b)"
)

# "the day", "the year" mean a date only where something is placed in them or measured over them.
_IN_PART = r"\b(?:early|earlier|late|later|so\sfar)(?:\sin)?"
_THE_UNIT: dict[Unit | None, re.Pattern[str]] = {
    Unit.DAY: _before(rf"{_IN_PART}|\b(?:for|during)"),
    Unit.WEEK: _before(rf"{_IN_PART}|\b(?:for|during|of|in)"),
    Unit.WEEKEND: _before(r"\b(?:over|during|on|at|for|of|by|before|until)"),
    Unit.MONTH: _before(rf"{_IN_PART}|\b(?:for|during|of|in|over)"),
    Unit.QUARTER: _before(r"\b(?:in|for|during|of|over|from)"),
    Unit.YEAR: _before(rf"{_IN_PART}|\b(?:for|during|of|in|over|into|through|throughout)"),
    None: _before(r"\b(?:in|for|during)"),
}
_AWARD = _before(
    r"""\b(?:persons?|m[ae]n|wom[ae]n|players?|teams?|cars?|books?|words?|times?|rookies?|coach
      |albums?|songs?|films?|movies?|artists?|compan(?:y|ies)|photos?|images?|news|games?|quotes?
      |events?|stor(?:y|ies)|half|most|days|months|weeks|parts?|rest|one|awards?|issues?)\sof"""
)
_DATED = _before(r"\b(?:on|by|until|from|since|before|after|dated|due)")
_IDIOM = _before(r"\bat")
_SPAN_AFTER = re.compile(
    r"\s+(?:ahead|between|when|since|before|after|to\s|that\s|he\s|she\s|they\s|we\s|I\s|it\s|of\s"
    r"|leading|following|preceding|prior|immediately)"
)
_CLAUSE_ENDS = re.compile(
    r"\s*(?:[.,;:!?)\"”’—–\n]|$|-\s"
    r"|\s(?:and|but|as|in|at|on|by|with|for|to|from|because|was|were|is|had|when|while)\b)"
)
_COMPARED = _before(r"\b(?:in|from|for|with|to|than|of|against)")
_DURATION = _before(r"\b(?:over|for|in|within|during|through|throughout|into)")
_RECORD = re.compile(
    r"\b(?:first|only|once|twice|times?|\w{3,}est|worst|best|most|least|record|second|third|all)\b"
    r"[^.]{0,40}$",
    re.IGNORECASE,
)

# Months that are also names of people or verbs: March, April, May, June, August.
_NAMES = frozenset({3, 4, 5, 6, 8})
_MAY = 5
_BEFORE_MONTH = re.compile(
    r"""(?:\b(?:in|by|since|of|until|till|from|to|and|or|through|during|next|this|last|before|after
      |for|around|between|mid|early|late|is|was|the|as|its|their)\s+ | [-–—(,/]\s?)$""",
    re.IGNORECASE | re.VERBOSE,
)
_NAME_AFTER = re.compile(
    r"\s+(?:[A-Z][a-z]|(?:I|we|you|he|she|they|it|not|the|be|have|God|also|well|soon|yet)\b)"
    r"|['’]s\s+[a-z]+\s|\s?-[A-Z]|\son\s(?:the|a)\s"
)
_LOWER_BEFORE = re.compile(
    r"\b(?:in|by|since|of|until|till|from|during|last|this|next|early|late|mid)\s+$"
)

_BEFORE_SEASON = re.compile(
    r"\b(?:in|by|since|of|until|from|during|over|the|last|this|early|late|mid|to)[\s-]+$",
    re.IGNORECASE,
)
_OF_SOMETHING = re.compile(rf"{S}of{S}(?!this|last|next|the\ssame)")
_AFTER_SEASON = re.compile(
    r"""\s*(?:[.,;:!?)\"”’—–\n]|$|['’]s
      |\s(?:and|but|or|when|as|after|before|by|in|at|on|to|with|for|from|that|which|while|is|was
        |were|will|would|he|she|they|it|the|of)\b)""",
    re.VERBOSE,
)

_COUNTED = re.compile(
    r"""[\s-](?:people|persons|men|women|children|soldiers|troops|dead|deaths|feet|foot|miles?|yards
      |met(?:er|re)s?|km|kilomet|points?|votes|jobs|workers|employees|shares|units|tons?|tonnes
      |barrels|dollars|euros|pounds|francs|yen|marks|rubles|roubles|rupees|yuan|won|years|months|weeks|days|hours
      |pages|seats|members|cases|homes|houses|cars|rooms|acres|hectares|copies|students|others|more
      |times|million|billion|trillion|percent|per\scent|square|cubic|mph|kg|lbs?|GMT|hours|hrs
      |(?:wounded|killed|injured|refugees|prisoners|casualties|civilians|guns|ships|tanks|horses
        |aircraft|planes|infantry|cavalry)\b)""",
    re.VERBOSE,
)
_NAME_BEFORE = re.compile(
    r"(?:\b[A-Z][a-z]+|\b[A-Z]{2,}|\bNo\.?|\bnumber|\broom|\bflight|\bhighway|\broute|\bpp?\."
    r"|\bvol\.?|\bpages?|\babout|\bsome|\bnearly|\balmost|\bover|\bonly|\bleast|\bkilled)\s*$"
)
_PREPOSITION = re.compile(
    r"""(?:\b(?:in|of|since|by|from|to|until|till|before|after|during|and|or|through|around|circa
      |between|late|early|mid|for|the|a|an|its|their|his|her|fiscal|year|on|as|that|than|with|spring
      |summer|fall|autumn|winter|c\.)\s | [,(;:–—-]\s? | ['’]s\s)$""",
    re.IGNORECASE | re.VERBOSE,
)
_PAGES = re.compile(r"\bpp?\.\s?(?:\d+\s?[-–]\s?)?$")
_GLUED = re.compile(r"(?:[\d/.@_+&'’]|\d[,-])$")

_BUSINESS = re.compile(
    r"[$£€%]|\b(?:million|billion|percent|profits?|earnings|sales|revenues?|net|growth|results)\b"
)
_SIZE_AFTER = re.compile(r"\s?[x×]\s?\d")
_SIZE_BEFORE = re.compile(r"\d\s?[x×]\s?$")

_OPENING = frozenset("\"“'‘")
_QUOTED_AFTER = re.compile(r"[,.]?[\"”'’]")
_WITHIN_SENTENCE = re.compile(r"[\w,’']\s$")

_FEAST_NAME = re.compile(
    r"\s(?:Agreement|Accords?|Rising|Island|Parade|Bunny|Carol|Pact|Offensive)"
)


def refused(text: str, phrase: Phrase) -> bool:
    """Whether the words around a phrase show that it names no date."""
    before = text[max(0, phrase.start - NEAR) : phrase.start]
    if phrase.name == "repeated" or (phrase.name == "closing" and _PAGES.search(before)):
        return True
    if before[-1:].isalpha() and phrase.day is None:
        return True  # glued to a word: only a whole date is sure
    match phrase.kind:
        case Kind.DATE:
            return _no_date(text, phrase, before)
        case Kind.SAME:
            return phrase.base is None and _no_unit(text, phrase, before)
        case Kind.YEAR_EARLIER if phrase.name == "same":
            return phrase.year is None and _COMPARED.search(before) is None
        case Kind.RELATIVE:
            return phrase.base is None and _no_reference(text, phrase, before)
        case Kind.OFFSET if phrase.name == "in":
            return _no_offset(text, phrase, before)
        case Kind.OFFSET | Kind.DEICTIC:
            return _titled(text, phrase, before)
        case Kind.PART if phrase.unit is not Unit.QUARTER:
            return phrase.year is None and phrase.base is None and _no_part(text, phrase, before)
        case Kind.FIGURES if phrase.year is None:
            return phrase.weekday is None and _DATED.search(before) is None
        case Kind.HOLIDAY:
            return _FEAST_NAME.match(text, phrase.end) is not None
        case Kind.NTH_OF:
            return phrase.base is None
        case Kind.CENTURY:
            return text.startswith(" Fox", phrase.end)
    return False


def _no_date(text: str, phrase: Phrase, before: str) -> bool:
    if phrase.day is not None or phrase.base is not None or phrase.name in ("range", "closing"):
        return False
    if phrase.month is not None:
        return phrase.year is None and _no_month(text, phrase, before)
    if phrase.weekday is not None:
        return (
            _REPEATED.search(before) is not None
            or _TITLED_BEFORE.search(before) is not None
            or _TITLED_AFTER.match(text, phrase.end) is not None
        )
    return _no_year(text, phrase, before)


def _no_month(text: str, phrase: Phrase, before: str) -> bool:
    """As in "Theresa May", "April Smith", "March on the capital", "june bug"."""
    words = text[phrase.start : phrase.end].replace("-", " ").split()
    if len(words) > 1:
        return False
    if words[0].islower() and words[0][-1] != ".":
        return not _LOWER_BEFORE.search(before)
    if phrase.month not in _NAMES or _BEFORE_MONTH.search(before):
        return False
    if phrase.month == _MAY and text[phrase.end : phrase.end + 2] not in ("'s", "’s"):
        return True
    return _NAME_AFTER.match(text, phrase.end) is not None


def _no_year(text: str, phrase: Phrase, before: str) -> bool:
    """As in "1900 men", "Orion 1980", "pp. 1914", "/2021/"."""
    year = phrase.year or 0
    if _COUNTED.match(text, phrase.end) or _SIZE_AFTER.match(text, phrase.end):
        return True
    if not 1000 <= year < 2100:
        return False
    if phrase.end - phrase.start > 4:
        spoken = text[phrase.start : phrase.end].lower().startswith(("two thousand", "twenty"))
        return spoken and not _PREPOSITION.search(before)
    if _PAGES.search(before) or _GLUED.search(before) or _SIZE_BEFORE.search(before):
        return True
    if phrase.name == "opening":
        return False
    if text[phrase.end : phrase.end + 1] in ("/", "_", "@"):
        return True
    return _NAME_BEFORE.search(before) is not None and not _PREPOSITION.search(before)


def _no_unit(text: str, phrase: Phrase, before: str) -> bool:
    """As in "the year they met", "player of the year", "at the end of the day"."""
    if phrase.name != "the":
        return (
            phrase.unit is Unit.DAY and phrase.name == "end" and _IDIOM.search(before) is not None
        )
    if phrase.unit not in _THE_UNIT or not _THE_UNIT[phrase.unit].search(before):
        return True
    return _AWARD.search(before) is not None or _SPAN_AFTER.match(text, phrase.end) is not None


def _no_reference(text: str, phrase: Phrase, before: str) -> bool:
    """As in "over the next week"; "two days after the attack", whose day is not known."""
    if phrase.name == "next":
        return phrase.unit is not None and _DURATION.search(before) is not None
    if phrase.name in ("before", "after", "from"):
        return _CLAUSE_ENDS.match(text, phrase.end) is None
    return False


def _no_offset(text: str, phrase: Phrase, before: str) -> bool:
    """As in "the first win in three years", "rebuilt in two days": durations."""
    if phrase.unit in (Unit.DECADE, Unit.CENTURY) or _RECORD.search(before):
        return True
    return looks_back(text, phrase.start, phrase.end) is not False


def _titled(text: str, phrase: Phrase, before: str) -> bool:
    """As in "This Week," in quotation marks, or "USA Today": a name within a sentence."""
    if not text[phrase.start].isupper():
        return False
    quoted = before[-1:] in _OPENING and _QUOTED_AFTER.match(text, phrase.end) is not None
    return quoted or _WITHIN_SENTENCE.search(before) is not None


def _no_part(text: str, phrase: Phrase, before: str) -> bool:
    """As in "the second half" of a match, "to fall", "a spring", "Winter Olympics"."""
    if phrase.unit is Unit.HALF:
        around = text[max(0, phrase.start - BUSINESS_REACH) : phrase.end + BUSINESS_REACH]
        return _BUSINESS.search(around) is None
    words = text[phrase.start : phrase.end]
    if " " not in words and (words[0].isupper() or not _BEFORE_SEASON.search(before)):
        return True
    if _OF_SOMETHING.match(text, phrase.end):
        return True
    return _AFTER_SEASON.match(text, phrase.end) is None
