"""No name that the catalogue knows is a person's."""

from __future__ import annotations

import pytest
from statement_cases import article_of, statements_of

from briefbook.text.bodies import BodyKind, load_catalogue
from briefbook.text.kinds import SourceKind

FRAME = "{} said on Monday that the bridge is safe."


@pytest.mark.parametrize("kind", BodyKind)
def test_no_name_of_the_catalogue_is_a_persons(kind: str) -> None:
    """Ambiguous names are not asked about: alone they mean nobody."""
    names = [name for body in load_catalogue() if body.kind is kind for name in body.terms]
    article = article_of("\n".join(map(FRAME.format, names)), "en")
    sources, statements = statements_of(article)
    assert len(sources) <= len(names)
    assert len(statements) > 0.9 * len(names)
    assert [source.name for source in sources if source.kind is SourceKind.PERSON] == []


def test_headwords_of_the_press_are_publications() -> None:
    names = [body.headword for body in load_catalogue() if body.kind is BodyKind.PRESS]
    for name in names:
        (source,), _ = statements_of(article_of(FRAME.format(name), "en"))
        assert source.kind is SourceKind.PUBLICATION, name
