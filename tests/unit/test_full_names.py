"""Whom a text names in full before it quotes them by surname."""

from __future__ import annotations

import pytest
from statement_cases import article_of

from briefbook.text.statements import find_statements

SAID = '"It is wide," Doe said.'


@pytest.mark.parametrize(
    ("introduced", "full_name"),
    [
        ("Jane Doe walked to the river.", "Jane Doe"),
        ("The prize went to Mayor Jane A. Doe of Larch.", "Jane A. Doe"),
        ("Ann van Doe walked to the river.", "Ann van Doe"),
        ("Jane Doe met Ann Doe.", None),  # either may be meant
        ("Embattled Doe walked to the river.", None),
        ("Mayor Doe walked to the river.", None),
        ("New York Doe met Labour's Doe.", None),
        ("Jane Roe walked to the river.", None),
    ],
)
def test_a_person_is_called_as_the_text_introduces_them(
    introduced: str, full_name: str | None
) -> None:
    sources, _statements = find_statements(article_of(f"{introduced}\n{SAID}"))
    assert [(source.name, source.full_name) for source in sources] == [("Doe", full_name)]


def test_who_is_introduced_later_has_no_name_yet() -> None:
    sources, _statements = find_statements(article_of(f"{SAID}\nJane Doe walked on."))
    assert [source.full_name for source in sources] == [None]


def test_a_source_that_has_its_full_name_needs_no_other() -> None:
    sources, _statements = find_statements(article_of(f'{SAID}\n"It is," Jane Doe said.'))
    assert [(source.name, source.full_name) for source in sources] == [("Jane Doe", None)]


def test_an_age_takes_up_whoever_was_told_of() -> None:
    sources, statements = find_statements(
        article_of('Coach Max Roe was full of praise. "She is the best," the 54-year-old said.')
    )
    assert [source.name for source in sources] == ["Max Roe"]
    assert [statement.source for statement in statements] == ["roe"]
