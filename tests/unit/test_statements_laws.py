"""Laws of statements, over arbitrary text: offsets hold, ids are known, nothing raises."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from statement_cases import article_of

from briefbook.text.kinds import SourceKind, StatementKind
from briefbook.text.model import KnownName
from briefbook.text.statements import find_statements, quotes
from briefbook.text.statements.cues import CUES, VERBS
from briefbook.text.statements.quotation import quoted_spans

VOCABULARY = """
Jane Doe said told that the a official minister Kremlin he she it they who and but , . ? ! : ; " "
“ ” ‘ ’ « » „ ' - — ( ) according to in statement reporters adding calling called was by bridge on
Monday because when Q: MODERATOR: Mr. U.S. Jr. 's I we added
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n", "\n- "])
PROSE = st.lists(WORDS, max_size=60).map(" ".join)
TEXT = st.one_of(PROSE, st.text(max_size=200))


@given(TEXT)
@settings(max_examples=300, deadline=None)
def test_statements_lie_within_their_blocks(text: str) -> None:
    article = article_of(text)
    names = [
        KnownName(start=match.start(), end=match.end(), kind=SourceKind.PUBLICATION)
        for match in re.finditer("Kremlin|Jane|a official|Doe said that|and the", article.seed.text)
    ]
    sources, statements = find_statements(article, names)
    blocks = {block.line: block for block in article.blocks}
    ids = [source.id for source in sources]
    assert len(set(ids)) == len(ids)
    for statement in statements:
        block = blocks[statement.line]
        assert statement.spans
        last = block.start
        for span in statement.spans:
            assert last <= span.start < span.end <= block.end
            last = span.end
        assert statement.source is None or statement.source in ids
        if statement.source_span:
            assert block.start <= statement.source_span.start < statement.source_span.end
            assert statement.source_span.end <= block.end
        if statement.kind is StatementKind.INDIRECT:
            assert len(statement.spans) == 1


@given(TEXT)
@settings(max_examples=100, deadline=None)
def test_every_source_says_something(text: str) -> None:
    sources, statements = find_statements(article_of(text))
    assert {source.id for source in sources} == {s.source for s in statements} - {None}
    for source in sources:
        assert source.name
        assert source.mentions
        assert all(
            article_mention in text.replace(":: ", ": ") for article_mention in source.mentions
        )


@given(TEXT)
@settings(max_examples=100, deadline=None)
def test_bases_are_the_texts_own_words(text: str) -> None:
    article = article_of(text)
    for source in find_statements(article)[0]:
        for basis in source.bases:
            assert article.seed.text[basis.start : basis.end] == basis.text


@given(TEXT)
@settings(max_examples=100, deadline=None)
def test_the_same_text_gives_the_same_statements(text: str) -> None:
    assert find_statements(article_of(text)) == find_statements(article_of(text))


@given(TEXT)
@settings(max_examples=200, deadline=None)
def test_plain_quotes_are_apart_and_in_order(text: str) -> None:
    last = 0
    for start, end, speaker_start, speaker_end in quotes(text):
        assert last <= start < end <= len(text)
        last = end
        assert (speaker_start is None) == (speaker_end is None)
        if speaker_start is not None and speaker_end is not None:
            assert 0 <= speaker_start < speaker_end <= len(text)


@given(st.text(alphabet="ab \"“”‘’„«»'\n.=5", max_size=80))
@settings(max_examples=300, deadline=None)
def test_quoted_spans_are_apart_and_hold_their_insides(text: str) -> None:
    last = 0
    for span in quoted_spans(text, 0, len(text)):
        assert last <= span.start < span.inner_start <= span.inner_end <= span.end <= len(text)
        last = span.end


def test_forms_follow_the_rules_of_spelling() -> None:
    assert VERBS["denied"].lemma == "deny"
    assert VERBS["quipped"].lemma == "quip"
    assert VERBS["urging"].lemma == "urge"
    assert VERBS["stresses"].lemma == "stress"
    assert VERBS["said"].lemma == VERBS["saying"].lemma == "say"
    assert "sayed" not in CUES
