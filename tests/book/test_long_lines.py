"""Very long lines and lists: Sphinx looks for each reference it replaces among its siblings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from docutils import nodes

from briefbook.sphinx.nodes import article_text
from projects import Project, warnings_of

LINE = 'NATO met on Monday. "We will see," said Jane Doe on Tuesday. '
COUNT = 60
MOST = 50
LINES = "The council of NATO met on 3 May 2023 and on 4 May 2023 and agreed.\n"


def test_no_step_is_taken_for_each_pair_of_marks(
    project: Callable[[str], Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefbook.sphinx.siblings.MOST", MOST)
    looked_through = []
    index = nodes.Element.index

    def counted(self: nodes.Element, item: nodes.Node, *rest: int) -> int:
        place = index(self, item, *rest)
        looked_through.append(place + 1)
        return place

    monkeypatch.setattr(nodes.Element, "index", counted)
    book = project("own-seeds")
    book.write_seed("long.txt", " date 2023-07-05 \n" + LINE * COUNT + "\n")
    book.write_seed("many.txt", " date 2023-07-06 \n" + LINES * (MOST + 20))
    monkeypatch.setattr("briefbook.sphinx.views.dates.CHOOSABLE", COUNT)
    app = book.build()
    assert warnings_of(app) == []
    indexes = book.html("indexes.html")
    assert "brief-dates" in indexes
    assert "choices.css" not in indexes
    assert "choose-dates" not in indexes
    doctree = app.env.get_doctree("articles/2023/07/long")
    [text] = doctree.findall(article_text)
    marks = len(list(text.findall(nodes.reference))) + len(list(text.findall(nodes.inline)))
    assert marks > 2 * COUNT
    assert max(looked_through) <= MOST + 1
    page: Any = BeautifulSoup(book.html("articles/2023/07/long.html"), "html.parser")
    shown = page.select_one("#p1").parent.get_text()
    assert shown.split() == (LINE * COUNT).split()
