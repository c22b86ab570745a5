"""The words of ours that readers see, in the language of the book: ``language`` of conf.py.

Messages are English; `locale/` has them in other languages, as gettext's catalogues. What is not in
a catalogue stays English. A message with something put into it names the place, and is filled
after it is looked up: ``_("Note {number}").format(number=7)``.
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from briefbook.text.timex import Timex, Unit

DOMAIN: Final = "briefbook"
"""What the catalogues are called."""
LOCALE: Final = Path(__file__).parent / "locale"
"""Where they are: ``LANGUAGE/LC_MESSAGES/briefbook.mo``."""


@dataclass(slots=True)
class _Chosen:
    """The language of this process, as Sphinx's own locale is: one build has one."""

    language: str
    catalogue: gettext.NullTranslations


_chosen: Final = _Chosen(language="en", catalogue=gettext.NullTranslations())


def use_language(language: str | None) -> None:
    """Take the catalogue of ``language``, such as ``de`` or ``pt_BR``; English where none is."""
    _chosen.language = (language or "en").replace("-", "_")
    _chosen.catalogue = gettext.translation(
        DOMAIN, LOCALE, languages=[_chosen.language], fallback=True
    )


def language() -> str:
    """The language in use, as Sphinx writes it: ``de``, ``pt_BR``."""
    return _chosen.language


def _(message: str) -> str:
    """The message in the language of the book."""
    return _chosen.catalogue.gettext(message)


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """The message itself, named for the catalogue: what a table holds is looked up when used."""
    return message


def NN_(one: str, several: str) -> tuple[str, str]:  # noqa: N802 - as `N_`
    """The two forms of a message for `ngettext`, named for the catalogue, for a table."""
    return one, several


def ngettext(one: str, several: str, number: int, **others: object) -> str:
    """The form of a message for a number, which it names as ``{number}``, filled."""
    return _chosen.catalogue.ngettext(one, several, number).format(number=number, **others)


def in_words(value: str) -> str:
    """A TIMEX3 value as readers say it; what is none comes back unchanged."""
    found = Timex.parse(value)
    if found is None:
        return value
    return found.words if _chosen.language.partition("_")[0] == "en" else _translated(found)


_SEASONS: Final = (
    N_("spring {year}"),
    N_("summer {year}"),
    N_("autumn {year}"),
    N_("winter {year}"),
)
_LEAP_YEAR: Final = 2000
_HALVES: Final = (N_("first half of {year}"), N_("second half of {year}"))


def _translated(value: Timex) -> str:
    """Days, months and quarters as Babel writes them, the rest by the catalogue."""
    before_christ = value.year < 1 and (
        value.year < 0 or value.unit not in (Unit.DECADE, Unit.CENTURY)
    )
    if not before_christ:
        return _in_year(value, str(value.year))
    return _("{year} BC").format(year=_in_year(value, str(1 - value.year)))


def _in_year(value: Timex, year: str) -> str:
    match value.unit:
        case Unit.DAY | Unit.MONTH | Unit.QUARTER:
            return _by_babel(value, year)
        case Unit.HALF:
            return _(_HALVES[value.number - 1]).format(year=year)
        case Unit.WEEK:
            return _("week {week} of {year}").format(week=value.number, year=year)
        case Unit.WEEKEND:
            return _("weekend of week {week} of {year}").format(week=value.number, year=year)
        case Unit.SEASON:
            return _(_SEASONS[value.number - 1]).format(year=year)
        case Unit.DECADE:
            return _("the {year}s").format(year=f"{int(year) // 10}0")
        case Unit.CENTURY:
            return _("century {number}").format(number=int(year) // 100 + 1)
        case _:
            return year


def _by_babel(value: Timex, year: str) -> str:
    # Imported here, so that English costs nothing: Babel reads its tables of a language.
    from babel import Locale, UnknownLocaleError, dates  # noqa: PLC0415

    try:
        locale = Locale.parse(_chosen.language)
    except (UnknownLocaleError, ValueError):
        return value.words
    # Python's calendar does not reach before Christ: a year stands in for any other.
    month = value.number * 3 if value.unit is Unit.QUARTER else value.number
    first = date(_LEAP_YEAR, month, value.day or 1)
    if value.unit is Unit.DAY:
        written = dates.format_date(first, "long", locale)
    else:
        skeleton = "yMMMM" if value.unit is Unit.MONTH else "yQQQQ"
        written = str(dates.format_skeleton(skeleton, first, locale=locale))
    return written.replace(str(_LEAP_YEAR), year)
