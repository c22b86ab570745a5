"""The tables ``[[date]]``, ``[[body]]``, ``[[source]]`` and ``[[statement]]`` of a sidecar.

They are read into corrections here, once the schema has said that they have the right form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from briefbook.text.decisions import (
    Corrections,
    MentionCorrection,
    SourceCorrection,
    StatementCorrection,
)
from briefbook.text.quote import TextQuote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefbook.text.errors import SidecarError
    from briefbook.text.strict_yaml import Path
    from briefbook.text.toml_places import TomlPlaces

_ANCHOR = ("exact", "prefix", "suffix")
_CHANGES = {
    "date": ("value",),
    "body": ("body",),
    "statement": ("source", "kind", "basis", "speaker", "cue", "form", "translated"),
    "source": ("rename", "kind", "basis", "same_as"),
}
"""By kind of correction, the keys that change something."""


class Complain(Protocol):
    """Makes the error of what is wrong at a place of the file."""

    def __call__(self, path: Path, problem: str, remedy: str, /) -> SidecarError: ...


def read_corrections(
    values: Mapping[str, Any], complain: Complain, places: TomlPlaces
) -> Corrections:
    """The corrections in ``values``, a sidecar that fits its schema. Raises SidecarError."""
    for kind, changes in _CHANGES.items():
        for number, table in enumerate(values.get(kind, ())):
            _check(kind, number, table, changes, complain)
    return Corrections(
        dates=_mentions(values, "date", "value", places),
        bodies=_mentions(values, "body", "body", places),
        statements=tuple(
            StatementCorrection(
                line=line, column=column, quote=_quote(table), **_without(table, _ANCHOR)
            )
            for table, (line, column) in _tables(values, "statement", places)
        ),
        sources=tuple(
            SourceCorrection(line=line, column=column, **_without(table, ()))
            for table, (line, column) in _tables(values, "source", places)
        ),
    )


def _mentions(
    values: Mapping[str, Any], kind: str, meaning: str, places: TomlPlaces
) -> tuple[MentionCorrection, ...]:
    return tuple(
        MentionCorrection(line=line, column=column, quote=_quote(table), meaning=table.get(meaning))
        for table, (line, column) in _tables(values, kind, places)
    )


def _check(
    kind: str, number: int, table: Mapping[str, Any], changes: tuple[str, ...], complain: Complain
) -> None:
    """What no schema says: that a correction says one thing, and says it in full."""
    path: Path = (kind, number)
    given = [key for key in changes if key in table]
    if not given and "remove" not in table:
        asked = [*changes, *(["remove = true"] if kind != "source" else [])]
        remedy = f"add {', '.join(asked[:-1])} or {asked[-1]}" if asked[1:] else f"add {asked[0]}"
        raise complain(path, f"this {kind} is not corrected in anything", remedy)
    if given and "remove" in table:
        problem = f"{given[0]} stands beside remove, which takes the mark away"
        raise complain((*path, given[0]), problem, "keep one of the two")
    if "same_as" in table and len(given) > 1:
        other = next(key for key in given if key != "same_as")
        problem = f"{other} stands beside same_as, which makes it the other source"
        raise complain((*path, other), problem, "correct that other source")
    exact = table.get("exact", "")
    if exact != exact.strip():
        problem = "exact begins or ends with white space"
        raise complain((*path, "exact"), problem, "move it to prefix or suffix")


def _tables(
    values: Mapping[str, Any], kind: str, places: TomlPlaces
) -> Iterable[tuple[Mapping[str, Any], tuple[int, int]]]:
    """Each table of a kind, and where in the file it is told what it speaks of."""
    for number, table in enumerate(values.get(kind, ())):
        key = "name" if kind == "source" else "exact"
        yield table, places.place_of((kind, number, key)) or (1, 1)


def _quote(table: Mapping[str, Any]) -> TextQuote:
    return TextQuote(**{key: table[key] for key in _ANCHOR if key in table})


def _without(table: Mapping[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    """The values of a table but for ``keys``, without the blanks around a name."""
    return {
        key: value.strip() if isinstance(value, str) else value
        for key, value in table.items()
        if key not in keys
    }
