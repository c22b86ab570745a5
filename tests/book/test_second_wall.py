"""Law 4's second wall: were anything from outside to become markup, its page would not be shown."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from briefbook.pages import book as pages_of_book
from briefbook.pages.article_page import article_page
from briefbook.pages.syntax import SYNTAX
from briefbook.text.model import Marks
from projects import Project, copy_of, warnings_of

CANARY = "canary"
"""A word of each attack's own: on no page may it stand."""

BLOCKS = {
    "raw html": ":::{raw} html\n<b>canary</b>\n:::",
    "raw latex": ":::{raw} latex\ncanary\n:::",
    "raw text": ":::{raw} text\ncanary\n:::",
    "raw from a file": ":::{raw} html\n:file: ../../../secret.txt\n:::",
    "html": "<script>canary()</script>",
    "html comment": "<!-- canary -->",
    "include": ":::{include} ../../../secret.txt\n:::",
    "include as code": ":::{include} ../../../secret.txt\n:literal:\n:::",
    "literalinclude": ":::{literalinclude} ../../../secret.txt\n:::",
    "table from a file": ":::{csv-table}\n:file: ../../../secret.txt\n:::",
    "eval-rst": "```{eval-rst}\n.. raw:: html\n\n   canary\n```",
    "eval-rst of text": "```{eval-rst}\ncanary\n```",
    "code": "```\ncanary\n```",
    "code-block": ":::{code-block} python\ncanary\n:::",
    "parsed-literal": ":::{parsed-literal}\ncanary\n:::",
    "image": ":::{image} canary.png\n:::",
    "figure": ":::{figure} canary.png\nx\n:::",
    "math": ":::{math}\ncanary\n:::",
    "heading": "## canary",
    "quotation": "> canary",
    "rule": "canary\n\n---\n\ncanary",
    "table": "| canary |\n|---|\n| x |",
    "numbered list": "1. canary",
    "footnote": "[^a]: canary",
    "target": "(canary)=\n\ncanary",
    "comment": "% canary",
    "block break": "+++ canary",
    "paragraph": "canary",
    "div": ":::canary\ncanary\n:::",
    "admonition": ":::{admonition} canary\nx\n:::",
    "note": ":::{note}\ncanary\n:::",
    "index": ":::{index} canary\n:::",
    "only": ":::{only} html\ncanary\n:::",
    "glossary": ":::{glossary}\ncanary\n  x\n:::",
    "function": ":::{py:function} canary\n:::",
    "class": ":::{class} canary\n:::\n\nx",
    "contents": "canary\n\n:::{contents}\n:::",
    "toctree": ":::{toctree}\ncanary </index>\n:::",
    "bibliography": "canary\n\n:::{bibliography}\n:::",
    "title of the tab": ":::{title} canary\n:::",
    "meta": ":::{meta}\n:description: canary\n:::",
    "card": ":::{card} canary\nx\n:::",
    "dropdown": ":::{dropdown} canary\nx\n:::",
    "button": ":::{button-link} https://canary.example\nx\n:::",
    "cards of the book": "canary\n\n:::{brief:cards}\n:::",
    "colophon": "canary\n\n:::{brief:colophon}\n:::",
    "glossary of bodies": "canary\n\n:::{brief:glossary}\n:::",
    "unknown directive": ":::{canary}\n:::",
    "section of its own": "# canary",
}

INLINES = {
    "html": "<b onclick='canary'>x</b>",
    "emphasis": "*canary*",
    "strong": "**canary**",
    "code": "`canary`",
    "link": "[x](https://canary.example)",
    "link in angle brackets": "<https://canary.example>",
    "link to a page": "[canary](/index.md)",
    "link to a file": "[canary](/secret.txt)",
    "image": "![canary](canary.png)",
    "image from elsewhere": "![x](https://canary.example/x.png)",
    "class": "[canary]{.sd-hidden}",
    "id": "[canary]{#canary}",
    "download": "{download}`canary </secret.txt>`",
    "ref": "{ref}`canary`",
    "doc": "{doc}`canary </index>`",
    "any": "{any}`canary`",
    "citation": "{cite:t}`canary`",
    "math": "{math}`canary`",
    "subscript": "{sub}`canary`",
    "raw": "{raw}`canary`",
    "abbreviation": "{abbr}`x (canary)`",
    "part of an article": "{brief:article}`canary <canary>`",
    "icon": "{octicon}`canary`",
    "unknown role": "{canary}`x`",
    "hard break": "canary\\\ncanary",
    "footnote": "canary[^a]\n\n[^a]: x",
}

FRONT = {
    "meta": "myst:\n  html_meta: {canary: canary}",
    "substitution": "myst:\n  enable_extensions: [attrs_inline, colon_fence, substitution]\n"
    "  substitutions: {key: '[canary](https://canary.example)'}",
    "field": "canary: canary\nmyst:\n  enable_extensions: [attrs_inline, colon_fence]",
}


LINES_IN_TITLES = {name: attack for name, attack in INLINES.items() if "\n" not in attack}


def cases() -> dict[str, tuple[str, str]]:
    """What is put where, by the name of the seed it is done to."""
    kinds = (("page", BLOCKS), ("article", BLOCKS), ("line", INLINES), ("title", LINES_IN_TITLES))
    found = {
        f"{kind}-{name.replace(' ', '-')}": (kind, attack)
        for kind, attacks in kinds
        for name, attack in attacks.items()
    }
    return found | {f"front-{name}": ("front", attack) for name, attack in FRONT.items()}


CASES = cases()


def attacked(page: str, kind: str, attack: str) -> str:
    match kind:
        case "page":
            return page.replace("\n:::{brief:summary}", f"\n{attack}\n\n:::{{brief:summary}}")
        case "article":
            return page.replace("\n{brief:p}`1`", f"\n{attack}\n\n{{brief:p}}`1`")
        case "line":
            return page.replace("meet again", f"meet {attack}")
        case "title":
            return page.replace("# Publisher not named", f"# {attack}")
        case _:
            body = "{{ key }}" if "substitutions" in attack else "meet again"
            return page.replace(SYNTAX, attack).replace("meet again", body)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    made = copy_of("own-seeds", tmp_path_factory.mktemp("wall") / "book")
    (made.folder / "secret.txt").write_text("canary\n")
    for name in (*CASES, "benign"):
        made.write_seed(f"{name}.txt", " date 2023-05-31\nThe ministers meet again.\n")
    with pytest.MonkeyPatch.context() as patch:

        def changed_page(marks: Marks, headwords: Any, notes: Any, **others: Any) -> Any:
            page = article_page(marks, headwords, notes, **others)
            case = CASES.get(marks.article.seed.name)
            if case is None:
                return page
            changed = attacked(page, *case)
            assert changed != page
            return changed

        patch.setattr(pages_of_book, "article_page", changed_page)
        with warnings.catch_warnings():
            # MyST-Parser's include uses what Sphinx 9 has begun to retire.
            warnings.simplefilter("ignore", PendingDeprecationWarning)
            warnings.simplefilter("ignore", DeprecationWarning)
            made.build(myst_html_meta={"description lang=en": "A book of talks"})
        yield made
    made.close()


def html(book: Project, name: str) -> Any:
    return BeautifulSoup(book.html(f"articles/2023/05/{name}.html"), "html.parser")


@pytest.mark.parametrize("name", CASES)
def test_the_page_is_stopped(book: Project, name: str) -> None:
    said = [line for line in warnings_of(book.apps[0]) if "[briefbook.page]" in line]
    [of_page] = [line for line in said if f"/{name}.md" in line]
    assert "ERROR: the page holds" in of_page
    tree = book.apps[0].env.get_doctree(f"articles/2023/05/{name}")
    assert CANARY not in tree.pformat()
    page = html(book, name)
    assert page.select_one("h1").find(string=True) == "This page is not shown"
    assert CANARY not in page.select_one("[role=main], main, .body").get_text().replace(name, "")
    assert page.select(".brief-article, .brief-provenance, script[src*=canary]") == []


def test_nothing_of_it_is_anywhere_else(book: Project) -> None:
    for path in (book.folder / "_build/html").rglob("*"):
        if path.is_file() and "_sources" not in path.parts:
            assert CANARY not in path.read_bytes().decode("utf-8", "replace"), path


def test_other_pages_are_shown(book: Project) -> None:
    page = html(book, "benign")
    assert "The ministers meet again." in page.get_text()
    assert page.select_one("meta[name=description]")["content"] == "A book of talks"
    assert "This page is not shown" not in html(book, "river").get_text()


@pytest.mark.parametrize("builder", ["text", "latex", "briefpdf"])
def test_every_builder_says_that_the_page_is_not_shown(
    project: Callable[[str], Project], monkeypatch: pytest.MonkeyPatch, builder: str
) -> None:
    book = project("own-seeds")

    def changed_page(marks: Marks, headwords: Any, notes: Any, **others: Any) -> Any:
        return attacked(article_page(marks, headwords, notes, **others), "page", BLOCKS["raw html"])

    monkeypatch.setattr(pages_of_book, "article_page", changed_page)
    app = book.build(builder)
    assert len([line for line in warnings_of(app) if "[briefbook.page]" in line]) == 2
    written = b"".join(path.read_bytes() for path in Path(app.outdir).rglob("*") if path.is_file())
    assert b"canary" not in written
    if builder != "briefpdf":
        assert b"This page is not shown" in written
