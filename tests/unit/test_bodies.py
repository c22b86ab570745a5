"""Recognition of bodies on small articles made by hand and on the seed's gold."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from fixture_cases import FIXTURES, Case, folder_cases

from briefbook.text.bodies import find_bodies, load_catalogue, read_bodies
from briefbook.text.model import Article, Block, BlockKind, Seed, Sidecar

ROOT = Path(__file__).parents[2]


def article_of(text: str) -> Article:
    """An article whose blocks are the text's lines."""
    seed = Seed(
        name="case",
        path="seeds/case.txt",
        text=text,
        sha256="0" * 64,
        published="2026-01-01",
        header_end=0,
        sidecar=Sidecar(),
    )
    blocks = []
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line:
            end = start + len(line)
            blocks.append(Block(line=number, start=start, end=end, kind=BlockKind.PARAGRAPH))
        start += len(line) + 1
    return Article(seed=seed, blocks=tuple(blocks), dropped=(), publisher=None)


@pytest.mark.parametrize("case", folder_cases("bodies"))
def test_mentions_are_those_of_the_fixture(case: Case):
    """``->`` a mention and its body; ``?`` an ambiguous name and what it can mean."""
    reading = read_bodies(article_of(case.input), load_catalogue())
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
    assert ("\n".join(line for _, line in sorted(found)) or "none") == case.expected


def test_the_seed_names_what_its_gold_says():
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
