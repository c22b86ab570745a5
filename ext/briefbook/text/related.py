"""How the seeds of a book belong together, from what each of their sidecars says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from briefbook.text.errors import SidecarError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from briefbook.text.history import History, Named


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A seed of the book."""

    name: str
    path: str
    """The seed's own file, as people name it."""
    history: History


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Names of seeds, all of them in the book but those that it once had."""

    now: Mapping[str, str]
    """By a former name, the seed that had it."""
    earlier: Mapping[str, str]
    """By a seed, the one that it revises."""
    same: Mapping[str, str]
    """By a seed, the one that the book counts in its place."""
    problems: tuple[SidecarError, ...]
    """What does not fit, and is not in the above."""


def relate(members: Iterable[Member]) -> Related:
    """How they belong together. Linear in what the sidecars say."""
    by_name = {member.name: member for member in members}
    problems: list[SidecarError] = []
    now: dict[str, str] = {}
    for member in by_name.values():
        for former in member.history.formerly:
            why_not = _why_no_former_name(former, by_name, now)
            if why_not is None:
                now[former.name] = member.name
            else:
                problems.append(_error(member, former, *why_not))
    chosen: dict[str, dict[str, str]] = {"revises": {}, "same_as_seed": {}}
    for member in by_name.values():
        history = member.history
        for key, named in (("revises", history.revises), ("same_as_seed", history.same_as_seed)):
            if named is None:
                continue
            other = now.get(named.name, named.name)
            if other not in by_name:
                problem = f"{key} names {named.name!r}, and there is no such seed"
                remedy = "write a seed's name, without .txt"
            elif other == member.name:
                problem, remedy = f"{key} names the seed itself", "name the other one"
            else:
                chosen[key][member.name] = other
                continue
            problems.append(_error(member, named, problem, remedy))
    for key, pairs in chosen.items():
        for name in _in_a_circle(pairs):
            member = by_name[name]
            named = member.history.revises if key == "revises" else member.history.same_as_seed
            if named is not None:
                problem = f"{key} leads from seed to seed back to this one"
                problems.append(_error(member, named, problem, "take it out of one of them"))
            del pairs[name]
    same = {name: _end_of(chosen["same_as_seed"], name) for name in chosen["same_as_seed"]}
    return Related(now=now, earlier=chosen["revises"], same=same, problems=tuple(problems))


def told_elsewhere(seeds: Collection[str], same: Mapping[str, str]) -> set[str]:
    """Those of ``seeds`` whose story another of them tells, which the book counts in their place.

    Dates and statements of one story would else count as often as papers print it. ``same`` has,
    by a seed, the one that is counted.
    """
    return {seed for seed in seeds if same.get(seed) in seeds}


def _why_no_former_name(
    former: Named, members: Mapping[str, Member], now: Mapping[str, str]
) -> tuple[str, str] | None:
    if former.name in members:
        return f"{former.name!r} is still the name of a seed", "name only what is gone"
    if former.name in now:
        return f"{former.name!r} was the name of {now[former.name]!r}, too", "name it in one"
    return None


def _in_a_circle(pairs: Mapping[str, str]) -> list[str]:
    """Those from which one comes back to where one began."""
    state: dict[str, int] = {}
    circle: list[str] = []
    for number, start in enumerate(pairs):
        way: list[str] = []
        name: str | None = start
        while name is not None and name not in state:
            state[name] = number
            way.append(name)
            name = pairs.get(name)
        if name is not None and state[name] == number and name in way:
            circle += way[way.index(name) :]
    return circle


def _end_of(pairs: dict[str, str], name: str) -> str:
    """Where one comes from ``name`` in the end; there are no circles."""
    end = pairs[name]
    while end in pairs:
        end = pairs[end]
    # Whoever comes by again goes there at once.
    while name in pairs and pairs[name] != end:
        pairs[name], name = end, pairs[name]
    return end


def _error(member: Member, named: Named, problem: str, remedy: str) -> SidecarError:
    path = str(PurePosixPath(member.path).with_suffix(".toml"))
    return SidecarError(path, named.line, problem, remedy, column=named.column)
