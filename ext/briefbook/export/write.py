"""Writes the files for other programs beside the HTML book, in a folder of their own."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.builders.singlehtml import SingleFileHTMLBuilder

from briefbook.export.calendar import MADE
from briefbook.export.calendars import Calendars
from briefbook.export.card import card_file, draw
from briefbook.export.files import (
    ALL_DATES,
    FOLDER,
    LLMS,
    calendar_of_article,
    calendar_of_date,
    exported,
    files,
    large_files,
    llms,
)
from briefbook.export.llms import MARK
from briefbook.export.months import KeptMonths
from briefbook.sphinx.plans import plan_of
from briefbook.stopping import stopping_the_build
from briefbook.text.digest import digest
from briefbook.text.errors import OutputError
from briefbook.text.files import read_file
from briefbook.text.writing import cannot_write, refuse_links, write_file, write_pieces
from briefbook.version import VERSION
from briefbook.volumes.plan import VolumePlan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from briefbook.export.files import Exported

STATE: Final = "exports.json"
"""The file that says of what the others were made, and which cards of which words."""

_MAX_STATE: Final = 64 * 1024 * 1024
_LONGEST_CALENDAR: Final = 4096
"""Bytes from a calendar's beginning within which it says whose it is."""
_CARD: Final = re.compile(r"cards/[^/\\:\x00-\x1f\ud800-\udfff]+\.png")
"""Names of cards. The list of them may be published, and so is data: no others are deleted."""


def writes_exports(builder: Builder) -> bool:
    """Whether the files are written beside what the builder writes: pages for the web."""
    one_page = isinstance(builder, SingleFileHTMLBuilder)
    return isinstance(builder, StandaloneHTMLBuilder) and builder.name != "epub" and not one_page


def write_exports(app: Sphinx, exception: Exception | None) -> None:
    """``build-finished``: write the files anew, and delete those of what is gone.

    Where all that they are made of is as it was, they are left alone: at a thousand articles
    calendars cost as much as all else that a build does without a change. A card is drawn where its
    words have changed.
    """
    is_volume = isinstance(plan_of(app.config), VolumePlan)  # whose files the cover writes
    if exception is not None or is_volume or not writes_exports(app.builder):
        return
    outdir, root = Path(app.outdir), Path(app.confdir)
    given = exported(app)
    state = digest([VERSION, *given.pieces])
    with stopping_the_build(root):
        before = _read(outdir, root)
        if _stands(outdir, before, state, root):
            return
        heads = digest([VERSION, given.language, given.book])
        kept = KeptMonths(app)
        calendars = Calendars(given.months, kept)
        made = set()
        for name, content in files(given):
            if content:
                write_if_other(outdir, f"{FOLDER}/{name}", content, root)
                made.add(name)
        for name, pieces in large_files(given, kept):
            if name != ALL_DATES or calendars.seeds:
                _write_pieces(outdir, f"{FOLDER}/{name}", pieces, root)
                made.add(name)
        made.update(_write_calendars(outdir, given, calendars, root, anew=heads != before["heads"]))
        cards = _write_cards(outdir, given, before["cards"], root)
        _write_llms(outdir, given, root)
        for path in sorted((outdir / FOLDER).rglob("*.ics")):
            name = path.relative_to(outdir / FOLDER).as_posix()
            if name not in made:
                _delete(outdir, f"{FOLDER}/{name}", root)
        written = {
            "state": state, "heads": heads, "files": sorted([*made, *cards]), "cards": cards
        }  # fmt: skip
        write_if_other(
            outdir, f"{FOLDER}/{STATE}", json.dumps(written, indent=1).encode() + b"\n", root
        )


def _write_calendars(
    outdir: Path, given: Exported, calendars: Calendars, root: Path, *, anew: bool
) -> list[str]:
    """Write those of dates and articles that are others; the names of all."""

    def lacks(name: str) -> bool:
        return anew or not (outdir / FOLDER / name).is_file()

    titles = {article.seed: article.title for article in given.articles}
    of_articles = calendars.of_articles(titles, lambda seed: lacks(calendar_of_article(seed)))
    of_dates = calendars.of_dates(
        lambda date: f"{given.book}: {date}", lambda date: lacks(calendar_of_date(date))
    )
    for seed, content in of_articles:
        write_if_other(outdir, f"{FOLDER}/{calendar_of_article(seed)}", content, root)
    for date, content in of_dates:
        write_if_other(outdir, f"{FOLDER}/{calendar_of_date(date)}", content, root)
    names = [calendar_of_article(seed) for seed in calendars.seeds]
    return [*names, *map(calendar_of_date, calendars.dates)]


def _read(outdir: Path, root: Path) -> dict[str, Any]:
    """What an earlier build has noted of its files; of no form, nothing."""
    path = outdir / FOLDER / STATE
    try:
        raw = read_file(path, home=outdir, root=root, max_bytes=_MAX_STATE, problem=OutputError)
        made = json.loads(raw)
        return {
            "state": str(made["state"]),
            "heads": str(made["heads"]),
            "files": [str(name) for name in made["files"]],
            "cards": {str(name): str(of) for name, of in made["cards"].items()},
        }
    except (OutputError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {"state": "", "heads": "", "files": [], "cards": {}}


def _stands(outdir: Path, before: Mapping[str, Any], state: str, root: Path) -> bool:
    """Whether an earlier build has written the files of that state, and they are there.

    Raises OutputError where one has become a link since.
    """
    if before["state"] != state:
        return False
    for name in before["files"]:
        refuse_links(outdir, f"{FOLDER}/{name}", root=root)
    names = [*(f"{FOLDER}/{name}" for name in before["files"]), LLMS]
    return all((outdir / name).is_file() for name in names)


def _write_cards(
    outdir: Path, given: Exported, before: Mapping[str, str], root: Path
) -> dict[str, str]:
    """Draw what is not drawn yet, delete what is gone; by file, a digest of what each says."""
    cards = {card_file(seed, in_address=False): card for seed, card in given.cards.items()}
    now = {name: digest([VERSION, repr(card)]) for name, card in cards.items()}
    drawn = {name for name in now if (outdir / FOLDER / name).is_file()}
    new = [name for name in now if before.get(name) != now[name] or name not in drawn]
    for name, picture in zip(new, draw([cards[name] for name in new]), strict=True):
        write_if_other(outdir, f"{FOLDER}/{name}", picture, root)
    for name in before:
        if name not in now and _CARD.fullmatch(name):
            refuse_links(outdir, f"{FOLDER}/{name}", root=root)
            _unlink(outdir / FOLDER / name, root)
    return now


def _write_llms(outdir: Path, given: Exported, root: Path) -> None:
    """Write ``llms.txt``, unless the project has one of its own among its extra files."""
    refuse_links(outdir, LLMS, root=root)
    path = outdir / LLMS
    if not path.is_file() or MARK in path.read_text("utf-8", errors="replace"):
        write_if_other(outdir, LLMS, llms(given), root)


def _write_pieces(outdir: Path, name: str, pieces: Iterable[bytes], root: Path) -> None:
    refuse_links(outdir, name, root=root)
    path = outdir / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(path, error, root=root) from None
    write_pieces(path, pieces, root=root)


def write_if_other(outdir: Path, name: str, content: bytes, root: Path) -> None:
    """Write a file below the output folder, unless it holds that already."""
    refuse_links(outdir, name, root=root)
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
    refuse_links(outdir, name, root=root)
    path = outdir / name
    try:
        with path.open("rb") as stream:
            is_ours = MADE in stream.read(_LONGEST_CALENDAR)
    except OSError as error:
        raise cannot_write(path, error, root=root) from None
    if is_ours:
        _unlink(path, root)


def _unlink(path: Path, root: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise cannot_write(path, error, root=root) from None
