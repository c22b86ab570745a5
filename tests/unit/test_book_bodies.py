"""A book's own file of bodies: what it adds and corrects, and what is refused with which line."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from briefbook.text import strict_yaml
from briefbook.text.bodies import Catalogue, entries, load_catalogue
from briefbook.text.bodies.entries import parse_entries
from briefbook.text.errors import CatalogueError
from briefbook.text.schemas import schema, validator

Load = Callable[[str], Catalogue]

NEW = """\
- id: freedonia-council
  name: Council of Freedonia
  kind: regional
  text: The council of the invented country of Freedonia.
  checked: [https://example.org/council]
"""

SOURCED = NEW[: NEW.index("[")]
"""The same up to its sources."""


@pytest.fixture
def book(tmp_path: Path) -> Load:
    def load(text: str) -> Catalogue:
        path = tmp_path / "bodies.yaml"
        path.write_text(text, "utf-8")
        return load_catalogue(path)

    return load


def test_a_book_adds_a_body(book: Load) -> None:
    catalogue = book(NEW)
    assert catalogue["freedonia-council"].headword == "Council of Freedonia"
    assert len(catalogue) == len(load_catalogue()) + 1


def test_a_book_corrects_a_body(book: Load) -> None:
    catalogue = book(
        "- id: nato\n  seat: Freedonia\n  aliases: [Otan]\n  without: [Atlantic Alliance]"
    )
    nato = catalogue["nato"]
    assert nato.seat == "Freedonia"
    assert nato.founded == "1949-04-04"
    assert "Otan" in nato.aliases
    assert "OTAN" in nato.aliases
    assert "Atlantic Alliance" not in nato.aliases


def test_an_empty_or_missing_book_file_changes_nothing(book: Load, tmp_path: Path) -> None:
    assert len(book("# nothing yet\n")) == len(load_catalogue())
    assert load_catalogue(tmp_path / "absent.yaml") is load_catalogue()


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("- id: x\n  nmae: X", 2, "unknown key 'nmae'; use only id, headword, name"),
        ("- id: X Y", 1, "does not match"),
        ("- id: x\n  kind: club", 2, "kind is 'club'; write one of alliance, united-nations"),
        (NEW + "  founded: 2021-13-40", 6, "2021-13-40"),
        (NEW + "  founded: 2021-02-30", 6, "is no day"),
        (NEW + "  founded: 2999", 6, "2999 lies beyond 2099"),
        (NEW + "  founded: 1950\n  dissolved: 1940", 7, "before it was founded"),
        (NEW + "  aliases: [A`b]", 6, "A`b"),
        (NEW + "  aliases: ['A <b>']", 6, "A <b>"),
        (NEW + "  aliases: ['A \\\\ b']", 6, "does not match"),
        (NEW + '  aliases: ["A\\nb"]', 6, "does not match"),
        (NEW + "  aliases: [NATO]", 6, "“NATO” is a name of nato already"),
        (NEW + "  aliases: [nato]", 6, "is a name of nato already"),
        (NEW + "  aliases: [NO]", 6, "true or false"),
        (NEW + "  members: {count: 0, as_of: 1949}", 6, "members.count 0 does not match the form"),
        (NEW + "  members: [3]", 6, "members is not a set of keys; How many members"),
        (NEW + "  members: {count: 3}", 6, "members.as_of missing; add as_of: …"),
        (NEW + "  aliases: [{name: Diet}]", 6, "aliases.until missing; add until: …"),
        (NEW + "  founded: [1949]", 6, "founded is not a whole number or text"),
        (NEW + "  seat: A", 6, "seat is shorter than 2 characters"),
        (NEW + "  related: [nato, nato]", 6, "related names one thing twice"),
        ("- words", 1, "the entry is not a set of keys"),
        ("- name: X", 1, "id missing; add id: …"),
        (NEW + "  parent: nowhere", 6, "no body has the id"),
        (NEW + "  related: [nowhere]", 6, "no body has the id"),
        (NEW + "  wikidata: 7184", 6, "wikidata is not text"),
        (NEW + "  wikidata: Q7184", 6, "Q7184 is the id of nato already"),
        (NEW + "  founded: 1950\n  members: {count: 5, as_of: 1949-12}", 7, "counted before"),
        (NEW + "  aliases: [{name: Freedonian Diet, until: 2999}]", 6, "2999 lies beyond 2099"),
        (NEW + "  seat: A\n  seat: B", 7, "it gives 'seat' twice"),
        (NEW + NEW, 6, "the id is given twice"),
        ("- id: &a x\n  name: *a", 1, "YAML anchor"),
        ("- id: !!binary eA==", 1, "tag"),
        ("- id: x\n- [\n", 2, "not valid YAML"),
        ("- id: nowhere\n  seat: Freedonia", 1, "no “name”"),
        ("bodies: []", 1, "no list of bodies"),
        ("--- []\n--- []", 2, "a second YAML document"),
        ("# \u2028\n- [", 1, "it holds U+2028, a line end"),
        ("[" * 2_000_000, 1, "it is nested too deeply"),
        ("- " * 2_000_000, 1, "it is nested too deeply"),
        ("? " * 2_000_000, 1, "a key is not a plain word"),
        (NEW + "  members: {count: " + "9" * 5000 + ", as_of: 1949}", 6, "members.count"),
        (NEW + '  seat: "\\UFFFFFFFF"', 6, "not valid YAML"),
        ("- id: x\n%TAG !a! b", 2, "a YAML directive"),
        ("- id: x\n" * 10_001, 10_001, "more than 10,000 entries"),
        (NEW + "  aliases:\n" + "  - a\n" * 300, 299, "an entry holds more than 300 values"),
        ("- id: nato\n  parent: nato-russia-council", 2, "its own ancestor"),
        (NEW + '  aliases: ["Diet\\n"]', 6, "does not match the form"),
        (NEW + '  aliases: ["Diet\\N:::{raw} html"]', 6, "does not match the form"),
        (NEW + '  aliases: ["Diet\\L:::{raw} html"]', 6, "does not match the form"),
        (NEW + '  aliases: ["Diet \\u202e"]', 6, "aliases holds U+202E"),
        (NEW + '  aliases: ["Diet\\U000E0041"]', 6, "aliases holds U+E0041"),
        (NEW + "  aliases: [Diet  of Freedonia]", 6, "does not match the form"),
        (NEW + '  aliases: ["Diet\\_of Freedonia"]', 6, "does not match the form"),
        (NEW + "  aliases: ['!Diet']", 6, "does not match the form"),
        (NEW + "  aliases: ['~Diet']", 6, "does not match the form"),
        (NEW + "  aliases: ['--']", 6, "does not match the form"),
        (NEW + "  aliases: [«Diet»]", 6, "aliases does not begin with a letter"),
        (NEW + "  abbreviation: D<b>", 6, "D<b>"),
        (NEW + "  headword: 'D <NATO'", 6, "D <NATO"),
        (NEW + '  context: [{name: "Diet\\e"}]', 6, "does not match the form"),
        (NEW + '  never_in: ["Diet Cup\\u2066"]', 6, "never_in holds U+2066"),
        (NEW + '  seat: "Free\\ndonia"', 6, "seat holds U+000A"),
        (NEW + '  seat: "Free\\u009bdonia"', 6, "seat holds U+009B"),
        (NEW + '  seat: "\\u200b\\u200b"', 6, "seat holds nothing that can be seen"),
        (
            NEW.replace("The council of", '"The \\x01 council of').replace("nia.", 'nia."'),
            4,
            "text",
        ),
        (NEW + "  site: https://freedonia.example@evil.example", 6, "does not match the form"),
        (NEW + "  site: 'https://[::1/'", 6, "site is no address that says plainly"),
        (NEW + '  site: "https://example.org/\\n"', 6, "does not match the form"),
        (NEW + '  site: "https://example.org/\\u202e"', 6, "site holds U+202E"),
        (NEW + '  wikidata: "Q7184\\n"', 6, "does not match the form"),
        (NEW + '  founded: "1949\\n"', 6, "does not match the form"),
        ("- id: 'x\n\n  '", 1, "does not match the form"),
        (NEW + "  country: Fredonia", 6, "“Fredonia” is no country of the table"),
        (NEW + "  country: Germny", 6, "write Germany"),
        (SOURCED + "[{title: A page}]", 5, "url missing"),
        (SOURCED + '[{url: "https://example.org/", date: 2022}]', 5, "unknown key 'date'"),
        (SOURCED + '[{url: "https://example.org/", read: 2022-02-30}]', 5, "is no day"),
        (SOURCED + '[{url: "https://[::1/", read: 2022-02-03}]', 5, "is no address"),
        (SOURCED + '[{url: "https://example.org/", title: "a\\u202eb"}]', 5, "U+202E"),
    ],
)
def test_a_mistake_is_named_with_its_line(book: Load, text: str, line: int, problem: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        book(text)
    assert (caught.value.path, caught.value.line) == ("bodies.yaml", line)
    assert problem in str(caught.value)


@pytest.mark.parametrize(
    ("text", "place"),
    [("- id: x\n  name: [a: b: c]", "bodies.yaml:2:14"), ("- id: x\n  n: &a 1", "bodies.yaml:2:6")],
)
def test_a_mistake_in_the_yaml_is_named_with_its_column(book: Load, text: str, place: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        book(text)
    assert caught.value.place == place


def test_the_slower_reader_of_yaml_judges_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML without libyaml: an escape that is no character has no place there."""
    monkeypatch.setattr(strict_yaml, "_Loader", yaml.SafeLoader)
    assert parse_entries(NEW, "bodies.yaml")
    for text in ("[" * 200_000, '- "\\UFFFFFFFF"', "- id: *a", "- {", '- "\\ud800"', "a: b: c"):
        with pytest.raises(CatalogueError):
            parse_entries(text, "bodies.yaml")


def test_a_mistake_in_a_text_is_named_with_its_column(book: Load) -> None:
    with pytest.raises(CatalogueError) as caught:
        book(NEW + '  aliases: [Diet, "Di\\u202eet"]')
    assert caught.value.place == "bodies.yaml:6:19"


def test_a_text_may_have_lines(book: Load) -> None:
    text = NEW.replace("text: The", "text: |\n    The").replace("country", "country\n    ")
    assert "\n" in book(text)["freedonia-council"].text


def test_a_key_that_a_terminal_would_obey_is_escaped(book: Load) -> None:
    with pytest.raises(CatalogueError) as caught:
        book(NEW + '  "\\e[2J": x\n  "\\e[2J": y\n')
    assert "\\x1b[2J" in str(caught.value)
    assert "\x1b" not in str(caught.value)


def test_a_tower_of_bodies_is_refused(book: Load) -> None:
    """The glossary nests bodies under their parents, and no writer of pages nests without end."""
    entries = [
        NEW.replace("freedonia-council", f"b{n}").replace("Council of", f"Council {n} of")
        + (f"  parent: b{n - 1}\n" if n else "")
        for n in range(1000)
    ]
    with pytest.raises(CatalogueError, match=r"b13: more than 12 bodies stand one above the other"):
        book("".join(entries))


def test_a_file_that_is_not_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "bodies.yaml"
    path.write_bytes(b"# fine\n# \xff\n")
    with pytest.raises(CatalogueError, match=r"bodies\.yaml:2:3: byte 9 \(0xff\) is not UTF-8"):
        load_catalogue(path)


def refusal(tmp_path: Path, **options: Any) -> str:
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(tmp_path / "docs/bodies.yaml", root=tmp_path, **options)
    return str(caught.value)


def test_what_is_no_ordinary_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "docs/bodies.yaml"
    path.mkdir(parents=True)
    assert refusal(tmp_path).startswith("docs/bodies.yaml: it is no ordinary file")
    path.rmdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(path)
        assert refusal(tmp_path).startswith("docs/bodies.yaml: it is no ordinary file")
        path.unlink()
    (tmp_path / "secret.json").write_text('{"auths": "CANARY"}')
    for target in (tmp_path / "secret.json", "/dev/zero"):
        path.symlink_to(target)
        said = refusal(tmp_path)
        assert said.startswith("docs/bodies.yaml: it is a link that leads out of its folder")
        assert "CANARY" not in said
        path.unlink()
    path.symlink_to("gone.yaml")
    assert refusal(tmp_path).startswith("docs/bodies.yaml: it cannot be read: ")


def test_a_link_that_leads_nowhere_else_is_followed(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared/bodies.yaml").write_text(NEW)
    (tmp_path / "bodies.yaml").symlink_to("shared/bodies.yaml")
    assert "freedonia-council" in load_catalogue(tmp_path / "bodies.yaml").by_id


def test_the_schema_judges_like_the_loader() -> None:
    """An editor's editor completes with the same schema; JSON has no dates or tags of its own."""
    validator = jsonschema.Draft202012Validator(json.loads(json.dumps(schema("bodies"))))
    assert not list(validator.iter_errors(yaml.safe_load(NEW)))


def test_of_many_wrong_entries_the_first_alone_is_looked_at(
    book: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = []

    def counted(name: str) -> Any:
        checked.append(name)
        return validator(name)

    monkeypatch.setattr(entries, "validator", counted)
    with pytest.raises(CatalogueError, match=r"bodies\.yaml:7:3: unknown key 'bogus'"):
        book(NEW + "- id: x\n  bogus: 1\n" * 5000)
    assert len(checked) == 2
