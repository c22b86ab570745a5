"""Leaves out of a page the sheets and scripts that it has no use for: half of what it would load.

Sphinx and its extensions name theirs on every page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHEETS: Final = {
    "pygments.css": "highlight",
    "sphinx-design.min.css": "sd-",
    "briefbook/versions.css": "brief-versions",
}
_SCRIPTS: Final = {
    "design-tabs.js": "sd-tab",
    **{f"briefbook/{name}.js": "brief-article" for name in ("switches", "lighting", "menu")},
}
"""By file, what stands in the text of each page that uses it."""

_SPHINXS: Final = ("documentation_options.js", "doctools.js", "sphinx_highlight.js")
"""What the search of Sphinx needs, in whose place ours is, and scripts of the project may."""

_THEMES: Final = ("scripts/furo.js", *_SCRIPTS)
"""Scripts that need none of those."""


def keep_what_is_used(context: dict[str, Any]) -> None:
    """Take the others out of the page's lists."""
    body: str = context.get("body", "")
    unused = {name for name, sign in (_SHEETS | _SCRIPTS).items() if sign not in body}
    context["css_files"] = _without(context["css_files"], unused)
    scripts = _without(context["script_files"], unused)
    if all(_is_known(_name(each)) for each in scripts):
        scripts = _without(scripts, _SPHINXS)
    context["script_files"] = scripts


_SAYS_NOTHING: Final = re.compile(
    r'(?<=<a) class="reference internal"|(?<=<tr) class="row-(?:odd|even)"'
    r'|(?<= class=")xref std (?=std-term)|(?<=<code class=")docutils (?=literal)'
    r'|(?<=<span) class="bibtex-citation"'
    r"|(?<=</td>)\n(?=<td)"
)
"""Classes in the text of a page that neither furo's style nor ours asks for, and blanks."""

_IDLE: Final = re.compile(
    r"(?P<open><a\b[^<>]*>|<t[dh][^<>]*>)<(?P<tag>span|p)>(?P<text>[^<>]*)</(?P=tag)>"
    r"(?=</(?:a|td|th)>)"
)
"""Elements around the whole text of a link or a cell, which say nothing of it."""

_WORD_OF_CODE: Final = re.compile(r'<span class="pre">([^<>]*)</span>')
"""Which themes with Sphinx's own sheet keep together; furo breaks code as it breaks words."""

_CITATION: Final = re.compile(r'(<a href="[^"]*" title="[^"]*")(?=>)')
_ADDRESS: Final = re.compile(r' URL: https?://[^ "]*(?="$)')
"""At the end of a hint that shows a work: the link leads to the bibliography, which has it."""


def lightened(body: str) -> str:
    """A page's text without what nobody misses: a fifth of an article of twelve paragraphs.

    A work that is cited again, as a note's text and its last line do, has its hint once, and that
    does not spell out its address.
    """
    cited: set[str] = set()

    def once(match: re.Match[str]) -> str:
        link = _ADDRESS.sub("", match[1])
        if link in cited:
            return link.partition(" title=")[0]
        cited.add(link)
        return link

    body = _WORD_OF_CODE.sub(r"\1", body)
    body = _IDLE.sub(r"\g<open>\g<text>", _SAYS_NOTHING.sub("", body))
    return _CITATION.sub(once, body)


def _is_known(name: str) -> bool:
    return name in {*_SPHINXS, *_THEMES} or name.startswith("briefbook/")


def _without(files: list[Any], names: Iterable[str]) -> list[Any]:
    return [each for each in files if _name(each) not in names]


def _name(file: Any) -> str:
    """A file's name below the folder of static files; a project may name it as mere text."""
    return str(getattr(file, "filename", file)).removeprefix("_static/")
