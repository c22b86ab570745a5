"""What an annotation file must be, and what its author is told where it is not."""

from __future__ import annotations

import pytest
import yaml
from annotation_files import PATH, annotation, annotation_file, parse
from fixture_cases import Case, folder_cases
from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.annotations import Annotation, front_matter
from briefbook.text.annotations.body import MAX_BODY, plain_text
from briefbook.text.annotations.record import Annotation as Record
from briefbook.text.errors import AnnotationError
from briefbook.text.schemas import schema, validator


@pytest.mark.parametrize("case", folder_cases("annotations"))
def test_errors_name_line_problem_and_remedy(case: Case) -> None:
    errors = parse(case.input)
    assert isinstance(errors, list)
    said = []
    for error in errors:
        assert error.path == PATH
        said.append(str(error).removeprefix(PATH).removeprefix(":").strip())
    assert "\n".join(said) == case.expected


def test_every_field_of_a_full_file() -> None:
    text = """\
---
motivation: editing
target:
  exact: more than 100,000 troops
  prefix: "has amassed "
  suffix: " on its border"
author: {name: Jane Doe, github: janedoe}
created: 2026-11-22
sources: [doe2021, roe2020]
---

One paragraph {cite}`doe2021`.

Another {cite}`poe2019, doe2021`.

"""
    assert parse(text) == Record(
        id="2026-11-22-note",
        seed="talks",
        path=PATH,
        motivation="editing",
        exact="more than 100,000 troops",
        prefix="has amassed ",
        suffix=" on its border",
        author_name="Jane Doe",
        author_github="janedoe",
        created="2026-11-22",
        sources=("doe2021", "roe2020"),
        cited=("doe2021", "poe2019"),
        body="One paragraph {cite}`doe2021`.\n\nAnother {cite}`poe2019, doe2021`.",
        body_line=12,
        exact_line=4,
    )


def test_all_keys_it_needs_each_once() -> None:
    note = annotation(sources=("a", "b"), cited=("b", "c"))
    assert note.keys == ("a", "b", "c")


def test_a_question_needs_no_source_and_a_name_on_github_is_optional() -> None:
    note = parse(
        annotation_file(
            motivation="motivation: questioning", sources=None, author="author: {name: Jane Doe}"
        )
    )
    assert (note.sources, note.author_github) == ((), None)


@pytest.mark.parametrize("words", ["2021", "no", "2021-12-30", "1.5", "0x10", "null", "1:30", "~"])
def test_words_that_yaml_would_turn_into_something_else_stay_words(words: str) -> None:
    assert parse(annotation_file(target=f"target: {{exact: {words}}}")).exact == words


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_do_not_matter(end: str, bom: str) -> None:
    text = bom + annotation_file("One.\n\nTwo.").replace("\n", end)
    note = parse(text)
    assert (note.body, note.exact_line, note.body_line) == ("One.\n\nTwo.", 4, 9)


def test_a_rule_in_the_body_ends_nothing() -> None:
    assert parse(annotation_file("One.\n\n---\n\nTwo.")).body == "One.\n\n---\n\nTwo."


@pytest.mark.parametrize("char", "\x00\x0b\x0c\x1b\x7f\x85\u2028\u2029\u202e\u2066\ufffe")
@pytest.mark.parametrize(
    ("text", "line"),
    [(annotation_file("One.\nTw?o."), 10), (annotation_file(target="target: {exact: a?b}"), 3)],
)
def test_invisible_characters_are_refused(text: str, line: int, char: str) -> None:
    [error] = parse(text.replace("?", char))
    assert error.line == line
    assert f"U+{ord(char):04X}" in error.problem


def test_a_passage_that_holds_an_invisible_character_can_still_be_named() -> None:
    note = parse(annotation_file(target='target: {exact: "a\\u202eb"}'))
    assert note.exact == "a\u202eb"


def test_a_file_that_is_not_utf_8_is_refused_with_its_line() -> None:
    [error] = parse(annotation_file("One.\nTwo \u00e9.").encode("latin-1"))
    assert error.line == 10
    assert error.remedy.startswith("save it as UTF-8")


@pytest.mark.parametrize(
    "name",
    ["note", "2026-11-22", "2026-11-22-", "2026-11-22-Note", "2026-11-22-a--b", "2026-11-22-a b",
     "2026-11-22-é", "2026-11-22-" + "a" * 100],
)  # fmt: skip
def test_a_file_is_named_for_its_day_and_subject(name: str) -> None:
    [error] = parse(annotation_file(), name=name)
    assert error.problem == "its name is not of the form"


def test_a_body_has_a_size_that_a_reader_can_take() -> None:
    assert isinstance(parse(annotation_file("a" * MAX_BODY)), Annotation)
    [error] = parse(annotation_file("\n" + "a" * (MAX_BODY + 1)))
    assert (error.line, error.remedy) == (10, "shorten it")


def test_front_matter_of_too_many_values_is_not_read_to_its_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keys = "\n".join(f"a{number}: b" for number in range(10_000))
    monkeypatch.setattr(front_matter, "validator", lambda _: pytest.fail("it was validated"))
    [error] = parse(annotation_file(sources=keys))
    assert (error.line, error.remedy) == (99, "follow the form")
    assert error.problem == "its front matter holds more than 100 values"


def test_of_many_unknown_keys_a_few_are_named() -> None:
    keys = "\n".join(f"colour{number}: red" for number in range(9))
    [error] = parse(annotation_file(colours=keys))
    assert (error.line, error.problem.count("colour")) == (8, 5)
    assert error.problem.endswith("'colour4' and 4 more")


def test_a_body_refers_to_so_many_things_and_no_more() -> None:
    enough = "{term}`NATO` " * 98 + "{cite}`doe2021,roe2020`"
    assert isinstance(parse(annotation_file(enough)), Annotation)
    [error] = parse(annotation_file(f"{enough} {{term}}`NATO`"))
    assert (error.line, error.problem) == (9, "its text has more than 100 terms and citations")


def test_the_schema_is_a_schema_and_explains_every_key() -> None:
    validator("annotation").check_schema(schema("annotation"))
    stack = [schema("annotation")]
    while stack:
        part = stack.pop()
        for key, child in part.get("properties", {}).items():
            assert child.get("description"), key
            stack.append(child)
        if part.get("type") == "object":
            assert part["additionalProperties"] is False


@given(
    st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))
)
def test_any_bytes_give_errors_and_no_exception(raw: bytes) -> None:
    errors = parse(raw)
    assert errors
    assert all(isinstance(error, AnnotationError) for error in errors)


YAML = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["motivation", "target", "exact", "author", "name", "created", "sources"]
            )
            | st.text(max_size=4),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(YAML, st.text(st.sampled_from("a-:&*!|>'\"[]{}#%@`,?\n \t"), max_size=40))
def test_any_front_matter_gives_errors_and_no_exception(value: object, junk: str) -> None:
    for front in (yaml.safe_dump(value, allow_unicode=True), junk):
        result = parse(f"---\n{front}\n---\nA note.\n".encode("utf-8", "replace"))
        assert isinstance(result, Record) or result


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        ("It *began* at 3.35 {cite}`doe2021`, shortly.", "It began at 3.35, shortly."),
        ("So says the {term}`alliance <NATO>` {cite}`a`, {cite}`b`.", "So says the alliance."),
        ("One [link](https://example.org).\n\n- item", "One link.\n\n– item"),
        ("No {cite}`key with blanks` is a citation.", "No {cite}`key with blanks` is a citation."),
    ],
)
def test_what_a_reader_sees_of_a_body_has_no_keys(body: str, seen: str) -> None:
    assert plain_text(body) == seen
