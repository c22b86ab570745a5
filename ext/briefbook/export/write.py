"""Writes the files for other programs beside the HTML book, in a folder of their own."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.builders.singlehtml import SingleFileHTMLBuilder

from briefbook.export.calendar import MADE, Events, calendar
from briefbook.export.note_form import note_form
from briefbook.export.rows import (
    DateRow,
    StatementRow,
    date_rows,
    key_date_rows,
    statement_rows,
)
from briefbook.export.tables import as_csv, as_json
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.errors import stopping_the_build
from briefbook.sphinx.withdrawn import refuse_links
from briefbook.text.digest import digest
from briefbook.text.errors import OutputError
from briefbook.text.files import read_file
from briefbook.text.writing import cannot_write, write_file
from briefbook.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder

FOLDER: Final = "_exports"
"""Below the output folder; as Sphinx's own are, it is named so that no page can be there."""

STATE: Final = "exports.json"
"""The file that says of what the others were made."""

_MAX_STATE: Final = 64 * 1024 * 1024
_LONGEST_CALENDAR: Final = 4096
"""Bytes from a calendar's beginning within which it says whose it is."""


def writes_exports(builder: Builder) -> bool:
    """Whether the files are written beside what the builder writes: pages for the web."""
    one_page = isinstance(builder, SingleFileHTMLBuilder)
    return isinstance(builder, StandaloneHTMLBuilder) and builder.name != "epub" and not one_page


def write_exports(app: Sphinx, exception: Exception | None) -> None:
    """``build-finished``: write the files anew, and delete the calendars of what is gone.

    Where all that they are made of is as it was, they are left alone: at a thousand articles
    calendars cost as much as all else that a build does without a change.
    """
    if exception is not None or not writes_exports(app.builder):
        return
    outdir, root = Path(app.outdir), Path(app.confdir)
    exported = _exported(app)
    state = digest([VERSION, exported.book, exported.form.decode(), *map(repr, exported.rows)])
    with stopping_the_build(root):
        if _stands(outdir, state, root):
            return
        files = {name: content for name, content in _files(exported) if content}
        for name, content in files.items():
            _write(outdir, f"{FOLDER}/{name}", content, root)
        for path in sorted((outdir / FOLDER).rglob("*.ics")):
            name = path.relative_to(outdir / FOLDER).as_posix()
            if name not in files:
                _delete(outdir, f"{FOLDER}/{name}", root)
        made = json.dumps({"state": state, "files": sorted(files)}, indent=1)
        _write(outdir, f"{FOLDER}/{STATE}", made.encode() + b"\n", root)


def _stands(outdir: Path, state: str, root: Path) -> bool:
    """Whether an earlier build has written the files of that state, and they are there.

    Raises OutputError where one has become a link since.
    """
    path = outdir / FOLDER / STATE
    try:
        raw = read_file(path, home=outdir, root=root, max_bytes=_MAX_STATE, problem=OutputError)
        made = json.loads(raw)
        names = [str(name) for name in made["files"]]
        is_same = made["state"] == state
    except (OutputError, ValueError, LookupError, TypeError, RecursionError):
        return False
    if not is_same:
        return False
    for name in names:
        refuse_links(outdir, f"{FOLDER}/{name}", root)
    return all((path.parent / name).is_file() for name in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Exported:
    """All that the files are made of."""

    book: str
    key_dates: tuple[DateRow, ...]
    dates: tuple[DateRow, ...]
    statements: tuple[StatementRow, ...]
    form: bytes

    @property
    def rows(self) -> tuple[object, ...]:
        return (*self.key_dates, *self.dates, *self.statements)


def _exported(app: Sphinx) -> _Exported:
    domain = brief_domain(app.env)

    def address(docname: str, anchor: str) -> str:
        page = f"{app.builder.get_target_uri(docname)}#{anchor}"
        return urljoin(app.config.html_baseurl, page) if app.config.html_baseurl else page

    return _Exported(
        book=app.config.project,
        key_dates=tuple(key_date_rows(domain, address)),
        dates=tuple(date_rows(domain, address)),
        statements=tuple(statement_rows(domain, address)),
        form=note_form(app.env),
    )


def _files(exported: _Exported) -> Iterator[tuple[str, bytes]]:
    """Each file's name below the folder, and its bytes."""
    book, dates, statements = exported.book, exported.dates, exported.statements
    events: Events = {}
    key_dates = calendar(exported.key_dates, name=f"{book}: key dates", events=events)
    yield "key-dates.ics", key_dates
    yield "dates.ics", calendar(dates, name=f"{book}: dates", events=events)
    yield "dates.csv", as_csv(dates, DateRow)
    yield "dates.json", as_json(dates, "dates")
    yield "statements.csv", as_csv(statements, StatementRow)
    yield "statements.json", as_json(statements, "statements")
    yield "note-form.js", exported.form
    of_article: defaultdict[str, list[DateRow]] = defaultdict(list)
    of_date: defaultdict[str, list[DateRow]] = defaultdict(list)
    for row in dates:
        of_article[row.seed].append(row)
        of_date[row.date].append(row)
    for seed, rows in of_article.items():
        yield f"articles/{seed}.ics", calendar(rows, name=rows[0].article, events=events)
    for date, rows in of_date.items():
        yield f"dates/{date}.ics", calendar(rows, name=f"{book}: {date}", events=events)


def _write(outdir: Path, name: str, content: bytes, root: Path) -> None:
    refuse_links(outdir, name, root)
    path = outdir / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.read_bytes() == content:
            return
    except OSError as error:
        raise cannot_write(path, error, root=root) from None
    write_file(path, content, root=root)


def _delete(outdir: Path, name: str, root: Path) -> None:
    """Delete a calendar that an earlier build made."""
    refuse_links(outdir, name, root)
    path = outdir / name
    try:
        with path.open("rb") as stream:
            if MADE in stream.read(_LONGEST_CALENDAR):
                path.unlink()
    except OSError as error:
        raise cannot_write(path, error, root=root) from None
