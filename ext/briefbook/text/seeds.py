"""A file of seeds/ and its sidecar, read into a Seed. Nothing in seeds/ is ever written to.

A seed is UTF-8 text. Its first line may open with the header ``date YYYY-MM-DD`` or
``date YYYY-MM`` and go on with text. The publication date is, in this order: the sidecar's
``published``; the header's; the one the caller gives; a date stamp among the first lines.
"""

from __future__ import annotations

import hashlib
import os
import re
from typing import TYPE_CHECKING, Final

from briefbook.text.characters import name_complaint
from briefbook.text.errors import SeedError, SidecarError
from briefbook.text.files import decode, read_file
from briefbook.text.lines import count_lines, holds_more_lines
from briefbook.text.model import Seed, Sidecar
from briefbook.text.paths import shown_path
from briefbook.text.sidecar import MAX_SIDECAR_BYTES, is_date, parse_sidecar
from briefbook.text.stamps import find_stamp

if TYPE_CHECKING:
    from pathlib import Path

MAX_SEED_BYTES = 16 * 1024 * 1024
"""Far above any article; a larger file is a mistake, and is not read."""

MAX_SEED_LINES = 200_000
"""As far above any article: each line costs memory, and 16 MiB of line breaks cost gigabytes."""

_BOM: Final = "\ufeff"
_BLANK = " \t"
HEADER: Final = re.compile(
    rf"{_BOM}?[{_BLANK}]*date[{_BLANK}]+(\d{{4}}-\d{{1,2}}(?:-\d{{1,2}})?)(?![\w-])[{_BLANK}]*"
)
"""What a seed may open with; its date is taken loosely, then checked: "date 2021-13-40" is a header
with a mistake, not text."""


def read_seed(
    path: Path, *, root: Path, date: str | None = None, max_bytes: int = MAX_SEED_BYTES
) -> Seed:
    """The seed at ``path`` with its sidecar.

    ``root`` is the folder that ``Seed.path`` is relative to (where ``path`` lies outside it, the
    path is given as it is). ``date``, ISO 8601, stands in where neither sidecar nor header has one.
    Raises SeedError or SidecarError.
    """
    shown, home = shown_path(path, root), path.parent
    raw = read_file(path, home=home, root=root, max_bytes=max_bytes, problem=SeedError)
    beside = path.with_suffix(".toml")
    sidecar = Sidecar()
    if os.path.lexists(beside):
        sidecar = parse_sidecar(
            read_file(
                beside, home=home, root=root, max_bytes=MAX_SIDECAR_BYTES, problem=SidecarError
            ),
            path=shown_path(beside, root),
            lines=count_lines(raw.decode("utf-8", "replace")),
        )
    return parse_seed(raw, name=path.stem, path=shown, sidecar=sidecar, date=date)


def parse_seed(
    raw: bytes, *, name: str, path: str, sidecar: Sidecar | None = None, date: str | None = None
) -> Seed:
    """The seed in ``raw``, the bytes of ``path``; arguments and errors as in ``read_seed``."""
    if complaint := name_complaint(name):  # it stands on pages, in addresses and in logs
        raise SeedError(path, None, f"its name {complaint}", "rename it")
    sidecar = sidecar or Sidecar()
    text = decode(raw, path, SeedError)
    if raw.startswith(_BOM.encode()):
        text = _BOM + text  # law 2: nothing is lost
    # Of a withdrawn article not even the text need be kept.
    if not text.strip(_BOM).strip() and sidecar.history.withdrawn is None:
        raise SeedError(path, None, "it is empty", "put the article's text into it or remove it")
    if holds_more_lines(text, MAX_SEED_LINES):
        raise SeedError(path, None, f"it has more than {MAX_SEED_LINES} lines", "split it")
    header = HEADER.match(text)
    published = sidecar.published
    if published is None and header is not None:
        published = header[1]
        if not is_date(published):
            raise SeedError(
                path,
                1,
                f"its header's date {published} is not in the calendar",
                f'set published = "YYYY-MM-DD" in {name}.toml',
            )
    header_end = header.end() if header else int(text.startswith(_BOM))
    if published is None:
        published = date or find_stamp(text[header_end:])
    if published is None:
        raise SeedError(
            path,
            1,
            "it has no publication date",
            f'set published = "YYYY-MM-DD" in {name}.toml',
        )
    return Seed(
        name=name,
        path=path,
        text=text,
        sha256=hashlib.sha256(raw).hexdigest(),
        published=published,
        header_end=header_end,
        sidecar=sidecar,
    )
