"""From seed to print: a project's own seeds, with nothing set but the extension."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from pdf_build import ROOTS, Built, build, build_root
from pdf_text import running_text, seen, tagged_blocks
from test_escape import ATTACKS
from test_laws_of_marks import WORDS

from briefbook.text.characters import showable
from briefbook.text.clean import clean
from briefbook.text.errors import SeedError
from briefbook.text.seeds import read_seed


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Built]:
    folder = tmp_path_factory.mktemp("seeds")
    return folder / "source", build_root("own-seeds", folder)


def test_no_warning(project: tuple[Path, Built]) -> None:
    _, built = project
    assert built.warnings == ""


def test_running_text_of_every_article_is_the_kept_text(project: tuple[Path, Built]) -> None:
    source, built = project
    blocks = tagged_blocks(built.pdf)
    headings = [block.text for block in blocks if block.tag.startswith("H")]
    seeds = sorted((source / "seeds").glob("*.txt"))
    assert seeds
    for path in seeds:
        article = clean(read_seed(path, root=source))
        kept = [seen(article.text_of(b)) for b in article.blocks if b.kind.is_text]
        printed = [running_text(blocks, heading) for heading in headings]
        assert kept in printed


def test_hostile_seeds_are_printed_as_text(tmp_path: Path) -> None:
    chance = random.Random(5)  # the same seeds each time: a failure can be looked into
    source = tmp_path / "source"
    shutil.copytree(ROOTS / "test-own-seeds", source)
    for number in range(6):
        words = [chance.choice(ATTACKS if chance.random() < 0.2 else WORDS) for _ in range(80)]
        seed = " date 2022-01-03 \n" + " ".join(words)
        (source / "seeds" / f"random-{number}.txt").write_text(seed, "utf-8")
    blocks = tagged_blocks(build(source).pdf)
    articles = []
    for path in sorted((source / "seeds").glob("*.txt")):
        with suppress(SeedError):
            articles.append(clean(read_seed(path, root=source)))
    kept = [
        seen(showable(article.text_of(block)))
        for article in articles
        for block in article.blocks
        if block.kind.is_text
    ]
    titles = {block.text for block in blocks if block.tag.startswith("H")}
    printed = [text for title in titles for text in running_text(blocks, title)]
    missing = Counter(kept) - Counter(printed)
    assert missing == Counter()
