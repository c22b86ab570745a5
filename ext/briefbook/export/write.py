"""Writes the files for other programs beside the HTML book, in a folder of their own."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.builders.singlehtml import SingleFileHTMLBuilder

from briefbook.export.calendar import MADE, calendar
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
from briefbook.text.writing import cannot_write, write_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder

FOLDER: Final = "_exports"
"""Below the output folder; as Sphinx's own are, it is named so that no page can be there."""

_LONGEST_CALENDAR: Final = 4096
"""Bytes from a calendar's beginning within which it says whose it is."""


def writes_exports(builder: Builder) -> bool:
    """Whether the files are written beside what the builder writes: pages for the web."""
    one_page = isinstance(builder, SingleFileHTMLBuilder)
    return isinstance(builder, StandaloneHTMLBuilder) and builder.name != "epub" and not one_page


def write_exports(app: Sphinx, exception: Exception | None) -> None:
    """``build-finished``: write the files anew, and delete the calendars of what is gone."""
    if exception is not None or not writes_exports(app.builder):
        return
    outdir, root = Path(app.outdir), Path(app.confdir)
    files = {name: content for name, content in _files(app) if content}
    with stopping_the_build(root):
        for name, content in files.items():
            _write(outdir, f"{FOLDER}/{name}", content, root)
        for path in sorted((outdir / FOLDER).rglob("*.ics")):
            name = path.relative_to(outdir / FOLDER).as_posix()
            if name not in files:
                _delete(outdir, f"{FOLDER}/{name}", root)


def _files(app: Sphinx) -> Iterator[tuple[str, bytes]]:
    """Each file's name below the folder, and its bytes."""
    domain = brief_domain(app.env)

    def address(docname: str, anchor: str) -> str:
        page = f"{app.builder.get_target_uri(docname)}#{anchor}"
        return urljoin(app.config.html_baseurl, page) if app.config.html_baseurl else page

    book = app.config.project
    dates = list(date_rows(domain, address))
    statements = list(statement_rows(domain, address))
    yield "key-dates.ics", calendar(key_date_rows(domain, address), name=f"{book}: key dates")
    yield "dates.ics", calendar(dates, name=f"{book}: dates")
    yield "dates.csv", as_csv(dates, DateRow)
    yield "dates.json", as_json(dates, "dates")
    yield "statements.csv", as_csv(statements, StatementRow)
    yield "statements.json", as_json(statements, "statements")
    yield "note-form.js", note_form(app.env)
    of_article: defaultdict[str, list[DateRow]] = defaultdict(list)
    of_date: defaultdict[str, list[DateRow]] = defaultdict(list)
    for row in dates:
        of_article[row.seed].append(row)
        of_date[row.date].append(row)
    for seed, rows in of_article.items():
        yield f"articles/{seed}.ics", calendar(rows, name=rows[0].article)
    for date, rows in of_date.items():
        yield f"dates/{date}.ics", calendar(rows, name=f"{book}: {date}")


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
