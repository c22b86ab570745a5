"""Marks as data: the schema holds for whatever a seed holds, and the seed's marks are the gold."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefbook.cli import main
from briefbook.text.bodies import load_catalogue
from briefbook.text.errors import SeedError
from briefbook.text.kinds import BlockKind, DropReason, SourceKind, StatementKind
from briefbook.text.marks import as_json, mark
from briefbook.text.seeds import parse_seed

ROOT = Path(__file__).parent.parent.parent
NAME = "000_0a0825d94d863160"
SCHEMA = json.loads((resources.files("briefbook") / "data/marks.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


@pytest.fixture(scope="module")
def gold() -> Any:
    return yaml.safe_load((ROOT / f"tests/fixtures/gold/{NAME}.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def text() -> str:
    return (ROOT / f"seeds/{NAME}.txt").read_bytes().decode("utf-8")


@pytest.fixture(scope="module")
def marks() -> dict[str, Any]:
    """What ``briefbook marks seeds/NAME.txt`` prints in the book's folder."""
    printed = io.StringIO()
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(printed):
        assert main(["marks", f"seeds/{NAME}.txt"]) == 0
    printed_marks: dict[str, Any] = json.loads(printed.getvalue())
    return printed_marks


def spread(ranges: Any) -> set[int]:
    """The lines that a list of lines and of first and last lines names."""
    pairs = (item if isinstance(item, list) else [item, item] for item in ranges)
    return {line for first, last in pairs for line in range(first, last + 1)}


def test_schema_is_valid_and_describes_every_key() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)

    def undescribed(schema: Any, path: str) -> Iterator[str]:
        for key, value in schema.get("properties", {}).items():
            target = SCHEMA["$defs"][value["$ref"].split("/")[-1]] if "$ref" in value else value
            said = "description" in value or "description" in target or "enum" in target
            yield from [] if said else [f"{path}/{key}"]
            yield from undescribed(value, f"{path}/{key}")
        if schema.get("type") == "object":
            yield from [] if schema["additionalProperties"] is False else [path]
        if "items" in schema:
            yield from undescribed(schema["items"], f"{path}[]")

    assert list(undescribed(SCHEMA, "")) == []


@pytest.mark.parametrize(
    ("enum", "place"),
    [
        (BlockKind, ("blocks", "kind")),
        (DropReason, ("dropped", "reason")),
        (SourceKind, ("sources", "kind")),
        (StatementKind, ("statements", "kind")),
    ],
)
def test_schema_knows_every_kind(enum: Any, place: tuple[str, str]) -> None:
    part, key = place
    listed = SCHEMA["properties"][part]["items"]["properties"][key]["enum"]
    assert set(listed) == {str(member) for member in enum}


def test_the_seed_is_valid(marks: dict[str, Any]) -> None:
    VALIDATOR.validate(marks)


def test_a_key_too_many_is_refused(marks: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid({**marks, "more": 1})


def test_offsets_hold(marks: dict[str, Any], text: str) -> None:
    """Law 1, as a user of the JSON meets it."""
    spans = [span for statement in marks["statements"] for span in statement["quote"]]
    for statement in marks["statements"]:
        spans += [statement[key] for key in ("indirect", "source_span") if statement[key]]
    spans += marks["dates"] + marks["bodies"]
    assert len(spans) > 30
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)


def test_blocks_and_dropped_are_the_whole_seed(marks: dict[str, Any], text: str) -> None:
    """Law 2, as a user of the JSON meets it."""
    parts = sorted(marks["blocks"] + marks["dropped"], key=lambda part: part["start"])
    assert "".join(text[part["start"] : part["end"]] for part in parts) == text


def test_provenance(marks: dict[str, Any], gold: Any) -> None:
    assert marks["seed"] == f"seeds/{NAME}.txt"
    assert marks["published"] == gold["published"].isoformat()
    assert marks["publisher"] == gold["publisher"]
    assert marks["title"] == gold["title"]


def test_lines_kept_and_dropped(marks: dict[str, Any], gold: Any) -> None:
    lines = gold["lines"]
    dropped = [part for part in marks["dropped"] if part["reason"] != "layout"]
    assert {d["line"] for d in dropped if d["reason"] == "header"} == spread(lines["header"])
    assert {d["line"] for d in dropped if d["reason"] == "sign-up"} == spread(lines["boilerplate"])
    assert {d["reason"] for d in dropped} == {"header", "sign-up"}
    assert [b["line"] for b in marks["blocks"] if b["kind"] == "caption"] == lines["caption"]
    body = [b["line"] for b in marks["blocks"] if b["number"]]
    assert body == sorted(spread(lines["body"]))


def test_photo(marks: dict[str, Any], gold: Any) -> None:
    assert marks["photos"] == [{"line": gold["lines"]["caption"][0], **gold["photo"]}]


def test_sections_bullets_and_numbers(marks: dict[str, Any], gold: Any, text: str) -> None:
    running = [block for block in marks["blocks"] if block["number"]]
    sections = []
    for block in running:
        if block["kind"] == "paragraph":
            sections.append({"label": block["label"], "lines": []})
        sections[-1]["lines"].append(block["line"])
    assert sections == gold["sections"]
    assert [block["number"] for block in running] == list(range(1, len(running) + 1))
    written = text.split("\n")
    assert all(
        (block["kind"] == "bullet") == written[block["line"] - 1].startswith("- ")
        for block in running
    )


def test_dates(marks: dict[str, Any], gold: Any) -> None:
    found = [{key: date[key] for key in ("line", "text", "value")} for date in marks["dates"]]
    expected = [
        {"line": date["line"], "text": date["text"], "value": str(date["value"])}
        for date in gold["dates"]
    ]
    assert found == expected
    for phrase in gold["not_dates"]:
        assert not any(
            date["line"] == phrase["line"] and date["text"] in phrase["text"]
            for date in marks["dates"]
        )


def test_bodies(marks: dict[str, Any], gold: Any) -> None:
    found = [{key: body[key] for key in ("line", "text", "body")} for body in marks["bodies"]]
    assert found == gold["bodies"]


def test_sources(marks: dict[str, Any], gold: Any) -> None:
    assert [source["id"] for source in marks["sources"]] == list(gold["sources"])
    for source in marks["sources"]:
        expected = gold["sources"][source["id"]]
        assert source["basis"] == expected.get("basis")
        # The gold leaves the Kremlin's names out: it has one.
        mentions = expected.get("mentions", ["the Kremlin"])
        assert [m.lower() for m in source["mentions"]] == [m.lower() for m in mentions]
        assert {key: source[key] for key in ("name", "kind")} == {
            key: expected[key] for key in ("name", "kind")
        }


def test_statements(marks: dict[str, Any], gold: Any) -> None:
    found = []
    for statement in marks["statements"]:
        one = {key: statement[key] for key in ("line", "source", "cue")}
        one |= {key: statement[key] for key in ("speaker", "translated") if statement[key]}
        if statement["quote"]:
            one["quote"] = [span["text"] for span in statement["quote"]]
        if statement["indirect"]:
            one["indirect"] = statement["indirect"]["text"]
        found.append(one)
    assert found == gold["statements"]


WORDS = st.sampled_from(
    [
        "“We agree,” the Minister said on Monday.",
        "- According to a spokesperson, talks begin on 3 May 2021.",
        'NATO warned: "No."',
        "in the 1990s, week 12 of 2020 and summer 2019",
        "two years earlier, 44 BC, the 19th century",
        "Photo: Jane Doe/Agency via Archive",
        "Sign up for our newsletter.",
        "\r\n",
        "\n\n",
        "Why it matters: ",
        " ",
    ]
)


@given(st.lists(WORDS | st.text(max_size=40), min_size=1, max_size=8).map("".join))
def test_whatever_the_text_the_schema_holds(text: str) -> None:
    catalogue = load_catalogue()
    try:
        seed = parse_seed(text.encode(), name="any", path="seeds/any.txt", date="2021-12-30")
        marks = as_json(mark(seed, catalogue), catalogue)
    except SeedError:
        return  # empty, an impossible header, or no article: said so
    VALIDATOR.validate(json.loads(json.dumps(marks)))
