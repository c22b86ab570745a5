"""``briefbook add``: a seed and its sidecar of a text or of a saved web page."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefbook.commands.terminal import ask, is_desk
from briefbook.desk.new_seed import (
    cuts,
    headline_of,
    make_seed,
    name_of,
    sidecar_of,
    write_seed,
)
from briefbook.desk.web_page import Facts, is_web_page, read_web_page
from briefbook.text.errors import FileProblem, SeedError
from briefbook.text.files import read_file
from briefbook.text.paths import shown_path
from briefbook.text.seeds import MAX_SEED_BYTES
from briefbook.text.sidecar import is_date

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

_STDIN = "standard input"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", help="a text file in UTF-8, a saved web page, or - for either"
    )
    parser.add_argument("--name", help="what to call the seed (default: its day and its title)")
    parser.add_argument("--title", help="a title of your own; empty for none")
    parser.add_argument("--publisher", help="whose the article is; empty where it is not known")
    parser.add_argument("--published", metavar="DATE", help="its day or month (ISO 8601)")
    parser.add_argument("--url", help="where it was published")
    parser.add_argument("--author", action="append", help="who wrote it; may be given again")
    parser.add_argument("--rights", help="on what terms you may pass it on")
    parser.add_argument("--book", type=Path, default=Path(), help="the folder of conf.py")
    parser.add_argument("--seeds", default="seeds", help="the folder of seeds, from there")
    parser.add_argument("--yes", action="store_true", help="write without asking")
    parser.add_argument("--dry-run", action="store_true", help="write nothing, show it only")


def run(options: argparse.Namespace) -> int:
    root = Path.cwd()
    raw, shown = _read(options.file, root)
    found = Facts()
    if is_web_page(raw):
        text, found = read_web_page(raw, shown=shown)
        raw = text.encode("utf-8", "replace")
    headline, published, opening = headline_of(raw, shown=shown)
    if published is not None:
        found = replace(found, published=published)
    facts = _completed(_given(found, options), options, headline)
    day = facts.published or ""
    name = options.name or name_of(facts.title or headline or opening, day)
    if published is not None and published == facts.published:
        facts = replace(facts, published=None)  # the text says so itself
    if headline is not None and _alike(headline, facts.title):
        facts = replace(facts, title=None)  # likewise: it is the publisher's title
    folder = options.book / options.seeds
    new = make_seed(
        name, raw, sidecar_of(facts, options.rights), folder=folder, book=options.book, root=root
    )
    seed = shown_path(folder / f"{name}.txt", root)
    print(f"{seed}: {len(raw):,} bytes, {len(new.article.blocks)} blocks of text")
    if new.sidecar:
        print(f"{seed.removesuffix('.txt')}.toml:")
        print("".join(f"    {line}\n" for line in new.sidecar.splitlines()), end="")
    cut = list(cuts(new.article))
    print("Cut as not the article's:" if cut else "Nothing would be cut.")
    for line in cut:
        print(f"    {line}")
    if options.dry_run:
        return 0
    if is_desk() and not options.yes and ask("Write this? [Y/n] ").lower() not in ("", "y", "yes"):
        print("Nothing is written.")
        return 1
    write_seed(new, folder=folder, root=root)
    print("Written.")
    return 0


def _read(file: str, root: Path) -> tuple[bytes, str]:
    if file == "-":
        raw = sys.stdin.buffer.read(MAX_SEED_BYTES + 1)
        if len(raw) > MAX_SEED_BYTES:
            problem = f"it is larger than {MAX_SEED_BYTES} bytes"
            raise SeedError(_STDIN, None, problem, "split it or cut it down")
        return raw, _STDIN
    path = Path(file)
    raw = read_file(path, home=path.parent, root=root, max_bytes=MAX_SEED_BYTES, problem=SeedError)
    return raw, shown_path(path, root)


def _given(found: Facts, options: argparse.Namespace) -> Facts:
    """What was found, and over it what the options say; an empty one takes it away."""
    return Facts(
        title=_over(options.title, found.title),
        publisher=_over(options.publisher, found.publisher),
        published=_over(options.published, found.published),
        url=_over(options.url, found.url),
        authors=tuple(options.author or found.authors),
    )


def _over(given: str | None, found: str | None) -> str | None:
    return found if given is None else given.strip() or None


def _completed(facts: Facts, options: argparse.Namespace, headline: str | None) -> Facts:
    """The facts with what only the editor knows: asked for at a terminal, else demanded."""
    missing: dict[str, Callable[[str], bool]] = {}
    if facts.published is None:
        missing["published"] = is_date
    if not facts.title and headline is None and options.title is None:
        missing["title"] = lambda _: True
    if not facts.publisher and options.publisher is None:
        missing["publisher"] = lambda _: True
    if missing and not is_desk():
        shown = _STDIN if options.file == "-" else options.file
        names = " and ".join(f"--{key}" for key in missing)
        problem = f"it does not say all that is needed: {', '.join(missing)}"
        raise FileProblem(
            shown, None, problem, f"give {names}; an empty title or publisher is none"
        )
    answers: dict[str, str | None] = {}
    for key, fits in missing.items():
        while not fits(answer := ask(_QUESTIONS[key])):
            print("Write YYYY-MM-DD or YYYY-MM.")
        answers[key] = answer or None
    return replace(
        facts,
        published=answers.get("published", facts.published),
        title=answers.get("title", facts.title),
        publisher=answers.get("publisher", facts.publisher),
    )


_QUESTIONS = {
    "published": "When was it published (YYYY-MM-DD or YYYY-MM)? ",
    "title": "A title of your own, for the text has none (Enter for none): ",
    "publisher": "Who published it (Enter if you do not know)? ",
}


def _alike(headline: str, title: str | None) -> bool:
    return title is not None and headline.casefold().split() == title.casefold().split()
