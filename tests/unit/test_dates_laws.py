"""Laws of dates that hold for any text."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from briefbook.text.dates import find_dates, tag
from briefbook.text.dates.shift import shift
from briefbook.text.kinds import BlockKind
from briefbook.text.model import Article, Block, Seed, Sidecar
from briefbook.text.timex import Timex, Unit

VALUE = re.compile(
    r"(?:BC)?\d{4}-\d\d-\d\d|(?:BC)?\d{4}-\d\d|\d{4}-Q[1-4]|\d{4}-H[12]|\d{4}-W\d\d(?:-WE)?"
    r"|\d{4}-(?:SP|SU|FA|WI)|(?:BC)?\d{4}|\d{3}X|(?:BC)?\d\dXX"
)
WORDS = """
the The last next this that same first third fourth of in by until from to and or before after
 ago later earlier two ten 3 12 31 1999 2021 '45 1914-18 300 BC AD day days week weeks month
 year years quarter half century decade weekend summer winter Monday Friday May Jan. march
 today tomorrow tonight morning p.m. 5 Easter Christmas end early mid- late period year-ago
 3/4/2021
 2021-02-30 2021-W53 Q3 , . ; - – ( ) ' ’s 's was will said be due 9/11 AD 29 120 BCE Feb. 0
 9999 1000 million one eighteenth fifth BRUSSELS / fiscal previous following couple
""".split()  # noqa: SIM905 - readable as words
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=60).map("".join),
)
PUBLISHED = st.one_of(
    st.none(), st.dates().map(date.isoformat), st.dates().map(lambda day: day.isoformat()[:7])
)


@given(TEXTS, PUBLISHED)
@example("Q2", "0001-01-01")
@example("in May and in Q4", "9999-12-31")
def test_mentions_are_in_order_and_well_formed(text: str, published: str | None) -> None:
    reached = 0
    for item in tag(text, published):
        assert reached <= item.start < item.end <= len(text)
        assert VALUE.fullmatch(item.value)
        assert item.alternative is None or VALUE.fullmatch(item.alternative)
        assert VALUE.fullmatch(item.anchor)
        for value in (item.value, item.anchor, item.alternative or item.value):
            assert str(Timex.parse(value)) == value
        reached = item.end


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), st.integers(0, 60))
def test_mentions_stay_within_the_blocks(text: str, cut: int) -> None:
    text = text.replace("\n", " ")
    blocks = [
        Block(line=1, start=start, end=end, kind=BlockKind.PARAGRAPH)
        for start, end in ((0, cut), (cut, len(text)))
        if start < end <= len(text)
    ]
    seed = Seed(
        name="x",
        path="seeds/x.txt",
        text=text,
        sha256="",
        published="2021-12-30",
        header_end=0,
        sidecar=Sidecar(),
    )
    article = Article(seed=seed, blocks=tuple(blocks), dropped=(), publisher=None)
    for item in find_dates(article):
        assert text[item.start : item.end] == item.text
        assert any(block.start <= item.start and item.end <= block.end for block in blocks)


@given(st.dates(date(1600, 1, 1), date(2400, 1, 1)), st.sampled_from(Unit), st.integers(-15, 15))
def test_shifting_there_and_back(day: date, unit: Unit, count: int) -> None:
    here = shift(Timex.of_day(day), 0, unit)
    assert here is not None
    assert here.unit is unit
    there = shift(here, count, unit)
    assert there is not None
    assert shift(there, -count, unit) == here


def test_hostile_text_is_read_in_linear_time() -> None:
    # Each of these would take hours if a pattern could share characters out in many ways.
    for piece in (
        "the ", "1 ", "1,", "12-", "12/", "1998-", "second ", "twenty ", "Monday, ", "Jan. 1, ",
        "the first ", "in ", "a year ", "early ", " " * 7, "\n", "Jan. 10 and 12 ", "of the ",
        "last ", "9.9.", "two weeks before ", "the third quarter of ", "was ", "a", "5 to ",
    ):  # fmt: skip
        text = piece * (20_000 // len(piece))
        for item in tag(text, "2021-12-30"):
            assert item.start < item.end
