"""The grammar of date phrases, as regular expressions.

Every alternative is anchored where it is tried, its repetitions are short and bounded, and no
two of them can share out the same characters in many ways: matching takes constant time.
Group names are ``alternative_part``; a group named after the alternative itself encloses it.
"""

from __future__ import annotations

import re

from .holidays import HOLIDAY
from .lexicon import (
    COUNT,
    DAY_FIGURES,
    MONTH,
    MONTH_FULL,
    MONTH_SHORT,
    ORDINAL_WORD,
    SEASON,
    UNIT,
    WEEKDAY,
    WEEKDAY_SHORT,
    YEAR,
    YEAR_WORDS,
    S,
)

_NO_MORE_FIGURES = r"(?![\w%$£€]|[.,:/-]\d)"
_YEAR_TAIL = rf"""
    (?:(?:,\s{{0,3}}|{S}) (?:of{S}|in{S})?
      (?:\d{{1,4}}{S}B\.?C\b\.?(?:E\b\.?)?
        | {YEAR}{_NO_MORE_FIGURES} | ['’]\d\d\b | {YEAR_WORDS}))"""
_JOIN = r"""
    (?:\s{0,2}(?:-|–|—|~|/)\s{0,2}
      |,?\s{1,2}(?:to|through|thru|until|till|and|or|&)\s{1,2}(?:the\s)?)"""
# "Jan. 10 and 12 people": a figure that counts what follows it is no day.
_NO_COUNT = r"""
    (?![\d%] | [.,:]\d | \s(?:(?:per)?cent|million|billion|people|others|years|days|months|weeks
      |hours|minutes|men|women|soldiers|troops|times|points|of\sthem|[ap]\.?m\b))"""
_NO_PART = r"(?![-\s](?:quarter|half|day|time|place|round)\b)"
_MORE_DAYS = rf"""
    (?:(?:{_JOIN} | ,\s(?=[\d,\ ]{{1,20}}\sand\s\d)) {DAY_FIGURES}{_NO_COUNT}){{0,4}}"""
_DAYS_BEFORE = rf"(?:(?:{DAY_FIGURES}|{ORDINAL_WORD}) (?:{_JOIN} | ,\s)){{0,3}}"
_WEEKDAY_LEAD = rf"(?:(?:{WEEKDAY}|{WEEKDAY_SHORT}) (?:,?{S}(?:the{S})? | \s?\())"
_FISCAL = rf"(?:(?:fiscal|calendar|financial|business)(?:{S}|-))?"
_PART_OF_DAY = r"(?:morning|afternoon|evening|night)"

LEAD = rf"""
    (?:(?:[Tt]he{S})?
       (?:[Bb]eginning|[Ss]tart|[Ee]nd|[Mm]iddle|[Cc]lose|[Tt]urn|[Dd]awn|[Ll]atter{S}part){S}of{S}
       (?:the{S}(?=month|year|week|quarter|day|decade|century|{YEAR}|\d|['’]))?
      |(?:[Ee]arly|[Ll]ate|[Mm]id|[Ee]arlier|[Ll]ater|[Ss]o{S}far)(?:{S}|-)
       (?:on{S}|in{S})?(?:the{S}(?=month|year|week|quarter|day|decade|\d|['’])|of{S})?)?"""
"""What may stand before a date and belongs to its phrase, without changing its value."""

ALTERNATIVES = {
    "iso": rf"""
        (?P<iso_y>{YEAR})-(?P<iso_m>0[1-9]|1[0-2])(?:-(?P<iso_d>[0-2]\d|3[01]))?
        (?:T[\d:.]{{2,12}}Z?)?(?![\w-])""",
    "isoweek": rf"""
        (?P<isoweek_y>{YEAR})-?W(?P<isoweek_w>[0-4]\d|5[0-3])(?:-(?P<isoweek_d>[1-7]))?(?!\w)""",
    "figures": rf"""
        (?P<figures_a>\d{{1,2}})(?P<figures_sep>[/.-])(?P<figures_b>\d{{1,2}})(?P=figures_sep)
        (?P<figures_y>{YEAR}|\d\d)(?![\w/-]|[.,:]\d)""",
    "nineeleven": r"9/11(?![\w/])",
    # on 22/04
    "dayfigures": r"(?P<dayfigures_a>\d{1,2})/(?P<dayfigures_b>\d{1,2})(?![\w/]|[.,:-]\d)",
    "compact": r"""
        (?P<compact_y>19\d\d|20\d\d)(?P<compact_m>0[1-9]|1[0-2])(?P<compact_d>[0-3]\d)(?!\w)""",
    # January 5; Wednesday, Jan. 5, 2022; January 5, 6 and 7; Jan. 5-7, 2022; March eighth
    "mdy": rf"""
        (?P<mdy_w>{_WEEKDAY_LEAD})?(?P<mdy_m>{MONTH})(?:{S}|-|/)?(?:the{S})?
        (?P<mdy_d>{DAY_FIGURES}|{ORDINAL_WORD}{_NO_PART}){_NO_COUNT}
        (?P<mdy_list>{_MORE_DAYS})(?P<mdy_y>{_YEAR_TAIL})?""",
    # 5 January; Wednesday, 5 January 2022; 5, 6 and 7 January; the fifth of January; 5-Jan-2022
    "dmy": rf"""
        (?P<dmy_w>{_WEEKDAY_LEAD})?(?P<dmy_list>{_DAYS_BEFORE})
        (?:(?P<dmy_d>{DAY_FIGURES})(?:{S}(?:day{S})?(?:of{S})?|-)?
          |(?P<dmy_o>{ORDINAL_WORD}){S}(?:day{S})?of{S})
        (?P<dmy_m>{MONTH})(?P<dmy_y>{_YEAR_TAIL} | -(?:{YEAR}|\d\d)\b)?""",
    # January 2022; January of '22; Jan-Feb 2022
    "my": rf"""
        (?:(?P<my_m0>{MONTH})\s?(?:-|–|/)\s?)?
        (?P<my_m>{MONTH})(?:,?{S}(?:of{S}|in{S})?|-|/)(?P<my_y>{YEAR}{_NO_MORE_FIGURES}|['’]\d\d\b)""",
    # before "month": April Fools' Day, May Day
    "holiday": rf"""
        (?P<holiday_n>{HOLIDAY})(?:['’]s)?(?:{S}(?:Day|Eve))?
        (?:,?{S}(?:of{S})?(?P<holiday_y>{YEAR}))?(?!\w)""",
    "month": rf"(?P<month_m>{MONTH_FULL}(?!\w)|{MONTH_SHORT}\.)",
    # Friday the 13th
    "wnth": rf"""
        (?P<wnth_w>{WEEKDAY}|{WEEKDAY_SHORT}),?{S}(?:the{S})?
        (?P<wnth_d>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)|{ORDINAL_WORD}(?!{S}of{S})){_NO_PART}(?!\w)""",
    "weekday": rf"(?P<weekday_w>{WEEKDAY})(?!\w)(?:{S}the{S}(?=\d))?",
    "dayword": r"""
        (?P<dayword_w>[Tt]he\sday\sbefore\syesterday|[Tt]he\sday\safter\stomorrow
          |[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|TODAY|YESTERDAY|TOMORROW
          |[Ll]ast\s{1,3}night)\b""",
    # the year-ago quarter; the 1988 period; last year's quarter
    "yearago": rf"""
        (?:(?:[Tt]he|[Ii]ts|[Aa]){S})?(?:[Yy]ear-(?:earlier|ago)|[Pp]rior-year|[Pp]revious-year)
        (?:{S}(?:(?P<yearago_unit>{UNIT})|period))?(?!\w)
        |(?:[Tt]he|[Ii]ts){S}(?P<yearago_year>{YEAR}){S}(?:period|quarter)(?!\w)
        |[Ll]ast{S}year['’]s{S}(?:(?:comparable|corresponding|same){S})?(?:period|quarter)(?!\w)""",
    # last year, this coming Friday, next January, last summer, this Christmas
    "deictic": rf"""
        (?P<deictic_which>[Tt]his{S}(?:past|coming)|[Tt]he{S}(?:current|coming|upcoming)
          |[Ll]ast|[Tt]his|[Nn]ext|[Cc]urrent)(?:{S}|-){_FISCAL}
        (?:(?P<deictic_unit>{UNIT})
          |(?P<deictic_month>{MONTH_FULL}|{MONTH_SHORT}\b\.?)(?!{S}\d{{1,2}}\b)
          |(?P<deictic_weekday>{WEEKDAY})|(?P<deictic_season>{SEASON})
          |(?P<deictic_part>morning|afternoon|evening)|(?P<deictic_holiday>{HOLIDAY}))(?!\w)""",
    # three weeks ago, in two years, a month later, ten days before
    "offset": rf"""
        (?P<offset_in>[Ii]n{S})?(?P<offset_n>{COUNT})(?:{S}|-)
        (?P<offset_unit>{UNIT})s?(?:{S}or{S}(?:so|more))?
        (?P<offset_tail>{S}ago|{S}from{S}now|{S}hence|['’]{S}time
          |{S}(?:earlier|later|before|after|from|prior\sto|previously|following))?(?!\w)""",
    "daybefore": rf"""
        [Tt]he{S}(?P<daybefore_unit>day|week|month|year|night|evening){S}
        (?P<daybefore_dir>before|after|earlier)(?!\w)""",
    "relative": rf"""
        (?:[Tt]he|[Ii]ts){S}(?P<relative_dir>next|following|previous|preceding|prior|subsequent)
        (?:{S}|-){_FISCAL}
        (?:(?P<relative_unit>{UNIT})|(?P<relative_month>{MONTH_FULL})|(?P<relative_weekday>{WEEKDAY})
          |(?P<relative_season>{SEASON})|(?P<relative_part>{_PART_OF_DAY}))(?!\w)""",
    # the same day; the corresponding period last year
    "same": rf"""
        (?:(?:[Tt]he|[Ii]ts){S})?(?:same|corresponding|comparable|equivalent|year-ago)(?:{S}|-)
        (?:[a-z]{{2,9}}[-\s]months?{S})?(?P<same_unit>period|{UNIT}|{SEASON}|{_PART_OF_DAY})
        (?P<same_tail>,?{S}(?:(?:in|of){S})?
          (?:a{S}year{S}(?:ago|earlier|before)|last{S}year
            |the{S}(?:previous|prior|preceding|year){S}(?:year|before)))?(?!\w)""",
    "that": rf"""
        [Tt]hat{S}(?:same{S})?
        (?P<that_unit>day|week|weekend|month|quarter|year|decade|century|{SEASON}|{_PART_OF_DAY})(?!\w)""",
    "latest": rf"""
        (?:[Tt]he|[Ii]ts|[Tt]heir){S}(?:latest|most{S}recent|just-ended){S}(?:fiscal{S})?
        (?P<latest_unit>quarter|year|period|week|month)(?!\w)""",
    # the third quarter, fiscal first-half, the 1988 third quarter
    "quarter": rf"""
        (?:(?:[Tt]he|[Ii]ts|[Tt]heir){S})?(?P<quarter_pre>(?:(?:fiscal{S})?{YEAR}{S})?)(?:fiscal(?:{S}|-))?
        (?P<quarter_n>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ll]atter|[1-4](?:st|nd|rd|th))
        (?:{S}|-)(?:fiscal(?:{S}|-))?(?P<quarter_unit>quarter|half)(?!\w)""",
    "qfigures": rf"""
        (?:(?P<qfigures_y1>{YEAR})[\s-]?)?[QqHh](?P<qfigures_n>[1-4])
        (?:[\s,-]{{0,2}}(?P<qfigures_y2>{YEAR}|['’]\d\d))?(?!\w)""",
    "decade": rf"""
        (?:[Tt]he{S}(?:early|late|mid)?[-\s]?)?(?P<decade_y>1\d\d0|20\d0|['’]?\d0)['’]?s(?!\w)""",
    "decadeword": rf"""
        [Tt]he{S}(?:(?:early|late|mid)[-\s])?
        (?P<decadeword_n>twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies(?!\w)""",
    "century": rf"""
        (?:[Tt]he{S})?(?:(?:early|late|mid)[-\s])?
        (?P<century_n>\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL_WORD})(?:{S}|-)[Cc]entury
        (?:{S}(?P<century_bc>B\.?C))?(?!\w)""",
    "season": rf"""
        (?:[Tt]he{S})?(?P<season_s>{SEASON})
        (?:,?{S}(?:of{S})?(?P<season_y>{YEAR}))?(?!\w)""",
    "time": r"""
        (?P<time_w>(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s?(?:[ap]\.m\.?|[AP]\.?M\b\.?|[ap]m\b)
            (?:\s\(?[A-Z]{2,4}\b\)?)?
          |(?:[01]?\d|2[0-3]):[0-5]\d(?:\s(?:GMT|UTC|EST|EDT|CET|MSK|BST))?\b
          |(?:[01]\d|2[0-3])[0-5]\d\s?(?:GMT|UTC|EST|EDT|CET|MSK|BST|hours|hrs|local)\b
          |(?:[Mm]orning|[Aa]fternoon|[Ee]vening|[Nn]ight|[Nn]oon|[Mm]idnight|[Dd]awn|[Dd]usk
             |[Ss]unrise|[Ss]unset)s?\b)""",
    # 480 BC; 264-241 BC; AD 79; 79 CE
    "era": rf"""
        (?:[Tt]he{S}year{S})?(?:(?P<era_from>\d{{1,4}})\s?(?:-|–|to)\s?)?(?P<era_y>\d{{1,4}}){S}
        (?P<era_after>B\.?C(?:\.?E)?|A\.?D|C\.?E)\b\.?
        |A\.?D\.?{S}(?P<era_ad>\d{{1,4}})\b""",
    # 1989; the year 1989; fiscal 1989; '89; 1988-89; 1914–18; 480 BC
    "year": rf"""
        (?:(?:(?:[Tt]he{S})?(?:calendar{S}|fiscal{S})?year{S})
          |(?:[Tt]he{S}year['’]?s?{S}) |(?:[Ff]iscal|[Cc]alendar|FY|CY){S}?)?
        (?P<year_y>{YEAR}|['’]\d\d|{YEAR_WORDS})
        (?:\s?(?:-|–|—|~|/)\s?(?P<year_to>{YEAR}|\d\d)(?![\w-]))?{_NO_MORE_FIGURES}""",
    # on the 18th
    "nth": rf"""
        [Tt]he{S}(?P<nth_d>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?:{S}day)?
        (?=\s*(?:[.,;:!?)]|$)|\s(?:and|but|at|in|by|from|to|he|she|they|it|the|with|when|as|of{S}(?:that|the{S}same|this|last|next){S}month)\b)
        (?:{S}of{S}(?P<nth_month>that|the{S}same|this|last|next){S}month\b)?""",
    # the first week of; the last day of
    "nthof": rf"""
        (?:[Tt]he{S})?(?P<nthof_n>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal|[1-4](?:st|nd|rd|th))
        {S}(?:(?P<nthof_unit>week|day|month)|(?P<nthof_weekday>{WEEKDAY}))(?={S}(?:of|in)\b)""",
    "theunit": rf"""
        (?:[Tt]he|[Ii]ts|the{S}(?:full|entire|whole|fiscal))(?:{S}|-)(?:(?:full|fiscal){S})?
        (?P<theunit_u>day|weekend|week|month|quarter|year-end|year|period)(?!\w)""",
    "yearend": r"(?P<yearend_w>[Yy]ear-?end|end-year)(?!\w)",
}

PHRASE = re.compile(
    f"{LEAD}(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in ALTERNATIVES.items())
    + ")",
    re.VERBOSE,
)
"""One date phrase, at the place where it is tried."""
