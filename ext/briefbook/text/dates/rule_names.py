"""The names that readers are given of how a date got its value, each with its explanation."""

from __future__ import annotations

from enum import StrEnum


class Rule(StrEnum):
    """How a phrase got its value; ``explanation`` is what readers are told of it."""

    EXPLICIT = "explicit"
    FIGURES = "figures"
    RANGE = "range"
    DAY_WORD = "day-word"
    WEEKDAY = "weekday"
    MONTH_DAY = "month-day"
    MONTH = "month"
    LAST_THIS_NEXT = "last-this-next"
    AGO = "ago"
    COUNTED = "counted"
    REFERS_BACK = "refers-back"
    YEAR_EARLIER = "year-earlier"
    QUARTER = "quarter"
    SEASON = "season"
    HOLIDAY = "holiday"
    EVENT = "event"
    NARRATIVE = "narrative"
    EDITOR = "editor"

    @property
    def short(self) -> str:
        """A few words, for readers of a table."""
        return _SHORT[self]

    @property
    def explanation(self) -> str:
        """One sentence or two, for readers."""
        return _EXPLANATIONS[self]


_SHORT = {
    Rule.EXPLICIT: "the text gives the year",
    Rule.FIGURES: "a date in figures",
    Rule.RANGE: "one of two dates that share a year",
    Rule.DAY_WORD: "a word for a day",
    Rule.WEEKDAY: "a weekday near publication",
    Rule.MONTH_DAY: "a day and month near publication",
    Rule.MONTH: "a month near publication",
    Rule.LAST_THIS_NEXT: "last, this or next",
    Rule.AGO: "so long ago, or to come",
    Rule.COUNTED: "counted on or back",
    Rule.REFERS_BACK: "a date named before",
    Rule.YEAR_EARLIER: "a year before",
    Rule.QUARTER: "a quarter near publication",
    Rule.SEASON: "a season near publication",
    Rule.HOLIDAY: "a holiday",
    Rule.EVENT: "a day known by its date",
    Rule.NARRATIVE: "in the year that the story tells of",
    Rule.EDITOR: "given by the editors",
}
_EXPLANATIONS = {
    Rule.EXPLICIT: "The text gives the year itself.",
    Rule.FIGURES: """A date all in figures. Whether day or month comes first follows from the text's
        other dates, its language or its publisher; the other reading is the alternative.""",
    Rule.RANGE: "One end of a range or list, with the year that the other end gives.",
    Rule.DAY_WORD: """Today, yesterday, tomorrow and their like, counted from the day of
        publication.""",
    Rule.WEEKDAY: """A weekday: the day of publication or up to three days before it, unless the
        clause looks ahead; else the next one, unless the clause is in the past tense. Of two in a
        row or a range the later follows the earlier.""",
    Rule.MONTH_DAY: """A day and month without a year: the one nearest to publication; where that is
        over four months away, the tense of the clause decides.""",
    Rule.MONTH: """A month without a year: the last one where the clause is in the past tense, the
        next one where it looks ahead, else the nearest to publication.""",
    Rule.LAST_THIS_NEXT: """Last, this or next week, month, quarter, year, weekday, season or
        holiday, counted from publication.""",
    Rule.AGO: """So many days, weeks, months or years before or after publication, to the unit
        counted in: four years ago is a year, not a day.""",
    Rule.COUNTED: "So much before or after another date of the text, to the unit counted in.",
    Rule.REFERS_BACK: """Back to a date that the text has named, or to publication: that day, the
        same month, the end of the year.""",
    Rule.YEAR_EARLIER: """The same quarter, month or day, one year before the one that the text is
        about.""",
    Rule.QUARTER: """A quarter without a year: the one going on or just over, else by the tense of
        the clause.""",
    Rule.SEASON: """A season without a year: the one going on or just over, else by the tense of the
        clause.""",
    Rule.HOLIDAY: """A holiday without a year: the nearest to publication. Of a country that the
        text names, only where that country's day is known.""",
    Rule.EVENT: """A day that is known by its date alone, such as that of the September 11
        attacks.""",
    Rule.NARRATIVE: """In a story of past years: in the year that the story has reached. A book
        about it, what it compares with or plans for, and what its people say in quotation marks,
        leave it there.""",
    Rule.EDITOR: """No rule: an editor has read the passage and given its date.""",
}
_EXPLANATIONS = {rule: " ".join(words.split()) for rule, words in _EXPLANATIONS.items()}
