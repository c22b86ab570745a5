"""Laws 1 and 2: offsets hold, and header, dropped spans and blocks give the seed back."""

from __future__ import annotations

import re
import textwrap

from hypothesis import given, settings
from hypothesis import strategies as st

from briefbook.text.clean import clean, keep_lines
from briefbook.text.errors import SeedError
from briefbook.text.kinds import DropReason
from briefbook.text.lines import ENDS
from briefbook.text.model import Block, Dropped
from briefbook.text.seeds import parse_seed

# Lines as pages have them, among anything that Unicode allows: what ends a line elsewhere, what
# turns its direction, what is not to be seen.
SENTENCES = [
    "Sign up for our daily newsletter",
    "Read more",
    "The Minister of Freedonia said on Monday that talks would go on until an accord is found.",
    "- A bullet of the list says that the accord is near, the Minister added.",
    "• ",
    "A palace. Photo: Jane Doe/Agency via Library",
    "Why it matters: Freedonia has no sea, and its neighbours have no mountains to speak of.",
    "  \u2028",
    "By Jane Doe",
]
LINES = st.sampled_from(SENTENCES)
ODD = st.text(
    st.sampled_from("\r\n\x00\x85\u2028\u2029\x0b\x0c\x1c\u200b\u202e\u2066\ufeff\xad😀é-•– .:a\"'")
)
ANY = st.text(st.characters(exclude_categories=["Cs"]))
BREAKS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\r\r\n"])
SEEDS = st.builds(
    lambda head, parts: head + "".join(text + end for text, end in parts),
    st.sampled_from(
        ["", "\ufeff", " date 2021-12-30 ", "\ufeff date 2021-12\t", "date 2021-12-30\r"]
    ),
    st.lists(st.tuples(LINES | ODD | ANY, BREAKS), max_size=12),
)


# Paragraphs as a program or a person cuts them, between lines that nobody has cut.
PARAGRAPHS = st.lists(
    st.sampled_from([line for line in SENTENCES if len(line) > 40]), min_size=1, max_size=3
).map(" ".join)
WRAPPED = st.builds(
    lambda parts, gap, end: (" date 2021-12-30 \n" + gap.join(parts) + "\n").replace("\n", end),
    st.lists(
        st.builds(
            lambda words, width, indent, hanging: textwrap.fill(
                words, width, initial_indent=indent, subsequent_indent=hanging
            ),
            PARAGRAPHS,
            st.integers(20, 90),
            st.sampled_from(["", "    ", "- ", "\t"]),
            st.sampled_from(["", "", "  "]),
        )
        | LINES
        | ODD,
        min_size=1,
        max_size=8,
    ),
    st.sampled_from(["\n", "\n\n", " \n"]),
    st.sampled_from(["\n", "\r\n", "\r", "\u2028"]),
)


@settings(deadline=None)
@given(SEEDS | WRAPPED)
def test_blocks_and_dropped_spans_partition_the_seed(text: str) -> None:
    try:
        seed = parse_seed(text.encode(), name="any", path="seeds/any.txt", date="2021-12-30")
        article = clean(seed)
    except SeedError:
        return
    assert seed.text == text
    found: list[Block | Dropped] = [*article.blocks, *article.dropped]
    parts = sorted(found, key=lambda part: part.start)
    assert "".join(article.text_of(part) for part in parts) == text
    position = 0
    for part in parts:
        assert part.start == position
        assert part.end > part.start
        position = part.end
        breaks = re.findall(r"\r\n|\r|\n", text[: part.start])
        assert part.line == len(breaks) + 1


@settings(deadline=None)
@given(SEEDS | WRAPPED)
def test_a_block_is_words_without_layout(text: str) -> None:
    try:
        seed = parse_seed(text.encode(), name="any", path="seeds/any.txt", date="2021-12-30")
        article = clean(seed)
    except SeedError:
        return
    for block in article.blocks:
        words = article.text_of(block)
        assert words.strip() == words != ""
        assert all(line.strip() for line in re.split(f"\r\n|[{ENDS}]", words))
    numbers = [block.number for block in article.blocks if block.kind.is_text]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(block.number is None for block in article.blocks if not block.kind.is_text)
    header = [d for d in article.dropped if d.reason is DropReason.HEADER]
    assert sum(d.end - d.start for d in header) == seed.header_end


@settings(deadline=None)
@given(st.lists(LINES | ODD | ANY, max_size=20))
def test_any_lines_are_judged_one_by_one(lines: list[str]) -> None:
    assert len(keep_lines(lines)) == len(lines)
