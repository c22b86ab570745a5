"""``briefbook check --fix``: notes whose passage has moved are led to it, where that is certain.

A passage that its note no longer finds is taken for the same only where its words, each character
of them, stand in the article exactly once: then what stands before and after is written anew. What
is merely like it is never taken.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from briefbook.text.annotations import anchor, load_annotations
from briefbook.text.annotations.parse import parse_annotation
from briefbook.text.annotations.record import Annotation
from briefbook.text.annotations.selector import places_of, text_quote
from briefbook.text.annotations.written import written_target
from briefbook.text.clean import clean
from briefbook.text.errors import FileProblem
from briefbook.text.seed_folder import look_through
from briefbook.text.seeds import read_seed
from briefbook.text.writing import write_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefbook.pages.folders import BookFolders
    from briefbook.text.model import Article
    from briefbook.text.quote import TextQuote

_TARGET: Final = re.compile(r"target[ \t]*:")
_KEY: Final = re.compile(r"[A-Za-z_-]")
_RULE: Final = "---"


def fix_notes(folders: BookFolders) -> Iterator[tuple[str, int]]:
    """Lead each note whose passage has moved to where it stands now, and write its file.

    Yields the note's path and the seed's line, 1-based. Broken files are left to the check.
    """
    articles: dict[str, Article | None] = {}
    names = _names_of_today(folders)
    loaded, _ = load_annotations(folders.annotations, root=folders.root)
    for note in loaded:
        name = names.get(note.seed)
        if name is None or note.withdrawn:
            continue
        if name not in articles:
            articles[name] = _article(folders, name)
        article = articles[name]
        if article is None or anchor(article, note).orphan is None:
            continue
        quote = _where_it_went(article, note)
        path = folders.root / note.path
        fixed = None if quote is None else _moved(path.read_bytes(), note, quote, article)
        if fixed is not None:
            content, line = fixed
            write_file(path, content, root=folders.root)
            yield note.path, line


def _names_of_today(folders: BookFolders) -> dict[str, str]:
    """By each name that a folder of notes may have, its seed's."""
    names: dict[str, str] = {}
    for path in look_through(folders.seeds, root=folders.root).seeds:
        names[path.stem] = path.stem
        try:
            history = read_seed(path, root=folders.root).sidecar.history
        except FileProblem:
            continue
        for former in history.formerly:
            names.setdefault(former.name, path.stem)
    return names


def _article(folders: BookFolders, name: str) -> Article | None:
    try:
        seed = read_seed(folders.seeds / f"{name}.txt", root=folders.root)
    except FileProblem:
        return None
    return None if seed.sidecar.history.withdrawn is not None else clean(seed)


def _where_it_went(article: Article, note: Annotation) -> TextQuote | None:
    places = places_of(article, note.exact)
    return text_quote(article, places[0]) if len(places) == 1 else None


def _moved(
    raw: bytes, note: Annotation, quote: TextQuote, article: Article
) -> tuple[bytes, int] | None:
    """The file with another target and the seed's line; None unless that alone has changed."""
    lines = raw.decode("utf-8").splitlines(keepends=True)
    end = "\r\n" if lines[0].endswith("\r\n") else "\n"
    start = next((at for at, line in enumerate(lines) if _TARGET.match(line)), None)
    if start is None:
        return None
    after = next(
        at
        for at, line in enumerate(lines[start + 1 :], start + 1)
        if _KEY.match(line) or line.rstrip() == _RULE
    )
    if any(line.lstrip().startswith("#") for line in lines[start:after]):
        return None  # somebody's remark would be lost
    target = written_target(quote).replace("\n", end)
    content = "".join([*lines[:start], target, *lines[after:]]).encode()
    read = parse_annotation(content, path=note.path, seed=note.seed, name=note.id)
    if not isinstance(read, Annotation):
        return None
    found = anchor(article, read)
    same = replace(
        note,
        exact=read.exact,
        prefix=read.prefix,
        suffix=read.suffix,
        exact_line=read.exact_line,
        body_line=read.body_line,
    )
    if found.orphan is not None or found.start is None or same != read:
        return None
    return content, article.seed.text.count("\n", 0, found.start) + 1
