"""Sidecars: what a sidecar may say, each case a specification, and what is refused."""

from __future__ import annotations

from dataclasses import fields

import pytest
from fixture_cases import FIXTURES, Case, load_cases

from briefbook.text.errors import SidecarError
from briefbook.text.sidecar import MAX_SIDECAR_BYTES, parse_sidecar


@pytest.mark.parametrize(
    "case", load_cases(FIXTURES / "seeds/sidecars.txt"), ids=lambda case: case.title
)
def test_sidecars(case: Case) -> None:
    try:
        sidecar = parse_sidecar(case.input.encode(), path="seeds/case.toml", lines=100)
        values = {field.name: getattr(sidecar, field.name) for field in fields(sidecar)}
        found = "\n".join(f"{key}: {value}" for key, value in values.items() if value) or "nothing"
    except SidecarError as error:
        found = f"line {error.line}: {error.problem}"
    assert found == case.expected


@pytest.mark.parametrize(
    "raw",
    [
        b"title = '\xff'",
        b"keep = " + b"[" * 30_000,
        b"published = 0x" + b"f" * 20_000,
        b"keep = [0x" + b"f" * 20_000 + b"]",
        b"title = " + b"9" * 9_000,
        b"#" * (MAX_SIDECAR_BYTES + 1),
        b"\x00",
        b'"' + b"k" * 9_000 + b'" = 1',
        b"# blanks\n" + b" " * 60_000 + b"\nbogus = 1",
    ],
)
def test_hostile_sidecars_are_refused(raw: bytes) -> None:
    with pytest.raises(SidecarError) as caught:
        parse_sidecar(raw, path="seeds/s.toml", lines=100)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    "line",
    [
        "a" + ".a" * 501 + " = 1",
        "a" + ' . "a"' * 501 + " = 1",
        "[[a" + ".a" * 501 + "]]",
        "b = {a" + ".a" * 501 + " = 1}",
    ],
)
def test_dotted_keys_are_refused_before_they_are_parsed(
    monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    """Their cost grows with the square of their parts."""
    monkeypatch.setattr("tomllib.loads", lambda _: pytest.fail("it was parsed"))
    with pytest.raises(SidecarError, match=r"^seeds/s\.toml:2: the line holds more than 500 full"):
        parse_sidecar(f"# one\n{line}\n".encode(), path="seeds/s.toml")


def test_a_title_may_hold_many_full_stops() -> None:
    raw = f'title = "{"." * 500}"\nrights = "{"." * 500}"\n'.encode()
    assert parse_sidecar(raw, path="seeds/s.toml").title == "." * 500
