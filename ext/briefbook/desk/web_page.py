"""A saved web page: its article as text, and what the page says of itself.

trafilatura finds both (https://trafilatura.readthedocs.io/). It is not needed to build a book, and
so is loaded only here. The page is a stranger's: nothing in it is run or fetched, and what it says
of itself is taken only where a sidecar may hold it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final

from briefbook.text.addresses import is_web_address
from briefbook.text.characters import complaint, showable
from briefbook.text.errors import FileProblem
from briefbook.text.sidecar import is_date

if TYPE_CHECKING:
    from collections.abc import Iterable

INSTALL: Final = 'python -m pip install "briefbook[html]"'

_MARKUP = re.compile(
    rb"[\s\xef\xbb\xbf]*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--|<!doctype html|<html)", re.IGNORECASE
)
# As browsers, and as the extension SingleFile, save a page.
_SAVED_FROM = re.compile(
    rb"<!--\s*(?:saved from url=\(\d{1,5}\)|Page saved with SingleFile\s+url:\s*)(\S{1,2000})"
)
_HEAD: Final = 4096
"""Bytes of a page in which its saving is noted."""

_ABOVE: Final = 200
"""Characters that may stand above a headline: a section, a day."""

MAX_WORDS: Final = 300
"""Characters of a title or a name; what a page gives beyond that is none."""
MAX_AUTHORS: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of an article beside its text; None or empty where it is not."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601, ``YYYY-MM-DD`` or ``YYYY-MM``."""


def is_web_page(raw: bytes) -> bool:
    """Whether ``raw`` opens as HTML does."""
    return _MARKUP.match(raw) is not None


def read_web_page(raw: bytes, *, shown: str) -> tuple[str, Facts]:
    """The article of the page in ``raw``, a paragraph a line, and what the page says of it.

    Raises FileProblem, which names the page as ``shown``.
    """
    try:
        trafilatura = import_module("trafilatura")
    except ImportError:
        problem = "it is a web page, and what reads such pages is not installed"
        raise FileProblem(shown, None, problem, f"run {INSTALL}, or save the text alone") from None
    try:
        found = trafilatura.bare_extraction(
            raw,
            with_metadata=True,
            include_comments=False,
            # Its guess at a day from anything on the page is no fact.
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception as error:  # noqa: BLE001 - a parser of strangers' pages may fail in any way
        raise FileProblem(
            shown, None, f"the page cannot be read: {type(error).__name__}", "save the text alone"
        ) from None
    text = found.text.strip() if found is not None and found.text else ""
    if not text:
        raise FileProblem(
            shown, None, "no article is found on the page", "save the text of the article alone"
        )
    title = _words(found.title)
    if title and title not in text[: len(title) + _ABOVE]:
        text = f"{title}\n{text}"  # the page shows its headline outside of what is its article
    saved_from = _SAVED_FROM.search(raw[:_HEAD])
    # First where the browser says that it was; a page may name any base for its links.
    addresses = [saved_from[1].decode("utf-8", "replace") if saved_from else None, found.url]
    return f"{text}\n", Facts(
        title=title,
        publisher=_words(found.sitename),
        url=next((each for each in addresses if each and is_web_address(each)), None),
        authors=tuple(_authors((found.author or "").split(";"))),
        published=found.date if found.date and is_date(found.date) else None,
    )


def _authors(names: Iterable[str]) -> Iterable[str]:
    known = (_words(name) for name in names)
    return list(dict.fromkeys(name for name in known if name))[:MAX_AUTHORS]


def _words(given: str | None) -> str | None:
    """What may stand in a sidecar on one line; None where it may not."""
    words = " ".join((given or "").split())
    if not words or len(words) > MAX_WORDS or complaint(words) is not None:
        return None
    return showable(words)
