"""What becomes of seeds over time: renamed, revised, told elsewhere, withdrawn."""

from __future__ import annotations

import os
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader

from projects import Project, copy_of, warnings_of

SEED = """\
 date 2023-05-10
Zebrafinch talks open in the old town

The Quagga Commission met NATO on Monday, a spokesman said.
"The bridge is marvellously safe," the harbour master, Jane Okapi, told reporters on Tuesday.
"""
NOTE = """\
---
motivation: questioning
target: {exact: marvellously safe}
author: {name: John Roe}
created: 2023-05-11
---
Is it so? The wombat says no.
"""
WORDS = ("zebrafinch", "quagga", "marvellously", "okapi", "wombat")
"""Each is in the seed or in the note on it, and nowhere else."""


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = copy_of("own-seeds", tmp_path / "book")
    made.write_seed("harbour.txt", SEED)
    folder = made.folder / "annotations/harbour"
    folder.mkdir(parents=True)
    (folder / "2023-05-11-safe.md").write_text(NOTE)
    yield made
    made.close()


def sidecar(project: Project, name: str, text: str) -> None:
    (project.folder / "seeds" / f"{name}.toml").write_text(text, "utf-8")


def test_a_former_name_leads_to_the_article_and_its_notes(project: Project) -> None:
    index = project.folder / "index.md"
    links = "\n{brief:article}`harbour`, {brief:paragraph}`that <harbour#p2>`\n"
    index.write_text(index.read_text("utf-8") + links, "utf-8")
    assert said(project) == []
    (project.folder / "seeds/harbour.txt").rename(project.folder / "seeds/talks.txt")
    sidecar(project, "talks", 'formerly = ["harbour"]')
    assert said(project) == []
    article = project.html("articles/2023/05/talks.html")
    assert "The wombat says no" in article
    old = project.html("articles/2023/05/harbour.html")
    assert 'href="talks.html"' in old
    for number in (1, 2):  # each of the old page's permanent links
        assert f'id="p{number}"' in old
        assert f'href="talks.html#p{number}"' in old
    assert "marvellously" not in old
    linking = project.html("index.html")
    assert 'href="articles/2023/05/talks.html"' in linking
    assert 'href="articles/2023/05/talks.html#p2"' in linking
    for builder in ("briefpdf", "text", "epub", "latex"):
        assert said(project, builder) == [], builder


def shown(folder: Path) -> Iterator[tuple[str, str]]:
    """All that the outputs below a folder hold, as readers and machines may read it."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        name = path.relative_to(folder).as_posix()
        yield name, name
        if path.suffix == ".pdf":
            reader = PdfReader(path)
            yield name, "".join(page.extract_text() for page in reader.pages)
            yield name, f"{reader.metadata} {reader.outline}"
        elif path.suffix == ".epub":
            with zipfile.ZipFile(path) as archive:
                for part in archive.namelist():
                    yield f"{name}/{part}", archive.read(part).decode("utf-8", "replace")
        else:
            yield name, path.read_bytes().decode("utf-8", "replace")


OUTPUTS = ("html", "dirhtml", "singlehtml", "briefpdf", "epub", "text", "latex")


def said(project: Project, builder: str = "html", **settings: Any) -> list[str]:
    """What one more build warns of."""
    project.close()
    project.apps.clear()
    app = project.build(
        builder, nitpicky=True, version="1", copyright="1", html_copy_source=True, **settings
    )
    return warnings_of(app)


def test_of_a_withdrawn_article_nothing_is_left_in_any_output(project: Project) -> None:
    for builder in OUTPUTS:
        assert said(project, builder) == [], builder
    built = project.folder / "_build"
    outputs = [built / builder for builder in OUTPUTS]
    before = [text.casefold() for folder in outputs for _, text in shown(folder)]
    assert all(any(word in text for text in before) for word in WORDS)
    why = "The publisher <b>asked</b> for it."
    sidecar(
        project,
        "harbour",
        f'withdrawn = {{on = 2026-11-24, why = "{why}"}}\ntitle = "Zebrafinch talks"\n',
    )
    for builder in OUTPUTS:
        assert said(project, builder) == [], builder
    left = [
        f"{name}: {word}"
        for folder in (*outputs, project.folder / "articles")
        for name, text in shown(folder)
        for word in WORDS
        if word in text.casefold()
    ]
    assert left == []
    page = project.html("articles/2023/05/harbour.html")
    assert "This article was withdrawn on 24 November 2026." in page
    assert "The publisher &lt;b&gt;asked&lt;/b&gt; for it." in page
    month = project.html("articles/2023/05/index.html")
    assert "Withdrawn article: 10 May 2023" in month
    (pdf,) = (built / "briefpdf").glob("*.pdf")
    printed = "".join(each.extract_text() for each in PdfReader(pdf).pages)
    assert "waswithdrawnon" in "".join(printed.split())  # older pypdf puts blanks into words


def test_of_a_withdrawn_article_no_text_need_be_kept(project: Project) -> None:
    project.write_seed("harbour.txt", "")
    why = 'withdrawn = {on = 2026-11-24, why = "Rights."}\npublished = 2023-05-10'
    sidecar(project, "harbour", why)
    assert said(project) == []
    assert "was withdrawn on" in project.html("articles/2023/05/harbour.html")


def test_it_may_come_back(project: Project) -> None:
    sidecar(project, "harbour", 'withdrawn = {on = 2026-11-24, why = "By mistake."}')
    assert said(project) == []
    sidecar(project, "harbour", "")
    assert said(project) == []
    assert "marvellously" in project.html("articles/2023/05/harbour.html")
    assert "NATO" in project.html("indexes.html")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('formerly = ["river"]', "'river' is still the name of a seed"),
        ('revises = "none"', "revises names 'none', and there is no such seed"),
        ('same_as_seed = "harbour"', "same_as_seed names the seed itself"),
    ],
)
def test_what_does_not_fit_is_told_and_the_article_stays(
    project: Project, text: str, problem: str
) -> None:
    sidecar(project, "harbour", f"\n  {text}")
    (warning,) = said(project)
    assert f"harbour.toml:2:3: WARNING: {problem}" in warning
    assert "[briefbook.history]" in warning
    assert "marvellously" in project.html("articles/2023/05/harbour.html")


LATER = (
    SEED.replace("2023-05-10", "2023-05-11")
    .replace("met NATO on Monday", "did not meet NATO on Monday")
    .replace("talks open", "talks close")
)


def text_of(page: str) -> str:
    return " ".join(BeautifulSoup(page, "html.parser").get_text().split())


def test_a_later_version_says_what_has_changed_and_carries_notes(project: Project) -> None:
    project.write_seed("later.txt", LATER)
    sidecar(project, "later", 'revises = "harbour"\npublisher = "The Gazette"')
    for builder in ("html", "briefpdf", "epub", "text", "latex"):
        assert said(project, builder) == [], builder
    later = text_of(project.html("articles/2023/05/later.html"))
    assert "later version of: an article of 10 May 2023" in later
    assert "The Quagga Commission met NATO on Monday," in later  # before
    assert "The Quagga Commission did not meet NATO on Monday," in later
    assert "The wombat says no" in later
    assert "questioning · on the earlier version" in later
    earlier = text_of(project.html("articles/2023/05/harbour.html"))
    assert "There is a later version of this article: The Gazette, 11 May 2023." in earlier
    assert "on the earlier version" not in earlier
    plain = project.page("_build/text/articles/2023/05/later.txt")
    assert "*did not meet*" in " ".join(plain.split())
    index = text_of(project.html("indexes.html"))
    assert index.count("John Roe") == 1  # the note is one, and on the earlier version
    # Its passage is gone: then it stays where it was.
    project.write_seed("later.txt", LATER.replace("marvellously safe", "safe"))
    assert said(project) == []
    assert "wombat" not in project.html("articles/2023/05/later.html")
    # Nothing of a withdrawn version is told by another.
    why = 'withdrawn = {on = 2026-11-24, why = "It was wrong."}'
    sidecar(project, "harbour", why)
    assert said(project) == []
    later = text_of(project.html("articles/2023/05/later.html"))
    assert "met NATO" not in later.replace("did not meet NATO", "")
    assert "later version of: an article of 10 May 2023" in later
    assert said(project, "xml") == []  # which writes no node that nobody has registered


def quoted(project: Project) -> list[str]:
    """The words in the index of sources that the harbour master is quoted with."""
    page = BeautifulSoup(project.html("indexes.html"), "html.parser")
    texts = [each.get_text() for each in page.select(".brief-statements .brief-said")]
    return [text for text in texts if "marvellously safe" in text]


def test_a_story_that_two_papers_print_is_counted_once(project: Project) -> None:
    project.write_seed("wire.txt", SEED.replace("a spokesman said", "a spokesman told us"))
    assert said(project) == []
    assert len(quoted(project)) == 2
    days = text_of(project.html("indexes.html")).count("“Tuesday”")
    sidecar(project, "wire", 'same_as_seed = "harbour"')
    assert said(project) == []
    assert len(quoted(project)) == 1
    assert text_of(project.html("indexes.html")).count("“Tuesday”") == days - 1
    wire = text_of(project.html("articles/2023/05/wire.html"))
    assert "The same story is told by an article of 10 May 2023; its dates" in wire
    other = text_of(project.html("articles/2023/05/harbour.html"))
    assert "The same story is also told by an article of 10 May 2023." in other
    rows = project.html("_exports/statements.csv")
    assert rows.count("marvellously safe") == 1
    # Where the other must not be shown any more, this one counts again.
    sidecar(project, "harbour", 'withdrawn = {on = 2026-11-24, why = "Rights."}')
    assert said(project) == []
    assert len(quoted(project)) == 1


def git(project: Project, *arguments: str) -> str:
    """Run git in the project's folder, as somebody, on 11 May 2023."""
    day = {f"GIT_{who}_DATE": "2023-05-11T12:00:00 +0000" for who in ("AUTHOR", "COMMITTER")}
    who = ("-c", "user.name=Jane Doe", "-c", "user.email=jane@example.org")
    done = subprocess.run(
        ["git", *who, *arguments],
        cwd=project.folder,
        env=os.environ | day | {"GIT_CONFIG_GLOBAL": os.devnull},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def test_an_article_tells_its_history_where_the_book_shall(project: Project) -> None:
    git(project, "init", "-q")
    git(project, "add", "seeds", "annotations")
    git(project, "commit", "-qm", "Talks by <b>Zebrafinch</b>.")
    page = "articles/2023/05/harbour.html"
    told = "11 May 2023: seed added, 1 note added."
    assert said(project) == []
    assert "seed added" not in project.html(page)
    assert said(project, briefbook_history=True) == []
    fields = BeautifulSoup(project.html(page), "html.parser").select(".brief-provenance dl > *")
    history = next(field for field in fields if "History" in field.get_text())
    assert history.find_next_sibling("dd").get_text().strip() == told  # type: ignore[union-attr]
    assert said(project, "briefpdf", briefbook_history=True) == []
    (pdf,) = (project.folder / "_build/briefpdf").glob("*.pdf")
    printed = "".join(each.extract_text() for each in PdfReader(pdf).pages)
    assert "seedadded,1noteadded" in "".join(printed.split())
    head = git(project, "rev-parse", "HEAD")
    (project.folder / ".git/shallow").write_text(f"{head}\n")
    [warning] = said(project, briefbook_history=True)
    assert "the repository holds only the end of its history; fetch all of it" in warning
    assert "seed added" not in project.html(page)
