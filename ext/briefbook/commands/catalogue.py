"""``briefbook catalogue``: what of the catalogue of bodies should be looked at again."""

from __future__ import annotations

import argparse
import datetime as dt
import os
from collections import Counter
from pathlib import Path

from briefbook.text.bodies import load_catalogue
from briefbook.text.bodies.hosts import HostClass, class_of
from briefbook.text.bodies.stale import stale_facts
from briefbook.text.errors import CatalogueError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--stale",
        action="store_true",
        help="name each body of which a fact has a date to come, an old count or old sources",
    )
    parser.add_argument(
        "--on", type=_day, help="the day as of which facts are old (ISO 8601); today if left out"
    )
    parser.add_argument("--bodies", type=Path, help="a book's own file of bodies")


def run(options: argparse.Namespace) -> int:
    if options.bodies and not os.path.lexists(options.bodies):
        raise CatalogueError(str(options.bodies), None, "there is no such file", "see to its name")
    catalogue = load_catalogue(options.bodies, root=Path.cwd())
    if options.stale:
        for stale in stale_facts(catalogue, options.on or dt.datetime.now(dt.UTC).date()):
            print(f"{stale.body}: {stale.reason}")
        return 0
    print(f"{len(catalogue)} bodies")
    for kind, count in sorted(Counter(body.kind for body in catalogue).items()):
        print(f"{count:6} {kind}")
    print("the best source of each is")
    best = Counter(
        min((class_of(source.url) for source in body.checked), key=lambda each: each.rank)
        for body in catalogue
    )
    for each in HostClass:
        print(f"{best[each]:6} {each}")
    return 0


def _day(value: str) -> dt.date:
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{value} is no day; write it as 2026-11-27") from None
