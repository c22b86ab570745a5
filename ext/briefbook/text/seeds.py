"""A file of seeds/ and its sidecar, read into a Seed. Nothing in seeds/ is ever written to.

A seed is UTF-8 text. Its first line may open with the header ``date YYYY-MM-DD`` or
``date YYYY-MM`` and go on with text. The publication date is, in this order: the sidecar's
``published``; the header's; the one the caller gives; a date stamp among the first lines.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from briefbook.text.errors import SeedError, SidecarError
from briefbook.text.lines import count_lines
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

_BOM = "\ufeff"
_BLANK = " \t"
# Taken loosely, then checked: "date 2021-13-40" is a header with a mistake, not text.
_HEADER = re.compile(
    rf"{_BOM}?[{_BLANK}]*date[{_BLANK}]+(\d{{4}}-\d{{1,2}}(?:-\d{{1,2}})?)(?![\w-])[{_BLANK}]*"
)


def find_seeds(folder: Path) -> list[Path]:
    """The seeds of ``folder``, sorted by name; none where there is no such folder."""
    return sorted(path for path in folder.glob("*.txt") if path.is_file() or path.is_symlink())


def read_seed(
    path: Path, *, root: Path, date: str | None = None, max_bytes: int = MAX_SEED_BYTES
) -> Seed:
    """The seed at ``path`` with its sidecar.

    ``root`` is the folder that ``Seed.path`` is relative to (where ``path`` lies outside it, the
    path is given as it is). ``date``, ISO 8601, stands in where neither sidecar nor header has one.
    Raises SeedError or SidecarError.
    """
    shown = shown_path(path, root)
    raw = _read(path, shown, max_bytes, SeedError)
    beside = path.with_suffix(".toml")
    sidecar = Sidecar()
    if beside.is_file() or beside.is_symlink():
        shown_beside = shown_path(beside, root)
        sidecar = parse_sidecar(
            _read(beside, shown_beside, MAX_SIDECAR_BYTES, SidecarError),
            path=shown_beside,
            lines=count_lines(raw.decode("utf-8", "replace")),
        )
    return parse_seed(raw, name=path.stem, path=shown, sidecar=sidecar, date=date)


def parse_seed(
    raw: bytes, *, name: str, path: str, sidecar: Sidecar | None = None, date: str | None = None
) -> Seed:
    """The seed in ``raw``, the bytes of ``path``; arguments and errors as in ``read_seed``."""
    sidecar = sidecar or Sidecar()
    text = _decode(raw, path)
    if not text.strip(_BOM).strip():
        raise SeedError(path, None, "it is empty", "put the article's text into it or remove it")
    if count_lines(text) > MAX_SEED_LINES:
        raise SeedError(path, None, f"it has more than {MAX_SEED_LINES} lines", "split it")
    header = _HEADER.match(text)
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


def _read(path: Path, shown: str, max_bytes: int, problem: type[SeedError | SidecarError]) -> bytes:
    try:
        # A link may point anywhere on the builder's disk, and its target would be published.
        if not path.resolve(strict=True).is_relative_to(path.parent.resolve()):
            raise problem(shown, None, "it is a link that leads out of its folder", "copy the file")
        if not path.is_file():  # a pipe would be waited for
            raise problem(shown, None, "it is no ordinary file", "put an ordinary file there")
        if path.stat().st_size > max_bytes:
            raise problem(
                shown, None, f"it is larger than {max_bytes} bytes", "split it or cut it down"
            )
        # One more than the cap, should the file grow between the two calls.
        with path.open("rb") as stream:
            raw = stream.read(max_bytes + 1)
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links, before Python 3.13
        reason = getattr(error, "strerror", None) or "its links form a loop"
        raise problem(shown, None, f"it cannot be read: {reason}", "check the file") from None
    if len(raw) > max_bytes:
        raise problem(shown, None, f"it is larger than {max_bytes} bytes", "cut it down")
    return raw


def _decode(raw: bytes, path: str) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = count_lines(raw[: error.start].decode("utf-8") + "?")
        raise SeedError(
            path,
            line,
            f"byte {error.start} (0x{raw[error.start]:02x}) is not UTF-8",
            "convert the file to UTF-8",
        ) from None
