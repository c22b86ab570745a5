"""Marks on a line of text: they nest, they are split where they cross, they add no characters."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from test_escape import shown

from briefbook.pages.inline import Enclosure, Leaf, render


def quote(start: int, end: int) -> Enclosure:
    return Enclosure(start=start, end=end, classes=".q")


def note(start: int, end: int) -> Enclosure:
    return Enclosure(start=start, end=end, classes=".n", last=".z")


def test_leaf_shows_its_target_where_it_differs() -> None:
    leaf = Leaf(start=3, end=11, role="date", target="2021-12-30")
    assert render("on Thursday.", 0, [leaf], []) == "on {date}`Thursday <2021-12-30>`."
    leaf = Leaf(start=3, end=7, role="term", target="NATO")
    assert render("in NATO", 0, [leaf], []) == "in {term}`NATO`"


def test_offsets_are_those_of_the_seed() -> None:
    assert render("in NATO", 100, [Leaf(start=103, end=107, role="term", target="NATO")], []) == (
        "in {term}`NATO`"
    )


def test_enclosures_nest() -> None:
    assert render("abcdef", 0, [], [note(0, 6), quote(2, 4)]) == "[ab[cd]{.q}ef]{.n .z}"


def test_crossing_enclosures_are_split() -> None:
    assert render("abcdef", 0, [], [note(0, 4), quote(2, 6)]) == "[ab[cd]{.q}]{.n .z}[ef]{.q}"


def test_only_the_last_piece_is_marked_as_last() -> None:
    assert render("abcdef", 0, [], [quote(0, 4), note(2, 6)]) == "[ab[cd]{.n}]{.q}[ef]{.n .z}"


def test_leaf_crossed_by_an_enclosure_is_split() -> None:
    leaf = Leaf(start=2, end=6, role="date", target="2022")
    assert render("abcdef", 0, [leaf], [note(0, 4)]) == (
        "[ab{date}`cd <2022>`]{.n .z}{date}`ef <2022>`"
    )


def test_exclamation_mark_before_a_span_opens_no_image() -> None:
    assert render("!ab", 0, [], [quote(1, 3)]) == r"\![ab]{.q}"


def test_text_that_a_role_cannot_hold_is_left_unmarked() -> None:
    leaf = Leaf(start=0, end=3, role="date", target="2022")
    assert render("a`b", 0, [leaf], []) == r"a\`b"


@st.composite
def marked_text(draw: st.DrawFn) -> tuple[str, list[Leaf], list[Enclosure]]:
    text = draw(st.text(st.sampled_from("ab!`[]{}*_ <>.\\"), min_size=1, max_size=30))
    bounds = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(bounds, bounds), max_size=5))
    enclosures = [quote(min(pair), max(pair)) for pair in spans if pair[0] != pair[1]]
    cuts = sorted(draw(st.sets(bounds, max_size=6)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    leaves = [Leaf(start=a, end=b, role="abbr", target="x (y)") for a, b in pairs]
    return text, leaves, enclosures


@given(marked_text())
@settings(max_examples=300, deadline=None)
def test_marks_add_no_characters(case: tuple[str, list[Leaf], list[Enclosure]]) -> None:
    """Law 3, within a line: taking the marks away gives the text back."""
    text, _, enclosures = case
    tree = shown("¶ " + render(text, 0, [], enclosures) + ".", ["attrs_inline"])
    assert tree.astext() == f"¶ {text}."


@given(marked_text())
def test_brackets_balance(case: tuple[str, list[Leaf], list[Enclosure]]) -> None:
    text, leaves, enclosures = case
    line = render(text, 0, leaves, enclosures)
    bare = re.sub(r"\\.", "", line)
    assert bare.count("[") == bare.count("]{")
