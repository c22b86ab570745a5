"""``llms.txt``: what the book holds, a line each, for programs that read text rather than pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefbook.export.escaped import for_markdown
from briefbook.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable

MARK: Final = "<!-- Made by briefbook -->"
"""By it the build knows the file as its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A line: a link and what is said of it."""

    address: str
    title: str
    about: str


def llms_txt(book: str, articles: Iterable[Listed], files: Iterable[Listed]) -> bytes:
    """The file, as llmstxt.org describes it: a title, a summary, lists of links."""
    summary = _(
        "News articles as they were published, each with who says what, the bodies and dates it "
        "names, and readers’ notes. What rules found and no editor has read is marked as such; "
        "quote an article’s words only from its text."
    )
    lines = [f"# {for_markdown(book)}", "", f"> {summary}", "", MARK]
    for head, group in ((_("Articles"), articles), (_("Data"), files)):
        lines += ["", f"## {head}", "", *map(_line, group)]
    return "\n".join([*lines, ""]).encode()


def _line(listed: Listed) -> str:
    about = f": {for_markdown(listed.about)}" if listed.about else ""
    return f"- [{for_markdown(listed.title)}](<{listed.address}>){about}"
