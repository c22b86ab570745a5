"""Names that look like bodies and are not in the catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from fixture_cases import Case, folder_cases
from hypothesis import given, settings
from hypothesis import strategies as st

from briefbook.text.bodies import find_candidates, load_catalogue
from briefbook.text.bodies.abbreviations import find_definitions
from briefbook.text.characters import find_unfit
from marked_bodies import plain_article


@pytest.mark.parametrize("case", folder_cases("bodies/candidates"))
def test_candidates_are_those_of_the_fixture(case: Case) -> None:
    found = [
        f"{candidate.name} | {candidate.abbreviation or '-'} | {candidate.count} | "
        f"lines {', '.join(str(line) for line in candidate.lines)}"
        for candidate in find_candidates(plain_article(case.input), load_catalogue())
    ]
    assert ("\n".join(found) or "none") == case.expected


def test_a_candidates_yaml_can_be_pasted(tmp_path: Path) -> None:
    article = plain_article("The Étoile Rivers Commission (ERC) met.\nThe ERC left.")
    (candidate,) = find_candidates(article, load_catalogue())
    path = tmp_path / "bodies.yaml"
    path.write_text(candidate.as_yaml(), "utf-8")
    body = load_catalogue(path)["etoile-rivers-commission"]
    assert body.abbreviation == "ERC"


def test_a_candidates_yaml_is_obeyed_by_no_terminal() -> None:
    text = "The Rivers\x1b[2J\u202e Commission met.\nThe Rivers\x1b[2J\u202e Commission left."
    (candidate,) = find_candidates(plain_article(text), load_catalogue())
    assert find_unfit(candidate.as_yaml(), allowed="\n") is None
    assert yaml.safe_load(candidate.as_yaml())[0]["name"] == candidate.name


@given(st.text(alphabet="AaBb (),.;'\"-&İß\u2019 of the Council", max_size=200))
def test_definitions_lie_within_the_text(text: str) -> None:
    for found in find_definitions(text):
        assert 0 <= found.long_start < found.long_end <= len(text)
        assert found.short in text


# No deadline: the first example also reads the catalogue, as slowly as a busy machine does.
@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_candidates_or_none(text: str) -> None:
    find_candidates(plain_article(text), load_catalogue())
