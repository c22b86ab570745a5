"""Fictional news articles, the same every time: something to measure with that is nobody's text.

    python benchmarks/make_articles.py FOLDER [--count 100]

Every article has what real ones have: sign-up lines, a caption, section labels, bullets, dates in
words, bodies, quotations of named and anonymous sources, reported speech. The countries, people and
events are invented; the bodies are real, or the glossary would stay empty.
"""

from __future__ import annotations

import argparse
import random
import tomllib
from datetime import date, timedelta
from pathlib import Path

FIRST_DAY = date(2021, 1, 4)

_DATA = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text("utf-8"))
SENTENCES: dict[str, list[str]] = _DATA["sentences"]
WORDS: dict[str, list[str]] = _DATA["words"]


def make_article(number: int) -> tuple[str, str]:
    """The seed's name and text; the same ``number`` gives the same article."""
    dice = random.Random(number)
    published = FIRST_DAY + timedelta(days=number * 3)
    signs = dice.sample(SENTENCES["sign_ups"], dice.randint(2, 4))
    lines = [f" date {published} {signs[0]}", *signs[1:]]
    lines += [_filled(dice.choice(SENTENCES[kind]), dice) for kind in ("photo", "leads")]
    for label in dice.sample(SENTENCES["labels"], 3):
        paragraphs = dice.sample(SENTENCES["paragraphs"], 4)
        bullets = dice.sample(SENTENCES["bullets"], dice.randint(1, 3))
        lines.append(f"{label} {_filled(paragraphs[0], dice)}")
        lines += [f"- {_filled(text, dice)}" for text in bullets]
        lines += [_filled(text, dice) for text in paragraphs[1:]]
    return f"{number:04d}-{published:%Y%m%d}", "\n".join(lines) + "\n"


def make_line(characters: int) -> str:
    """A single line of running text, at least so many characters long."""
    dice = random.Random(0)
    parts: list[str] = []
    length = 0
    while length < characters:
        parts.append(_filled(dice.choice(SENTENCES["paragraphs"]), dice))
        length += len(parts[-1]) + 1
    return " ".join(parts)


def write_articles(folder: Path, count: int) -> None:
    """Write ``count`` seeds with their sidecars into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        name, text = make_article(number)
        (folder / f"{name}.txt").write_text(text, "utf-8", newline="\n")
        sidecar = f'title = "Talks of the day, {number}"\npublisher = "The Example Gazette"\n'
        (folder / f"{name}.toml").write_text(sidecar, "utf-8")


def _filled(template: str, dice: random.Random) -> str:
    place, other = dice.sample(WORDS["place"], 2)
    chosen = {name: dice.choice(choices) for name, choices in WORDS.items()}
    text = template.format(**chosen | {"place": place, "other": other})
    return text[0].upper() + text[1:]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=100)
    options = parser.parse_args()
    write_articles(options.folder, options.count)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
