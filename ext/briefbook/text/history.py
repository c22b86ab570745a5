"""What has become of a seed, as its sidecar says: renamed, revised, told elsewhere, withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefbook.text.strict_yaml import Path
    from briefbook.text.toml_places import TomlPlaces


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A seed that a sidecar names, and where in the sidecar."""

    name: str
    """Without ``.txt``."""
    line: int
    """1-based."""
    column: int
    """The character of the line, 1-based."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """That an article must not be shown any more."""

    on: str
    """ISO 8601, ``YYYY-MM-DD``."""
    why: str
    """As readers are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """All of it for one seed."""

    formerly: tuple[Named, ...] = ()
    """Names that the seed had before."""
    revises: Named | None = None
    """The seed of an earlier version of the article."""
    same_as_seed: Named | None = None
    """The seed of the same story in another paper."""
    withdrawn: Withdrawn | None = None

    def __bool__(self) -> bool:
        return self != History()

    def names(self, seed: str) -> tuple[str, ...]:
        """Those of a seed that is called ``seed`` today: that one first, then those it had."""
        return (seed, *(old.name for old in self.formerly))


def read_history(values: Mapping[str, Any], places: TomlPlaces) -> History:
    """The history in ``values``, a sidecar that fits its schema."""

    def named(name: str, *path: str | int) -> Named:
        place: Path = path
        line, column = places.place_of(place) or places.place_of(path[:1]) or (1, 1)
        return Named(name=name, line=line, column=column)

    revises, same_as = values.get("revises"), values.get("same_as_seed")
    withdrawn = values.get("withdrawn")
    return History(
        formerly=tuple(
            named(name, "formerly", number)
            for number, name in enumerate(values.get("formerly", ()))
        ),
        revises=None if revises is None else named(revises, "revises"),
        same_as_seed=None if same_as is None else named(same_as, "same_as_seed"),
        withdrawn=None
        if withdrawn is None
        else Withdrawn(on=withdrawn["on"], why=withdrawn["why"].strip()),
    )
