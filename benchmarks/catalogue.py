"""How the catalogue of bodies compares with registers that others keep.

    python benchmarks/catalogue.py --ror CLONE --supraverden CLONE --names FOLDER
        --partyfacts CLONE --opensanctions CLONE --everypolitician CLONE --streams CLONE

Each is a clone (no work tree is needed) of ror-community/ror-records, confirmordeny/supraverden,
hdigital/partyfactsdata, opensanctions/opensanctions, everypolitician/everypolitician-data or
dlq/parliament-streams; ``--names`` is the unpacked npm package name-suggestion-index. Any may be
left out. Printed are, body by body: where founding years, seats and sites differ; ids, sites and
articles that a register has and the catalogue lacks, with how far registers agree; and names of the
catalogue that a register gives to another organisation. Nothing is written: an editor decides, and
what was decided for the catalogue stands in decided.toml.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefbook.text.bodies import Body, load_catalogue
from registers import (
    Record,
    every_politician,
    name_suggestions,
    open_sanctions,
    parliament_streams,
    party_facts,
    ror,
    supraverden,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

READERS: Mapping[str, Callable[[Path], Iterator[Record]]] = {
    "ror": ror,
    "supraverden": supraverden,
    "partyfacts": party_facts,
    "opensanctions": open_sanctions,
    "everypolitician": every_politician,
    "streams": parliament_streams,
    "names": name_suggestions,
}
DECIDED = Path(__file__).with_name("decided.toml")
"""Field, body and a register's value, with the reason why the catalogue stands."""
LONG = 12
"""Characters; shorter names are many organisations'."""


def main() -> None:
    """Print what differs, what could be filled in, and whose names clash."""
    ask = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    for name in READERS:
        ask.add_argument(f"--{name}", type=Path)
    options = vars(ask.parse_args())
    records = [
        record
        for name, read in READERS.items()
        if options[name] is not None
        for record in read(options[name])
    ]
    counts: Counter[str] = Counter()
    for line in compare(list(load_catalogue()), records):
        counts[line.split(": ")[1].split(" ")[0]] += 1
        print(line)
    print(", ".join(f"{count} {kind}" for kind, count in sorted(counts.items())) or "no difference")


def compare(bodies: Sequence[Body], records: Iterable[Record]) -> Iterator[str]:
    """Lines ``ID: KIND …`` where KIND is differs, lacks or clashes."""
    by_id: dict[str, list[Record]] = defaultdict(list)
    by_name: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record.wikidata:
            by_id[record.wikidata].append(record)
        for name in record.names:
            by_name[plain(name)].append(record)
    owners = {body.wikidata: body.id for body in bodies if body.wikidata}
    for body in bodies:
        known = by_id.get(body.wikidata or "", [])
        yield from _differs(body, known)
        if body.wikidata is None:
            likely = _likely(body, by_id, by_name)
            yield from (f"{body.id}: lacks wikidata {line}" for line in likely)
        if body.site is None:
            named = [one for one in by_name.get(plain(body.name), ()) if one.wikidata is None]
            sites = Counter(host(record.site) for record in (*known, *named) if record.site)
            yield from (f"{body.id}: lacks site {site} ({n})" for site, n in sites.items())
        yield from _clashes(body, by_name, owners)


def _differs(body: Body, records: Iterable[Record]) -> Iterator[str]:
    for record in records:
        year = (record.founded or "")[:4]
        site = host(record.site) if record.site else ""
        where = f"({record.register})"
        if body.founded and year not in (body.founded[:4], "", *_decided("founded", body)):
            yield f"{body.id}: differs founded {body.founded}, {record.founded} {where}"
        if (
            body.seat
            and record.seat not in (None, *_decided("seat", body))
            and plain(str(record.seat)) not in plain(body.seat)
        ):
            yield f"{body.id}: differs seat {body.seat}; {record.seat} {where}"
        if body.site and site not in (host(body.site), "", *_decided("site", body)):
            yield f"{body.id}: differs site {body.site}, {record.site} {where}"


def _decided(field: str, body: Body) -> Iterable[str]:
    return decided()[field].get(body.id, {})


@cache
def decided() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """By field and body's id: the values of registers that were looked at, and why ours stands."""
    read: Mapping[str, Mapping[str, Mapping[str, str]]] = tomllib.loads(DECIDED.read_text("utf-8"))
    return read


def _likely(
    body: Body, by_id: Mapping[str, list[Record]], by_name: Mapping[str, list[Record]]
) -> Iterator[str]:
    """Ids of records that bear a long name of the body, with what else agrees."""
    names = {body.name, *(term for term in body.terms if " " in term and len(term) > LONG)}
    ids = {one.wikidata for name in names for one in by_name.get(plain(name), ()) if one.wikidata}
    for wikidata in sorted(ids):
        same = by_id[wikidata]
        agrees = sorted({record.register for record in same})
        if body.founded and any((one.founded or "")[:4] == body.founded[:4] for one in same):
            agrees.append("founded")
        if body.seat and any(one.seat and plain(one.seat) in plain(body.seat) for one in same):
            agrees.append("seat")
        if body.site and any(one.site and host(one.site) == host(body.site) for one in same):
            agrees.append("site")
        yield f"{wikidata} ({', '.join(agrees)})"


def _clashes(
    body: Body, by_name: Mapping[str, list[Record]], owners: Mapping[str, str]
) -> Iterator[str]:
    """Long names of the body that a record with another id bears."""
    if body.wikidata is None:
        return
    for term in body.terms:
        bearers = by_name.get(plain(term), ()) if len(term) > LONG else ()
        others = {one.wikidata for one in bearers if one.wikidata} - {body.wikidata}
        for other in sorted(others):
            named = f", {owners[other]}" if other in owners else ""
            yield f"{body.id}: clashes “{term}” is {other}'s too{named}"


def plain(name: str) -> str:
    """A name without what spellings vary in."""
    lower = name.lower().replace("organisation", "organization").replace("centre", "center")
    lower = lower.replace("defence", "defense").replace("programme", "program")
    return " ".join(word for word in re.findall(r"\w+", lower) if word not in ("the", "of", "and"))


def host(address: str) -> str:
    """The host of an address, without "www."."""
    found = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    return found.removeprefix("www.")


if __name__ == "__main__":
    main()
