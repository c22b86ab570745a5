"""Files whose lines end as Windows ends them, as git's autocrlf may have it, give the same book."""

from __future__ import annotations

import pytest

from projects import copy_of, warnings_of

SIDECAR = """\
# What the editors know.
title = "A bridge"
rights = "© The Freedonia Gazette."
authors = [
  "Jane Doe",  # who wrote it
]
"""
BODIES = """\
- id: freedonia-ministry-of-fields
  name: Ministry of Fields
  kind: government
  text: >
    The ministry that looks after the fields
    of an invented country.
  checked: [https://example.org/fields]
"""
NOTE = """\
---
motivation: commenting
target:
  exact: met envoys of NATO
author: {name: Jane Doe}
created: 2026-11-22
sources: [doe2021]
---
The first paragraph of a note, with {term}`NATO`,
{cite}`doe2021` and *two
lines* of emphasis.

- a point,
  which goes on
- another
"""
WORKS = """\
@book{doe2021,
  title = {Talks on
    a river},
  author = {Doe, Jane},
  year = {2021},
  publisher = {Press},
}
"""
FILES = {
    "seeds/river.toml": SIDECAR,
    "bodies.yaml": BODIES,
    "annotations/river/2026-11-22-envoys.md": NOTE,
    "references.bib": WORKS,
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """By how lines end, what is built of them."""
    found = {}
    folder = tmp_path_factory.mktemp("line-ends") / "book"
    for name, end in (("unix", b"\n"), ("windows", b"\r\n")):
        book = copy_of("own-seeds", folder)
        with (folder / "conf.py").open("a", encoding="utf-8") as conf:
            conf.write('bibtex_bibfiles = ["references.bib"]\n')
        for path, text in FILES.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(text.encode())
        for file in folder.rglob("*"):
            if file.is_file() and file.suffix != ".txt":
                file.write_bytes(b"".join(line + end for line in file.read_bytes().splitlines()))
        assert warnings_of(book.build(nitpicky=True)) == []
        book.close()
        out = folder / "_build/html"
        built = {
            path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*.html")
        }
        sources = (folder / "articles").rglob("*.*")
        found[name] = built | {path.name: path.read_bytes() for path in sources}
        folder.rename(folder.with_name(name))
    return found


def test_the_book_is_the_same(pages: dict[str, dict[str, bytes]]) -> None:
    assert "articles/2023/05/river.html" in pages["unix"]
    assert b"which goes on" in pages["unix"]["articles/2023/05/river.html"]
    assert pages["unix"] == pages["windows"]


def test_generated_pages_end_their_lines_alike_on_every_system(
    pages: dict[str, dict[str, bytes]],
) -> None:
    made = {name: text for name, text in pages["windows"].items() if name.endswith((".md", ".bib"))}
    assert {"river.md", "index.md", "seeds.bib"} <= made.keys()
    assert [name for name, text in made.items() if b"\r" in text] == []
