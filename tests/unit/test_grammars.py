"""Nearly valid files with hostile edits: refused with their line, or harmless on their page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings

from briefbook.text.errors import FileProblem
from grammars import documents, oracles, page
from grammars.bibliography import bibliographies, check_bibliography
from grammars.growth import Grown, check_growth, grown
from grammars.targets import TARGETS

NOTE = """\
---
motivation: commenting
target: {exact: the talks}
author: {name: Jane Doe}
created: "2026-11-22?"
sources: [doe2021]
---
A note.
"""
BODY = """\
- id: freedonia-council
  name: "Freedonia Council?"
  kind: government
  text: A council that meets in Freedonia every week.
  checked: ["https://example.org/a!"]
"""


@pytest.fixture(autouse=True, scope="module")
def _closed() -> Iterator[None]:
    yield
    page.close()


@given(documents.seeds)
@settings(max_examples=30)
def test_seeds(raw: bytes) -> None:
    oracles.check_seed(raw)


@given(documents.notes)
@example([NOTE.replace("?", "").encode()] * 2)
@example([NOTE.replace("2026-11-22?", "9999-99-99\\n").encode()])
@example([NOTE.replace("?", "\\n").encode()])
@settings(max_examples=30)
def test_annotations(files: list[bytes]) -> None:
    oracles.check_annotations(files)


@given(documents.sidecars)
@example(b"# x\n" + b" " * 60_000 + b"\nbogus = 1\n")
@settings(max_examples=30)
def test_sidecars(raw: bytes) -> None:
    oracles.check_sidecar(raw)


@given(documents.bodies)
@example(BODY.replace("?", "").replace("!", "").encode())
@example(BODY.replace("?", "\\N:::{raw} html\\N:::\\N").replace("!", "").encode())
@example(BODY.replace("?", "").replace("example.org/a!", "[").encode())
@settings(max_examples=30)
def test_bodies(raw: bytes) -> None:
    oracles.check_bodies(raw)


@given(bibliographies)
@settings(max_examples=30)
def test_bibliographies(raw: bytes) -> None:
    check_bibliography(raw)


@pytest.mark.parametrize("name", TARGETS)
def test_steps_grow_with_size_alone(name: str) -> None:
    @given(grown(TARGETS[name].texts))
    @settings(max_examples=8)
    def holds(file: Grown) -> None:
        check_growth(file, TARGETS[name].read)

    holds()


def test_what_must_hold_is_asked_for() -> None:
    with pytest.raises(AssertionError):
        oracles.check_line("a\n", 10)
    with pytest.raises(AssertionError):
        oracles.check_problem(FileProblem(oracles.PATH, 3, "wrong", "mend it"), b"a\n")
    with pytest.raises(AssertionError, match="steps"):
        check_growth(Grown("", "a", ""), lambda raw: [0 for _ in raw[::16] for _ in raw[::16]])
