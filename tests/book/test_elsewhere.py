"""README's "Use it elsewhere" in the environment at hand; tests/environments has a fresh one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from elsewhere import write_project
from projects import Project, warnings_of

PAGE = "articles/2023/01/port.html"
BIBLIOGRAPHY = """\
# References

```{bibliography}
:all:
```
"""


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Project]:
    write_project(tmp_path)
    made = Project(folder=tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize("builder", ["html", "briefpdf", "text", "latex"])
def test_it_builds_without_a_warning(elsewhere: Project, builder: str) -> None:
    assert warnings_of(elsewhere.build(builder, nitpicky=True)) == []


def cited(book: Project) -> str:
    page: Any = BeautifulSoup(book.html(PAGE), "html.parser")
    (field,) = page.select(".brief-provenance dt:-soup-contains('Cite as') + dd")
    return str(field.get_text()).strip()


def test_an_article_cites_itself_where_it_is_listed(elsewhere: Project) -> None:
    elsewhere.build()
    assert cited(elsewhere) == "Publisher not named, 4 January 2023."
    index = elsewhere.folder / "index.md"
    index.write_text(index.read_text("utf-8").replace("bodies\n", "bodies\nrefs\n"), "utf-8")
    (elsewhere.folder / "refs.md").write_text(BIBLIOGRAPHY, "utf-8")
    elsewhere.close()
    elsewhere.apps.clear()
    assert warnings_of(elsewhere.build(nitpicky=True, fresh=True)) == []
    assert cited(elsewhere).startswith("Publisher not named, 4 January 2023. [")


def test_an_article_that_no_bibliography_lists(elsewhere: Project) -> None:
    index = elsewhere.folder / "index.md"
    index.write_text(index.read_text("utf-8").replace("bodies\n", "bodies\nrefs\n"), "utf-8")
    others = BIBLIOGRAPHY.replace(":all:", ':filter: key == "seed-again"')
    (elsewhere.folder / "refs.md").write_text(others, "utf-8")
    assert warnings_of(elsewhere.build(nitpicky=True)) == []
    assert cited(elsewhere) == "Publisher not named, 4 January 2023."
