"""furo's pages load what they use."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from briefbook.html.themes.furo_weight import keep_what_is_used, lightened

VERSIONS = "briefbook/versions.css"
SHEETS = ["pygments.css", "styles/furo.css", "sphinx-design.min.css", VERSIONS]
SCRIPTS = [
    "documentation_options.js", "doctools.js", "sphinx_highlight.js", "scripts/furo.js",
    "design-tabs.js", "briefbook/menu.js",
]  # fmt: skip


def kept(body: str, *more: str) -> tuple[list[str], list[str]]:
    def files(names: list[str]) -> list[Any]:
        return [SimpleNamespace(filename=f"_static/{name}") for name in names]

    context: dict[str, Any] = {
        "body": body,
        "css_files": files(SHEETS),
        "script_files": [*files(SCRIPTS), *more],
    }
    keep_what_is_used(context)
    sheets, scripts = (
        [str(getattr(each, "filename", each)).removeprefix("_static/") for each in context[name]]
        for name in ("css_files", "script_files")
    )
    return sheets, scripts


def test_a_page_of_text() -> None:
    assert kept("<p>words</p>") == (["styles/furo.css"], ["scripts/furo.js"])


def test_an_article_brings_its_menu() -> None:
    assert "briefbook/menu.js" in kept('<div class="brief-article"></div>')[1]


def test_code_and_tabs_bring_theirs() -> None:
    sheets, scripts = kept('<div class="sd-tab-set"></div><div class="highlight"></div>')
    assert sheets == [each for each in SHEETS if each != VERSIONS]
    assert "design-tabs.js" in scripts


def test_versions_of_an_article_bring_theirs() -> None:
    assert VERSIONS in kept('<div class="brief-versions docutils container"></div>')[0]


def test_a_script_of_the_project_may_need_sphinxs() -> None:
    assert "doctools.js" in kept("<p>words</p>", "_static/own.js")[1]


def test_an_article_says_things_once() -> None:
    again = '<a class="reference internal" href="x.html#id2" title="A work.">[1]</a>'
    other = '<a class="reference internal" href="x.html#id3" title="A work.">[2]</a>'
    far = '<a href="x.html#id4" title="A work. URL: https://example.org/a?b=1.">[3]</a>'
    assert lightened(far) == '<a href="x.html#id4" title="A work.">[3]</a>'
    assert lightened(again + other + again) == (
        '<a href="x.html#id2" title="A work.">[1]</a><a href="x.html#id3" title="A work.">[2]</a>'
        '<a href="x.html#id2">[1]</a>'
    )
    assert lightened('<span class="xref std std-term">NATO</span>') == (
        '<span class="std-term">NATO</span>'
    )
    assert lightened('<a href="#p1"><span>¶1</span></a>') == '<a href="#p1">¶1</a>'
    assert lightened('<td><p>Line</p></td>\n<td class="x"><p>a <b>b</b></p></td>') == (
        '<td>Line</td><td class="x"><p>a <b>b</b></p></td>'
    )
    # Furo's style of wide tables asks for it, and ours of the front page.
    container = '<div class="table-wrapper docutils container">'
    assert lightened(container) == container
    code = '<code class="docutils literal notranslate"><span class="pre">a</span> b</code>'
    assert lightened(code) == '<code class="literal notranslate">a b</code>'
