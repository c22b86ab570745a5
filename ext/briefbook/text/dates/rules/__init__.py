"""The rules: how dates are written, and what they mean.

One file holds a kind of phrase whole: the forms it is written in (``Form``: pattern, reader,
examples), what they say (a class of ``Phrase``), what it joins with, what makes it doubtful, and
how its value is found. A new form is added to the file of its kind and to the list below; a new
word only to ``lang/en/dates.toml``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.dates.rules.count import COUNT_OF_UNITS, DAY_BEFORE
from briefbook.text.dates.rules.day_word import DAY_WORD
from briefbook.text.dates.rules.decade import CENTURY, DECADE, DECADE_WORD
from briefbook.text.dates.rules.figures import DAY_FIGURES_ALONE, FIGURES, NINE_ELEVEN
from briefbook.text.dates.rules.following import NEXT_TO_NAMED
from briefbook.text.dates.rules.holiday import HOLIDAY_ALONE
from briefbook.text.dates.rules.last_this_next import LAST_THIS_NEXT
from briefbook.text.dates.rules.month import MONTH_ALONE, MONTH_YEAR
from briefbook.text.dates.rules.month_day import DAY_MONTH, MONTH_DAY
from briefbook.text.dates.rules.ordinal import NTH_DAY, NTH_OF
from briefbook.text.dates.rules.quarter import QUARTER, QUARTER_FIGURES, TWO_QUARTERS
from briefbook.text.dates.rules.refers_back import SAME, THAT
from briefbook.text.dates.rules.season import SEASON_ALONE
from briefbook.text.dates.rules.the_unit import LATEST, THE_UNIT, YEAR_END
from briefbook.text.dates.rules.time_of_day import TIME
from briefbook.text.dates.rules.week import ISO_WEEK
from briefbook.text.dates.rules.weekday import WEEKDAY_ALONE
from briefbook.text.dates.rules.weekday_of_month import WEEKDAY_OF_MONTH
from briefbook.text.dates.rules.weeks_off import BEFORE_LAST, WEEKS_OFF
from briefbook.text.dates.rules.year import YEAR_ALONE, YEAR_WITH_ERA
from briefbook.text.dates.rules.year_earlier import YEAR_AGO
from briefbook.text.dates.rules.year_first import COMPACT, ISO

if TYPE_CHECKING:
    from briefbook.text.dates.rules.form import Form

FORMS: tuple[Form, ...] = (
    ISO,
    ISO_WEEK,
    FIGURES,
    NINE_ELEVEN,
    DAY_FIGURES_ALONE,
    COMPACT,
    MONTH_DAY,
    DAY_MONTH,
    MONTH_YEAR,
    HOLIDAY_ALONE,  # before months: April Fools' Day, May Day
    MONTH_ALONE,
    BEFORE_LAST,
    WEEKS_OFF,  # before weekdays and words for days: Friday week
    WEEKDAY_OF_MONTH,
    WEEKDAY_ALONE,
    DAY_WORD,
    YEAR_AGO,
    LAST_THIS_NEXT,
    COUNT_OF_UNITS,
    DAY_BEFORE,
    NEXT_TO_NAMED,
    SAME,
    THAT,
    LATEST,
    QUARTER,
    TWO_QUARTERS,
    QUARTER_FIGURES,
    DECADE,
    DECADE_WORD,
    CENTURY,
    SEASON_ALONE,
    TIME,
    YEAR_WITH_ERA,
    YEAR_ALONE,
    NTH_DAY,
    NTH_OF,
    THE_UNIT,
    YEAR_END,
)
"""Tried in this order: where two fit at one place, the earlier is taken."""
