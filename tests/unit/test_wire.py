"""What a page carries is read as it was written, whatever it holds, by the parser of pages."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from docutils.parsers.rst import Directive
from hypothesis import example, given, settings
from hypothesis import strategies as st
from myst_parser.parsers.directives import parse_directive_text

from briefbook.pages import wire
from briefbook.sphinx.forms import options_of
from briefbook.text.characters import showable
from briefbook.text.kinds import SourceKind, StatementKind

FORMS = (
    wire.Provenance,
    wire.Attribution,
    wire.Removed,
    wire.Note,
    wire.StandIn,
    wire.Versions,
    wire.Revised,
)

# Whatever a line, a sidecar or a note may hold, and what YAML, JSON and MyST take for theirs.
TRICKS = ["null", "true", "1", "2021-12-30", "[1]", "- a", "a: b", "# no", "'", '"', "\\", "|", ">"]
LINE = st.one_of(
    st.sampled_from([*TRICKS, ":::", "---", "{{x}}", "\u2028", "\ufeff", "\x85", "\x0b", "’"]),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=12),
    st.text(st.sampled_from("'\"\\[]{},:#|>-`~!& \u2028\u2029\x85a1"), max_size=12),
)
WORDS = LINE.filter(lambda text: text.strip() != "")
NUMBER = st.integers(0, 10**6)
RANGES = st.lists(st.tuples(NUMBER, NUMBER), max_size=3).map(tuple)
TEXTS = st.lists(LINE, max_size=3).map(tuple)
PAIR = st.tuples(WORDS, WORDS)
LIST = st.lists(WORDS, max_size=3).map(tuple)


def forms_of(form: type, **given: st.SearchStrategy) -> st.SearchStrategy:
    """Strategies by the names of fields, the others by their types."""
    by_type = {
        "str": WORDS,
        "str | None": st.none() | WORDS,
        "int": NUMBER,
        "int | None": st.none() | NUMBER,
        "bool": st.booleans(),
        "tuple[str, ...]": LIST,
        "tuple[int, ...]": st.lists(NUMBER, max_size=3).map(tuple),
        "tuple[tuple[int, int], ...]": RANGES,
        "tuple[str, str] | None": st.none() | PAIR,
        "tuple[tuple[str, str], ...]": st.lists(PAIR, max_size=3).map(tuple),
        "tuple[tuple[str, str, int], ...]": st.lists(
            st.tuples(WORDS, WORDS, NUMBER), max_size=3
        ).map(tuple),
        "tuple[int, int] | None": st.none() | st.tuples(NUMBER, NUMBER),
        "SourceKind": st.sampled_from(SourceKind),
        "StatementKind": st.sampled_from(StatementKind),
    }
    fields = dataclasses.fields(form)
    chosen = {each.name: by_type[str(each.type)] for each in fields if each.name not in given}
    return st.builds(form, **chosen, **given)


ANY = st.one_of(
    forms_of(wire.Provenance),
    forms_of(
        wire.Attribution, content=st.lists(forms_of(wire.Said, texts=TEXTS), max_size=3).map(tuple)
    ),
    forms_of(
        wire.Removed, content=st.lists(forms_of(wire.RemovedPart, text=LINE), max_size=3).map(tuple)
    ),
    forms_of(wire.Note),
    forms_of(wire.StandIn),
    forms_of(wire.Versions),
    forms_of(
        wire.Revised, content=st.lists(forms_of(wire.ChangedParagraph), max_size=3).map(tuple)
    ),
)


def shown(value: object) -> object:
    """What is written of a value: text as ``showable`` leaves it."""
    if isinstance(value, SourceKind | StatementKind):
        return value
    if isinstance(value, str):
        return showable(value)
    if isinstance(value, tuple):
        return tuple(map(shown, value))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = dataclasses.fields(value)
        return type(value)(**{each.name: shown(getattr(value, each.name)) for each in fields})
    return value


def through_myst(form: Any) -> object:
    """The form as its directive sees it, once its lines have been through MyST's parser."""

    class Carrier(Directive):
        has_content = True
        option_spec = options_of(type(form))

    first, *lines = wire.write(form)
    assert first == f"{{brief:{form.directive}}}"
    parsed = parse_directive_text(Carrier, "", "\n".join([*lines, ""]))
    assert parsed.warnings == []
    return wire.read(type(form), parsed.options, parsed.body)


@given(ANY)
@example(wire.Removed(lines=1, content=(wire.RemovedPart(line=1, reason="layout", text=""),)))
@settings(max_examples=400)
def test_a_form_is_read_as_it_was_written(form: wire.Provenance) -> None:
    assert through_myst(form) == shown(form)


TIMEX = st.text(st.sampled_from("0123456789-WQTX"), min_size=1, max_size=12)


@given(
    st.builds(
        wire.DateTarget,
        value=TIMEX,
        rule=st.from_regex(r"[a-z]+(-[a-z]+)*", fullmatch=True),
        anchor=st.none() | TIMEX,
        alternative=st.none() | TIMEX,
        source=st.none() | st.from_regex(r"[a-z]+(-[a-z]+)*", fullmatch=True),
        event=st.lists(st.tuples(st.integers(-999, 999), st.integers(-999, 999)), max_size=4).map(
            tuple
        ),
    )
)
def test_a_date_is_read_as_it_was_written(target: wire.DateTarget) -> None:
    assert wire.DateTarget.read(target.written()) == target


@given(st.lists(st.integers(1, 500)), st.lists(st.integers(1, 500)))
def test_passages_are_read_as_they_were_written(begins: list[int], ends: list[int]) -> None:
    classes = (wire.ANNOTATED, *wire.passage_begins(begins), *wire.passage_ends(ends))
    assert wire.passages(classes) == (begins, ends)


@pytest.mark.parametrize("text", ["", "2021", "2021 by", "2021 by two words", "a by b or"])
def test_what_is_no_date_is_said(text: str) -> None:
    with pytest.raises(wire.WireError, match="is not of the form VALUE by RULE"):
        wire.DateTarget.read(text)


@pytest.mark.parametrize(
    ("form", "options", "content", "said"),
    [
        (wire.Removed, {}, [], "missing required field `lines`"),
        (wire.Removed, {"lines": "x"}, [], r"Expected `int`, got `str` - at `\$.lines`"),
        (wire.Removed, {"lines": "1"}, ["- {line: 1"], "its content is not YAML"),
        (wire.Removed, {"lines": "1"}, ["words"], "Expected `array`"),
        (wire.Removed, {"lines": "1"}, ["- {line: 1, reason: x}"], "missing required field `text`"),
        (
            wire.Attribution,
            {"source": "a", "name": "A", "kind": "person", "bases": "[1"},
            [],
            r"bases: '\[1' is no list in JSON",
        ),
        (
            wire.Attribution,
            {"source": "a", "name": "A", "kind": "ghost"},
            [],
            "Invalid enum value 'ghost'",
        ),
    ],
)
def test_what_is_no_form_is_said(
    form: type[wire.Removed], options: dict[str, str], content: list[str], said: str
) -> None:
    with pytest.raises(wire.WireError, match=said):
        wire.read(form, options, content)


def test_every_form_has_a_name_of_its_own() -> None:
    assert len({form.directive for form in FORMS}) == len(FORMS)
