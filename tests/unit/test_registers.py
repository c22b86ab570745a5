"""Comparing the catalogue with registers: what differs, what lacks, what clashes."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path

from briefbook.text.bodies import load_catalogue
from catalogue import compare, decided
from registers import (
    Record,
    every_politician,
    name_suggestions,
    open_sanctions,
    parliament_streams,
    ror,
)

NATO = load_catalogue()["nato"]
RECORD = Record(
    register="ROR",
    id="https://ror.org/x",
    names=("North Atlantic Treaty Organisation",),
    wikidata="Q7184",
    site="https://www.nato.int/home",
    founded="1949",
    seat="Brussels",
)


def test_what_agrees_is_not_spoken_of() -> None:
    assert not list(compare([NATO], [RECORD]))


def test_what_differs_lacks_or_clashes_is_named() -> None:
    other = replace(RECORD, founded="1950", seat="Paris", site="https://otan.example")
    assert list(compare([NATO], [other])) == [
        "nato: differs founded 1949-04-04, 1950 (ROR)",
        "nato: differs seat Brussels, Belgium; Paris (ROR)",
        "nato: differs site https://www.nato.int/, https://otan.example (ROR)",
    ]
    bare = replace(NATO, wikidata=None, site=None)
    assert list(compare([bare], [RECORD])) == ["nato: lacks wikidata Q7184 (ROR, founded, seat)"]
    assert list(compare([replace(NATO, site=None)], [RECORD])) == ["nato: lacks site nato.int (1)"]
    assert list(compare([NATO], [RECORD, replace(RECORD, wikidata="Q1")])) == [
        "nato: clashes “North Atlantic Treaty Organization” is Q1's too"
    ]


def test_what_was_decided_is_not_printed_again_and_still_concerns_the_catalogue() -> None:
    csto = load_catalogue()["csto"]
    register = replace(RECORD, wikidata=csto.wikidata, founded="1992", seat=None, site=None)
    assert not list(compare([csto], [register]))
    other = replace(register, founded="1993")
    assert list(compare([csto], [other])) == ["csto: differs founded 2002-10-07, 1993 (ROR)"]
    ids = {body.id for body in load_catalogue()}
    assert all(ids >= set(bodies) for bodies in decided().values())


def test_the_newest_record_of_a_clone_counts(tmp_path: Path) -> None:
    def record(day: str, year: int) -> str:
        return json.dumps(
            {
                "id": "https://ror.org/x",
                "admin": {"last_modified": {"date": day}},
                "names": [{"value": "Freedonia Institute"}],
                "links": [{"type": "website", "value": "https://example.org/"}],
                "external_ids": [{"type": "wikidata", "preferred": None, "all": ["Q1"]}],
                "locations": [{"geonames_details": {"name": "Fredville"}}],
                "established": year,
            }
        )

    for folder, text in (
        ("v1.2", record("2024-01-02", 1950)),
        ("v1.1", record("2023-01-02", 1949)),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.json").write_text(text)
    (tmp_path / "v1.0").mkdir()
    for number in ("x", "y"):
        (tmp_path / "v1.0" / f"{number}.json").write_text(earlier(f"https://ror.org/{number}"))
    commit(tmp_path)
    found, old = ror(tmp_path)
    assert (old.id, old.names, old.wikidata, old.site, old.seat) == (
        "https://ror.org/y",
        ("Sylvania Institute", "SI"),
        "Q2",
        "https://example.com/",
        "Sylville",
    )
    assert (found.founded, found.site, found.wikidata, found.seat) == (
        "1950",
        "https://example.org/",
        "Q1",
        "Fredville",
    )


def test_the_sites_kept_of_wikidata_are_read_beside_the_names_on_the_map(tmp_path: Path) -> None:
    for name, content in (
        ("json/nsi.min.json", {"nsi": {"a": {"items": [ITEM]}}}),
        ("wikidata/wikidata.json", {"wikidata": {"Q1": KEPT, "Q2": {"officialWebsites": []}}}),
    ):
        (tmp_path / "dist" / name).parent.mkdir(parents=True)
        (tmp_path / "dist" / name).write_text(json.dumps(content))
    assert [(one.names, one.wikidata, one.site) for one in name_suggestions(tmp_path)] == [
        (("Freedonia Guard",), "Q1", "https://example.org/"),
        (("Guard", "Freedonian Guard"), "Q1", "https://example.com/"),
    ]


ITEM = {
    "id": "guard",
    "displayName": "Guard",
    "matchNames": ["Freedonian Guard"],
    "tags": {"operator:wikidata": "Q1", "website": "https://example.com/"},
}
KEPT = {
    "label": "Freedonia Guard",
    "officialWebsites": ["https://example.org/", "http://old.example"],
}


def earlier(number: str) -> str:
    """A record in the schema of before 2024."""
    return json.dumps(
        {
            "id": number,
            "name": "Sylvania Institute",
            "aliases": [],
            "acronyms": ["SI"],
            "labels": [],
            "links": ["https://example.com/"],
            "external_ids": {"Wikidata": {"preferred": None, "all": ["Q2"]}},
            "addresses": [{"city": "Sylville"}],
            "established": 1900,
        }
    )


def commit(folder: Path) -> None:
    author = ["-c", "user.name=Jane Doe", "-c", "user.email=jane@example.org"]
    for command in (["init", "-q"], ["add", "."], [*author, "commit", "-qm", "Records"]):
        subprocess.run(["git", "-C", str(folder), *command], check=True)


def test_an_official_publisher_has_its_site_and_fills_it_in(tmp_path: Path) -> None:
    folder = tmp_path / "datasets" / "zz"
    folder.mkdir(parents=True)
    for name, official in (("a", "true"), ("b", "false")):
        (folder / f"{name}.yml").write_text(
            "publisher: {name: Freedonian Diet, name_en: North Atlantic Treaty Organization,"
            f" url: 'https://{name}.example/', official: {official}}}"
        )
    commit(tmp_path)
    [found] = open_sanctions(tmp_path)
    assert (found.id, found.site) == ("datasets/zz/a.yml", "https://a.example/")
    assert list(compare([replace(NATO, site=None)], [found])) == ["nato: lacks site a.example (1)"]


def test_a_legislature_is_told_with_its_country_and_a_party_has_its_site(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "New_Freedonia" / "Diet"
    folder.mkdir(parents=True)
    wikidata = {"scheme": "wikidata", "identifier": "Q3"}
    organizations = [
        {"id": "l", "name": "Diet", "classification": "legislature", "identifiers": [wikidata]},
        {
            "id": "p",
            "name": "Free Party",
            "links": [{"note": "website", "url": "https://f.example"}],
        },
        {"id": "u", "name": "unknown", "classification": "party"},
    ]
    (folder / "ep-popolo-v1.0.json").write_text(json.dumps({"organizations": organizations}))
    commit(tmp_path)
    house, party = every_politician(tmp_path)
    assert (house.names, house.wikidata) == (("Diet of New Freedonia",), "Q3")
    assert (party.names, party.site) == (("Free Party",), "https://f.example")


def test_a_channel_names_its_legislature(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    channel = {"id": "tv", "legislature": "Diet", "external_ids": {"wikidata_qid": "Q4"}}
    (tmp_path / "data/channels.json").write_text(json.dumps({"channels": [channel]}))
    commit(tmp_path)
    [found] = parliament_streams(tmp_path)
    assert (found.id, found.names, found.wikidata) == ("tv", ("Diet",), "Q4")
