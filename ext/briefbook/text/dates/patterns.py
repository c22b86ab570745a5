"""Finding: one master pattern over the words that dates are made of, and what each match says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from .holidays import HOLIDAY, holiday_name
from .lexicon import (
    CARDINAL_WORD,
    COUNT,
    DAY,
    DAY_FIGURES,
    MONTH,
    MONTH_FULL,
    MONTH_SHORT,
    ORDINAL_WORD,
    SEASON,
    SEASONS,
    UNIT,
    UNITS,
    WEEKDAY,
    WEEKDAY_SHORT,
    YEAR,
    YEAR_WORDS,
    S,
    day_number,
    month_number,
    number,
    spoken_year,
    weekday_number,
    year_number,
)
from .phrases import Kind, Phrase
from .values import Unit

_NO_MORE_FIGURES = r"(?![\w%$£€]|[.,:/-]\d)"
_YEAR_TAIL = rf"(?:,?{S}(?:of{S}|in{S})?(?:{YEAR}{_NO_MORE_FIGURES}|['’]\d\d\b|{YEAR_WORDS}))"
_JOIN = r"(?:\s{0,2}(?:-|–|—|~|/)\s{0,2}|\s{1,2}(?:to|through|thru|until|till|and|or|&)\s{1,2}(?:the\s)?)"
# "Jan. 10 and 12 people": a figure that counts what follows it is no day.
_NO_COUNTED = (
    r"(?![\d%]|[.,:]\d|\s(?:(?:per)?cent|million|billion|people|others|years|days|months|weeks"
    r"|hours|minutes|of\sthem|[ap]\.?m))"
)
_DAY_LIST = rf"(?:(?:{_JOIN}|,\s(?=[\d, ]{{1,20}}\sand\s\d)|,?\sand\s(?:the\s)?){DAY_FIGURES}{_NO_COUNTED}){{0,4}}"
_WEEKDAY_LEAD = rf"(?:(?:{WEEKDAY}|{WEEKDAY_SHORT})(?:,?{S}(?:the{S})?|\s?\())"

# What may stand before a date and belongs to its phrase, without changing its value.
_LEAD = (
    rf"(?:(?:[Tt]he{S})?(?:[Bb]eginning|[Ss]tart|[Ee]nd|[Mm]iddle|[Cc]lose|[Tt]urn|[Dd]awn){S}of{S}(?:the{S})?"
    rf"|(?:[Ee]arly|[Ll]ate|[Mm]id|[Ee]arlier|[Ll]ater|[Ss]o{S}far)(?:{S}|-)(?:on{S}|in{S})?(?:the{S}|of{S})?)?"
)

_ALTERNATIVES = {
    "iso": rf"(?P<iso_y>{YEAR})-(?P<iso_m>0[1-9]|1[0-2])(?:-(?P<iso_d>[0-2]\d|3[01]))?(?:T[\d:.]{{2,12}}Z?)?(?![\w-])",
    "isoweek": rf"(?P<isoweek_y>{YEAR})-?W(?P<isoweek_w>[0-4]\d|5[0-3])(?:-(?P<isoweek_d>[1-7]))?(?!\w)",
    "figures": (
        r"(?P<figures_a>\d{1,2})(?P<figures_sep>[/.-])(?P<figures_b>\d{1,2})(?P=figures_sep)"
        rf"(?P<figures_y>{YEAR}|\d\d)(?![\w/-]|[.,:]\d)"
    ),
    "mdy": (
        rf"(?P<mdy_w>{_WEEKDAY_LEAD})?(?P<mdy_m>{MONTH})(?:{S}|-|/)?(?:the{S})?(?P<mdy_d>{DAY}){_NO_COUNTED}"
        rf"(?P<mdy_list>{_DAY_LIST})(?P<mdy_y>{_YEAR_TAIL})?"
    ),
    "dmy": (
        rf"(?P<dmy_w>{_WEEKDAY_LEAD})?(?P<dmy_list>(?:{DAY}(?:{_JOIN}|,\s)){{0,3}})(?P<dmy_d>{DAY})"
        rf"(?:{S}(?:day{S})?(?:of{S})?|-)?(?P<dmy_m>{MONTH})(?P<dmy_y>{_YEAR_TAIL}|-(?:{YEAR}|\d\d)\b)?"
    ),
    "my": rf"(?P<my_m>{MONTH})(?:,?{S}(?:of{S}|in{S})?|-|/)(?P<my_y>{YEAR}{_NO_MORE_FIGURES}|['’]\d\d\b)",
    "month": rf"(?P<month_m>{MONTH_FULL}(?![\w])|{MONTH_SHORT}\.)",
    "weekday": rf"(?P<weekday_w>{WEEKDAY})(?![\w])",
    "dayword": (
        r"(?P<dayword_w>[Tt]he\sday\sbefore\syesterday|[Tt]he\sday\safter\stomorrow"
        r"|[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|TODAY|YESTERDAY|TOMORROW|[Ll]ast\s{1,3}night)\b"
    ),
    "yearago": (
        rf"(?:(?:[Tt]he|[Ii]ts|[Aa]){S})?(?:[Yy]ear-(?:earlier|ago)|[Pp]rior-year|[Pp]revious-year)"
        rf"(?:{S}(?:(?P<yearago_unit>{UNIT})|period))?(?!\w)"
        rf"|(?:[Tt]he|[Ii]ts){S}(?P<yearago_year>{YEAR}){S}(?:period|quarter)(?!\w)"
        rf"|[Ll]ast{S}year['’]s{S}(?:(?:comparable|corresponding|same){S})?(?:period|quarter)(?!\w)"
    ),
    "deictic": (
        rf"(?P<deictic_which>[Tt]his{S}(?:past|coming)|[Tt]he{S}(?:current|coming|upcoming)|[Ll]ast|[Tt]his|[Nn]ext)"
        rf"(?:{S}|-)(?:(?:fiscal|calendar|financial){S})?"
        rf"(?:(?P<deictic_unit>{UNIT})|(?P<deictic_month>{MONTH_FULL}|{MONTH_SHORT}\b\.?)|(?P<deictic_weekday>{WEEKDAY})"
        rf"|(?P<deictic_season>{SEASON})|(?P<deictic_part>morning|afternoon|evening)|(?P<deictic_holiday>{HOLIDAY}))(?!\w)"
    ),
    "offset": (
        rf"(?P<offset_in>[Ii]n{S})?(?P<offset_n>{COUNT})(?:{S}|-)(?P<offset_unit>{UNIT})s?(?:{S}or{S}(?:so|more))?(?P<offset_tail>{S}ago|{S}from{S}now|{S}hence"
        rf"|['’]{S}time|{S}(?:earlier|later|before|after|from|prior\sto|previously|following))?(?!\w)"
    ),
    "daybefore": rf"[Tt]he{S}(?P<daybefore_unit>day|week|month|year|night){S}(?P<daybefore_dir>before|after|earlier)(?!\w)",
    "relative": (
        rf"(?:[Tt]he|[Ii]ts){S}(?P<relative_dir>next|following|previous|preceding|prior|subsequent)(?:{S}|-)"
        rf"(?:(?:fiscal|calendar){S})?(?:(?P<relative_unit>{UNIT})|(?P<relative_month>{MONTH_FULL})"
        rf"|(?P<relative_weekday>{WEEKDAY})|(?P<relative_season>{SEASON})|(?P<relative_part>morning|afternoon|evening|night))(?!\w)"
    ),
    "same": (
        rf"(?:(?:[Tt]he|[Ii]ts){S})?(?:same|corresponding|comparable|equivalent|year-ago)(?:{S}|-)(?:[a-z]{{2,9}}[-\s]months?{S})?"
        rf"(?P<same_unit>period|{UNIT}|{SEASON})"
        rf"(?P<same_tail>,?{S}(?:(?:in|of){S})?(?:a{S}year{S}(?:ago|earlier|before)|last{S}year|the{S}(?:previous|prior|preceding|year){S}(?:year|before)))?(?!\w)"
    ),
    "that": rf"[Tt]hat{S}(?:same{S})?(?P<that_unit>day|week|weekend|month|quarter|year|decade|century|{SEASON})(?!\w)",
    "latest": rf"(?:[Tt]he|[Ii]ts|[Tt]heir){S}(?:latest|most{S}recent|just-ended){S}(?:fiscal{S})?(?P<latest_unit>quarter|year|period|week|month)(?!\w)",
    "quarter": (
        rf"(?:(?:[Tt]he|[Ii]ts|[Tt]heir){S})?(?P<quarter_pre>(?:{YEAR}{S})?)(?:fiscal(?:{S}|-))?(?P<quarter_n>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ll]atter|[1-4](?:st|nd|rd|th))"
        rf"(?:{S}|-)(?:fiscal(?:{S}|-))?(?P<quarter_unit>quarter|half)(?!\w)"
    ),
    "qfigures": rf"(?:(?P<qfigures_y1>{YEAR})[\s-]?)?[QqHh](?P<qfigures_n>[1-4])(?:[\s,-]{{0,2}}(?P<qfigures_y2>{YEAR}|['’]\d\d))?(?!\w)",
    "decade": rf"(?:[Tt]he{S})?(?P<decade_y>1\d\d0|20\d0|['’]?\d0)['’]?s(?!\w)",
    "decadeword": rf"[Tt]he{S}(?:(?:early|late|mid)[-\s])?(?P<decadeword_n>twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies(?!\w)",
    "century": rf"(?:[Tt]he{S})?(?:(?:early|late|mid)[-\s])?(?P<century_n>\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL_WORD})(?:{S}|-)[Cc]entury(?:{S}(?P<century_bc>B\.?C))?(?!\w)",
    "season": rf"(?:(?:[Tt]he|[Ii]n|[Bb]y|[Oo]ver{S}the){S})?(?P<season_s>{SEASON})(?:,?{S}(?:of{S})?(?P<season_y>{YEAR}))?(?!\w)",
    "holiday": rf"(?P<holiday_n>{HOLIDAY})(?:['’]s)?(?:{S}(?:Day|Eve))?(?:,?{S}(?:of{S})?(?P<holiday_y>{YEAR}))?(?!\w)",
    "year": (
        rf"(?:(?:(?:[Tt]he{S})?(?:calendar{S}|fiscal{S})?year{S})|(?:[Ff]iscal|[Cc]alendar){S})?(?P<year_y>{YEAR}|['’]\d\d|{YEAR_WORDS})"
        rf"(?:\s?(?:-|–|—|~|/)\s?(?P<year_to>{YEAR}|\d\d)(?![\w-]))?(?:{S}(?P<year_bc>B\.?C)\b)?{_NO_MORE_FIGURES}"
    ),
    "bc": rf"(?P<bc_y>\d{{1,3}}){S}(?P<bc_era>BCE?|B\.C|AD|A\.D|CE)\b",
    "theunit": rf"(?:[Tt]he|[Ii]ts|the{S}(?:full|entire|whole|fiscal))(?:{S}|-)(?:(?:full|fiscal){S})?(?P<theunit_u>day|week|weekend|month|quarter|year|year-end|period)(?!\w)",
    "yearend": r"(?P<yearend_w>[Yy]ear-?end|end-year)(?!\w)",
    "time": (
        r"(?P<time_w>(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s?(?:[ap]\.m\.?|[AP]\.?M\b\.?|[ap]m\b)(?:\s(?:\(?[A-Z]{2,4}\b\)?))?"
        r"|(?:[01]\d|2[0-3]):?[0-5]\d\s(?:GMT|UTC|EST|EDT|CET|MSK|BST)\b"
        r"|(?:[Mm]orning|[Aa]fternoon|[Ee]vening|[Nn]ight|[Nn]oon|[Mm]idnight|[Dd]awn|[Dd]usk|[Ss]unrise|[Ss]unset)s?)\b"
    ),
}

_PHRASE = re.compile(
    f"{_LEAD}(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _ALTERNATIVES.items())
    + ")"
)

# A phrase is tried only where one of these stands: words are many, date words few.
_STARTER = re.compile(
    r"(?<![A-Za-z0-9$£€¥#])(?=\d"
    r"|(?:[Tt]he|[Ii]ts|[Tt]heir)\s{1,3}(?:day|week|month|quarter|year|decade|period|next|following|previous|preceding|prior|subsequent|same|corresponding|comparable|equivalent|latest|most\srecent|just-ended|full|entire|whole|fiscal"
    r"|first|second|third|four|fifth|six|seven|eight|nin|ten|eleven|twel|thirt|fift|twent|fort|last|latter|current|coming"
    r"|upcoming|early|late|mid|beginning|start|end|middle|close|turn|dawn|spring|summer|autumn|fall|winter|calendar|['’]?\d)"
    r"|[Aa]n?[-\s]{1,3}(?:day|week|month|quarter|year|decade|century|fortnight)"
    r"|[Ii]n\s{1,3}(?:\d|an?\s|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|spring|summer|autumn|fall|winter)"
    r"|[Bb]y\s{1,3}(?:spring|summer|autumn|fall|winter)|[Oo]ver\s{1,3}the\s{1,3}[swaf]"
    r"|(?:[Ll]ast|[Tt]his|[Nn]ext|[Tt]hat)[-\s]|[Ee]nd(?:-|\sof)|[Ee]arl(?:y|ier)[-\s]|[Ll]ater?[-\s]|[Mm]id[-\s]|[Ss]o\sfar"
    r"|(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Cc]lose|[Tt]urn|[Dd]awn)\s{1,3}of"
    r"|(?:[Tt]o(?:day|morrow|night)|[Yy]esterday|TODAY|YESTERDAY|TOMORROW)"
    r"|[Jj](?:an|un|ul)|[Ff]eb|[Mm]ar(?:ch|\b)|[Aa](?:pr|ug)|[Mm]ay|[Ss]ep|[Oo]ct|[Nn]ov|[Dd]ec"
    r"|J(?:AN|UN|UL)|FEB|MA[RY]|A(?:PR|UG)|SEP|OCT|NOV|DEC"
    r"|[Mm]on(?:day|\b)|[Tt]ue|[Ww]ed|[Tt]hu|[Ff]ri|[Ss](?:at|un)(?:urday|day|\b)"
    r"|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY"
    r"|[Yy]ear-|[Pp]r(?:ior|evious)-year|same\s|corresponding\s|comparable\s|equivalent\s"
    r"|(?:[Ff](?:irst|ourth|ifth)|[Ss](?:econd|ixth|eventh)|[Tt](?:hird|enth|welfth)|[Ee]ighth|[Nn]inth|[1-4]\D\D)[-\s]"
    r"|(?:[Oo]ne|[Tt](?:wo|hree|en)|[Ff](?:our|ive)|[Ss](?:ix|even)|[Ee]ight|[Nn]ine|[Ee]leven|[Tt]welve|\w{3,5}teen|[a-zT]\w{3,5}ty)[-\s]"
    r"|[QqHh][1-4]|['’]\d\d|[Ff]iscal|[Cc]alendar|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all\b|[Ww]inter"
    r"|[Mm](?:orning|idnight)|[Aa]fternoon|[Ee]vening|[Nn](?:ight|oon)|[Dd](?:awn|usk)|[Ss]un(?:rise|set)"
    rf"|{HOLIDAY})"
)

Builder = Callable[["re.Match[str]"], Iterator[Phrase]]


def find_phrases(text: str, start: int, end: int) -> Iterator[Phrase]:
    """The date phrases between two offsets, in order, not overlapping, in time linear in length."""
    reached = start
    for starter in _STARTER.finditer(text, start, end):
        place = starter.start()
        if place < reached:
            continue
        match = _PHRASE.match(text, place, end)
        if match is None:
            continue
        reached = match.end()
        build = _BUILDERS.get(match.lastgroup or "")
        if build is not None:
            yield from build(match)


def _year(text: str | None) -> int | None:
    """The year in the tail of a date: ", 1998", "of '87", "two thousand"."""
    if not text:
        return None
    figures = re.search(r"\d+", text)
    if figures:
        return year_number(figures[0])
    words = re.search(YEAR_WORDS, text)
    return spoken_year(words[0]) if words else None


def _lead_weekday(text: str | None) -> int | None:
    word = re.match("[A-Za-z]+", text) if text else None
    return weekday_number(word[0]) if word else None


def _iso(match: re.Match[str]) -> Iterator[Phrase]:
    day = match["iso_d"]
    yield Phrase(
        match.start(),
        match.end(),
        Kind.DATE,
        year=int(match["iso_y"]),
        month=int(match["iso_m"]),
        day=int(day) if day else None,
    )


def _mdy(match: re.Match[str]) -> Iterator[Phrase]:
    """Month, day, more days, year: "Jan. 10, 12 and 13, 2022" is three dates of one year."""
    year, month = _year(match["mdy_y"]), month_number(match["mdy_m"])
    more = [
        (found.start(), found.end(), day_number(found[0]))
        for found in re.compile(DAY_FIGURES).finditer(
            match.string, match.start("mdy_list"), match.end("mdy_list")
        )
    ]
    first_end = match.end("mdy_d") if more else match.end()
    yield Phrase(
        match.start(),
        first_end,
        Kind.DATE,
        year=year,
        month=month,
        day=day_number(match["mdy_d"]),
        weekday=_lead_weekday(match["mdy_w"]),
    )
    for place, (start, stop, day) in enumerate(more, 1):
        last = place == len(more)
        yield Phrase(
            start, match.end() if last else stop, Kind.DATE, year=year, month=month, day=day
        )


def _dmy(match: re.Match[str]) -> Iterator[Phrase]:
    year, month = _year(match["dmy_y"]), month_number(match["dmy_m"])
    start = match.start()
    for found in re.compile(DAY).finditer(
        match.string, match.start("dmy_list"), match.end("dmy_list")
    ):
        yield Phrase(
            found.start(), found.end(), Kind.DATE, year=year, month=month, day=day_number(found[0])
        )
        start = match.start("dmy_d")
    yield Phrase(
        start,
        match.end(),
        Kind.DATE,
        year=year,
        month=month,
        day=day_number(match["dmy_d"]),
        weekday=_lead_weekday(match["dmy_w"]),
    )


def _my(match: re.Match[str]) -> Iterator[Phrase]:
    yield Phrase(
        match.start(),
        match.end(),
        Kind.DATE,
        year=_year(match["my_y"]),
        month=month_number(match["my_m"]),
    )


def _month(match: re.Match[str]) -> Iterator[Phrase]:
    yield Phrase(match.start(), match.end(), Kind.DATE, month=month_number(match["month_m"]))


def _weekday(match: re.Match[str]) -> Iterator[Phrase]:
    yield Phrase(match.start(), match.end(), Kind.DATE, weekday=weekday_number(match["weekday_w"]))


_DAYWORDS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}


def _dayword(match: re.Match[str]) -> Iterator[Phrase]:
    words = " ".join(match["dayword_w"].lower().split())
    yield Phrase(
        match.start(), match.end(), Kind.OFFSET, count=_DAYWORDS[words], unit=Unit.DAY, name=words
    )


def _deictic(match: re.Match[str]) -> Iterator[Phrase]:
    which = match["deictic_which"].lower()
    count = 0
    if which.endswith(("last", "past")):
        count = -1
    elif which.endswith(("next", "upcoming")) or (which.endswith("coming")):
        count = 1
    unit, month = match["deictic_unit"], match["deictic_month"]
    weekday, season = match["deictic_weekday"], match["deictic_season"]
    holiday = match["deictic_holiday"]
    yield Phrase(
        match.start(),
        match.end(),
        Kind.DEICTIC,
        count=count,
        unit=Unit.DAY if match["deictic_part"] else UNITS[unit] if unit else None,
        month=month_number(month) if month else None,
        weekday=weekday_number(weekday) if weekday else None,
        season=SEASONS[season.lower()] if season else None,
        name=holiday_name(holiday) if holiday else None,
    )


def _offset(match: re.Match[str]) -> Iterator[Phrase]:
    """ "three weeks ago", "in two days", "a year earlier", "ten days before"; else a duration."""
    count, tail = number(match["offset_n"]), (match["offset_tail"] or "").strip().lower()
    unit = UNITS[match["offset_unit"]]
    if count is None or unit in (Unit.HALF, Unit.WEEKEND):
        return
    if match["offset_unit"] == "fortnight":
        count *= 2
    here = (match.start(), match.end())
    if tail in ("ago", "from now", "hence") or tail.endswith("time"):
        yield Phrase(*here, Kind.OFFSET, count=-count if tail == "ago" else count, unit=unit)
    elif tail in ("earlier", "before", "prior to", "previously"):
        yield Phrase(*here, Kind.RELATIVE, count=-count, unit=unit, name=tail)
    elif tail in ("later", "after", "from", "following"):
        yield Phrase(*here, Kind.RELATIVE, count=count, unit=unit, name=tail)
    elif match["offset_in"] and count < 100:
        yield Phrase(*here, Kind.OFFSET, count=count, unit=unit, name="in")


def _daybefore(match: re.Match[str]) -> Iterator[Phrase]:
    unit, way = match["daybefore_unit"], match["daybefore_dir"]
    yield Phrase(
        match.start(),
        match.end(),
        Kind.RELATIVE,
        count=1 if way == "after" else -1,
        unit=Unit.DAY if unit == "night" else UNITS[unit],
        name=way,
    )


def _relative(match: re.Match[str]) -> Iterator[Phrase]:
    unit, month = match["relative_unit"], match["relative_month"]
    weekday, season = match["relative_weekday"], match["relative_season"]
    yield Phrase(
        match.start(),
        match.end(),
        Kind.RELATIVE,
        count=1 if match["relative_dir"] in ("next", "following", "subsequent") else -1,
        unit=Unit.DAY if match["relative_part"] else UNITS[unit] if unit else None,
        month=month_number(month) if month else None,
        weekday=weekday_number(weekday) if weekday else None,
        season=SEASONS[season.lower()] if season else None,
        name=match["relative_dir"],
    )


def _yearago(match: re.Match[str]) -> Iterator[Phrase]:
    unit = match["yearago_unit"]
    yield Phrase(
        match.start(),
        match.end(),
        Kind.YEAR_EARLIER,
        unit=UNITS[unit] if unit else None,
        year=_year(match["yearago_year"]),
    )


def _same(match: re.Match[str]) -> Iterator[Phrase]:
    unit, tail = match["same_unit"].lower(), match["same_tail"]
    earlier = tail is not None or unit == "period"
    yield Phrase(
        match.start(),
        match.end(),
        Kind.YEAR_EARLIER if earlier else Kind.SAME,
        unit=UNITS.get(unit),
        season=SEASONS.get(unit),
        name="same",
    )


def _that(match: re.Match[str]) -> Iterator[Phrase]:
    unit = match["that_unit"].lower()
    yield Phrase(
        match.start(),
        match.end(),
        Kind.SAME,
        unit=UNITS.get(unit),
        season=SEASONS.get(unit),
        name="that",
    )


def _latest(match: re.Match[str]) -> Iterator[Phrase]:
    unit = UNITS.get(match["latest_unit"])
    yield Phrase(match.start(), match.end(), Kind.SAME, unit=unit, name="latest")


_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def _quarter(match: re.Match[str]) -> Iterator[Phrase]:
    unit, which = UNITS[match["quarter_unit"]], match["quarter_n"].lower()
    count = _NTH.get(which) or (int(which[0]) if which[0].isdecimal() else None)
    if which in ("last", "latter"):
        count = 2 if unit is Unit.HALF else 4
    if count is None or count > (2 if unit is Unit.HALF else 4):
        return
    yield Phrase(
        match.start(),
        match.end(),
        Kind.PART,
        count=count,
        unit=unit,
        year=_year(match["quarter_pre"]),
    )


def _qfigures(match: re.Match[str]) -> Iterator[Phrase]:
    unit = Unit.QUARTER if "q" in match[0].lower() else Unit.HALF
    count, year = int(match["qfigures_n"]), _year(match["qfigures_y1"] or match["qfigures_y2"])
    if unit is Unit.HALF and (count > 2 or year is None):
        return
    yield Phrase(match.start(), match.end(), Kind.PART, count=count, unit=unit, year=year)


def _decade(match: re.Match[str]) -> Iterator[Phrase]:
    figures = match["decade_y"].lstrip("'’")
    if len(figures) == 2 and len(match["decade_y"]) == 2 and not match[0].lower().startswith("the"):
        return
    yield Phrase(match.start(), match.end(), Kind.DECADE, year=int(figures))


def _decadeword(match: re.Match[str]) -> Iterator[Phrase]:
    names = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
    year = 10 * (names.index(match["decadeword_n"]) + 2)
    yield Phrase(match.start(), match.end(), Kind.DECADE, year=year)


def _century(match: re.Match[str]) -> Iterator[Phrase]:
    nth = day_number(match["century_n"])
    if nth is None or not 1 <= nth <= 30 or match["century_bc"]:
        return
    yield Phrase(match.start(), match.end(), Kind.CENTURY, year=nth - 1)


def _season(match: re.Match[str]) -> Iterator[Phrase]:
    year = match["season_y"]
    yield Phrase(
        match.start(),
        match.end(),
        Kind.PART,
        unit=Unit.SEASON,
        season=SEASONS[match["season_s"].lower()],
        year=int(year) if year else None,
    )


def _holiday(match: re.Match[str]) -> Iterator[Phrase]:
    year = match["holiday_y"]
    yield Phrase(
        match.start(),
        match.end(),
        Kind.HOLIDAY,
        name=holiday_name(match["holiday_n"]),
        year=int(year) if year else None,
    )


def _bare_year(match: re.Match[str]) -> Iterator[Phrase]:
    """A year, or two joined by a dash: "1914-18" is 1914 and 1918."""
    year, later = _year(match["year_y"]), match["year_to"]
    if year is None:
        return
    if match["year_bc"]:
        yield Phrase(match.start(), match.end(), Kind.DATE, year=1 - year)
        return
    if later is None:
        yield Phrase(match.start(), match.end(), Kind.DATE, year=year)
        return
    last = int(later) if len(later) == 4 else year - year % 100 + int(later)
    if last <= year:
        last += 100 if len(later) == 2 and last % 100 < 10 else 0
    if last > year:
        yield Phrase(match.start(), match.end("year_y"), Kind.DATE, year=year)
        yield Phrase(match.start("year_to"), match.end("year_to"), Kind.DATE, year=last)


def _bc(match: re.Match[str]) -> Iterator[Phrase]:
    year = int(match["bc_y"])
    before = match["bc_era"].startswith("B")
    yield Phrase(match.start(), match.end(), Kind.DATE, year=1 - year if before else year)


def _theunit(match: re.Match[str]) -> Iterator[Phrase]:
    """ "the year"; after "the end of" and as "the full year" it is a date in any place."""
    word = match["theunit_u"]
    unit = Unit.YEAR if word == "year-end" else UNITS.get(word)
    sure = match.start() < match.start("theunit") or "full" in match[0] or "fiscal" in match[0]
    yield Phrase(match.start(), match.end(), Kind.SAME, unit=unit, name="end" if sure else "the")


def _yearend(match: re.Match[str]) -> Iterator[Phrase]:
    yield Phrase(match.start(), match.end(), Kind.SAME, unit=Unit.YEAR, name="end")


def _time(match: re.Match[str]) -> Iterator[Phrase]:
    yield Phrase(
        match.start(), match.end(), Kind.TIME, name="repeated" if match[0].endswith("s") else None
    )


def _isoweek(match: re.Match[str]) -> Iterator[Phrase]:
    day = match["isoweek_d"]
    yield Phrase(
        match.start(),
        match.end(),
        Kind.WEEK,
        year=int(match["isoweek_y"]),
        count=int(match["isoweek_w"]),
        weekday=int(day) if day else None,
    )


def _figures(match: re.Match[str]) -> Iterator[Phrase]:
    """A date all in figures: both orders are kept, the resolver decides."""
    first, second = int(match["figures_a"]), int(match["figures_b"])
    yield Phrase(
        match.start(),
        match.end(),
        Kind.FIGURES,
        year=year_number(match["figures_y"]),
        day=first,
        month=second,
        name=match["figures_sep"],
    )


_BUILDERS: dict[str, Builder] = {
    "iso": _iso,
    "isoweek": _isoweek,
    "figures": _figures,
    "mdy": _mdy,
    "dmy": _dmy,
    "my": _my,
    "month": _month,
    "weekday": _weekday,
    "dayword": _dayword,
    "deictic": _deictic,
    "offset": _offset,
    "daybefore": _daybefore,
    "relative": _relative,
    "yearago": _yearago,
    "same": _same,
    "that": _that,
    "latest": _latest,
    "quarter": _quarter,
    "qfigures": _qfigures,
    "decade": _decade,
    "decadeword": _decadeword,
    "century": _century,
    "season": _season,
    "holiday": _holiday,
    "year": _bare_year,
    "bc": _bc,
    "theunit": _theunit,
    "yearend": _yearend,
    "time": _time,
}
