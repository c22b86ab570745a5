"""What the pages about the project say is what the code does."""

from __future__ import annotations

import hashlib
import json
import re
import runpy
from dataclasses import fields
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree as ET

import pytest
from fixture_cases import FIXTURES
from pypdf import PdfReader
from sphinx.application import Sphinx

from briefbook.pdf.settings import PDF
from briefbook.settings import add_settings
from briefbook.sphinx import DIRECTIVES
from briefbook.sphinx.callout_sentence import KIND_WORDS
from briefbook.sphinx.settings import BOOK
from briefbook.text import sidecar
from briefbook.text.bibliography.read import MAX_BYTES
from briefbook.text.bodies import load_catalogue
from briefbook.text.dates.rule_names import Rule
from briefbook.text.history import History
from briefbook.text.marks import as_json, mark
from briefbook.text.model import Sidecar
from briefbook.text.schemas import schema
from briefbook.text.seeds import parse_seed, read_seed
from briefbook.text.statements.source_rules import SourceRule
from briefbook.warnings import TYPE, Subtype

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
SEED = ROOT / "seeds/000_0a0825d94d863160.txt"


_MERGE = re.compile(r"^[<>]{7} ", re.MULTILINE)


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def test_drawings_have_a_pdf_that_is_up_to_date() -> None:
    drawings = sorted((DOCS / "images").glob("*.svg"))
    assert drawings
    for drawing in drawings:
        digest = hashlib.sha256(drawing.read_bytes()).hexdigest()
        metadata: Any = PdfReader(drawing.with_suffix(".pdf")).metadata
        made_of = metadata["/Keywords"]
        assert made_of == digest, f"{drawing.name} has changed: tox run -e images"


def test_the_drawing_of_volumes_is_what_its_script_draws() -> None:
    drawing = DOCS / "images/volumes.svg"
    script = runpy.run_path(str(drawing.with_suffix(".py")))
    assert script["draw"]() == drawing.read_text("utf-8"), "tox run -e images"


def test_no_page_holds_what_a_merge_left() -> None:
    pages = [*DOCS.glob("*.md"), *ROOT.glob("*.md")]
    assert [path.name for path in pages if _MERGE.search(path.read_text("utf-8"))] == []


def definitions(text: str) -> dict[str, str]:
    """Terms of a page's definition lists, each with its definition on one line."""
    found = re.findall(r"^(\S.*)\n: (.*(?:\n  .*)*)", text, re.MULTILINE)
    return {term: " ".join(words.split()) for term, words in found}


class Settings:
    """Stands in for the Sphinx application: notes the settings that are registered."""

    def __init__(self) -> None:
        self.defaults: dict[str, Any] = {}

    def add_config_value(self, name: str, default: Any, *_others: object) -> None:
        self.defaults[name] = default

    def connect(self, *_others: object, **_options: Any) -> None:
        pass


def test_every_setting_is_described_with_its_default() -> None:
    app = Settings()
    add_settings(cast("Sphinx", app), (*BOOK, *PDF))
    described = {
        term.strip("`"): words
        for term, words in definitions(page("configuration.md")).items()
        if term.startswith(("`briefbook_", "`briefpdf_"))
    }
    assert described.keys() == app.defaults.keys()
    for name, default in app.defaults.items():
        shown = json.dumps(default) if isinstance(default, str) else repr(default)
        assert f"Default: `{shown}`" in described[name], name


def test_every_warning_is_described() -> None:
    listed = [term.strip("`") for term in definitions(page("configuration.md"))]
    warnings = [term for term in listed if term.startswith(f"{TYPE}.")]
    assert warnings == [f"{TYPE}.{subtype.value}" for subtype in Subtype]


def test_the_limit_on_bibliography_files_is_given() -> None:
    assert f"at most {MAX_BYTES // 1024**2} MiB, in UTF-8" in page("configuration.md")


def test_every_date_rule_is_explained_in_its_own_words() -> None:
    table = page("reading.md").partition("| rule |")[2]
    explained = re.findall(r"^\| ([a-z, ]+) \| (.*) \|$", table, re.MULTILINE)
    assert explained == [(rule.short, rule.explanation) for rule in Rule]


def test_every_file_of_date_rules_is_in_the_table() -> None:
    page = (ROOT / "docs/how-it-works.md").read_text("utf-8")
    files = {path.name for path in (ROOT / "ext/briefbook/text/dates/rules").glob("[a-z]*.py")}
    assert sorted(name for name in files - {"form.py"} if f"`{name}`" not in page) == []


def test_every_kind_of_source_is_explained() -> None:
    table = page("reading.md").partition("| word |")[2].partition("## ")[0]
    kinds = re.findall(r"^\| ([a-z ]+) \|", table, re.MULTILINE)
    assert kinds == list(KIND_WORDS.values())


def test_a_change_touches_the_files_that_the_page_says() -> None:
    """What stands for each kind of change is found in the files of its row and in no others."""
    table = page("how-it-works.md").split("## What a change touches")[1].split("##")[0]
    rows = [
        set(re.findall(r"`([\w./-]+\.(?:toml|json|py|md|yml))`", row))
        for row in re.findall(r"^\| (?!change|the same).*\|$", table, re.MULTILINE)
    ]
    verb, holiday, _, kind, motivation, key, _ = rows
    places = ["ext/briefbook", "docs", ".github"]
    files = [
        ROOT / "CONTRIBUTING.md",
        *(file for each in places for file in (ROOT / each).rglob("*")),
    ]
    texts = {
        str(file.relative_to(ROOT)).removeprefix("ext/briefbook/"): file.read_text("utf-8")
        for file in files
        if file.suffix in {".toml", ".json", ".py", ".md", ".yml", ".js", ".css", ".typ"}
        if "docs/articles" not in str(file) and "docs/annotations" not in str(file)
    }

    def holding(word: str) -> set[str]:
        return {name for name, text in texts.items() if word in text}

    assert holding("acquiesce") == verb
    assert holding("boxing day") == holiday
    assert holding("security-service") == kind
    assert holding("classifying") == motivation
    assert key <= texts.keys()


def test_every_key_of_a_sidecar_is_shown_to_those_who_write_one() -> None:
    contributing = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    examples = [
        *re.findall(r"```toml\n   title =.*?```", contributing, re.DOTALL),
        str(sidecar.__doc__),
    ]
    assert len(examples) == 2
    for example in examples:
        known, corrections = re.split(r"^ +\[\[", example, maxsplit=1, flags=re.MULTILINE)
        keys = re.findall(r"^ +(\w+) = ", known, re.MULTILINE)
        of_sidecar = {field.name for field in fields(Sidecar)} - {"history"}
        of_history = {field.name for field in fields(History)}
        assert sorted([*keys, "corrections"]) == sorted(of_sidecar | of_history)
        assert corrections.startswith("date]]")


def test_every_directive_for_pages_exists() -> None:
    named = set(re.findall(r"\{brief:([\w-]+)\}` \|", page("how-it-works.md")))
    assert len(named) > 5
    assert named <= DIRECTIVES.keys()


@pytest.fixture(scope="module")
def marks() -> dict[str, Any]:
    catalogue = load_catalogue()
    return as_json(mark(read_seed(SEED, root=ROOT), catalogue), catalogue)


def test_the_example_of_marks_is_real(marks: dict[str, Any]) -> None:
    [example] = re.findall(r"```json\n(.*?)```", page("marks.md"), re.DOTALL)
    assert json.loads(example) in marks["statements"]


def keys_of(part: dict[str, Any], definitions: dict[str, Any]) -> set[str]:
    """The keys of a schema and of what it holds."""
    keys = set(part.get("properties", ()))
    parts = [*part.get("properties", {}).values(), *part.get("oneOf", ())]
    if "items" in part:
        parts.append(part["items"])
    if "$ref" in part:
        parts.append(definitions[part["$ref"].rpartition("/")[2]])
    return keys.union(*(keys_of(each, definitions) for each in parts))


def test_every_key_of_marks_is_described(marks: dict[str, Any]) -> None:
    form = page("marks.md").partition("## The form")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`.*?`) \| (.*) \|$", form, re.MULTILINE)
    described = {}
    for keys, words in rows:
        for key in re.findall(r"`(\w+)`", keys):
            described[key] = set(re.findall(r"`(\w+)`", words))
    assert list(described) == list(marks)
    held = schema("marks")
    assert described == {
        key: keys_of(part, held["$defs"]) for key, part in held["properties"].items()
    }


def explained_in(section: str) -> list[tuple[str, str]]:
    """The slug and the other cells of each row of a table of docs/marks.md."""
    table = page("marks.md").partition(f"## {section}")[2].partition("\n## ")[0]
    return re.findall(r"^\| `([a-z-]+)` \| (.*) \|$", table, re.MULTILINE)


def test_every_slug_of_a_date_is_explained_in_its_own_words() -> None:
    explained = explained_in("How a date got its value")
    assert explained == [(rule.value, rule.explanation) for rule in Rule]
    cases = "".join(path.read_text("utf-8") for path in FIXTURES.glob("dates/*.txt"))
    by_rules = [rule for rule in Rule if rule is not Rule.EDITOR]
    assert [rule for rule in by_rules if f" ({rule})\n" not in cases] == []  # that no date has


def test_every_slug_of_a_statement_is_explained_by_an_example_that_gives_it() -> None:
    explained = explained_in("How a statement got its source")
    assert [rule for rule, _ in explained] == list(SourceRule)
    for rule, row in explained[:-1]:  # the last is no rule, but an editor's word
        text = row.rpartition(" | ")[2].replace(" / ", "\n")
        seed = parse_seed(text.encode(), name="a", path="a.txt", date="2021-12-30")
        found = mark(seed, load_catalogue()).statements
        assert rule in {statement.rule for statement in found}, (rule, found)


@pytest.mark.parametrize("image", sorted(DOCS.glob("images/*.svg")), ids=lambda path: path.name)
def test_drawings_need_nothing_from_outside(image: Path) -> None:
    """Well-formed, plain shapes, fonts that every system stands in for; Typst draws the same."""
    for element in ET.parse(image).iter():  # noqa: S314 - our own file
        assert element.tag.rpartition("}")[2] in {
            "svg", "title", "rect", "text", "line", "polyline", "polygon",
        }  # fmt: skip
        assert not any("href" in name or "url(" in value for name, value in element.items())
        family = element.get("font-family", "sans-serif")
        assert family.endswith(("sans-serif", "monospace"))
