"""Which part of the printed book each page is in: by the year or the month of its article."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from briefbook.pdf.pages import Part
from briefbook.printed.pages import is_article
from briefbook.sphinx.domain import brief_domain
from briefbook.words import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx

    from briefbook.pdf.pages import Page

_A_PAGE: Final = 2_500
"""Characters: what a page holds on average, by a book of 27 articles."""
_YEAR, _MONTH = 4, 7
"""Characters of a day of publication that name its year, and its month."""

_BACK: Final = Part(key="indexes", title="")


def set_parts(app: Sphinx, pages: list[Page]) -> None:
    """``briefpdf-pages``: name each page's part, where the book is divided.

    What stands before the first article is in its part; what follows the last is a part of its own.
    """
    articles = brief_domain(app.env).articles
    days = {
        at: articles[page.docname].published
        for at, page in enumerate(pages)
        if page.docname in articles and is_article(page)
    }
    sizes = [len(page.node.astext()) / _A_PAGE for page in pages]
    limit = app.config.briefbook_pdf_part_pages
    wanted = app.config.briefbook_pdf_parts
    if wanted:
        length = _YEAR if wanted == "year" else _MONTH
        groups = [list(group) for _, group in groupby(days, key=lambda at: days[at][:length])]
    elif sum(sizes) > limit:
        months = (list(group) for _, group in groupby(days, key=lambda at: days[at][:_MONTH]))
        groups, length = _gathered(months, sizes, limit), _MONTH
    else:
        return
    if len(groups) < 2 and sum(sizes) <= limit:  # nothing to divide
        return
    first = 0
    for group in groups:
        part = _named([days[group[0]][:length], days[group[-1]][:length]])
        above = min(pages[at].level for at in range(first, group[-1] + 1)) - 1
        for at in range(first, group[-1] + 1):
            pages[at] = replace(pages[at], part=part, level=pages[at].level - above)
        first = group[-1] + 1
    for at in range(first, len(pages)):
        pages[at] = replace(pages[at], part=_BACK)


def _gathered(months: Iterable[list[int]], sizes: list[float], limit: int) -> list[list[int]]:
    """Months that follow one another, as many together as ``limit`` allows, at least one."""
    groups: list[list[int]] = []
    filled = 0.0
    for month in months:
        size = sum(sizes[at] for at in month)
        if groups and filled + size <= limit:
            groups[-1] += month
            filled += size
        else:
            groups.append(month)
            filled = size
    return groups


def _named(period: list[str]) -> Part:
    first, last = period
    if first == last:
        return Part(key=first, title=in_words(first))
    return Part(key=f"{first}-{last}", title=f"{in_words(first)} – {in_words(last)}")
