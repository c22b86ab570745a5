"""Laws 1, 5 and 6 over texts of any kind: offsets hold, same in same out, nothing is invented."""

from __future__ import annotations

import re
import textwrap

from hypothesis import given, settings
from hypothesis import strategies as st

from briefbook.pages.article_page import article_page, title_of
from briefbook.text.bodies import load_catalogue
from briefbook.text.errors import SeedError
from briefbook.text.folded import fold_words
from briefbook.text.lines import ENDS, unwrapped
from briefbook.text.marks import as_json, mark
from briefbook.text.model import BodyMention, DateMention, Marks
from briefbook.text.seeds import parse_seed

WORDS = [
    "the", "minister", "said", "that", "“we", "will", "see,”", '"no', 'deal"', "Jane Doe", "NATO",
    "the Kremlin", "on Monday", "Jan. 5", "next month", "2022", "told reporters", "according to",
    "a senior official", "he", "warned", ".", ",", "\n", "\n- ", "OSCE", "Why it matters:", "`",
    "<b>", "\r\n", "\u2028", "’", "(AP)", "10/11/2022", "demanded", "—", "\t",
    "on condition of anonymity", "NA\xadTO", "Zoe\u0308 Mu\u0308ller", "\xa0", "o\ufb03cial",
    "said\u200b", "\u202e", "\uff2aan.  5",
]  # fmt: skip
PROSE = st.lists(st.sampled_from(WORDS), min_size=5, max_size=120).map(" ".join)
WRAPPED = st.builds(
    lambda words, width, end: end.join(textwrap.wrap(" ".join(words), width)),
    st.lists(st.sampled_from(WORDS), min_size=20, max_size=120),
    st.integers(30, 90),
    st.sampled_from(["\n", "\r\n"]),
)
CATALOGUE = load_catalogue()
HEADWORDS = {body.id: body.headword for body in CATALOGUE}


def marks_of(text: str) -> Marks | None:
    try:
        seed = parse_seed(
            (" date 2022-01-03 \n" + text).encode("utf-8", "replace"), name="x", path="seeds/x.txt"
        )
        return mark(seed, CATALOGUE)
    except SeedError:
        return None  # nothing of it is an article, and that is said


@given(PROSE | WRAPPED | st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_offsets_hold(text: str) -> None:
    marks = marks_of(text)
    if marks is None:
        return
    article = marks.article
    mentions: list[DateMention | BodyMention] = [*marks.dates, *marks.bodies]
    for mention in mentions:
        assert article.seed.text[mention.start : mention.end] == mention.text
        assert any(b.start <= mention.start and mention.end <= b.end for b in article.blocks)
    for statement in marks.statements:
        assert statement.spans
        spans = [*statement.spans, *([statement.source_span] if statement.source_span else [])]
        for span in spans:
            assert 0 <= span.start < span.end <= len(article.seed.text)
            assert any(b.start <= span.start and span.end <= b.end for b in article.blocks)
        ids = {source.id for source in marks.sources}
        assert statement.source is None or statement.source in ids
    lines = article.seed.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for part in mentions:
        first, *more = re.split(f"\r\n|[{ENDS}]", part.text)
        assert first in lines[part.line - 1]
        assert not more or lines[part.line - 1].endswith(first)


@given(PROSE | WRAPPED)
@settings(max_examples=60, deadline=None)
def test_same_in_same_out(text: str) -> None:
    first, second = marks_of(text), marks_of(text)
    assert first == second
    if first is not None and second is not None:
        assert as_json(first, CATALOGUE) == as_json(second, CATALOGUE)
        pages = [article_page(marks, HEADWORDS, []) for marks in (first, second)]
        assert pages[0] == pages[1]


@given(PROSE | WRAPPED)
@settings(max_examples=60, deadline=None)
def test_nothing_is_invented(text: str) -> None:
    """Every name, basis and title is the seed's own words, folded or not, or is said to be none."""
    marks = marks_of(text)
    if marks is None:
        return
    whole = fold_words(unwrapped(marks.article.seed.text))
    for source in marks.sources:
        assert source.name in whole
        assert all(mention in whole for mention in source.mentions)
        text = marks.article.seed.text
        assert all(text[basis.start : basis.end] == basis.text for basis in source.bases)
    for statement in marks.statements:
        assert statement.speaker is None or statement.speaker in whole
    title = title_of(marks.article)
    assert fold_words(title.text) in whole if title.by == "publisher" else title.by == "none"
    assert marks.article.publisher is None or fold_words(marks.article.publisher) in whole
