"""Fictional news articles, the same every time: something to measure with that is nobody's text.

    python benchmarks/make_articles.py FOLDER [--count 100] [--various]

Every article has what real ones have: sign-up lines, a caption, section labels, bullets, dates in
words, bodies, quotations of named and anonymous sources, reported speech. The countries, people and
events are invented; the bodies are real, or the glossary would stay empty.

With ``--various`` they are those of an archive: a thousand a year, of 400 places, 2,000 speakers
and 300 bodies, of whom a few are named again and again, in every year, and most now and then.
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
A_YEAR = 1000
"""Articles of an archive."""

_NAMES = tomllib.loads(Path(__file__).with_name("many_names.toml").read_text("utf-8"))


def _many(names: dict[str, list[str]], between: str) -> list[str]:
    """Every first part with every last, in an order that puts none beside its like."""
    joined = [f"{first}{between}{last}" for first in names["first"] for last in names["last"]]
    random.Random(0).shuffle(joined)
    return joined


MANY_WORDS = WORDS | {
    "place": _many(_NAMES["place"], ""),
    "person": _many(_NAMES["person"], " "),
    "body": _NAMES["body"]["names"],
}
"""The same as `WORDS`, of many places, people and bodies."""


def make_article(number: int, *, various: bool = False) -> tuple[str, str]:
    """The seed's name and text; the same ``number`` gives the same article.

    One that is ``various`` is of an archive: see above.
    """
    dice = random.Random(number)
    words = MANY_WORDS if various else WORDS
    published = FIRST_DAY + timedelta(days=number * 365 // A_YEAR if various else number * 3)
    signs = dice.sample(SENTENCES["sign_ups"], dice.randint(2, 4))
    lines = [f" date {published} {signs[0]}", *signs[1:]]
    lines += [_filled(dice.choice(SENTENCES[kind]), dice, words) for kind in ("photo", "leads")]
    for label in dice.sample(SENTENCES["labels"], 3):
        paragraphs = dice.sample(SENTENCES["paragraphs"], 4)
        bullets = dice.sample(SENTENCES["bullets"], dice.randint(1, 3))
        lines.append(f"{label} {_filled(paragraphs[0], dice, words)}")
        lines += [f"- {_filled(text, dice, words)}" for text in bullets]
        lines += [_filled(text, dice, words) for text in paragraphs[1:]]
    return f"{number:04d}-{published:%Y%m%d}", "\n".join(lines) + "\n"


def make_line(characters: int) -> str:
    """A single line of running text, at least so many characters long."""
    dice = random.Random(0)
    parts: list[str] = []
    length = 0
    while length < characters:
        parts.append(_filled(dice.choice(SENTENCES["paragraphs"]), dice, WORDS))
        length += len(parts[-1]) + 1
    return " ".join(parts)


def write_articles(folder: Path, count: int, *, various: bool = False) -> None:
    """Write ``count`` seeds with their sidecars into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        name, text = make_article(number, various=various)
        (folder / f"{name}.txt").write_text(text, "utf-8", newline="\n")
        sidecar = f'title = "Talks of the day, {number}"\npublisher = "The Example Gazette"\n'
        (folder / f"{name}.toml").write_text(sidecar, "utf-8")


def _filled(template: str, dice: random.Random, words: dict[str, list[str]]) -> str:
    place, other = dice.sample(words["place"], 2)
    chosen = {name: dice.choice(choices) for name, choices in words.items()}
    if words is MANY_WORDS:
        chosen |= {name: _of_many(words[name], dice) for name in ("person", "body")}
    text = template.format(**chosen | {"place": place, "other": other})
    return text[0].upper() + text[1:]


def _of_many(names: list[str], dice: random.Random) -> str:
    """One of the names, the first ones more often: half of all choices fall on an eighth."""
    return names[int(len(names) * dice.random() ** 3)]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--various", action="store_true", help="those of an archive")
    options = parser.parse_args()
    write_articles(options.folder, options.count, various=options.various)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
