"""A new seed and its sidecar, made and looked at before anything is written."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefbook.pages.names import slug
from briefbook.text.characters import showable
from briefbook.text.clean import clean
from briefbook.text.errors import FileProblem, OutputError, SeedError
from briefbook.text.files import list_folder
from briefbook.text.kinds import BlockKind, DropReason
from briefbook.text.paths import shown_path
from briefbook.text.seed_folder import SUFFIX
from briefbook.text.seeds import parse_seed
from briefbook.text.sidecar import parse_sidecar
from briefbook.text.writing import write_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefbook.desk.web_page import Facts
    from briefbook.text.model import Article

MAX_SLUG: Final = 60
"""Characters of a title in a seed's name."""

_NOT_IN_A_NAME: Final = '/\\:*?"<>|'
"""What parts folders, and what Windows allows in no name."""

_WORDS: Final = 6
"""Words of an article without a title in the name of its seed."""

_SHOWN: Final = 100
"""Characters of a line that is shown as cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSeed:
    """What would be written."""

    name: str
    text: bytes
    """The seed's, as it was given."""
    sidecar: str
    """Empty where there is nothing to say."""
    article: Article
    """What the rules make of it."""


def headline_of(raw: bytes, *, shown: str) -> tuple[str | None, str | None, str]:
    """The headline and the day or month of publication that the text itself gives; its first words.

    Raises SeedError where it is no seed at all.
    """
    try:
        seed = parse_seed(raw, name="new", path=shown)
        published = seed.published
    except SeedError:
        # Any day: a headline does not depend on it. What else is wrong is said again.
        seed, published = parse_seed(raw, name="new", path=shown, date="2000-01-01"), None
    article = clean(seed)
    titles = (block for block in article.blocks if block.kind is BlockKind.TITLE)
    block = next(titles, None)
    opening = article.text_of(article.blocks[0]) if article.blocks else seed.text[seed.header_end :]
    headline = None if block is None else article.text_of(block)
    return headline, published, " ".join(opening.split()[:_WORDS])


def name_of(title: str, published: str) -> str:
    """What a seed is called: its day, then its title, or what stands for one."""
    short = slug(title)
    if len(short) > MAX_SLUG:
        short = short[: MAX_SLUG + 1].rpartition("-")[0] or short[:MAX_SLUG]
    return f"{published}-{short}"


def sidecar_of(facts: Facts, rights: str | None = None) -> str:
    """The text of a sidecar that says ``facts``."""
    lines = []
    for key, value in (
        ("title", facts.title),
        ("publisher", facts.publisher),
        ("url", facts.url),
        ("authors", list(facts.authors)),
        ("published", facts.published),
        ("rights", rights),
    ):
        if value:
            is_day = key == "published" and re.fullmatch(r"\d{4}-\d\d-\d\d", str(value))
            # JSON's strings and lists are TOML's.
            written = value if is_day else json.dumps(value, ensure_ascii=False)
            lines.append(f"{key} = {written}\n")
    return "".join(lines)


def make_seed(
    name: str, raw: bytes, sidecar: str, *, folder: Path, book: Path, root: Path
) -> NewSeed:
    """The seed ``name`` as a build would read it. Raises SeedError, SidecarError, OutputError.

    ``folder`` is that of the seeds of ``book``, ``root`` the one that messages name files from.
    """
    if name.startswith(".") or set(name) & set(_NOT_IN_A_NAME):
        problem = f"{name!r} is no plain name of a file"
        raise OutputError("--name", None, problem, "leave out signs of folders and systems")
    path = folder / f"{name}{SUFFIX}"
    shown = shown_path(path, root)
    known = parse_sidecar(sidecar.encode(), path=shown_path(path.with_suffix(".toml"), root))
    article = clean(parse_seed(raw, name=name, path=shown, sidecar=known))
    _refuse_taken(path, raw, book, root)
    return NewSeed(name=name, text=raw, sidecar=sidecar, article=article)


def _refuse_taken(path: Path, raw: bytes, book: Path, root: Path) -> None:
    """Nothing is overwritten, no address is given out twice, and no text is added twice."""
    for each in (path, path.with_suffix(".toml")):
        if os.path.lexists(each):
            problem = "it is there already, and nothing is overwritten"
            raise OutputError(shown_path(each, root), None, problem, "choose another with --name")
    if not os.path.lexists(path.parent):
        return
    for other in list_folder(path.parent, home=book, root=root, problem=OutputError):
        if other.suffix != SUFFIX:
            continue
        shown = shown_path(other, root)
        if slug(other.stem) == slug(path.stem):
            problem = f"{shown} has the same address in the book"
            remedy = "choose another name with --name"
            raise OutputError(shown_path(path, root), None, problem, remedy)
        if _holds(other, raw):
            raise OutputError(shown, None, "it holds the very same text", "there is nothing to add")


def _holds(path: Path, raw: bytes) -> bool:
    try:
        is_like = path.is_file() and not path.is_symlink() and path.stat().st_size == len(raw)
        return is_like and path.read_bytes() == raw
    except OSError:
        return False


def cuts(article: Article) -> Iterator[str]:
    """What of the seed would not be shown as the article's, a line each, with the reason."""
    for part in article.dropped:
        text = article.text_of(part).strip("\ufeff \t\r\n")
        if part.reason is not DropReason.LAYOUT and text:
            short = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
            yield f"line {part.line}, {part.reason.value}: {showable(short)}"


def write_seed(new: NewSeed, *, folder: Path, root: Path) -> None:
    """Write both files, the seed last: only then is it in the book. Raises OutputError."""
    path = folder / f"{new.name}{SUFFIX}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        shown = shown_path(folder, root)
        problem = f"it cannot be made: {error.strerror}"
        raise OutputError(shown, None, problem, "see to its permissions") from None
    if new.sidecar:
        write_file(path.with_suffix(".toml"), new.sidecar.encode(), root=root)
    try:
        write_file(path, new.text, root=root)
    except FileProblem:
        if new.sidecar:
            path.with_suffix(".toml").unlink(missing_ok=True)
        raise
