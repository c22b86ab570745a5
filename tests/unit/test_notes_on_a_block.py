"""Many notes on one block: its text stays, its pieces are flat, and the page stays small."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from annotation_files import annotation
from docutils import nodes
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_characters import SCOTLAND
from test_escape import shown

from briefbook.pages.blocks import MAX_MARKED, Notes
from briefbook.pages.inline import Enclosure, Leaf, render
from briefbook.pages.wire import LABEL, QUOTATION
from briefbook.text.characters import showable
from briefbook.text.kinds import BlockKind
from briefbook.text.model import Block

Span = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Case:
    text: str
    notes: list[Span]
    quotations: list[Span]
    label: int


def crossing(count: int) -> Case:
    """Notes of which each crosses all others."""
    text = "we will see " * count
    notes = [(at, at + 6 * count) for at in range(count)]
    return Case(text=text, notes=notes, quotations=[(3, 8 * count)], label=5)


def line_of(case: Case) -> str:
    block = Block(
        kind=BlockKind.PARAGRAPH, start=0, end=len(case.text), line=1, number=1, label_end=None
    )
    notes = Notes([annotation(start=start, end=end) for start, end in case.notes])
    enclosures = [
        *notes.enclosures(block),
        *(Enclosure(start=start, end=end, classes=(QUOTATION,)) for start, end in case.quotations),
        *([Enclosure(start=0, end=case.label, classes=(LABEL,))] if case.label else []),
    ]
    return render(case.text, 0, [], enclosures)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    characters = st.sampled_from([*"ab[]{}!`. é\u202e", SCOTLAND])
    text = "".join(draw(st.lists(characters, min_size=1, max_size=60)))
    bounds = st.integers(0, len(text))
    spans = st.tuples(bounds, bounds).map(lambda pair: (min(pair), max(pair)))
    notes = draw(st.lists(spans.filter(lambda span: span[0] < span[1]), max_size=60))
    cuts = sorted(draw(st.sets(bounds, max_size=8)))
    return Case(
        text=text,
        # As the book sorts them.
        notes=sorted(notes),
        quotations=list(zip(cuts[::2], cuts[1::2], strict=False)),
        label=draw(bounds),
    )


@given(cases())
@settings(max_examples=150, deadline=None)
@example(Case(text="1,000 troops", notes=[(0, 12)] * 60, quotations=[], label=0))
@example(crossing(60))
def test_any_notes_leave_the_text_as_it_is(case: Case) -> None:
    line = line_of(case)
    tree = shown(f"¶ {line}.", ["attrs_inline"])
    assert tree.astext() == f"¶ {showable(case.text)}."
    spans = list(tree.findall(nodes.inline))
    assert all(_depth(span) <= 3 for span in spans)
    assert _covering(tree)[2:-1] == [
        {number for number, (start, end) in enumerate(case.notes, 1) if start <= at < end}
        for at in range(len(case.text))
    ]
    # Two ends a note, a few pieces at each; six characters stand for U+2028, two for a bracket.
    marks = len(case.notes) + len(case.quotations) + 1
    assert len(line) <= 2 * len(case.text) + 120 * marks


def _depth(node: nodes.Element) -> int:
    return 0 if isinstance(node, nodes.paragraph) else 1 + _depth(node.parent)


def _covering(tree: nodes.document) -> list[set[int]]:
    """The notes whose passages cover each character, told by where they begin and end."""
    found: list[set[int]] = []
    open_now: set[int] = set()
    for node in tree.findall():
        if isinstance(node, nodes.Text):
            passage = _passage(node)
            if passage is None:
                assert not open_now
            else:
                open_now = open_now | _numbers(passage, "from-")
            found += [open_now] * len(node)
            if passage is not None and _is_last_text(passage, node):
                open_now = open_now - _numbers(passage, "to-")
    return found


def _passage(node: nodes.Node) -> nodes.Element | None:
    while node.parent is not None:
        node = node.parent
        if "annotated" in node.get("classes", ()):
            return node
    return None


def _is_last_text(passage: nodes.Element, text: nodes.Text) -> bool:
    return list(passage.findall(nodes.Text))[-1] is text


def _numbers(passage: nodes.Element, prefix: str) -> set[int]:
    return {
        int(name.removeprefix(prefix)) for name in passage["classes"] if name.startswith(prefix)
    }


def test_notes_on_one_passage_share_one_span() -> None:
    case = Case(text="so 1,000 troops.", notes=[(3, 15)] * 3, quotations=[], label=0)
    assert line_of(case) == (
        "so [1,000 troops]{.annotated .from-1 .from-2 .from-3 .to-1 .to-2 .to-3}."
    )


def test_crossing_notes_are_cut_into_pieces() -> None:
    case = Case(text="abcdef", notes=[(0, 4), (2, 6)], quotations=[], label=0)
    assert line_of(case) == (
        "[ab]{.annotated .from-1}[cd]{.annotated .from-2 .to-1}[ef]{.annotated .to-2}"
    )


@pytest.mark.parametrize("count", [60, 120])
def test_crossing_notes_add_to_the_page_what_one_adds(count: int) -> None:
    case = crossing(count)
    added = len(line_of(case)) - len(case.text)
    assert added < 60 * count


def test_notes_past_the_cap_are_not_marked() -> None:
    block = Block(kind=BlockKind.PARAGRAPH, start=0, end=9, line=1, number=1, label_end=None)
    notes = Notes([annotation(start=0, end=4)] * (MAX_MARKED + 2))
    [passage] = notes.enclosures(block)
    assert len(passage.first) == MAX_MARKED
    assert len(notes.beside(block, [])[1]) == MAX_MARKED + 2
    assert len(notes.unmarked(block)) == 2


def test_a_role_across_many_ends_stays_one_role() -> None:
    text = "the Organization of Freedonia"
    notes = [Enclosure(start=at, end=at + 3, classes=("n",)) for at in range(4, 25, 3)]
    leaf = Leaf(start=4, end=29, role="term", target="OoF")
    line = render(text, 0, [leaf], notes)
    assert line.count("<OoF>") == line.count("]{.rest}") + 1
