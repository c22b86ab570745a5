"""docs/sources.yaml: which sources of articles are one in the book's index, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefbook.text.errors import SourcesError
from briefbook.text.kinds import SourceKind
from briefbook.text.known_sources import KnownSources, load_sources
from briefbook.text.model import Source

FILE = """\
- name: Wendy Sherman
  names: [Sherman, Deputy Secretary of State Wendy Sherman]
  role: deputy secretary of state
  kind: person
- name: Kremlin
  names: [the Kremlin]
  kind: institution
"""


def load(folder: Path, text: str) -> KnownSources:
    (folder / "sources.yaml").write_text(text, "utf-8")
    return load_sources(folder / "sources.yaml", home=folder, root=folder)


def source(name: str, kind: SourceKind, *mentions: str) -> Source:
    return Source(id="a", name=name, kind=kind, mentions=mentions)


def test_the_book_calls_a_person_by_the_full_name_that_an_article_has(tmp_path: Path) -> None:
    known = load(tmp_path, FILE)
    roe, sherman = source("Roe", SourceKind.PERSON), source("Wendy", SourceKind.PERSON)
    assert known.name_of(roe) == "Roe"
    assert known.name_of(replace(roe, full_name="Jane Roe")) == "Jane Roe"
    assert known.name_of(replace(sherman, full_name="Wendy Sherman")) == "Wendy Sherman"
    assert known.find(replace(sherman, full_name="Wendy Sherman")) is not None


@pytest.mark.parametrize(
    ("given", "known"),
    [
        (source("Wendy Sherman", SourceKind.PERSON), "Wendy Sherman"),
        (source("SHERMAN", SourceKind.PERSON), "Wendy Sherman"),
        (source("she", SourceKind.PERSON, "she", "Sherman"), "Wendy Sherman"),
        (source("the Kremlin", SourceKind.INSTITUTION), "Kremlin"),
        (source("Sherman", SourceKind.ANONYMOUS), None),
        (source("the Kremlin", SourceKind.PERSON), None),
        (source("an aide", SourceKind.PERSON, "an aide"), None),
        (source("both", SourceKind.PERSON, "Sherman", "the Kremlin"), None),
    ],
)
def test_who_is_one(tmp_path: Path, given: Source, known: str | None) -> None:
    found = load(tmp_path, FILE).find(given)
    assert (found.name if found else None) == known


def test_a_book_need_not_have_any(tmp_path: Path) -> None:
    known = load_sources(tmp_path / "sources.yaml", home=tmp_path, root=tmp_path)
    assert known.find(source("Sherman", SourceKind.PERSON)) is None
    assert load(tmp_path, "# none yet\n").find(source("Sherman", SourceKind.PERSON)) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: Sherman\n", "sources.yaml:1: it is no list of sources"),
        ("- name: Sherman\n", "sources.yaml:1:3: kind missing"),
        ("- name: Sherman\n  kind: anonymous\n", "sources.yaml:2:3: kind is 'anonymous'"),
        ("- name: a\n  kind: person\n  site: x\n", "sources.yaml:3:3: unknown key 'site'"),
        (FILE + "- name: Sherman\n  kind: person\n", "sources.yaml:8:3: 'Sherman' is another"),
        ('- name: "a\\u202eb"\n  kind: person\n', "sources.yaml:1:3: name holds U+202E"),
        ('- name: a\n  role: "\\u200b"\n  kind: person\n', "sources.yaml:2:3: role holds nothing"),
        ("- &a [*a]\n", "sources.yaml:1"),
        ("- name: [a\n", "sources.yaml:"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SourcesError) as caught:
        load(tmp_path, text)
    assert str(caught.value).startswith(said)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "secret.yaml").write_text(FILE)
    (tmp_path / "docs/sources.yaml").symlink_to(tmp_path / "secret.yaml")
    with pytest.raises(SourcesError, match="a link that leads out of its folder"):
        load_sources(tmp_path / "docs/sources.yaml", home=tmp_path / "docs", root=tmp_path)
