"""The rules: how dates are written, and what they mean.

One file holds a kind of phrase whole: the forms it is written in (``Form``: pattern, reader,
examples), what they say (a class of ``Phrase``), what it joins with, what makes it doubtful, and
how its value is found. A new form is added to the file of its kind and to the list below; a new
word only to ``lang/en/dates.toml``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .count import COUNT_OF_UNITS, DAY_BEFORE
from .day_word import DAY_WORD
from .decade import CENTURY, DECADE, DECADE_WORD
from .figures import DAY_FIGURES_ALONE, FIGURES
from .following import NEXT_TO_NAMED
from .holiday import HOLIDAY_ALONE
from .last_this_next import LAST_THIS_NEXT
from .month import MONTH_ALONE, MONTH_YEAR
from .month_day import COMPACT, DAY_MONTH, ISO, MONTH_DAY, NINE_ELEVEN
from .ordinal import NTH_DAY, NTH_OF
from .refers_back import SAME, THAT
from .the_unit import LATEST, THE_UNIT, YEAR_END
from .time_of_day import TIME
from .week import ISO_WEEK
from .weekday import WEEKDAY_ALONE, WEEKDAY_OF_MONTH
from .weeks_off import BEFORE_LAST, WEEKS_OFF
from .year import YEAR_ALONE, YEAR_WITH_ERA
from .year_earlier import YEAR_AGO
from .year_part import QUARTER, QUARTER_FIGURES, SEASON_ALONE

if TYPE_CHECKING:
    from .form import Form

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
