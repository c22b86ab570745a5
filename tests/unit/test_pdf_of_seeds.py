"""From seed to print: a project's own seeds, with nothing set but the extension."""

from __future__ import annotations

import pytest
from pdf_build import build_root
from pdf_text import running_text, seen, tagged_blocks

from briefbook.text.clean import clean
from briefbook.text.seeds import read_seed


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("seeds")
    return folder / "source", build_root("own-seeds", folder)


def test_no_warning(project):
    _, built = project
    assert built.warnings == ""


def test_running_text_of_every_article_is_the_kept_text(project):
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
