"""The rules that give a date phrase its value, each explained under its name."""

from __future__ import annotations

from enum import StrEnum


class Rule(StrEnum):
    """How a phrase got its value; the docstring under each member is what readers are told."""

    EXPLICIT = "explicit"
    """The text gives the year itself."""
    FIGURES = "figures"
    """A date all in figures; whether day or month comes first follows from the text, the language
    or the publisher. The other reading, where it is possible, is the alternative."""
    RANGE = "range"
    """One end of a range or list, with the year the other end gives."""
    DAY_WORD = "day-word"
    """Today, yesterday, tomorrow and their like, counted from the day of publication."""
    WEEKDAY = "weekday"
    """A weekday: the day of publication or up to three days before it; else the next one, unless
    the clause is in the past tense: then the last one."""
    MONTH_DAY = "month-day"
    """A day and month without a year: the one nearest to publication; words such as "effective"
    or "due" point forward."""
    MONTH = "month"
    """A month without a year: the last one where the clause is in the past tense, the next one
    where it looks ahead, else the nearest to publication."""
    LAST_THIS_NEXT = "last-this-next"
    """Last, this or next week, month, quarter, year, weekday, season: counted from publication."""
    AGO = "ago"
    """So many days, weeks, months or years before or after publication, to the grain counted in."""
    COUNTED = "counted"
    """So much before or after another date of the text."""
    REFERS_BACK = "refers-back"
    """Back to a date the text has named: "that day", "the same month", "the quarter"."""
    YEAR_EARLIER = "year-earlier"
    """The same period one year before the one the text has just named."""
    QUARTER = "quarter"
    """A quarter or half without a year: the one nearest to publication that fits the tense."""
    SEASON = "season"
    """A season without a year: the one nearest to publication that fits the tense."""
    HOLIDAY = "holiday"
    """A holiday: of the year given, else the nearest to publication."""
    EVENT = "event"
    """A day known by its date alone, such as that of the Sept. 11 attacks."""
    NARRATIVE = "narrative"
    """In a story of past years: the year the story is in."""
