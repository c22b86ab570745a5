"""What must hold of any file: refused with file and line, or kept and harmless on its page.

A check raises AssertionError where it does not hold; any other exception is a mistake as well.
"""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from unittest.mock import patch

from docutils import nodes

from briefbook.sphinx.glossary_entry import entry
from briefbook.text.addresses import is_web_address
from briefbook.text.annotations import Annotation, anchor
from briefbook.text.annotations.parse import parse_annotation
from briefbook.text.bodies import load, load_catalogue
from briefbook.text.characters import find_unfit
from briefbook.text.corrections import correct
from briefbook.text.errors import FileProblem
from briefbook.text.marks import find_marks, mark
from briefbook.text.model import Sidecar
from briefbook.text.seeds import parse_seed
from briefbook.text.sidecar import parse_sidecar
from grammars.documents import DAY, TEXT
from grammars.page import check_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefbook.text.bodies import Body, Catalogue
    from briefbook.text.model import Block, BodyMention, DateMention, Dropped, Marks

PATH = "docs/file"

T = TypeVar("T")


def read_twice(read: Callable[[], T], raw: bytes) -> T | None:
    """What ``read`` makes of the file, the second time as the first; None where it refuses it."""
    first, again = _outcome(read, raw), _outcome(read, raw)
    assert repr(first) == repr(again)
    return None if isinstance(first, FileProblem) else first


def _outcome(read: Callable[[], T], raw: bytes) -> T | FileProblem:
    try:
        return read()
    except FileProblem as problem:
        check_problem(problem, raw)
        return problem


def check_problem(problem: FileProblem, raw: bytes, path: str = PATH) -> None:
    """It names the file, a line of it, and says on one line what is wrong and what to do."""
    said = str(problem)
    assert problem.path == path
    assert find_unfit(said) is None, said
    lines = len(re.findall(rb"\r\n|\r|\n", raw)) + 1
    assert problem.line is None or 1 <= problem.line <= lines, said
    assert problem.column is None or problem.column >= 1, said
    assert problem.problem
    assert problem.remedy
    assert len(said) < 1000, said


def check_line(text: str, longest: int) -> None:
    """A text of one line that readers can see."""
    assert 0 < len(text) <= longest
    assert find_unfit(text) is None, ascii(text)


def check_seed(raw: bytes) -> None:
    """Laws 1, 2 and 3: nothing is lost, marks stand where they say, the page shows what is kept."""
    marks = read_twice(lambda: _marked(raw), raw)
    if marks is None:
        return
    article = marks.article
    text = article.seed.text
    assert text.encode() == raw
    position = 0
    parts: list[Block | Dropped] = [*article.blocks, *article.dropped]
    for part in sorted(parts, key=lambda part: part.start):
        assert part.start == position < part.end
        position = part.end
    assert position == len(text)
    found: list[DateMention | BodyMention] = [*marks.dates, *marks.bodies]
    for each in found:
        assert text[each.start : each.end] == each.text
    spans = [span for statement in marks.statements for span in statement.spans]
    for start, end in ((each.start, each.end) for each in (*found, *spans)):
        assert any(block.start <= start < end <= block.end for block in article.blocks)
    check_page(marks, load_catalogue())


def _marked(
    raw: bytes, catalogue: Catalogue | None = None, sidecar: Sidecar | None = None
) -> Marks:
    seed = parse_seed(raw, name="a", path=PATH, date="2021-12-30", sidecar=sidecar)
    return mark(seed, catalogue or load_catalogue())


@cache
def _article() -> Marks:
    return _marked(TEXT.encode())


def check_annotations(files: list[bytes]) -> None:
    """Each is refused, or its fields are as the form says; those kept are text on one page."""
    notes = [note for number, raw in enumerate(files) if (note := _note(raw, f"{DAY}-n{number}"))]
    if not notes:
        return
    marks = _article()
    placed = [anchor(marks.article, note) for note in notes]
    for note in placed:
        if note.start is not None and note.end is not None:
            assert marks.article.seed.text[note.start : note.end] == note.exact
    check_page(marks, load_catalogue(), placed)


def _note(raw: bytes, name: str) -> Annotation | None:
    note = parse_annotation(raw, path=PATH, seed="a", name=name)
    if not isinstance(note, Annotation):
        assert note
        for problem in note:
            check_problem(problem, raw)
        return None
    assert note == parse_annotation(raw, path=PATH, seed="a", name=name)
    assert note.created == DAY == dt.date.fromisoformat(note.created).isoformat()
    check_line(note.author_name, 100)
    assert note.author_github is None or re.fullmatch(r"[A-Za-z0-9-]{1,39}", note.author_github)
    for quoted in (note.exact, note.prefix, note.suffix):
        assert not re.search("[\r\n]", quoted)
    for key in note.sources:
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.:+/-]{0,99}", key)
    assert len(set(note.sources)) == len(note.sources) <= 20
    assert note.sources or note.motivation == "questioning"
    assert find_unfit(note.body, allowed="\n") is None
    return note


def check_sidecar(raw: bytes) -> None:
    """A sidecar is refused, or its values are as documented and show as text."""
    sidecar = read_twice(lambda: parse_sidecar(raw, path=PATH, lines=TEXT.count("\n")), raw)
    if sidecar is None:
        return
    for text in (sidecar.title, sidecar.publisher, sidecar.rights, *sidecar.authors):
        if text is not None:
            check_line(text, 2000)
    if sidecar.url is not None:
        assert is_web_address(sidecar.url)
    if sidecar.published is not None:
        assert re.fullmatch(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?", sidecar.published)
    for first, last in (*sidecar.keep, *sidecar.drop):
        assert 1 <= first <= last <= TEXT.count("\n")
    if sidecar.reviewed is not None:
        check_line(sidecar.reviewed.by, 100)
    catalogue = load_catalogue()
    seed = parse_seed(TEXT.encode(), name="a", path=PATH, date="2021-12-30", sidecar=sidecar)
    try:
        corrected = correct(find_marks(seed, catalogue), catalogue.by_id)
    except FileProblem as problem:  # nothing is left of the article
        check_problem(problem, TEXT.encode())
        return
    for misfit in corrected.problems:
        check_problem(misfit, raw, f"{PATH}.toml")
    check_page(corrected.marks, catalogue)


def check_bodies(raw: bytes) -> None:
    """A file of bodies is refused, or its names lead where they say and show as text."""
    bodies = read_twice(lambda: list(catalogue_of(raw)), raw)
    if bodies is None:
        return
    names = [name for body in bodies for name in (body.name, body.headword, *body.terms)]
    for name in names:
        check_line(name, 160)
    for body in bodies:
        _check_body(body)
    catalogue = catalogue_of(raw)
    said = "".join(
        f"The minister said on Monday that {name} would meet again in {1000 + number} days.\n"
        for number, name in enumerate(names)
    )
    check_page(_marked((TEXT + said).encode(), catalogue), catalogue)


def catalogue_of(raw: bytes) -> Catalogue:
    """The catalogue that a book's file makes by itself. Raises CatalogueError."""
    with (
        patch.object(load, "shipped_entries", return_value=()),
        tempfile.TemporaryDirectory() as folder,
    ):
        file = Path(folder, PATH)
        file.parent.mkdir()
        file.write_bytes(raw)
        load._catalogue.cache_clear()
        try:
            return load.load_catalogue(file, home=Path(folder), root=Path(folder))
        finally:
            load._catalogue.cache_clear()


_ENTRY = {nodes.definition, nodes.paragraph, nodes.Text, nodes.reference}


def _check_body(body: Body) -> None:
    """Its values are as documented; its entry is text, its own among it, and links to the web."""
    for slug in (body.id, *body.related, *filter(None, [body.parent])):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    for date in filter(None, (body.founded, body.dissolved)):
        assert re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", date)
    assert body.wikidata is None or re.fullmatch(r"Q[0-9]{1,12}", body.wikidata)
    assert body.seat is None or find_unfit(body.seat) is None
    _, definition = entry(body, "term", {})
    for node in definition.findall():
        assert type(node) in _ENTRY, node
        if isinstance(node, nodes.reference):
            assert is_web_address(node["refuri"])
    assert body.text in [part.astext() for part in definition.children]
    assert find_unfit(definition.astext(), allowed="\n") is None
