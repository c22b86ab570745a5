"""Registers of organisations, read from clones of their repositories, in one form."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What a register says of one organisation."""

    register: str
    id: str
    """Its identifier in the register."""
    names: tuple[str, ...]
    wikidata: str | None = None
    site: str | None = None
    wikipedia: str | None = None
    """The address of its article."""
    founded: str | None = None
    """A year."""
    seat: str | None = None
    """A city."""


def ror(clone: Path) -> Iterator[Record]:
    """The Research Organization Registry (ror-community/ror-records, CC0).

    A record that was changed since 2024 is in schema 2; of the others the last one listed counts.
    """
    latest: dict[str, Any] = {}
    earlier: dict[str, Any] = {}
    for _, text in _files(clone, folder="*", name=".json"):
        record = json.loads(text)
        if "names" in record:
            kept = latest.get(record["id"])
            if kept is None or _modified(kept) <= _modified(record):
                latest[record["id"]] = record
        elif "name" in record:
            earlier[record["id"]] = record
    for record in latest.values():
        yield _of_schema_2(record)
    for number, record in earlier.items():
        if number not in latest:
            yield _of_schema_1(record)


def _of_schema_2(record: Any) -> Record:
    links = {link["type"]: link["value"] for link in record["links"]}
    ids = {one["type"]: one for one in record["external_ids"]}.get("wikidata")
    place = record["locations"][0]["geonames_details"] if record["locations"] else {}
    return Record(
        register="ROR",
        id=record["id"],
        names=tuple(name["value"] for name in record["names"]),
        wikidata=(ids["preferred"] or ids["all"][0]) if ids else None,
        site=links.get("website"),
        wikipedia=links.get("wikipedia"),
        founded=str(record["established"]) if record.get("established") else None,
        seat=place.get("name"),
    )


def _of_schema_1(record: Any) -> Record:
    ids = record["external_ids"].get("Wikidata")
    return Record(
        register="ROR",
        id=record["id"],
        names=(
            record["name"],
            *record["aliases"],
            *record["acronyms"],
            *(label["label"] for label in record["labels"]),
        ),
        wikidata=(ids["preferred"] or ids["all"][0]) if ids else None,
        site=next(iter(record["links"]), None),
        wikipedia=record.get("wikipedia_url") or None,
        founded=str(record["established"]) if record.get("established") else None,
        seat=record["addresses"][0]["city"] if record["addresses"] else None,
    )


def _modified(record: Any) -> str:
    return str(record["admin"]["last_modified"]["date"])


def supraverden(clone: Path) -> Iterator[Record]:
    """A list of international organisations (confirmordeny/supraverden)."""
    for _, text in _files(clone, folder="data", name="general_list.yaml"):
        for name, row in yaml.load(text, yaml.CSafeLoader).items():
            year = row.get("Year_established")
            yield Record(
                register="supraverden",
                id=row["SPRVD_id"],
                names=tuple(
                    dict.fromkeys(
                        str(value)
                        for key, value in [("Name_en", name), *row.items()]
                        if key.startswith(("Name_en", "Name_other", "Abbreviation_")) and value
                    )
                ),
                wikidata=_wikidata(row.get("Wikidata_code")),
                site=row.get("Website"),
                founded=str(year) if year else None,
                seat=str(row["Headquarters"]).split(",")[0] if row.get("Headquarters") else None,
            )


def _wikidata(given: object) -> str | None:
    """An id; where there is none, the list says so in words."""
    return given if isinstance(given, str) and given[:1] == "Q" else None


def party_facts(clone: Path) -> Iterator[Record]:
    """Party Facts' links of parties to Wikidata and Wikipedia (hdigital/partyfactsdata)."""
    articles: dict[str, dict[str, str]] = {}
    for _, text in _files(clone, folder="import/wikipedia", name="wikipedia.csv"):
        for row in csv.DictReader(io.StringIO(text)):
            articles[row["partyfacts_id"]] = row
    for _, text in _files(clone, folder="import/wikipedia", name="wikidata.csv"):
        for row in csv.DictReader(io.StringIO(text)):
            article = articles.get(row["partyfacts_id"], {})
            yield Record(
                register="Party Facts",
                id=row["partyfacts_id"],
                names=tuple(filter(None, (row["name"], row["name_native"]))),
                wikidata=row["wikidata_id"] or None,
                wikipedia=article.get("url") or None,
                founded=(article.get("year_founded") or "")[:4] or None,
            )


def name_suggestions(folder: Path) -> Iterator[Record]:
    """Operators and brands of OpenStreetMap (the npm package name-suggestion-index).

    Beside its own items, what it keeps of Wikidata's: their labels and official sites.
    """
    kept = json.loads((folder / "dist/wikidata/wikidata.json").read_text("utf-8"))["wikidata"]
    for wikidata, item in kept.items():
        if item.get("label"):
            yield Record(
                register="name-suggestion-index",
                id=wikidata,
                names=(item["label"],),
                wikidata=wikidata,
                site=next(iter(item.get("officialWebsites", ())), None),
            )
    data = json.loads((folder / "dist/json/nsi.min.json").read_text("utf-8"))["nsi"]
    for group in data.values():
        for item in group["items"]:
            tags = item["tags"]
            for kind in ("operator", "brand"):
                if wikidata := tags.get(f"{kind}:wikidata"):
                    yield Record(
                        register="name-suggestion-index",
                        id=item["id"],
                        names=(item["displayName"], *item.get("matchNames", ())),
                        wikidata=wikidata,
                        site=tags.get("website"),
                    )


def open_sanctions(clone: Path) -> Iterator[Record]:
    """Authorities whose lists OpenSanctions reads, with their sites (opensanctions/opensanctions).

    They have no Wikidata id. Only those that it calls official.
    """
    for path, text in _files(clone, folder="datasets", name=".yml"):
        publisher = (yaml.load(text, yaml.CSafeLoader) or {}).get("publisher")
        if publisher and publisher.get("official"):
            yield Record(
                register="OpenSanctions",
                id=path,
                names=tuple(filter(None, (publisher["name"], publisher.get("name_en")))),
                site=publisher.get("url"),
            )


def every_politician(clone: Path) -> Iterator[Record]:
    """Legislatures and parties up to 2019 (everypolitician/everypolitician-data).

    A legislature's name is told with its country's, the folder; a party has its site at times.
    """
    for path, text in _files(clone, folder="data", name="ep-popolo-v1.0.json"):
        country = path.split("/")[1].replace("_", " ")
        for one in json.loads(text)["organizations"]:
            ids = {each["scheme"]: each["identifier"] for each in one.get("identifiers", ())}
            sites = {each.get("note"): each["url"] for each in one.get("links", ())}
            is_house = one.get("classification") == "legislature"
            if "wikidata" in ids or "website" in sites:
                yield Record(
                    register="EveryPolitician",
                    id=f"{path}#{one['id']}",
                    names=(f"{one['name']} of {country}",) if is_house else (one["name"],),
                    wikidata=ids.get("wikidata"),
                    site=sites.get("website"),
                )


def parliament_streams(clone: Path) -> Iterator[Record]:
    """Legislatures whose sittings Parliament Streams lists (dlq/parliament-streams)."""
    for _, text in _files(clone, folder="data", name="channels.json"):
        for channel in json.loads(text)["channels"]:
            yield Record(
                register="Parliament Streams",
                id=channel["id"],
                names=(channel["legislature"],),
                wikidata=channel["external_ids"]["wikidata_qid"],
            )


def _files(clone: Path, *, folder: str, name: str) -> Iterator[tuple[str, str]]:
    """Name and text of each file of the clone's newest commit; it needs no work tree.

    Those in or below ``folder``, or in any one folder where it is ``*``, whose names end with
    ``name``.
    """
    git = ["git", "-C", str(clone)]
    listing = subprocess.run(
        [*git, "ls-tree", "-r", "HEAD"], capture_output=True, text=True, check=True
    ).stdout
    rows = (line.split("\t", 1) for line in listing.splitlines())
    chosen = [(path, meta.split()[2]) for meta, path in rows if _is_in(path, folder, name)]
    wanted = "".join(f"{object_id}\n" for _, object_id in chosen)
    answer = subprocess.run(
        [*git, "cat-file", "--batch"], input=wanted.encode(), capture_output=True, check=True
    ).stdout
    at = 0
    for path, _ in chosen:
        head_end = answer.index(b"\n", at)
        head = answer[at:head_end].split()
        if head[1] == b"missing":  # a partial clone may lack large files
            at = head_end + 1
            continue
        size = int(head[2])
        yield path, answer[head_end + 1 : head_end + 1 + size].decode("utf-8", "replace")
        at = head_end + size + 2


def _is_in(path: str, folder: str, name: str) -> bool:
    parent, _, last = path.rpartition("/")
    if folder == "*":
        return last.endswith(name) and "/" not in parent
    return last.endswith(name) and f"{parent}/".startswith(f"{folder}/")
