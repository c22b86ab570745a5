"""The view of an article that rules read: what hides words is folded, and marks come back."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefbook.text.bodies import load_catalogue
from briefbook.text.clean import clean
from briefbook.text.folded import FoldedText, fold_article, fold_words
from briefbook.text.lines import unwrapped
from briefbook.text.marks import mark
from briefbook.text.seeds import parse_seed

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefbook.text.model import Article, Basis, BodyMention, DateMention, Marks, Seed

PLAIN = (
    "On January 12 the chief officer of the mission, Zoë Müller, met Jane Doe of NATO in Vienna.\n"
    '"We will talk about five offices next month," Müller said on Friday.\n'
    "A senior official said on condition of anonymity that the European Commission was not told.\n"
)
CATALOGUE = load_catalogue()

ODD = st.text(
    st.sampled_from(
        "ab 1é\n\r\t\xa0\xad\u200b\u200d\u200e\u202e\ufeff\u0301\u0308\ufb01\ufb03\u01c6"
        "\uff21\uff12\U0001d400\u2009\u3000\u2028\x85\u2010\u02bc•-"
    ),
    max_size=60,
)


def seed_of(text: str) -> Seed:
    raw = (" date 2021-12-30 \n" + text).encode()
    return parse_seed(raw, name="a", path="seeds/a.txt")


def found(marks: Marks) -> object:
    """What a reader is told, without places."""
    names = {source.id: source.name for source in marks.sources}
    return (
        [(date.line, date.value) for date in marks.dates],
        [(body.line, body.body) for body in marks.bodies],
        [(source.name, source.kind, fold_words(source.basis or "")) for source in marks.sources],
        [
            (one.line, one.source and names[one.source], one.kind, one.cue, one.rule)
            for one in marks.statements
        ],
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("NA\xadTO", "NATO"),
        ("\u200bNATO\u2060", "NATO"),
        ("of\ufb01ce, \ufb02oor, o\ufb03cial", "office, floor, official"),
        ("Mu\u0308ller, Zoe\u0308", "Müller, Zoë"),
        ("\uff11\uff12 January \uff12\uff10\uff12\uff12", "12 January 2022"),
        ("12\xa0January\u2009\u20092022", "12 January 2022"),
        ("12 \u200b January", "12 January"),
        ("Jane  \t Doe", "Jane Doe"),
        ("\U0001d40d\U0001d400\U0001d413\U0001d40e", "NATO"),
        ("mid\u2011January, Freedonia\u02bcs", "mid-January, Freedonia’s"),
        ("\x93We\x92ll wait\x94 \x96 so it was", "“We’ll wait” – so it was"),
        ("2²: x² ½ … № Ⅻ", "2²: x² ½ … № Ⅻ"),
        ("a\u0301\u0301", "á\u0301"),
        ("one line\nand  another\r\n", "one line\nand another\r\n"),
        ("", ""),
    ],
)
def test_words_are_read_as_a_reader_sees_them(written: str, read: str) -> None:
    assert fold_words(written) == read
    assert FoldedText(written).text == read


@given(ODD | st.text(max_size=60))
def test_every_stretch_has_its_way_back(text: str) -> None:
    folded = FoldedText(text)
    assert folded.text == fold_words(text)
    before = 0
    for at in range(len(folded.text)):
        start, end = folded.original(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert start >= before
        assert folded.text[at] in fold_words(text[start:end])
        before = start
    for start in range(len(text)):
        for end in range(start, len(text) + 1):
            begins, ends = folded.folded(start, end)
            assert 0 <= begins <= ends <= len(folded.text)
            if begins < ends:
                outer_start, outer_end = folded.original(begins, ends)
                assert start <= outer_start < outer_end <= end


@given(ODD | st.text(max_size=60))
def test_what_is_folded_is_folded_once(text: str) -> None:
    once = fold_words("".join(char for char in text if not unicodedata.combining(char)))
    assert fold_words(once) == once


def test_nothing_to_fold_is_the_article_itself() -> None:
    article = clean(seed_of(PLAIN))
    folded = fold_article(article)
    assert folded.article is article
    marks = mark(article.seed, CATALOGUE)
    assert folded.unfold(marks) is marks


def blocks_of(article: Article) -> list[str]:
    return [article.text_of(block) for block in article.blocks]


@given(st.lists(ODD, min_size=1, max_size=6))
@settings(deadline=None)
def test_the_blocks_are_those_of_the_article(lines: list[str]) -> None:
    article = clean(seed_of(PLAIN + "\n".join(f"The word was {line} said." for line in lines)))
    read = blocks_of(fold_article(article).article)
    words = [fold_words(unwrapped(block)) for block in blocks_of(article)]
    assert [block.strip() for block in read] == [block.strip() for block in words if block.strip()]


HIDDEN: dict[str, Callable[[str], str]] = {
    "soft hyphens": lambda text: text.replace("ff", "f\xadf").replace("AT", "A\xadT"),
    "no width": lambda text: text.replace("mm", "m\u200bm").replace("NA", "N\ufeffA"),
    "ligatures": lambda text: text.replace("ffi", "\ufb03").replace("fi", "\ufb01"),
    "accents apart": lambda text: unicodedata.normalize("NFD", text),
    "double width": lambda text: text.replace("12", "\uff11\uff12").replace("NATO", "\uff2eATO"),
    "blanks": lambda text: text.replace("January 12", "January\xa0\u200912").replace(
        "Jane Doe", "Jane\u2005Doe"
    ),
    "joiners": lambda text: text.replace("next month", "next\u200d mo\u2060nth"),
    "directions": lambda text: text.replace("Friday", "\u200eFriday\u200f"),
}


@pytest.mark.parametrize("way", HIDDEN)
def test_nothing_that_is_not_seen_hides_a_mark(way: str) -> None:
    text = HIDDEN[way](PLAIN)
    assert text != PLAIN
    marks = mark(seed_of(text), CATALOGUE)
    assert found(marks) == found(mark(seed_of(PLAIN), CATALOGUE))
    whole = marks.article.seed.text
    assert whole.endswith(text)
    bases = [basis for source in marks.sources for basis in source.bases]
    mentions: list[DateMention | BodyMention | Basis] = [*marks.dates, *marks.bodies, *bases]
    assert bases
    for mention in mentions:
        assert whole[mention.start : mention.end] == mention.text
