"""``briefbook annotate``: a reader's note on a passage, as the file that a pull request adds."""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefbook.commands.note_questions import COMMON, Told, ask_what_is_missing
from briefbook.commands.terminal import ask, edit, is_desk
from briefbook.pages.bibliography import KEYS_OF_ARTICLES
from briefbook.pages.folders import BIBLIOGRAPHY
from briefbook.text.annotations.anchoring import Miss, locate
from briefbook.text.annotations.body import MAX_BODY
from briefbook.text.annotations.motivations import MOTIVATIONS
from briefbook.text.annotations.parse import parse_annotation
from briefbook.text.annotations.selector import places_of, text_quote
from briefbook.text.annotations.written import file_name, written_annotation
from briefbook.text.bibliography import missing_sources, read_bibliography
from briefbook.text.clean import clean
from briefbook.text.errors import AnnotationError, FileProblem, SeedError
from briefbook.text.paths import shown_path
from briefbook.text.quote import TextQuote
from briefbook.text.seeds import read_seed
from briefbook.text.writing import cannot_write, write_file

if TYPE_CHECKING:
    import argparse

    from briefbook.text.annotations.record import Annotation
    from briefbook.text.model import Article, Span

_AROUND: Final = 30
"""Characters shown on either side of a passage that has to be chosen."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("seed", metavar="SEED", help="the article: a file of seeds, without .txt")
    parser.add_argument("words", metavar="WORDS", help="the passage, as the article has it")
    parser.add_argument("--place", type=int, metavar="N", help="which, where it stands N times")
    parser.add_argument(
        "--motivation",
        choices=MOTIVATIONS,
        help=f"why you write (default: {COMMON})",
    )
    parser.add_argument(
        "--reply-of", metavar="NAME", help="who answers, in a reply of others than yourself"
    )
    parser.add_argument("--author", metavar="NAME", help="your name, as readers shall see it")
    parser.add_argument("--github", metavar="NAME", help="your name on GitHub")
    parser.add_argument(
        "--source", action="append", default=[], metavar="KEY", help="an entry of the bibliography"
    )
    parser.add_argument("--note", metavar="TEXT", help="what you have to say; - for standard input")
    parser.add_argument("--subject", help="a few words for the file's name (default: the passage)")
    parser.add_argument("--book", type=Path, default=Path(), help="the folder of conf.py")
    parser.add_argument("--seeds", default="seeds", help="the folder of seeds, from there")
    parser.add_argument("--docs", default="docs", help="the Sphinx source folder, from there")
    parser.add_argument("--print", action="store_true", help="print the file, and write none")


def run(options: argparse.Namespace) -> int:
    root = options.book.resolve()
    try:
        path, content = _new_file(options, root)
        if options.print:
            print(content, end="")
            return 0
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise cannot_write(path, error, root=root) from None
        write_file(path, content.encode(), root=root)
    except FileProblem as problem:
        raise problem.from_here(root) from None
    print(f"{options.book / shown_path(path, root)}: written. Send it as a pull request.")
    return 0


def _new_file(options: argparse.Namespace, root: Path) -> tuple[Path, str]:
    """Where the note goes, and the file's text, which is known to be valid."""
    seeds, docs = root / options.seeds, root / options.docs
    article = clean(read_seed(seeds / f"{options.seed}.txt", root=root))
    quote = _quote(article, options)
    created = datetime.now(UTC).date().isoformat()
    name = file_name(created, options.subject or quote.exact)
    path = docs / "annotations" / article.seed.name / f"{name}.md"
    if os.path.lexists(path) and not options.print:
        remedy = "choose another name with --subject"
        raise AnnotationError(shown_path(path, root), None, "it is there already", remedy)

    def file_of(told: Told, body: str) -> str:
        """The file's text; raises AnnotationError where it would not be valid."""
        content = written_annotation(
            quote,
            motivation=told.motivation,
            reply_of=told.reply_of,
            author=told.author,
            github=options.github,
            created=created,
            sources=told.sources,
            body=body,
        )
        _checked(content, path, docs, root, article)
        return content

    # What was answered is looked at before the note is written, so that none is written in vain.
    told = ask_what_is_missing(options, lambda told: file_of(told, "…"))
    if options.note == "-":
        return path, file_of(told, sys.stdin.read(MAX_BODY + 1))
    if options.note:
        return path, file_of(told, options.note)
    body = f"\n\n{_ABOUT}\n> {quote.exact}\n"
    while True:
        body = _edited(body)
        try:
            return path, file_of(told, body)
        except AnnotationError as problem:
            print(problem, file=sys.stderr)
            if ask("Go on writing? [Y/n] ").lower() not in ("", "y", "yes"):
                print(body)  # it may have been long
                raise


def _quote(article: Article, options: argparse.Namespace) -> TextQuote:
    """The passage, with so much around it that it stands there once."""
    words, seed = options.words.strip(), article.seed
    places = places_of(article, words)
    if not words or not places:
        miss = locate(article, TextQuote(exact=words))
        problem, remedy = miss.in_words() if words and isinstance(miss, Miss) else _NO_WORDS
        raise SeedError(seed.path, None, problem, remedy)
    place = places[_choice(article, places, options) - 1]
    quote = text_quote(article, place)
    if quote is None:
        problem = "the passage cannot be told from another, or is too long"
        raise SeedError(seed.path, None, problem, "quote other words, or fewer")
    return quote


_NO_WORDS = ("no words are given", "give those that the note is on")


def _choice(article: Article, places: list[Span], options: argparse.Namespace) -> int:
    """Which of the places is meant, from 1."""
    if len(places) == 1:
        return 1
    if options.place is not None and 1 <= options.place <= len(places):
        return int(options.place)
    listed = [f"{n}. {_shown(article, place)}" for n, place in enumerate(places, 1)]
    if options.place is None and is_desk():
        print("\n".join(listed))
        answer = ask(f"Which of them? [1-{len(places)}] ")
        if answer.isdecimal() and 1 <= int(answer) <= len(places):
            return int(answer)
    raise SeedError(
        article.seed.path,
        None,
        f"the passage stands there {len(places)} times: {' '.join(listed)}",
        "say which with --place",
    )


def _shown(article: Article, place: Span) -> str:
    """The place with a little of what stands around it, on one line."""
    block = next(each for each in article.blocks if each.start <= place.start < each.end)
    start, end = max(block.start, place.start - _AROUND), min(block.end, place.end + _AROUND)
    text = article.seed.text
    cut = ("…" if start > block.start else "", "…" if end < block.end else "")
    number = f"¶{block.number}: " if block.number else ""
    return f"{number}{cut[0]}{text[start:end]}{cut[1]}"


_ABOUT = "<!-- Write your note above this line; what follows is left out. The passage: -->"


def _edited(text: str) -> str:
    """``text`` after somebody has been at it in their editor ($VISUAL, $EDITOR)."""
    with tempfile.TemporaryDirectory(prefix="briefbook-") as folder:
        file = Path(folder) / "note.md"
        file.write_text(text, "utf-8")
        edit(file, what="the note", remedy="set EDITOR, or give --note")
        written = file.read_text("utf-8", "replace")
    return written.partition(_ABOUT)[0].strip()


def _checked(content: str, path: Path, docs: Path, root: Path, article: Article) -> Annotation:
    """The annotation that the file will be; raises AnnotationError where it would not be valid."""
    shown = shown_path(path, root)
    parsed = parse_annotation(content.encode(), path=shown, seed=article.seed.name, name=path.stem)
    if isinstance(parsed, list):
        raise parsed[0]
    bibliography = docs / BIBLIOGRAPHY
    if os.path.lexists(bibliography):
        keys = read_bibliography([bibliography], root=root).keys
        cited = [(shown, key) for key in parsed.keys if not key.startswith(KEYS_OF_ARTICLES)]
        if problems := missing_sources(cited, keys):
            raise problems[0]
    return parsed
