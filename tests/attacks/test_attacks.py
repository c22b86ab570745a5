"""Law 4 in every output: what comes of an attack is what comes of plain words in its place."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from pypdf import PdfReader

from attacks.attacked_book import ALL
from attacks.built import BUILDERS, Built
from briefbook.export import feeds
from briefbook.text.bodies import load_catalogue
from machine_readable import entries, linked_data, problems

# What attacks give as an address where an address may stand, and as such is a fair one.
FAIR = re.compile(r"https://(?:example\.org|www\.wikidata\.org)(?:/|\?|$)")

# An attack may name a body of the catalogue, and the glossary then explains it.
OF_CATALOGUE = frozenset(
    address
    for body in load_catalogue()
    for address in (body.site, *(one.url for one in body.checked))
    if address
)

MOST = {
    # Of the payloads, how many a place takes at least: a place that refuses all shows nothing.
    "name": 150,
    "sidecar title": 150,
    "sidecar publisher": 150,
    "sidecar authors": 150,
    "sidecar rights": 150,
    "sidecar reviewed": 140,
    "correction source": 140,
    "correction statement": 140,
    "known source": 100,
    "note exact": 150,
    "note author": 150,
    "note body": 150,
    "body headword": 60,
    "body aliases": 60,
    "body text": 150,
    "body seat": 150,
}


def test_there_are_payloads_enough(attacked: Built) -> None:
    assert len(set(ALL)) >= 150
    taken = attacked.book.taken
    assert {place: taken[place] for place in MOST if taken[place] < MOST[place]} == {}


@pytest.mark.parametrize("builder", BUILDERS)
def test_the_log_is_lines_of_plain_text(attacked: Built, builder: str) -> None:
    log = attacked.log[builder]
    assert "Traceback" not in log
    assert (
        re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", log)
        == []
    )
    assert [line for line in log.splitlines() if re.match(r"\s*(?:::|##)\w", line)] == []


@pytest.mark.parametrize("builder", BUILDERS)
def test_no_file_of_the_machine_is_published(attacked: Built, builder: str) -> None:
    line = Path("/etc/passwd").read_bytes().splitlines()[0]
    files = [path for path in attacked.output(builder).rglob("*") if path.is_file()]
    assert files
    assert [path.name for path in files if line in path.read_bytes()] == []


# EPUB: XHTML, so that a parser of XML says what elements there are.


def pages_of_epub(built: Built) -> Iterator[ET.Element]:
    (path,) = built.output("epub").glob("*.epub")
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith((".xhtml", ".opf", ".ncx")):
                yield ET.fromstring(archive.read(name))  # noqa: S314 - expat fetches nothing


def kinds(pages: Iterator[ET.Element]) -> set[str]:
    """Elements and their attributes: ``{http://www.w3.org/1999/xhtml}a href``."""
    return {
        f"{element.tag} {name}"
        for page in pages
        for element in page.iter()
        for name in ("", *element.attrib)
    }


def test_epub_has_the_elements_of_its_twin(attacked: Built, twin: Built) -> None:
    assert kinds(pages_of_epub(attacked)) - kinds(pages_of_epub(twin)) == set()


def links_of_epub(built: Built) -> set[str]:
    return {
        value
        for page in pages_of_epub(built)
        for element in page.iter()
        for name, value in element.attrib.items()
        if name.rpartition("}")[2] in ("href", "src", "action", "data")
    }


def test_epub_leads_nowhere_else(attacked: Built, twin: Built) -> None:
    assert unfair(links_of_epub(attacked), links_of_epub(twin)) == []


def unfair(addresses: set[str], of_twin: set[str]) -> list[str]:
    """Those that no plain words lead to, and that no place may take."""
    assert addresses
    return sorted(each for each in addresses - of_twin if not is_fair(each))


def is_fair(address: str) -> bool:
    parts = urlsplit(address)
    if not parts.scheme and not parts.netloc:
        return "\\" not in unquote(address)
    return address in OF_CATALOGUE or FAIR.match(address) is not None


# LaTeX


def commands(built: Built) -> set[str]:
    (path,) = built.output("latex").glob("*.tex")
    text = path.read_text("utf-8")
    # An escaped backslash is text; Sphinx writes it as a command of its own.
    return set(re.findall(r"\\(?:[a-zA-Z@]+|[^a-zA-Z\s])", text))


def test_latex_has_the_commands_of_its_twin(attacked: Built, twin: Built) -> None:
    characters = re.compile(r"\\(?:text\w+|sphinx\w+|[%&#_${}^~'`\"=.,-]|h?\w{1,2}|PYG\w*)")
    extra = commands(attacked) - commands(twin)
    assert {command for command in extra if not characters.fullmatch(command)} == set()


def links_of_latex(built: Built) -> set[str]:
    (path,) = built.output("latex").glob("*.tex")
    found = re.findall(r"\\(?:href|url|sphinxhref)\{([^}]*)\}", path.read_text("utf-8"))
    return {each.replace("\\", "") for each in found}


def test_latex_leads_nowhere_else(attacked: Built, twin: Built) -> None:
    assert unfair(links_of_latex(attacked), links_of_latex(twin)) == []


# PDF


def links_of_pdf(built: Built) -> set[str]:
    (path,) = built.output("briefpdf").glob("*.pdf")
    addresses = set()
    for page in PdfReader(path).pages:
        for annotation in page.get("/Annots") or ():
            action = annotation.get_object().get("/A")
            if action is None:
                continue
            action = action.get_object()
            assert action["/S"] in ("/URI", "/GoTo"), action
            if action["/S"] == "/URI":
                addresses.add(str(action["/URI"]))
    return addresses


def test_pdf_does_nothing_but_lead_to_its_pages(attacked: Built, twin: Built) -> None:
    assert unfair(links_of_pdf(attacked), links_of_pdf(twin)) == []
    (path,) = attacked.output("briefpdf").glob("*.pdf")
    catalogue: Any = PdfReader(path).trailer["/Root"]
    names = {*catalogue, *(catalogue.get("/Names") or {})}
    assert names & {"/JavaScript", "/EmbeddedFiles", "/AA", "/OpenAction", "/AF"} == set()


# What machines read of the HTML book


def test_linked_data_is_data(attacked: Built) -> None:
    found = [data for page in pages(attacked) for data in linked_data(page)]
    assert len(found) > len(set(ALL)) // 2
    wrong = [problem for data in found for problem in problems("linked_data", data)]
    assert [each for each in wrong if not re.match(r"\S*url", each)] == []
    addresses = {address for data in found for address in urls(data)}
    assert [each for each in addresses if not each.startswith("#") and not is_fair(each)] == []


def pages(built: Built) -> list[Path]:
    return sorted(built.output("html").rglob("*.html"))


def urls(data: object) -> Iterator[str]:
    """Every value of ``url`` and ``sameAs`` in it."""
    if isinstance(data, dict):
        for name, value in data.items():
            found = value if isinstance(value, list) else [value]
            yield from (each for each in found if name in {"url", "sameAs"} and each)
            yield from urls(value)
    elif isinstance(data, list):
        for each in data:
            yield from urls(each)


def test_feeds_are_atom_and_lead_to_pages(attacked: Built) -> None:
    folder = attacked.output("html")
    notes = json.loads((folder / "_exports/annotations.jsonld").read_bytes())["total"]
    articles = len(list((folder / "_exports/cards").iterdir()))
    for name, all_of_them in (("articles", articles), ("notes", notes)):
        found = entries(folder / f"_exports/{name}.atom")
        assert len(found) == min(feeds.MOST, all_of_them) > 0
        for each in found:
            page = unquote(each["link"].partition("#")[0])
            assert (folder / page.removeprefix("https://example.org/book/")).is_file(), page


def test_notes_are_annotations(attacked: Built) -> None:
    found = json.loads((attacked.output("html") / "_exports/annotations.jsonld").read_bytes())
    assert found["total"] > len(set(ALL)) // 2
    assert problems("web_annotation", found) == []


def test_llms_txt_is_a_list_of_links_to_files(attacked: Built) -> None:
    folder = attacked.output("html")
    lines = (folder / "llms.txt").read_text("utf-8").split("\n")
    links = [line for line in lines if line.startswith("- ")]
    assert len(links) > len(set(ALL)) // 2
    plain = re.compile(r"- \[(?:[^\\\[\]<>`]|\\.)*\]\(<([^<>\s]+)>\)(?:: (?:[^\\\[\]<>`]|\\.)*)?")
    for line in links:
        match = plain.fullmatch(line)
        assert match is not None, line
        file = unquote(match[1]).removeprefix("https://example.org/book/")
        assert (folder / file).is_file(), line
    heads = [line for line in lines if line and not line.startswith("- ")]
    assert [line[:2] for line in heads] == ["# ", "> ", "<!", "##", "##"]


def test_cards_are_pictures(attacked: Built) -> None:
    cards = sorted((attacked.output("html") / "_exports/cards").glob("*.png"))
    assert len(cards) > len(set(ALL)) // 2
    assert {card.read_bytes()[:8] for card in cards} == {b"\x89PNG\r\n\x1a\n"}
