"""How well and how fast bodies are found.

    python benchmarks/bodies.py

First, precision and recall on the articles of tests/fixtures/bodies/articles/, our own texts with
every mention marked by hand, hard negatives among them; each error in words. Then the speed in
characters a second with catalogues of 300 and of 30,000 bodies, taken turn by turn on one text in
which both find the same mentions: their ratio says how little the catalogue's size matters.
"""

from __future__ import annotations

import statistics
import sys
import time
from dataclasses import replace
from itertools import islice
from pathlib import Path

from briefbook.text.bodies import Catalogue, find_bodies, load_catalogue
from briefbook.text.clean import clean
from briefbook.text.seeds import parse_seed
from make_articles import make_article

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from marked_bodies import score_marked

ARTICLES = Path(__file__).parent.parent / "tests/fixtures/bodies/articles"
SIZES = (300, 30_000)
ROUNDS = 5
CHARACTERS = 2_000_000


def main() -> None:
    """Print accuracy, then speed."""
    catalogue = load_catalogue()
    sources = [(path.stem, path.read_text("utf-8")) for path in sorted(ARTICLES.glob("*.txt"))]
    score = score_marked(sources, catalogue)
    print(
        f"{len(sources)} articles, {score.marked} mentions: precision {100 * score.precision:.1f} %"
        f" (wanted 98), recall {100 * score.recall:.1f} % (wanted 95)"
    )
    for error in score.wrong:
        print(f"  {error}")
    lines: list[str] = []
    length = 0
    number = 0
    while length < CHARACTERS:
        lines.append(make_article(number)[1])
        length += len(lines[-1])
        number += 1
    text = " date 2022-01-03 \n" + "\n".join(lines)
    article = clean(parse_seed(text.encode(), name="long", path="seeds/long.txt"))
    read = sum(block.end - block.start for block in article.blocks)
    mentioned = {mention.body for mention in find_bodies(article, catalogue)}
    catalogues = [resized(catalogue, size, mentioned) for size in SIZES]
    for each in catalogues:
        find_bodies(article, each)  # the automaton is built at the first use
    speeds: list[list[float]] = [[] for _ in SIZES]
    for _ in range(ROUNDS):
        for each, measured in zip(catalogues, speeds, strict=True):
            start = time.process_time()
            find_bodies(article, each)
            measured.append(read / (time.process_time() - start))
    small, large = (statistics.median(measured) for measured in speeds)
    for size, speed in zip(SIZES, (small, large), strict=True):
        print(f"{size:6,} bodies: {speed / 1e6:.1f} million characters a second (wanted 5)")
    print(f"a hundred times the bodies costs {small / large:.2f} times as much")


def resized(catalogue: Catalogue, size: int, kept: set[str]) -> Catalogue:
    """``size`` bodies, those whose ids are to be kept first; where too few, made-up ones too."""
    ordered = sorted(catalogue, key=lambda body: body.id not in kept)
    bodies = {body.id: body for body in islice(ordered, size)}
    model = next(iter(catalogue))
    for number in range(len(bodies), size):
        name = f"Fictional Assembly of Place {number}"
        bodies[f"made-up-{number}"] = replace(
            model,
            id=f"made-up-{number}",
            headword=name,
            name=name,
            abbreviation=None,
            aliases=(f"FAP{number}",),
            former=(),
            context=(),
            never_in=(),
            parent=None,
            related=(),
        )
    return Catalogue(bodies)


if __name__ == "__main__":
    main()
