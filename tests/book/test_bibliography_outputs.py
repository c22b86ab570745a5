"""The bibliography through the whole build: in every output, and from one build to the next."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from pybtex.database import Entry
from pybtex.style.formatting import BaseStyle
from pypdf import PdfReader
from sphinx.testing.util import SphinxTestApp

from projects import Project, copy_of, warnings_of

ADDRESSES = {
    "raw": "https://example.org/a_b/100%25?x&y=1#c~d--e",
    "escaped": "https://example.org/esc_b%20c?x&y#d~e",
    "howpublished": "https://example.org/how_b%20c?x&y#d~e--f",
    "article": "https://example.org/a_story/100%25_true?x=1&y=2#top",
    "doi": "https://doi.org/10.1234/a_b%3C1%3E",
    "foreign": "https://münchen.example/stra%C3%9Fe/ü",
}
IN_PDF = {**ADDRESSES, "foreign": "https://xn--mnchen-3ya.example/stra%C3%9Fe/%C3%BC"}
SOUND = r"""
@misc{raw, title={Raw}, url={https://example.org/a_b/100%25?x&y=1#c~d--e}}
@misc{escaped, title={Escaped}, url={https://example.org/esc\_b\%20c?x\&y\#d\~{}e}}
@misc{how, title={How}, howpublished={\url{https://example.org/how_b%20c?x&y#d~e--f}}}
@misc{doi, title={Doi}, doi={https://doi.org/10.1234/a\_b<1>}}
@misc{foreign, title={Foreign}, url={https://münchen.example/stra%C3%9Fe/ü}}
"""
HOSTILE = r"""
@misc{bad1, title={T}, url={javascript:alert(1)}}
@misc{bad2, title={T}, url={java\-script:alert(1)}}
@misc{bad3, title={T}, url={{j}avascript:alert(1)}}
@misc{bad4, title={T}, note={\url{data:text/html,x} \href{file:///etc/passwd}{this}}}
@misc{bad5, title={T {\url}javascript:alert(1) \\url {vbscript:x}}}
@misc{bad6, title={T}, url={//evil.example/x}, doi={" onclick="x}, eprint={../../x}}
@misc{bad7, title={T}, url={https://good.example@evil.example/}}
@misc{text1, title={{<script>alert(1)</script> & <img src=x onerror=y>}}, author={{<b>Jane</b>}}}
@misc{text2, title={{\input{/etc/passwd} \write18{id} \href{javascript:x}{words} $\alpha$ 100%}}}
@misc{text3, title={{`x` {{ y }} [z](javascript:a) {raw}`html` #link("x") $ x $ \u{41}}}}
"""
BROKEN = """
@misc{lost1, title={a {b}
@odd{lost2, title={T}}
@misc{RAW, title={Twice}}
@misc{seed-story, title={Not the article}}
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    made = copy_of("own-seeds", tmp_path_factory.mktemp("bibliography") / "book")
    made.write_seed(
        "story.txt", " date 2023-07-05 \nThe council met on Monday, an official said.\n"
    )
    (made.folder / "seeds/story.toml").write_text(f'url = "{ADDRESSES["article"]}"\n')
    (made.folder / "references.bib").write_text(SOUND + HOSTILE + BROKEN)
    (made.folder / "notes.md").write_text(
        "---\norphan: true\n---\n# Notes\n\n"
        "{cite}`raw` {footcite}`bad4` {footcite}`how` {cite:empty}`text1`\n\n"
        "```{footbibliography}\n```\n"
    )
    yield made
    made.close()


def build(book: Project, builder: str = "html", **settings: Any) -> SphinxTestApp:
    return book.build(builder, bibtex_bibfiles=["references.bib"], **settings)


@pytest.fixture(scope="module")
def html(book: Project) -> tuple[SphinxTestApp, Any]:
    app = build(book, nitpicky=True)
    return app, BeautifulSoup(book.html("indexes.html"), "html.parser")


def test_every_problem_is_named_once_with_its_place(html: tuple[SphinxTestApp, Any]) -> None:
    pattern = r"references\.bib:\d+:\d+: WARNING: .*?'([\w-]+)'.* \[briefbook\.bibliography\]"
    named = [re.fullmatch(pattern, line) for line in warnings_of(html[0])]
    assert [match and match[1] for match in named] == [
        "bad1", "bad2", "bad3", "bad4", "bad4", "bad6", "bad6", "bad6", "bad7", "text2",
        "title", "lost2", "RAW", "seed-story",
    ]  # fmt: skip


def entries(page: Any) -> Any:
    return page.select(".citation-list .citation, aside.footnote")


def test_the_rest_of_the_bibliography_is_there(html: tuple[SphinxTestApp, Any]) -> None:
    shown = " ".join(entry.get_text() for entry in entries(html[1]))
    for words in ("Raw.", "<script>alert(1)</script>", r"\input /etc/passwd", "100%", "story.txt"):
        assert words in shown
    assert "Twice" not in shown
    assert "Not the article" not in shown


def test_only_whole_web_addresses_are_links(book: Project, html: tuple[SphinxTestApp, Any]) -> None:
    pages = [html[1], BeautifulSoup(book.html("notes.html"), "html.parser")]
    found = {
        link["href"]: link.get_text()
        for page in pages
        for entry in entries(page)
        for link in entry.select("a[href]")
        if not link["href"].startswith("#")
    }
    assert found.keys() == set(ADDRESSES.values())
    doi = ADDRESSES["doi"]
    shown = {**{address: address for address in found}, doi: "doi:10.1234/a_b%3C1%3E"}
    assert found == shown


def test_no_element_or_attribute_comes_of_an_entry(html: tuple[SphinxTestApp, Any]) -> None:
    for entry in entries(html[1]):
        for tag in entry.select("*"):
            assert tag.name in {"p", "span", "a", "em", "div"}
            assert set(tag.attrs) <= {"class", "href", "role", "id"}


def test_the_pdf_leads_to_the_same_addresses(book: Project) -> None:
    build(book, "briefpdf")
    reader = PdfReader(next((book.folder / "_build/briefpdf").glob("*.pdf")))
    found = {
        annotation.get_object()["/A"]["/URI"]
        for page in reader.pages
        for annotation in page.get("/Annots", ())
        if "/URI" in annotation.get_object().get("/A", {})
    }
    assert set(IN_PDF.values()) <= found
    assert {address for address in found if not re.match(r"https?://", address)} == set()
    assert not [address for address in found if "evil" in address]


def test_latex_and_epub_lead_to_the_same_addresses(book: Project) -> None:
    build(book, "latex")
    [tex] = (book.folder / "_build/latex").glob("*.tex")
    text = tex.read_text("utf-8")
    links = {
        re.sub(r"\\([_%&#])", r"\1", link)
        for link in re.findall(r"\\sphinx(?:url|href)\{(.*?)\}", text)
    }
    assert set(ADDRESSES.values()) <= links
    assert not [link for link in links if not link.startswith("http") or "evil" in link]
    for command in (r"\input{", r"\input ", r"\write", r"\href{javascript"):
        assert command not in text.partition(r"\begin{document}")[2]
    build(book, "epub", epub_show_urls="no", copyright="Jane Doe", version="1")
    page: Any = BeautifulSoup(book.page("_build/epub/indexes.xhtml"), "html.parser")
    found = {link["href"] for entry in entries(page) for link in entry.select("a[href]")}
    assert set(ADDRESSES.values()) <= found
    assert not [address for address in found if "script" in address or "evil" in address]


@pytest.mark.parametrize("style", ["alpha", "unsrt", "unsrtalpha"])
def test_other_styles_do_the_same(book: Project, style: str) -> None:
    build(book, bibtex_default_style=style, bibtex_reference_style="author_year")
    for name in ("indexes.html", "notes.html"):
        page: Any = BeautifulSoup(book.html(name), "html.parser")
        links = {link["href"] for entry in entries(page) for link in entry.select("a[href]")}
        assert {link for link in links if not link.startswith("#")} <= set(ADDRESSES.values())


def test_works_are_formatted_again_where_one_has_changed(
    project: Callable[[str], Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = project("own-seeds")
    formatted: list[str] = []
    real = BaseStyle.format_entry

    def noted(style: BaseStyle, label: str, entry: Entry, bib_data: Any = None) -> Any:
        formatted.append(entry.key)
        return real(style, label, entry, bib_data)

    monkeypatch.setattr(BaseStyle, "format_entry", noted)
    file = made.folder / "references.bib"
    for title in ("Bridge", "Bridge", "Ferry"):
        file.write_text(f"@misc{{sound, title={{{title}}}}}")
        formatted.clear()
        build(made)
        assert f"{title}." in made.html("indexes.html")
        was_the_same = title == "Bridge" and len(made.apps) == 2
        assert ("sound" in formatted) is not was_the_same
        assert not was_the_same or formatted == []


def test_a_page_follows_what_its_files_hold(project: Callable[[str], Project]) -> None:
    """As if built anew: also where a file was no file, lost an entry to another, or is mended."""
    made = project("own-seeds")
    files = [made.folder / "one.bib", made.folder / "two.bib"]
    (made.folder / "two.md").write_text(
        "---\norphan: true\n---\n# Two\n\n```{bibliography} two.bib\n:all:\n:list: bullet\n```\n"
    )
    outside = made.folder.parent / "secret.bib"
    outside.write_text("@misc{secret, title={CANARY}}")
    files[1].write_text("@misc{shared, title={Of two}}")

    def shown(*forbidden: str) -> str:
        app = made.build(bibtex_bibfiles=["one.bib", "two.bib", "./one.bib"])
        assert not [line for line in warnings_of(app) if "Traceback" in line]
        text = made.html("indexes.html") + made.html("two.html")
        assert "CANARY" not in text
        return text

    files[0].symlink_to(outside)
    assert "Of two" in shown()
    files[0].unlink()
    files[0].write_text("@misc{shared, title={Of one}}\n@misc{broken, title={Broken}")
    text = shown()
    assert "Of one" in text
    assert "Of two" not in text
    assert "Broken" not in text
    files[0].write_text("@misc{broken, title={Broken}}")
    text = shown()
    assert "Of two" in text
    assert "Broken" in text
    files[1].unlink()
    files[1].symlink_to(outside)
    assert "Of two" not in shown()
