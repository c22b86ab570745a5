"""Every input from strangers: its grammar, what must hold of it, and how it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefbook.text.annotations.parse import parse_annotation
from briefbook.text.bodies import load_catalogue
from briefbook.text.errors import FileProblem
from briefbook.text.marks import mark
from briefbook.text.seeds import parse_seed
from briefbook.text.sidecar import parse_sidecar
from grammars import bibliography, documents, oracles

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One kind of file."""

    files: SearchStrategy[Any]
    check: Callable[[Any], None]
    """Takes one of ``files``."""
    texts: SearchStrategy[str]
    """The same files before they are edited."""
    read: Callable[[bytes], object]


def _reader(read: Callable[[bytes], object]) -> Callable[[bytes], object]:
    """``read``, which may refuse the file."""

    def read_or_refuse(raw: bytes) -> object:
        try:
            return read(raw)
        except FileProblem as problem:
            return problem

    return read_or_refuse


def _mark(raw: bytes) -> object:
    seed = parse_seed(raw, name="a", path=oracles.PATH, date="2021-12-30")
    return mark(seed, load_catalogue())


TARGETS = {
    "seed": Target(
        files=documents.seeds,
        check=oracles.check_seed,
        texts=documents.seed_text(),
        read=_reader(_mark),
    ),
    "sidecar": Target(
        files=documents.sidecars,
        check=oracles.check_sidecar,
        texts=documents.sidecar_text(),
        read=_reader(lambda raw: parse_sidecar(raw, path=oracles.PATH)),
    ),
    "annotation": Target(
        files=documents.notes,
        check=oracles.check_annotations,
        texts=documents.annotation_text(),
        read=lambda raw: parse_annotation(raw, path=oracles.PATH, seed="a", name="2026-11-22-a"),
    ),
    "bodies": Target(
        files=documents.bodies,
        check=oracles.check_bodies,
        texts=documents.bodies_text(),
        read=_reader(oracles.catalogue_of),
    ),
    "bibliography": Target(
        files=bibliography.bibliographies,
        check=bibliography.check_bibliography,
        texts=bibliography.bibliography_text(),
        read=bibliography.read,
    ),
}
