"""What rules found, kept by content: a seed that has not changed is not read by them again.

What is kept lies in a folder for each state of the engine and the catalogue, in a file for each
seed: FOLDER/STATE/KEY.marks. STATE and KEY are digests, of which a state's is made of every file
that rules are in, so that nothing has to remember to say that a rule has changed. The folder may be
deleted at any time, and several builds may share it.

Where the catalogue alone has changed, the marks of articles that it does not concern are taken over
from the state before: `kept_names` tells which these are.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from briefbook.text import kept_names
from briefbook.text.digest import digest
from briefbook.text.errors import FileProblem, OutputError
from briefbook.text.files import read_file
from briefbook.text.model import (
    Article,
    Block,
    BodyMention,
    DateMention,
    Dropped,
    Marks,
    Photo,
    Source,
    Statement,
)
from briefbook.text.writing import cannot_write, write_file

if TYPE_CHECKING:
    from briefbook.text.bodies import Catalogue
    from briefbook.text.model import Seed

_SIZE: Final = 16
"""Bytes of a seal."""

_STATE: Final = re.compile(r"[0-9a-f]{32}")
_FILE: Final = re.compile(r"[0-9a-f]{32}\.marks")
_NAMES: Final = "names.json"
"""In a state's folder, the names of its catalogue."""
_MAX_STATES: Final = 3
"""How many states are kept: branches that one goes back and forth between, and one more."""

_MAX_BYTES: Final = 256 * 1024 * 1024
"""More than the marks of the largest seed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """``Marks`` without the seed, which is read each time."""

    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...]
    publisher: str | None
    language: str | None
    photos: tuple[Photo, ...]
    dates: tuple[DateMention, ...]
    bodies: tuple[BodyMention, ...]
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]


_ENCODER: Final = msgspec.msgpack.Encoder()
_DECODER: Final = msgspec.msgpack.Decoder(_Kept)


def pack(marks: Marks) -> bytes:
    """The marks as bytes, without their seed."""
    article = marks.article
    return _ENCODER.encode(
        _Kept(
            blocks=article.blocks,
            dropped=article.dropped,
            publisher=article.publisher,
            language=article.language,
            photos=article.photos,
            dates=marks.dates,
            bodies=marks.bodies,
            sources=marks.sources,
            statements=marks.statements,
        )
    )


def unpack(packed: bytes, seed: Seed) -> Marks:
    """The marks of ``seed`` that ``pack`` has made bytes of."""
    kept = _DECODER.decode(packed)
    article = Article(
        seed=seed,
        blocks=kept.blocks,
        dropped=kept.dropped,
        publisher=kept.publisher,
        language=kept.language,
        photos=kept.photos,
    )
    return Marks(
        article=article,
        dates=kept.dates,
        bodies=kept.bodies,
        sources=kept.sources,
        statements=kept.statements,
    )


class MarksCache:
    """The marks of one book under the rules and the catalogue of today."""

    def __init__(self, folder: Path, catalogue: Catalogue, *, root: Path) -> None:
        """``root`` is the folder that messages name files from."""
        self._root = root
        self.folder = folder
        """Where the folders of the states lie."""
        self.state = digest([_engine(), catalogue.digest])
        """Another under other rules, and with another catalogue."""
        self._state = folder / self.state
        self._catalogue = catalogue
        self._compared: dict[Path, kept_names.Changed | None] = {}
        self.problem: OutputError | None = None
        """Why nothing can be kept, once that is known."""

    def load(self, seed: Seed) -> Marks | None:
        """The marks of the seed, if they are kept. What is damaged counts as not kept."""
        if (marks := self._load(self._state, seed)) is not None:
            return marks
        name = f"{_key(seed)}.marks"
        for state in self._earlier:
            if not (state / name).is_file():
                continue
            changed = self._changed(state)
            if changed is None or changed.concerns(seed.text):
                continue
            if (marks := self._load(state, seed)) is not None:
                self.save(marks)
                return marks
        return None

    def _load(self, state: Path, seed: Seed) -> Marks | None:
        key = _key(seed)
        try:
            raw = self._read(state / f"{key}.marks")
            seal, packed = raw[:_SIZE], raw[_SIZE:]
            return unpack(packed, seed) if seal == _seal(key, packed) else None
        except (FileProblem, msgspec.DecodeError):
            return None

    def _read(self, path: Path) -> bytes:
        return read_file(
            path, home=path.parent, root=self._root, max_bytes=_MAX_BYTES, problem=FileProblem
        )

    @cached_property
    def _earlier(self) -> list[Path]:
        """The other states, the latest first."""
        states = (state for state in self._states() if state != self._state)
        return sorted(states, key=lambda path: (-path.stat().st_mtime_ns, path.name))

    def _changed(self, state: Path) -> kept_names.Changed | None:
        """What this catalogue reads otherwise than that of a state of the same rules."""
        if state not in self._compared:
            self._compared[state] = self._compare(state)
        return self._compared[state]

    def _compare(self, state: Path) -> kept_names.Changed | None:
        try:
            before = kept_names.read(self._read(state / _NAMES))
        except (FileProblem, msgspec.DecodeError):
            return None
        if before.engine != _engine():
            return None
        now = kept_names.names_of(self._catalogue, _engine())
        return kept_names.Changed(before.names, now.names)

    def save(self, marks: Marks) -> None:
        """Keep the marks. Where that cannot be done, ``problem`` says why, and no more is tried."""
        if self.problem is not None:
            return
        key, packed = _key(marks.article.seed), pack(marks)
        path = self._state / f"{key}.marks"
        try:
            is_new = not self._state.is_dir()
            if is_new:
                self._state.mkdir(parents=True, exist_ok=True)
                names = kept_names.names_of(self._catalogue, _engine())
                write_file(self._state / _NAMES, kept_names.written(names), root=self._root)
            write_file(path, _seal(key, packed) + packed, root=self._root)
            if is_new:
                self._forget_older()
        except OutputError as problem:
            self.problem = problem
        except OSError as error:
            self.problem = cannot_write(self._state, error, root=self._root)

    def _states(self) -> list[Path]:
        """The folders of all states, this one's among them."""
        return [
            path
            for path in (self.folder.iterdir() if self.folder.is_dir() else ())
            if _STATE.fullmatch(path.name)
            and not path.is_symlink()
            and any(_FILE.fullmatch(name) for name in _names(path))
        ]

    def _forget_older(self) -> None:
        """Delete what earlier states have kept, and nothing else."""
        states = self._states()
        states.sort(key=lambda path: (path != self._state, -path.stat().st_mtime_ns, path.name))
        for state in states[_MAX_STATES:]:
            for name in _names(state):
                if name == _NAMES or _FILE.fullmatch(name):
                    (state / name).unlink(missing_ok=True)
            if not _names(state):
                state.rmdir()


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()] if folder.is_dir() else []


def _key(seed: Seed) -> str:
    """All that rules read of a seed beside what its bytes say: no decisions of editors."""
    return digest([seed.sha256, seed.published, repr(seed.for_rules.sidecar)])


def _seal(key: str, packed: bytes) -> bytes:
    return blake2b(packed, digest_size=_SIZE, key=key.encode()).digest()


@cache
def _engine() -> str:
    """A digest of what marks depend on beside a seed and a catalogue: the rules, and Python."""
    versions = (sys.version, unicodedata.unidata_version, msgspec.__version__)
    return digest([*versions, digest_of_files("text", "data")])


def digest_of_files(*names: str) -> str:
    """A digest of files of this package, and of all in its folders, with their names."""
    package = Path(__file__).parents[1]
    files = sorted(
        path
        for name in names
        for path in ((package / name).rglob("*") if (package / name).is_dir() else [package / name])
        if path.is_file() and path.suffix != ".pyc"
    )
    return digest(
        f"{path.relative_to(package).as_posix()} {blake2b(path.read_bytes()).hexdigest()}"
        for path in files
    )
