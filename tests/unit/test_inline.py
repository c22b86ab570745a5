"""Marks on a line of text: they nest, they are split where they cross, they add no characters."""

from __future__ import annotations

from typing import Any, cast

import pytest
import test_escape
from docutils import nodes
from docutils.parsers.rst.roles import register_local_role
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sphinx.util.docutils import ReferenceRole
from test_characters import SCOTLAND

from briefbook.pages.escape import role
from briefbook.pages.inline import Enclosure, Leaf, render
from briefbook.text.characters import showable
from briefbook.text.lines import ENDS, unwrapped


def quote(start: int, end: int) -> Enclosure:
    return Enclosure(start=start, end=end, classes=("q",))


def note(start: int, end: int) -> Enclosure:
    return Enclosure(start=start, end=end, classes=("n",), first=("a",), last=("z",))


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
    assert render("abcdef", 0, [], [note(0, 6), quote(2, 4)]) == "[ab[cd]{.q}ef]{.n .a .z}"


def test_crossing_enclosures_are_split() -> None:
    assert render("abcdef", 0, [], [note(0, 4), quote(2, 6)]) == "[ab[cd]{.q}]{.n .a .z}[ef]{.q}"


def test_first_and_last_piece_are_marked_as_such() -> None:
    assert render("abcdef", 0, [], [quote(0, 3), note(2, 6)]) == "[ab[c]{.n .a}]{.q}[def]{.n .z}"
    assert render(
        "abcdefgh", 0, [], [quote(0, 4), note(2, 6), Enclosure(start=3, end=8, classes=("l",))]
    ) == ("[ab[c[d]{.l}]{.n .a}]{.q}[[ef]{.n .z}gh]{.l}")


def test_leaf_crossed_by_an_enclosure_is_split_and_says_so() -> None:
    leaf = Leaf(start=2, end=6, role="date", target="2022")
    assert render("abcdef", 0, [leaf], [note(0, 4)]) == (
        "[ab{date}`cd <2022>`]{.n .a .z}[{date}`ef <2022>`]{.rest}"
    )


def test_what_a_role_cannot_begin_or_end_with_stands_before_and_after_it() -> None:
    leaf = Leaf(start=0, end=16, role="term", target="Yahoo! Incorporated")
    assert render("Yahoo! Inc plc !", 0, [leaf], [note(0, 5), quote(5, 14)]) == (
        "[{term}`Yahoo <Yahoo! Incorporated>`]{.n .a .z}"
        r"[! [{term}`Inc plc <Yahoo! Incorporated>`]{.rest}]{.q} !"
    )


def test_exclamation_mark_before_a_span_opens_no_image() -> None:
    assert render("!ab", 0, [], [quote(1, 3)]) == r"\![ab]{.q}"


def test_text_that_a_role_cannot_hold_is_left_unmarked() -> None:
    leaf = Leaf(start=0, end=3, role="date", target="2022")
    assert render("a`b", 0, [leaf], []) == r"a\`b"


class Shown(ReferenceRole):
    """Reads its content as Sphinx's roles read theirs; shows the title and keeps the target."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        assert not self.disabled
        return [nodes.emphasis("", self.title, target=self.target)], []


def shown(myst: str) -> nodes.document:
    """The doctree of one line of MyST; builds of Sphinx in other tests forget the role."""
    register_local_role("shown", cast("Any", Shown()))
    return test_escape.shown(myst, ["attrs_inline"])


CHARACTERS = [*"ab!`[]{}()*_ <>.:#$%@^-+=\\&~|é\u2028\u202e", SCOTLAND]
TEXT = st.lists(st.sampled_from(CHARACTERS), min_size=1, max_size=30).map("".join)


@given(TEXT, TEXT | st.none())
@settings(max_examples=150, deadline=None)
@example("Yahoo! Inc", "Yahoo! Inc")
@example("AT&T", "AT&T")
@example("a", "b <c>")
@example("a", "a  b")
@example("a <b>", None)
@example("a\\", None)
@example(" a", "b")
@example("!a", None)
def test_a_role_shows_its_words_and_means_its_target(words: str, target: str | None) -> None:
    target = target or words
    made = role("shown", words, target)
    if made is None:
        return
    tree = shown(f"¶ {made}")
    [paragraph] = tree.children
    [opening, leaf] = paragraph.children
    assert opening.astext() == "¶ "
    assert isinstance(leaf, nodes.emphasis)
    assert (leaf.astext(), " ".join(leaf["target"].split())) == (words, target)


@pytest.mark.parametrize(
    "name", ["NATO", "AT&T", "S&P 500", "R&AW", "OPEC+", "*", "[x]", "Élysée", "{x}"]
)
def test_ordinary_names_fit_a_role(name: str) -> None:
    assert role("term", name, name) == f"{{term}}`{name}`"


@st.composite
def marked_text(draw: st.DrawFn) -> tuple[str, list[Leaf], list[Enclosure]]:
    """A text, roles on it, and enclosures of which at most three overlap."""
    text = draw(TEXT)
    bounds = st.integers(0, len(text))
    enclosures = []
    for name in ("q", "n", "l"):
        cuts = sorted(draw(st.sets(bounds, max_size=8)))
        enclosures += [
            Enclosure(start=start, end=end, classes=(name,), first=("a",), last=("z",))
            for start, end in zip(cuts[::2], cuts[1::2], strict=False)
        ]
    cuts = sorted(draw(st.sets(bounds, max_size=6)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return text, [Leaf(start=a, end=b, role="shown", target="x y") for a, b in pairs], enclosures


@given(marked_text())
@settings(max_examples=150, deadline=None)
@example((SCOTLAND, [], [note(0, 3)]))
def test_marks_add_no_characters(case: tuple[str, list[Leaf], list[Enclosure]]) -> None:
    """Law 3, within a line: taking the marks away gives the text back."""
    text, leaves, enclosures = case
    tree = shown("¶ " + render(text, 0, leaves, enclosures) + ".")
    assert tree.astext() == f"¶ {unwrapped(showable(text, allowed=ENDS))}."


def classes_of(tree: nodes.document) -> list[set[str]]:
    """The classes of the spans around each character of the tree's text, in order."""
    found = []
    for text in tree.findall(nodes.Text):
        around: set[str] = set()
        node = text.parent
        while node is not None:
            around.update(node.get("classes", ()))
            node = node.parent
        found += [around] * len(text)
    return found


@given(marked_text())
@settings(max_examples=150, deadline=None)
def test_marks_stand_where_they_are_asked_for(
    case: tuple[str, list[Leaf], list[Enclosure]],
) -> None:
    text, leaves, enclosures = case
    tree = shown("¶ " + render(text, 0, leaves, enclosures) + ".")
    found = classes_of(tree)[2:-1]
    for name in ("q", "n", "l"):
        spans = [mark for mark in enclosures if mark.classes == (name,)]
        asked = [any(mark.start <= at < mark.end for mark in spans) for at in range(len(text))]
        assert [name in classes for classes in found] == asked
    for end in ("a", "z"):  # each mark has one first and one last piece
        pieces = [span for span in tree.findall(nodes.inline) if end in span["classes"]]
        assert len(pieces) == len(enclosures)


@pytest.mark.parametrize("count", [300, 3000])
def test_long_runs_do_not_end_what_myst_nests(count: int) -> None:
    text = "«We will see» and " * count
    quotations = [quote(at * 18, at * 18 + 13) for at in range(count)]
    tree = shown("¶ " + render(text, 0, [], quotations) + ".")
    assert tree.astext() == f"¶ {text}."
    assert len(list(tree.findall(nodes.inline))) == count
