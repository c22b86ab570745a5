"""What people do to a book between two builds, each on a copy of tests/roots/test-incremental."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

Change = Callable[[Path], None]
CHANGES: dict[str, Change] = {}
"""By name, functions that change the project in a folder."""


def change(function: Change) -> Change:
    CHANGES[function.__name__] = function
    return function


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, (path, old)
    path.write_text(text.replace(old, new), "utf-8")


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def setting(book: Path, line: str) -> None:
    append(book / "conf.py", f"{line}\n")


def unbuilt(book: Path) -> None:
    """Not a change: take away all that was built."""
    for name in ("_build", "articles"):
        shutil.rmtree(book / name)


@change
def nothing(book: Path) -> None:
    pass


@change
def touched_files(book: Path) -> None:
    for path in book.rglob("*"):
        if "_build" not in path.parts and path.is_file():
            path.touch()


# Articles.


@change
def words_that_nothing_else_shows(book: Path) -> None:
    edit(book / "seeds/bridge.txt", "speak about", "quarrel about")


@change
def more_dates_bodies_and_sources(book: Path) -> None:
    append(book / "seeds/bridge.txt", "UNICEF will decide on 3 June 2024, a diplomat said.\n")


@change
def fewer_dates_bodies_and_sources(book: Path) -> None:
    (book / "seeds/ferry.txt").write_text(" date 2023-05-24 \nThe fares of the ferry rise.\n")
    shutil.rmtree(book / "annotations/ferry")


@change
def title_of_an_article(book: Path) -> None:
    edit(book / "seeds/ferry.toml", "No boat has sailed", "All boats lie still")


@change
def publisher_in_another_place_of_the_alphabet(book: Path) -> None:
    edit(book / "seeds/school.toml", "River Post", "Aardvark Times")


@change
def indexes_divided_no_more(book: Path) -> None:
    setting(book, "briefbook_index_rows = 0")


@change
def indexes_divided_otherwise(book: Path) -> None:
    """As far as can be, and that of notes, too."""
    setting(book, "briefbook_index_rows = 1")
    append(book / "dates.md", "\n```{brief:annotation-index}\n```\n")
    note = (book / "annotations/ferry/2023-06-01-fares.md").read_text("utf-8")
    (book / "annotations/bridge").mkdir()
    other = book / "annotations/bridge/2023-06-02-river.md"
    other.write_text(note.replace("the fares", "the river"), "utf-8")


@change
def article_of_another_month(book: Path) -> None:
    edit(book / "seeds/ferry.txt", "2023-05-24", "2022-11-30")


@change
def article_of_another_day(book: Path) -> None:
    edit(book / "seeds/ferry.txt", "2023-05-24", "2023-05-02")


@change
def article_in_another_language(book: Path) -> None:
    append(book / "seeds/toll.toml", 'language = "fr"\n')


@change
def new_article_that_is_cited_first(book: Path) -> None:
    (book / "seeds/aaa.txt").write_text(" date 2023-06-10 \nThe OSCE met on Friday.\n")
    (book / "seeds/aaa.toml").write_text('title = "A meeting"\npublisher = "Aardvark Times"\n')


@change
def article_withdrawn(book: Path) -> None:
    for path in (book / "seeds").glob("harvest.*"):
        path.unlink()


@change
def article_withdrawn_that_others_refer_to(book: Path) -> None:
    for path in (book / "seeds").glob("ferry.*"):
        path.unlink()
    shutil.rmtree(book / "annotations/ferry")


@change
def seed_renamed(book: Path) -> None:
    for path in (book / "seeds").glob("toll.*"):
        path.rename(path.with_stem("road"))


@change
def seed_renamed_that_keeps_its_address(book: Path) -> None:
    for path in (book / "seeds").glob("ferry.*"):
        path.rename(path.with_stem("boat"))
    append(book / "seeds/boat.toml", 'formerly = ["ferry"]\n')


@change
def article_withdrawn_with_a_word(book: Path) -> None:
    append(book / "seeds/ferry.toml", 'withdrawn = {on = 2026-11-24, why = "Rights."}\n')


@change
def later_version_named(book: Path) -> None:
    append(book / "seeds/toll.toml", 'revises = "ferry"\n')


@change
def story_that_two_papers_print(book: Path) -> None:
    append(book / "seeds/toll.toml", 'same_as_seed = "ferry"\n')


# Notes, bodies, the bibliography.


@change
def note_added(book: Path) -> None:
    (book / "annotations/toll").mkdir()
    (book / "annotations/toll/2023-06-08-toll.md").write_text(
        "---\nmotivation: describing\ntarget:\n  exact: lift the toll\n"
        "author: {name: Jane Doe}\ncreated: 2023-06-08\nsources: [doe2020]\n---\n"
        "See {cite}`roe2021`.\n"
    )


@change
def note_removed(book: Path) -> None:
    shutil.rmtree(book / "annotations/ferry")


@change
def body_described_anew(book: Path) -> None:
    (book / "bodies.yaml").write_text("- id: nato\n  text: An alliance, in words of the book.\n")


@change
def body_by_another_name(book: Path) -> None:
    (book / "bodies.yaml").write_text("- id: osce\n  aliases: [the ministry of roads]\n")


@change
def work_by_another_author(book: Path) -> None:
    edit(book / "references.bib", "Doe, Jane", "Aaron, Jane")


@change
def work_of_another_title(book: Path) -> None:
    edit(book / "references.bib", "Bridges of Freedonia", "All bridges of Freedonia")


@change
def work_listed_first(book: Path) -> None:
    path = book / "references.bib"
    new = "@misc{abel1999, author={Abel, Ann}, title={Roads}, year={1999}}\n"
    path.write_text(new + path.read_text("utf-8"))


@change
def work_removed_that_is_cited(book: Path) -> None:
    text = (book / "references.bib").read_text("utf-8")
    (book / "references.bib").write_text(text[text.index("@misc") :])


@change
def bibliography_of_what_is_cited(book: Path) -> None:
    edit(book / "references.md", ":all:\n", "")
    edit(book / "reading.md", "{cite}`doe2020` tells", "one tells")


# Pages that people write.


@change
def title_of_a_page(book: Path) -> None:
    edit(book / "method.md", "# Method", "# How it is done")


@change
def title_of_an_index(book: Path) -> None:
    edit(book / "dates.md", "# Dates", "# Calendar")


@change
def headings_that_others_show(book: Path) -> None:
    edit(book / "method.md", "## Order", "## Order of time")
    edit(book / "method.md", "## Places", "## Places and rivers")


@change
def heading_gone_that_others_show(book: Path) -> None:
    edit(book / "method.md", "## Names\n", "")


@change
def label_moved_to_another_page(book: Path) -> None:
    edit(book / "method.md", "(order)=\n", "")
    append(book / "dates.md", "\n(order)=\n## In order of time\n")


@change
def paragraph_no_longer_named(book: Path) -> None:
    edit(book / "method.md", "(why_so)=\n", "")


@change
def lead_written(book: Path) -> None:
    (book / "lead.md").write_text("The bridge is *safe*.\n")


@change
def index_moved(book: Path) -> None:
    (book / "dates.md").rename(book / "calendar.md")
    edit(book / "index.md", "\ndates\n", "\ncalendar\n")


@change
def index_dropped(book: Path) -> None:
    (book / "dates.md").unlink()
    edit(book / "index.md", "\ndates\n", "\n")


@change
def index_shown_twice(book: Path) -> None:
    (book / "appendix.md").write_text("# Appendix\n\n```{brief:date-index}\n```\n")
    edit(book / "index.md", "\ndates\n", "\ndates\nappendix\n")


@change
def index_added_before(book: Path) -> None:
    append(book / "bodies.md", "\n```{brief:date-index}\n```\n")


@change
def glossary_moved(book: Path) -> None:
    (book / "bodies.md").rename(book / "who.md")
    edit(book / "index.md", "\nbodies\n", "\nwho\n")


@change
def glossary_by_kind(book: Path) -> None:
    edit(book / "bodies.md", "{brief:glossary}\n", "{brief:glossary}\n:by: kind\n:also: ASEAN\n")


@change
def references_moved(book: Path) -> None:
    (book / "references.md").rename(book / "works.md")
    edit(book / "index.md", "\nreferences\n", "\nworks\n")


@change
def references_dropped(book: Path) -> None:
    (book / "references.md").unlink()
    edit(book / "index.md", "\nreferences\n", "\n")


@change
def page_gone_that_contents_name(book: Path) -> None:
    (book / "method.md").unlink()


@change
def contents_in_another_order(book: Path) -> None:
    edit(book / "index.md", "\nreading\nmethod\n", "\nmethod\nreading\n")


@change
def contents_numbered(book: Path) -> None:
    edit(book / "index.md", ":caption: The book\n", ":caption: The book\n:numbered: 2\n")


@change
def contents_numbered_no_more(book: Path) -> None:
    edit(book / "index.md", ":numbered:\n", "")


@change
def tables_in_another_order(book: Path) -> None:
    table = "```{table} Rivers\n| River |\n|---|\n| Example |\n```\n"
    edit(book / "method.md", "\n(order)=", f"\n{table}\n(order)=")


@change
def table_before_others(book: Path) -> None:
    append(book / "index.md", "\n```{table} Rivers\n| River |\n|---|\n| Example |\n```\n")


@change
def bibliography_on_another_page_too(book: Path) -> None:
    append(book / "bodies.md", "\n```{bibliography}\n:filter: key == 'doe2020'\n```\n")


@change
def contents_captioned_anew(book: Path) -> None:
    edit(book / "index.md", ":caption: Indexes\n", ":caption: Where to look\n")


@change
def articles_not_in_contents(book: Path) -> None:
    edit(book / "index.md", "\narticles/index\n", "\n")


@change
def article_listed_twice(book: Path) -> None:
    append(book / "method.md", "\n```{toctree}\narticles/2023/05/ferry\n```\n")


# Settings.


@change
def changed_style_of_references(book: Path) -> None:
    edit(book / "conf.py", '"plain"', '"alpha"')


@change
def changed_edition(book: Path) -> None:
    setting(book, 'briefbook_edition = "Second edition"')


@change
def changed_links_for_contributors(book: Path) -> None:
    setting(book, 'briefbook_annotate_url = "https://example.org/new/{seed}"')


@change
def changed_name_of_the_book(book: Path) -> None:
    edit(book / "conf.py", '"A book"', '"Another book"')


@change
def changed_theme(book: Path) -> None:
    is_furo = '"furo"' in (book / "conf.py").read_text("utf-8")
    old, new = ('"furo"', '"alabaster"') if is_furo else ('"alabaster"', '"furo"')
    edit(book / "conf.py", old, new)


@change
def changed_language(book: Path) -> None:
    setting(book, 'language = "de"')


@change
def seeds_in_another_folder(book: Path) -> None:
    (book / "seeds").rename(book / "texts")
    setting(book, 'briefbook_seeds = "texts"')
