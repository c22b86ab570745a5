"""What a catalogue must hold to.

Names and Wikidata ids are one body's alone, relations lead somewhere, dates can be.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefbook.text.bodies.body import Body
    from briefbook.text.bodies.entries import Entry


LAST_YEAR: Final = "2099"
"""A later one is a slip. No clock is asked: it would have a commit build today and not tomorrow."""

MAX_ANCESTORS: Final = 12
"""Far above any real body's; the glossary nests as deep."""


def check_bodies(bodies: Mapping[str, Body], entries: Mapping[str, Entry]) -> None:
    """Raise CatalogueError, with the entry's file and line, at the first thing that is wrong."""
    _check_names(bodies, entries)
    _check_wikidata(bodies, entries)
    for body in bodies.values():
        entry = entries[body.id]
        _check_relations(body, bodies, entry)
        _check_dates(body, entry)


def _check_names(bodies: Mapping[str, Body], entries: Mapping[str, Entry]) -> None:
    # Sphinx looks a glossary's terms up without regard to case where it finds no other.
    owners: dict[str, Body] = {}
    for body in bodies.values():
        for term in dict.fromkeys(body.terms):
            owner = owners.setdefault(term.casefold(), body)
            if owner.id != body.id:
                raise entries[body.id].error(
                    "aliases",
                    f"“{term}” is a name of {owner.id} already",
                    "leave it out here or there, or move it to “context” in both",
                )


def _check_wikidata(bodies: Mapping[str, Body], entries: Mapping[str, Entry]) -> None:
    owners: dict[str, str] = {}
    for body in bodies.values():
        if body.wikidata and owners.setdefault(body.wikidata, body.id) != body.id:
            raise entries[body.id].error(
                "wikidata",
                f"{body.wikidata} is the id of {owners[body.wikidata]} already",
                "find out whose it is, or put both into one entry",
            )


def _check_relations(body: Body, bodies: Mapping[str, Body], entry: Entry) -> None:
    for field, ids in (("parent", [body.parent] if body.parent else []), ("related", body.related)):
        for other in ids:
            if other not in bodies:
                raise entry.error(field, f"no body has the id “{other}”", "mend or remove it")
            if other == body.id:
                raise entry.error(field, "the body is related to itself", "remove it")
    ancestors = {body.id}
    parent = body.parent
    while parent is not None and parent in bodies:
        if parent in ancestors:
            raise entry.error("parent", "the body is its own ancestor", "mend one of the parents")
        if len(ancestors) > MAX_ANCESTORS:
            problem = f"more than {MAX_ANCESTORS} bodies stand one above the other over it"
            raise entry.error("parent", problem, "leave some of them out")
        ancestors.add(parent)
        parent = bodies[parent].parent


def _check_dates(body: Body, entry: Entry) -> None:
    as_of = body.members.as_of if body.members else None
    for field, date in (
        ("founded", body.founded),
        ("dissolved", body.dissolved),
        ("members", as_of),
        *(("checked", source.read) for source in body.checked),
    ):
        if date is None:
            continue
        if len(date) == len("YYYY-MM-DD"):
            try:
                dt.date.fromisoformat(date)
            except ValueError:
                raise entry.error(field, f"{date} is no day", "mend the date") from None
        _check_year(date, field, entry)
    if body.founded and body.dissolved and body.dissolved < body.founded:
        raise entry.error("dissolved", "dissolved before it was founded", "mend the dates")
    if body.founded and as_of and as_of < body.founded[: len(as_of)]:
        raise entry.error("members", "counted before it was founded", "mend the dates")
    for former in body.former:
        _check_year(former.until, "aliases", entry)
        if body.founded and former.until < body.founded[:4]:
            # A name older than the founding date given belongs to a forerunner: say so elsewhere.
            raise entry.error(
                "aliases", f"“{former.name}” ended before the body was founded", "mend the years"
            )


def _check_year(date: str, field: str, entry: Entry) -> None:
    if date[:4] > LAST_YEAR:
        raise entry.error(field, f"{date} lies beyond {LAST_YEAR}", "mend the year")
