"""The catalogue as it is shipped: its schema, its files, and what holds of every body."""

from __future__ import annotations

import re
from pathlib import Path

import jsonschema
import pytest

from briefbook.text.bodies import BodyKind, load_catalogue
from briefbook.text.bodies.entries import parse_entries
from briefbook.text.schemas import DATA, schema

FILES = sorted(
    (file for file in (DATA / "bodies").iterdir() if file.name.endswith(".yaml")),
    key=lambda file: file.name,
)


def test_the_schema_is_a_schema_and_knows_the_kinds() -> None:
    jsonschema.Draft202012Validator.check_schema(schema("bodies"))
    assert schema("bodies")["$defs"]["body"]["properties"]["kind"]["enum"] == [
        str(k) for k in BodyKind
    ]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_shipped_file_fits_the_schema(file: Path) -> None:
    assert parse_entries(file.read_text("utf-8"), file.name)


def test_the_shipped_catalogue_loads_once_per_process() -> None:
    catalogue = load_catalogue()
    assert catalogue is load_catalogue(None)
    assert {"nato", "osce", "nato-russia-council", "kremlin"} <= set(catalogue.by_id)
    assert catalogue["nato"].headword == "NATO"
    assert catalogue.get("Russia-NATO Council") is catalogue["nato-russia-council"]


def test_every_shipped_name_is_safe_in_a_myst_role() -> None:
    for body in load_catalogue():
        for term in body.terms:
            assert not set(term) & set("`<>\\\n\r"), term


def test_every_shipped_fact_has_an_address_that_a_reader_can_know() -> None:
    """A bare number says nothing of whose page it is, and is somebody else's the year after."""
    for body in load_catalogue():
        for address in (source.url for source in body.checked):
            assert not re.match(r"https?://[\d.:]+(/|$)", address), (body.id, address)


def test_every_shipped_body_is_told_in_two_or_three_sentences() -> None:
    for body in load_catalogue():
        assert 2 <= len(re.findall(r"[.!?](?=\s+[A-Z]|$)", body.text)) <= 3, body.id
