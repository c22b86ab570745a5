"""Very many nodes side by side stand in groups, and say what they said."""

from __future__ import annotations

import pytest
from docutils import nodes

from briefbook.sphinx.siblings import MOST, grouped


def texts(count: int) -> list[nodes.Node]:
    return [nodes.Text(f"{number} ") for number in range(count)]


def test_ordinary_numbers_stay_as_they_are() -> None:
    children = texts(MOST)
    assert grouped(children) == children


def test_many_stand_in_groups_in_their_order() -> None:
    children = texts(2 * MOST + 1)
    groups = grouped(children)
    assert [len(group.children) for group in groups] == [MOST, MOST, 1]
    assert {type(group) for group in groups} == {nodes.inline}
    assert nodes.paragraph("", "", *groups).astext() == "".join(map(str, children))


def test_groups_are_grouped_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefbook.sphinx.siblings.MOST", 3)
    block = nodes.paragraph("", "", *grouped(texts(28)))
    assert block.astext() == "".join(map(str, texts(28)))
    assert max(len(element.children) for element in block.findall(nodes.Element)) == 3
