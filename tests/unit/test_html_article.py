"""The article page in HTML: its own text, and around it what the book adds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from html_book import ARTICLE, HARVEST, HOSTILE_TITLE, RIVER, SEED
from html_text import article_blocks, block_elements

from briefbook.text.bodies import load_catalogue
from briefbook.text.marks import mark
from briefbook.text.seeds import read_seed
from projects import Project

ELSEWHERE = re.compile(r"(?:https?:)?//")
RESOURCES = "link, script, img, source, iframe, audio, video, object, embed"


@pytest.fixture(scope="module")
def book(furo_book: Project) -> Project:
    return furo_book


@pytest.fixture
def growing_book(book: Project) -> Iterator[Project]:
    """The same, to be given further seeds; other tests find it as it was."""
    seeds = set((book.folder / "seeds").iterdir())
    yield book
    for path in set((book.folder / "seeds").iterdir()) - seeds:
        path.unlink()
    book.build()


@pytest.fixture(scope="module")
def page(book: Project) -> Any:
    return BeautifulSoup(book.html(f"{ARTICLE}.html"), "html.parser")


def test_visible_text_is_the_kept_text(book: Project) -> None:
    for name in (ARTICLE, RIVER, HARVEST):
        seed = read_seed(book.folder / f"seeds/{name.rpartition('/')[2]}.txt", root=book.folder)
        article = mark(seed, load_catalogue()).article
        kept = [article.text_of(block) for block in article.blocks]
        assert article_blocks(book.html(f"{name}.html")) == kept


def test_a_title_is_text(book: Project) -> None:
    harvest: Any = BeautifulSoup(book.html(f"{HARVEST}.html"), "html.parser")
    assert harvest.h1.get_text().removesuffix("¶") == HOSTILE_TITLE
    assert harvest.select("b") == []


def test_numbers_add_no_characters(page: Any) -> None:
    numbers = page.select(".brief-article a.brief-number")
    assert [number["data-number"] for number in numbers] == [str(n) for n in range(1, 12)]
    for number in numbers:
        assert number.get_text() == ""
        assert number["href"] == f"#{number['id']}"
        assert number["aria-label"] == f"Paragraph {number['data-number']}"


def test_note_is_numbered_by_its_passage(page: Any) -> None:
    passage = page.select_one("mark.brief-annotated")
    assert passage.get_text() == "more than 100,000 troops on its border"
    link = passage.select_one("a.brief-note-mark")
    assert (link.get_text(), link["aria-label"]) == ("", "Note 1")
    note = page.select_one(f"aside{link['href']}")
    assert note["aria-label"] == "Note 1"
    assert note.select_one(".brief-name a")["href"] == f"#{passage['id']}"


def test_callouts_follow_their_paragraphs(page: Any) -> None:
    beside = page.select(".brief-article .brief-beside")
    followed = [
        each.find_previous_sibling("p").select_one(".brief-number")["id"] for each in beside
    ]
    assert followed == ["p1", "p2", "p4", "p5", "p6", "p7", "p8", "p9", "p10", "p11"]
    for callout in page.select(".brief-article aside"):
        assert callout["role"] == "note"
        assert callout["aria-label"]
        assert callout.parent in beside


def test_a_callout_is_a_kind_and_a_sentence(book: Project, page: Any) -> None:
    callouts = {
        callout["id"]: [part.get_text() for part in callout.select("p")]
        for callout in page.select(".brief-attribution")
    }
    assert list(callouts) == [f"s{number}" for number in range(1, 10)]
    reason = "who “briefed reporters on the condition of anonymity”"
    assert callouts["s3"] == ["anonymous", f"A senior administration official, {reason}, on Biden."]
    assert callouts["s4"] == ["anonymous", "The official of ¶5."]
    assert callouts["s6"] == ["institution", "The Kremlin, in its own readout, on Putin."]
    assert callouts["s7"] == ["institution", "The Kremlin, in translation."]
    assert page.select_one("#s4")["aria-label"] == "Source: The official of ¶5"
    name, paragraph = page.select("#s4 a")
    index: Any = BeautifulSoup(book.html("indexes.html"), "html.parser")
    entry = index.find(id=name["href"].rpartition("#")[2])
    assert entry.get_text().strip().startswith("a senior administration official")
    assert paragraph["href"] == "#p5"


def test_words_say_which_callouts_are_theirs(page: Any) -> None:
    said = {each["data-said"]: each.get_text() for each in page.select("[data-said]")}
    assert said["s1"] == "serious and substantive"
    assert said["s2"].startswith("that the U.S. and NATO provide legal guarantees")
    kinds = {each["class"][0] for each in page.select("[data-said='s2']")}
    assert kinds == {"brief-reported"}
    assert set(said) <= {callout["id"] for callout in page.select(".brief-attribution")}


def test_runs_reach_to_the_next_callout(page: Any) -> None:
    runs = [
        [number["data-number"] for number in run.select(".brief-number")]
        for run in page.select(".brief-rows > .brief-run")
    ]
    alone = [[str(number)] for number in range(4, 12)]
    assert runs == [["1"], ["2", "3"], *alone]
    assert page.select(".brief-article [style]") == []


def test_dates_lead_to_their_row(book: Project, page: Any) -> None:
    index: Any = BeautifulSoup(book.html("indexes.html"), "html.parser")
    dates = page.select(".brief-article time.brief-date")
    assert [date["datetime"] for date in dates][:3] == ["2021-12-30", "2022-01", "2022-01-10"]
    for date in dates:
        target = date.parent["href"].rpartition("#")[2]
        assert date["data-hint"]
        assert index.select_one(f"[id='{target}']") is not None


def test_top_of_the_page(page: Any) -> None:
    kicker, title = page.select_one(".brief-kicker"), page.select_one("h1")
    assert kicker.get_text() == "December 2021"
    assert kicker.find_next_sibling() is title
    line = page.select_one(".brief-facts-line").get_text()
    assert line.startswith("Axios, 30 December 2021 · title by the editors · ")
    glance = page.select_one("details.brief-glance")
    assert not glance.has_attr("open")
    line = glance.select_one("summary").get_text()
    assert line == "4 key dates · 4 bodies · 3 voices, 55 % anonymous"
    assert [head.get_text() for head in glance.select("h2")] == [
        "Key dates",
        "Bodies",
        "Who speaks",
    ]
    entries = glance.select(".brief-glance-list li")
    assert len(entries) == 11
    assert all(entry.select_one("a[href]") for entry in entries)
    assert glance.select_one("a")["href"] == "#d2"
    record = glance.select_one("details.brief-provenance")
    assert "SHA-256" in record.get_text()


def test_of_long_columns_five_entries_are_in_sight(growing_book: Project) -> None:
    book = growing_book
    names = [
        f"{first} {last}" for first in ("Jane", "John") for last in ("Doe", "Roe", "Poe", "Coe")
    ]
    said = [f'"We counted {at} boats," {name} said.' for at, name in enumerate(names)]
    book.write_seed("voices.txt", " date 2024-05-11\nThe boats came.\n" + "\n".join(said))
    book.build()
    page: Any = BeautifulSoup(book.html("articles/2024/05/voices.html"), "html.parser")
    assert "8 voices" in page.select_one(".brief-glance > summary").get_text()
    column = page.select_one(".brief-glance-part:last-child")
    assert len(column.select(":scope > ul > li")) == 5
    more = column.select_one("details.brief-more")
    assert more.select_one("summary").get_text() == "and 3 more"
    assert len(more.select("li")) == 3


def test_what_was_removed_is_folded(page: Any) -> None:
    removed = page.select_one("details#removed")
    assert not removed.has_attr("open")
    assert "42 of the seed’s 54 lines" in removed.select_one("summary").get_text()
    assert len(removed.select("tbody tr")) == 43


def test_links_lead_to_sidecar_and_form(book: Project, page: Any) -> None:
    links = {link.get_text(): link["href"] for link in page.select(".brief-actions a")}
    assert links == {
        "Add a note": f"https://example.org/annotate?seed={SEED}",
        "Correct a mark": f"https://example.org/edit/seeds/{SEED}.toml",
    }
    generated = [book.html(f"{name}.html") for name in (ARTICLE, "articles/index")]
    assert not any("Edit this page" in text or "View this page" in text for text in generated)
    assert "Edit this page" in book.html("index.html")


def test_neighbours_are_those_in_time(book: Project) -> None:
    def beside(name: str) -> list[tuple[str, str]]:
        page: Any = BeautifulSoup(book.html(f"{name}.html"), "html.parser")
        links = page.select(".related-pages a")
        return [
            (link["href"], " ".join(link.select_one(".title").stripped_strings)) for link in links
        ]

    assert beside(ARTICLE)[0][0].endswith("2023/05/river.html")
    assert beside(RIVER)[0] == ("../06/harvest.html", f"June 2023 {HOSTILE_TITLE}")
    assert beside(RIVER)[1][0] == f"../../2021/12/{SEED}.html"


def test_language_of_the_seed(book: Project, page: Any) -> None:
    assert page.select_one(".brief-article")["lang"] == "en"
    harvest: Any = BeautifulSoup(book.html(f"{HARVEST}.html"), "html.parser")
    assert harvest.select_one(".brief-article")["lang"] == "de"


def test_no_contents_beside_an_article(page: Any) -> None:
    assert "no-toc" in page.select_one(".toc-drawer")["class"]


@pytest.mark.parametrize("name", [ARTICLE, RIVER, "index", "indexes", "articles/index"])
def test_ids_are_unique_and_links_within_the_page_arrive(book: Project, name: str) -> None:
    ids, links = ids_and_links(book.html(f"{name}.html"))
    assert [each for each, count in ids.items() if count > 1] == []
    assert links <= set(ids)


def ids_and_links(text: str) -> tuple[Counter[str], set[str]]:
    page: Any = BeautifulSoup(text, "html.parser")
    ids = Counter(str(element["id"]) for element in page.select("[id]"))
    return ids, {str(link["href"])[1:] for link in page.select("a[href^='#']")} - {""}


def test_no_file_names_a_resource_elsewhere(book: Project) -> None:
    """Law 7, as far as the files themselves can tell; the browser's tests watch the requests."""
    folder = book.folder / "_build/html"
    for path in folder.rglob("*.css"):
        named = re.findall(r"(?:url\(|@import)\s*[\"']?([^\"')\s]+)", path.read_text("utf-8"))
        assert [each for each in named if ELSEWHERE.match(each)] == [], path.name
    for path in folder.rglob("*.html"):
        for tag in BeautifulSoup(path.read_text("utf-8"), "html.parser").select(RESOURCES):
            addresses = [str(tag.get(each, "")) for each in ("src", "href", "srcset", "data")]
            assert [each for each in addresses if ELSEWHERE.match(each)] == [], path.name


def test_neighbours_follow_a_new_article(growing_book: Project) -> None:
    book = growing_book
    assert "../05/late.html" not in book.html(f"{HARVEST}.html")
    book.write_seed("late.txt", " date 2023-05-31\nThe bridge over the river is half built.\n")
    book.build()
    assert "../05/late.html" in book.html(f"{HARVEST}.html")


def test_one_page_for_all(book: Project) -> None:
    book.build("singlehtml", html_theme="alabaster")
    page = book.page("_build/singlehtml/index.html")
    assert "briefbook/article.css" in page
    assert "briefbook/furo.css" not in page  # which is for that theme alone
    ids, links = ids_and_links(page)
    assert [each for each, count in ids.items() if count > 1] == []
    assert links <= set(ids)
    numbered = [each for each in ids if re.fullmatch(r"articles-.*-p1", each)]
    assert len(numbered) >= 3


def test_pages_in_folders(book: Project) -> None:
    book.build("dirhtml")
    text = book.page(f"_build/dirhtml/{ARTICLE}/index.html")
    assert len(block_elements(text)) == 12
    page: Any = BeautifulSoup(text, "html.parser")
    assert page.select_one(".brief-kicker a")["href"] == "../"
    assert page.select_one(".brief-date").parent["href"].startswith("../../../../indexes/#date-")


def test_an_article_is_light(book: Project) -> None:
    """Twelve paragraphs with a note; most of what is not text is what marks and machines need."""
    assert len(book.html(f"{ARTICLE}.html").encode()) <= 40_000


def test_nothing_is_said_of_a_copyright_that_nobody_named(book: Project) -> None:
    assert 'class="copyright"' not in book.html(f"{ARTICLE}.html")
