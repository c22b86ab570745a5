"""Recognition of bodies on small articles made by hand and on the seed's gold."""

from __future__ import annotations

import dataclasses
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
import yaml
from fixture_cases import FIXTURES, Case, folder_cases
from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.bodies import Catalogue, find_bodies, load_catalogue, read_bodies
from briefbook.text.kinds import BlockKind
from briefbook.text.model import Block, Credit, Photo
from marked_bodies import plain_article, read_marked, score_marked

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("case", folder_cases("bodies"))
def test_mentions_are_those_of_the_fixture(case: Case) -> None:
    """``->`` a mention and its body; ``?`` an ambiguous name and, of what it can mean, some."""
    reading = read_bodies(plain_article(case.input), load_catalogue())
    found = [
        *(
            (mention.start, f"{mention.line}: {mention.text} -> {mention.body}")
            for mention in reading.mentions
        ),
        *(
            (name.start, f"{name.line}: {name.text} ? {', '.join(name.bodies)}")
            for name in reading.ambiguous
        ),
    ]
    expected = case.expected.splitlines()
    lines = [line for _, line in sorted(found)] or ["none"]
    assert [
        _as_far_as_named(line, wanted) for line, wanted in zip_longest(lines, expected)
    ] == expected


def _as_far_as_named(line: str | None, wanted: str | None) -> str | None:
    """An ambiguous name with those of its meanings that `wanted` gives: the catalogue grows."""
    if line is None or wanted is None or " ? " not in line or " ? " not in wanted:
        return line
    name, meanings = line.split(" ? ")
    named = wanted.split(" ? ")[1].split(", ")
    return f"{name} ? {', '.join(each for each in meanings.split(', ') if each in named)}"


def test_the_seed_names_what_its_gold_says() -> None:
    from briefbook.text.clean import clean
    from briefbook.text.seeds import read_seed

    seed = read_seed(ROOT / "seeds" / "000_0a0825d94d863160.txt", root=ROOT)
    gold = yaml.safe_load((FIXTURES / "gold" / f"{seed.name}.yaml").read_text("utf-8"))
    catalogue = load_catalogue()
    mentions = find_bodies(clean(seed), catalogue)
    found = [
        {"line": mention.line, "text": mention.text, "body": catalogue[mention.body].headword}
        for mention in mentions
    ]
    assert found == gold["bodies"]
    assert all(seed.text[mention.start : mention.end] == mention.text for mention in mentions)


def test_the_marked_articles_are_read_as_an_editor_marks_them() -> None:
    folder = FIXTURES / "bodies" / "articles"
    sources = [(file.stem, file.read_text("utf-8")) for file in sorted(folder.glob("*.txt"))]
    score = score_marked(sources, load_catalogue())
    assert len(sources) >= 40
    assert score.marked >= 400
    assert score.precision >= 0.98, score.wrong
    assert score.recall >= 0.95, score.wrong


def test_every_mark_of_the_articles_names_a_body() -> None:
    catalogue = load_catalogue()
    for file in (FIXTURES / "bodies" / "articles").glob("*.txt"):
        source = file.read_text("utf-8")
        marked = read_marked(source)
        assert len(marked.marks) == source.count("{") == source.count("}"), file.name
        assert {body for _, _, body in marked.marks} <= set(catalogue.by_id), file.name


def test_a_photos_credit_and_a_byline_hold_no_mentions() -> None:
    text = "Jane Doe at NATO. Photo: John Roe/AFP\nBy Jane Doe, Reuters\nNATO met."
    article = plain_article(text)
    caption, byline, paragraph = article.blocks
    photo = Photo(line=1, caption="Jane Doe at NATO.", credit=Credit(agency="AFP"))
    article = dataclasses.replace(
        article,
        photos=(photo,),
        blocks=(
            dataclasses.replace(caption, kind=BlockKind.CAPTION),
            dataclasses.replace(byline, kind=BlockKind.BYLINE),
            paragraph,
        ),
    )
    found = find_bodies(article, load_catalogue())
    assert [(mention.line, mention.text) for mention in found] == [(1, "NATO"), (3, "NATO")]


def test_only_the_articles_own_blocks_are_read() -> None:
    article = plain_article("NATO met.\nSign up for news of NATO.")
    article = dataclasses.replace(article, blocks=article.blocks[:1])
    assert len(find_bodies(article, load_catalogue())) == 1


NAMES = st.sampled_from(
    [
        *("NATO", "the alliance", "Russia-NATO Council", "UN", "U.N.", "WHO", "who", "(AU)", "AU"),
        *("African Union (AU)", "EU", "Congress", "the Security Council", "Nordic Ales (NATO)"),
        *("’s", "s", "-", ". ", "\n", " ", "(", ")", "İ", "\u00a0", "–", "the ", "@", "://"),
    ]
)


@given(st.lists(NAMES | st.text(max_size=8), max_size=40).map(" ".join))
def test_mentions_hold_their_offsets_and_never_overlap(text: str) -> None:
    article = plain_article(text)
    reading = read_bodies(article, load_catalogue())
    last = 0
    names: list[Any] = [*reading.mentions, *reading.ambiguous]
    for found in sorted(names, key=lambda item: item.start):
        assert text[found.start : found.end] == found.text
        assert last <= found.start < found.end
        assert any(
            block.start <= found.start and found.end <= block.end for block in article.blocks
        )
        assert article.seed.text.count("\n", 0, found.start) + 1 == found.line
        last = found.end


@pytest.mark.parametrize(
    "text",
    ["(" * 300_000, "NATO (" * 50_000, "WHO " * 80_000, "Congress " * 20_000, "A." * 200_000],
    ids=["parentheses", "open definitions", "shouted words", "shared names", "initials"],
)
def test_a_very_long_line_is_read_in_one_pass(text: str) -> None:
    """No clock: a rule that looks at the whole line for every name would not come to an end."""
    article = plain_article(text)
    assert len(find_bodies(article, load_catalogue())) <= len(text)


def test_a_catalogue_of_invented_names_is_found_as_well() -> None:
    """Size changes nothing: each of ten thousand bodies is found by its name."""
    pattern = load_catalogue()["nato"]
    bodies = {
        f"body-{number}": dataclasses.replace(
            pattern,
            id=f"body-{number}",
            headword=f"Council {number} of Freedonia",
            aliases=(f"FC{number}",),
            context=(),
            never_in=(),
            related=(),
        )
        for number in range(10_000)
    }
    catalogue = Catalogue(bodies)
    found = find_bodies(plain_article("Council 17 of Freedonia met the FC9999."), catalogue)
    assert [mention.body for mention in found] == ["body-17", "body-9999"]


@pytest.mark.parametrize("kind", [BlockKind.TITLE, BlockKind.SUBHEAD, BlockKind.BULLET])
def test_all_other_kinds_of_block_are_read(kind: BlockKind) -> None:
    article = plain_article("NATO met.")
    block: Block = dataclasses.replace(article.blocks[0], kind=kind)
    assert find_bodies(dataclasses.replace(article, blocks=(block,)), load_catalogue())
