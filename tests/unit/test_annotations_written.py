"""What writes an annotation: quotations that are found again, and files that read as they were."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_annotations_anchor import LINES, article

from briefbook.text.annotations.anchoring import locate
from briefbook.text.annotations.parse import FILE_NAME, parse_annotation
from briefbook.text.annotations.record import Annotation
from briefbook.text.annotations.selector import (
    MAX_CONTEXT,
    MAX_EXACT,
    places_of,
    text_quote,
)
from briefbook.text.annotations.written import file_name, written_annotation
from briefbook.text.characters import is_invisible
from briefbook.text.model import Span
from briefbook.text.quote import TextQuote

WORDS = st.sampled_from(["the", "bridge", "Duke", "«да»", "桥", "'", '"', "#", ": ", "- a", "🚢"])
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=5)


@given(lines=TEXTS, data=st.data())
def test_a_quotation_is_found_where_it_was_made(lines: list[str], data: st.DataObject) -> None:
    of = article(lines)
    block = data.draw(st.sampled_from(of.blocks))
    start = data.draw(st.integers(block.start, block.end - 1))
    place = Span(start=start, end=data.draw(st.integers(start + 1, block.end)))
    quote = text_quote(of, place)
    exact = of.text_of(place)
    if quote is None:  # blank edges, or all that stands around it stands elsewhere too
        assert exact != exact.strip() or of.seed.text.count(of.text_of(block)) > 1
        return
    assert quote.exact == exact
    assert locate(of, quote) == place


@given(lines=TEXTS, data=st.data())
def test_a_quotation_across_line_ends_is_found_too(lines: list[str], data: st.DataObject) -> None:
    flat = article([" ".join(lines)])
    (block,) = flat.blocks
    text = data.draw(st.sampled_from(["\n", "\r\n", "  \n"])).join(lines)
    seed = replace(flat.seed, text=text)
    of = replace(flat, seed=seed, blocks=(replace(block, end=len(text)),))
    start = data.draw(st.integers(0, len(text) - 1))
    place = Span(start=start, end=data.draw(st.integers(start + 1, len(text))))
    quote = text_quote(of, place)
    if quote is None:
        assert of.text_of(place) != of.text_of(place).strip()
        return
    assert "\n" not in quote.prefix + quote.exact + quote.suffix
    assert locate(of, quote) == place
    assert place in places_of(of, quote.exact)


def test_no_more_context_than_it_takes() -> None:
    of = article(LINES)
    first, second = places_of(of, "The Minister")
    assert text_quote(of, first) == TextQuote(exact="The Minister", suffix=" of")
    assert text_quote(of, second) == TextQuote(exact="The Minister", suffix=" said")
    (once,) = places_of(of, "road of four lanes")
    assert text_quote(of, once) == TextQuote(exact="road of four lanes")


def test_what_cannot_be_quoted() -> None:
    of = article(["It is so.", "It is so.", "x " * MAX_EXACT + "end"])
    first, _ = places_of(of, "It is so")
    assert text_quote(of, first) is None
    block = of.blocks[2]
    assert text_quote(of, Span(start=block.start, end=block.end)) is None
    assert text_quote(of, Span(start=0, end=12)) is None  # two paragraphs
    assert text_quote(of, Span(start=0, end=0)) is None
    assert text_quote(of, Span(start=2, end=4)) is None  # " i"
    (end,) = places_of(of, "end")
    assert text_quote(of, end) == TextQuote(exact="end")
    middle = Span(start=block.start + 1000, end=block.start + 1001)
    assert text_quote(of, middle) is None
    assert MAX_CONTEXT < 1000


SHOWN = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"]),
    min_size=1,
    max_size=40,
)


@given(exact=SHOWN, prefix=SHOWN, suffix=SHOWN, author=SHOWN)
def test_a_written_file_reads_as_it_was_meant(
    exact: str, prefix: str, suffix: str, author: str
) -> None:
    exact, author = exact.strip(), author.strip()
    if is_invisible(exact) or is_invisible(author):
        return
    content = written_annotation(
        TextQuote(exact=exact, prefix=prefix, suffix=suffix),
        motivation="editing",
        reply_of=None,
        author=author,
        github="janedoe",
        created="2026-11-22",
        sources=["doe2021", "doe:2022"],
        body="One.\n\nTwo.",
    )
    name = file_name("2026-11-22", exact)
    assert FILE_NAME.fullmatch(name)
    read = parse_annotation(content.encode(), path="note.md", seed="talks", name=name)
    assert isinstance(read, Annotation), read
    assert (read.exact, read.prefix, read.suffix) == (exact, prefix, suffix)
    assert (read.author_name, read.author_github) == (author, "janedoe")
    assert (read.motivation, read.created) == ("editing", "2026-11-22")
    assert (read.sources, read.body) == (("doe2021", "doe:2022"), "One.\n\nTwo.")


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("more than 100,000 troops", "2026-11-22-more-than-100-000-troops"),
        ("Élysée – Paris", "2026-11-22-elysee-paris"),
        ("«да»", "2026-11-22-note"),
        ("a" * 200, "2026-11-22-" + "a" * 89),
    ],
)
def test_the_name_is_of_the_form(subject: str, name: str) -> None:
    assert file_name("2026-11-22", subject) == name
