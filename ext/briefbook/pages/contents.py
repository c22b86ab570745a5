"""The contents of the articles: a page for all years, one for each year and one for each month.

Grouped so because a flat contents tree costs Sphinx time that grows with the square of the pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.pages.manifest import MADE
from briefbook.pages.syntax import SYNTAX
from briefbook.words import _, in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEAD = """\
---
# {made}. Do not edit this page.
{syntax}
---

# {title}

:::{{toctree}}
:maxdepth: {depth}
:titlesonly:

{entries}
:::
"""


def contents_pages(
    docnames: Iterable[str], folder: str, *, most: int = 0, months: Iterable[str] = ()
) -> dict[str, str]:
    """Document names of the contents pages and their MyST text, for the given pages in ``folder``.

    Articles stand in the order given; years and months in order of time. A page that would list
    more than ``most`` articles lists their months alone, if it is not 0. ``months``, ISO 8601, have
    their articles elsewhere: they are listed, and no article with them.
    """
    tree: dict[str, dict[str, list[str]]] = {}
    for name in docnames:
        year, month, page = name.split("/")[-3:]
        tree.setdefault(year, {}).setdefault(month, []).append(page)
    elsewhere = [*months]
    for each in elsewhere:
        tree.setdefault(each[:4], {}).setdefault(each[5:7], [])
    counts = {year: sum(map(len, months.values())) for year, months in tree.items()}
    fits = not elsewhere and (not most or sum(counts.values()) <= most)
    years = [f"{year}/index" for year in sorted(tree)]
    pages = {f"{folder}/index": _page(_("Articles"), 3 if fits else 2, years)}
    for year, of_year in tree.items():
        entries = [f"{month}/index" for month in sorted(of_year)]
        fits = not elsewhere and (not most or counts[year] <= most)
        pages[f"{folder}/{year}/index"] = _page(year, 2 if fits else 1, entries)
        for month, names in of_year.items():
            title = in_words(f"{year}-{month}")
            pages[f"{folder}/{year}/{month}/index"] = _page(title, 1, names)
    return pages


def _page(title: str, depth: int, entries: list[str]) -> str:
    listed = "\n".join(entries)
    return _HEAD.format(made=MADE, title=title, depth=depth, entries=listed, syntax=SYNTAX)
