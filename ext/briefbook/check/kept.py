"""What earlier checks of a book found, so that a file that has not changed is not checked again.

It lies beside the marks that builds keep, in two files, which may be deleted at any time.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

import msgspec

from briefbook.check.inputs import Stamp  # noqa: TC001 - msgspec looks it up
from briefbook.check.report import Finding, Report
from briefbook.text.errors import FileProblem
from briefbook.text.files import read_file
from briefbook.text.history import History
from briefbook.text.writing import write_file

if TYPE_CHECKING:
    from pathlib import Path

_FILE: Final = "checked"
_DETAILS: Final = "checked-files"
_SIZE: Final = 16
"""Bytes of the seal: a file that is damaged counts as none."""
_MAX_BYTES: Final = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedFindings:
    """What a check found in one seed and its sidecar."""

    name: str
    path: str
    published: str = ""
    """Empty where there is no article."""
    page: str = ""
    """The document name of its page."""
    cite: str = ""
    """Its key in the bibliography."""
    is_read: bool = True
    """Whether seed and sidecar are what they must be, whatever the rules make of them."""
    history: History = field(default_factory=History)
    """What the sidecar says of other seeds."""
    findings: tuple[Finding, ...] = ()
    unreviewed: Finding | None = None
    """That nobody has signed a review of its marks."""
    doubtful: tuple[tuple[float, Finding], ...] = ()
    """Marks in doubt that nobody has reviewed, each with how certain it is, from 0 to 1."""
    sketch: tuple[int, ...] = ()
    """Of its text, to find others that are near alike."""
    ambiguous: tuple[Finding, ...] = ()
    """Names that can mean several bodies."""
    candidates: tuple[tuple[str, Finding], ...] = ()
    """Names of bodies that the catalogue may lack."""

    @property
    def is_article(self) -> bool:
        """Whether it has a page, were it to say that the article is withdrawn."""
        return bool(self.published)

    @property
    def is_withdrawn(self) -> bool:
        return self.history.withdrawn is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesFindings:
    """What a check found in the notes on one article."""

    findings: tuple[Finding, ...] = ()
    cited: tuple[tuple[str, str], ...] = ()
    """Path of a note and key of a source that it cites."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What a check found, file by file; by a digest of all that it depends on."""

    seeds: dict[str, SeedFindings] = field(default_factory=dict)
    notes: dict[str, NotesFindings] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is kept of one check for the next."""

    inputs: str = ""
    """A digest of all that ``report`` was made of."""
    report: Report = field(default_factory=lambda: Report(articles=0))
    stamps: dict[str, Stamp] = field(default_factory=dict)
    details: str = ""
    """The seal of the file of ``Details``, which is read only where something has changed."""


def load(folder: Path, *, root: Path) -> Kept:
    """What ``folder`` keeps; nothing where it keeps none, or what is not as it was written."""
    raw = _read(folder / _FILE, root)
    try:
        is_whole = raw[:_SIZE] == _seal(raw[_SIZE:])
        return msgspec.msgpack.decode(raw[_SIZE:], type=Kept) if is_whole else Kept()
    except msgspec.DecodeError:
        return Kept()


def load_details(kept: Kept, folder: Path, *, root: Path) -> Details:
    """What was kept with ``kept``; nothing where the two files are not of one check."""
    raw = _read(folder / _DETAILS, root)
    try:
        is_its = bool(kept.details) and _seal(raw).hex() == kept.details
        return msgspec.msgpack.decode(raw, type=Details) if is_its else Details()
    except msgspec.DecodeError:
        return Details()


def save(kept: Kept, details: Details, folder: Path, *, root: Path) -> None:
    """Keep both in ``folder``. Raises OutputError or OSError where that cannot be done."""
    folder.mkdir(parents=True, exist_ok=True)
    packed = msgspec.msgpack.encode(details)
    write_file(folder / _DETAILS, packed, root=root)
    raw = msgspec.msgpack.encode(replace(kept, details=_seal(packed).hex()))
    write_file(folder / _FILE, _seal(raw) + raw, root=root)


def _read(path: Path, root: Path) -> bytes:
    try:
        return read_file(
            path, home=path.parent, root=root, max_bytes=_MAX_BYTES, problem=FileProblem
        )
    except FileProblem:
        return b""


def _seal(packed: bytes) -> bytes:
    return blake2b(packed, digest_size=_SIZE).digest()
