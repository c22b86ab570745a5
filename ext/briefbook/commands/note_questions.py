"""What ``briefbook annotate`` asks of who writes a note, where its options do not say it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefbook.commands.terminal import ask, is_desk
from briefbook.text.annotations.motivations import MOTIVATIONS, REPLY
from briefbook.text.errors import AnnotationError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

COMMON: Final[str] = next(iter(MOTIVATIONS))
"""The motivation of a note that tells none."""
_NEEDS_NO_SOURCE: Final = "questioning"
_SOURCE: Final = "--source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told of a note besides its words."""

    motivation: str
    reply_of: str | None
    author: str
    sources: tuple[str, ...]


def ask_what_is_missing(options: argparse.Namespace, check: Callable[[Told], object]) -> Told:
    """The answers, asked for at a terminal until ``check`` takes them, else demanded.

    ``check`` raises AnnotationError for what no note may have.
    """
    motivation = options.motivation or COMMON
    if missing := _missing(options, motivation):
        if not is_desk():
            problem = f"more is needed to write it: {', '.join(missing)}"
            raise AnnotationError("the note", None, problem, "give these options")
        motivation = options.motivation or _motivation()
    needs_source = _SOURCE in _missing(options, motivation)
    asks_whose = motivation == REPLY and options.motivation is None and options.reply_of is None
    before = ""
    while True:
        whose = ask("Who answers, if not you: ") if asks_whose else options.reply_of
        author = options.author or ask("Your name, as readers shall see it: ")
        sources = options.source
        if needs_source:
            answer = ask("Where readers can check it (keys of the bibliography): ")
            sources = answer.replace(",", " ").split()
        told = Told(
            motivation=motivation, reply_of=whose or None, author=author, sources=tuple(sources)
        )
        try:
            check(told)
        except AnnotationError as problem:
            # What stays as it is after another answer is in an option, which nobody is asked for.
            if not is_desk() or str(problem) == before:
                raise
            print(problem, file=sys.stderr)
            before = str(problem)
        else:
            return told


def _missing(options: argparse.Namespace, motivation: str) -> list[str]:
    """The options without which there is no note."""
    sourced = options.source or motivation == _NEEDS_NO_SOURCE
    given = {"--author": options.author, "--note": options.note, _SOURCE: sourced}
    return [name for name, value in given.items() if not value]


def _motivation() -> str:
    """Which of them, by its number; the first where nothing is said."""
    names: list[str] = list(MOTIVATIONS)
    for number, name in enumerate(names, 1):
        print(f"{number}. {name}: the note {MOTIVATIONS[name].does}")
    while True:
        answer = ask(f"Why you write [1-{len(names)}, else 1]: ")
        if not answer:
            return COMMON
        if answer.isdecimal() and 1 <= int(answer) <= len(names):
            return names[int(answer) - 1]
        print(f"Write a number from 1 to {len(names)}.")
