"""``briefbook add``: what it makes of a text and of a saved page, and what it refuses."""

from __future__ import annotations

import datetime as dt
import io
import os
import socket
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefbook.cli import main
from briefbook.commands import add
from briefbook.text.seeds import read_seed
from full_disk import fill

STORY = b"""\
Harbour talks open in the old town
Published 10 May 2023
Sign up for our newsletter
The Harbour Commission of Freedonia met on Monday. Its chairman said: the bridge is safe.
\xe2\x80\x9cNothing will be closed,\xe2\x80\x9d the harbour master said after a meeting.
"""

PAGE = """\
<!DOCTYPE html SYSTEM "http://127.0.0.1:9/x.dtd">
<!-- saved from url=(0040)https://gazette.example/2023/05/10/talks -->
<html lang="en"><head><base href="http://127.0.0.1:9/"><title>Harbour talks open | Gazette</title>
<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">
<link rel="stylesheet" href="http://127.0.0.1:9/x.css">
<script src="http://127.0.0.1:9/x.js"></script>
<meta property="og:title" content="Harbour talks open in the old town">
<meta property="og:site_name" content='The "Freedonia" Gazette'>
<meta name="author" content="Jane Doe; John Roe">
<meta property="article:published_time" content="2023-05-10T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<iframe src="http://127.0.0.1:9/"></iframe><img src="http://127.0.0.1:9/i.png" onerror="alert(2)">
<article><p>The harbour talks opened on Monday in the old town, and the chairman said the bridge
&amp; the quay were &lt;script&gt;alert(3)&lt;/script&gt; safe. &a;</p>
<p>```{include} /etc/passwd</p>
<p>Nothing will be closed, the harbour master said on Tuesday after a meeting of three hours.</p>
</article><footer>Subscribe to our newsletter</footer></body></html>
"""


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_bytes(STORY)
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    return tmp_path


def seeds(book: Path) -> dict[str, bytes]:
    folder = book / "seeds"
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    return {path.name: path.read_bytes() for path in paths}


def test_a_text_is_kept_byte_for_byte_and_said_nothing_twice(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", "story.txt", "--publisher", "The Gazette"]) == 0
    name = "2023-05-10-harbour-talks-open-in-the-old-town"
    assert seeds(book) == {
        f"{name}.toml": b'publisher = "The Gazette"\n',
        f"{name}.txt": STORY,
    }
    said = capsys.readouterr().out
    assert "    line 3, sign-up: Sign up for our newsletter\n" in said
    assert "    line 2, timestamp: Published 10 May 2023\n" in said


def test_nothing_is_overwritten_and_nothing_added_twice(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", "story.txt", "--publisher", ""]) == 0
    before = seeds(book)
    again = ["add", "story.txt", "--publisher", "Other"]
    name = "2023-05-10-harbour-talks-open-in-the-old-town"
    for more, said in (
        ([], f"seeds/{name}.txt: it is there already, and nothing is overwritten"),
        (["--name", "other"], f"seeds/{name}.txt: it holds the very same text"),
        (["--name", name.upper()], f"{name}.txt has the same address in the book"),
    ):
        capsys.readouterr()
        assert main([*again, *more]) == 1
        assert said in capsys.readouterr().err
    assert seeds(book) == before


def test_what_nobody_says_is_demanded_where_nobody_can_be_asked(
    book: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = b"It rained on the harbour all of Monday, and the boats stayed where they were.\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    assert main(["add", "-"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("standard input: it does not say all that is needed: ")
    assert "give --published and --title and --publisher" in said
    assert seeds(book) == {}
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    options = ["--published", "2023-05", "--title", "", "--publisher", ""]
    assert main(["add", "-", *options]) == 0
    assert seeds(book) == {
        "2023-05-it-rained-on-the-harbour-all.toml": b'published = "2023-05"\n',
        "2023-05-it-rained-on-the-harbour-all.txt": given,
    }


def test_a_text_without_a_title_is_named_by_its_own_first_words(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = book / "story.txt"
    text.write_text(
        "Sign up for our daily briefing\nThe mayor of Freedonia, Jane Doe, said on Tuesday that "
        "the bridge is open again. Many people came.\nRead more: other stories\n"
    )
    given = ("--published", "2023-06-01", "--publisher", "", "--title", "", "--dry-run")
    assert main(["add", str(text), *given]) == 0
    assert capsys.readouterr().out.startswith(
        "seeds/2023-06-01-the-mayor-of-freedonia-jane-doe.txt"
    )


def test_an_editor_is_asked_only_for_what_is_not_found(
    book: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (book / "bare.txt").write_bytes(STORY.replace(b"Published 10 May 2023\n", b""))
    answers: Iterator[str] = iter(["May", "2023-05-11", "The Gazette", "y"])
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr(add, "is_desk", lambda: True)
    monkeypatch.setattr("builtins.input", answer)
    assert main(["add", "bare.txt"]) == 0
    assert [question.partition(" (")[0] for question in asked] == [
        "When was it published",
        "When was it published",
        "Who published it",
        "Write this? [Y/n] ",
    ]
    name = "2023-05-11-harbour-talks-open-in-the-old-town"
    assert tomllib.loads(seeds(book)[f"{name}.toml"].decode()) == {
        "publisher": "The Gazette",
        "published": dt.date(2023, 5, 11),
    }


def test_who_says_no_has_nothing_written(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(add, "is_desk", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: "n")
    assert main(["add", "story.txt", "--publisher", ""]) == 1
    monkeypatch.undo()
    os.chdir(book)
    assert main(["add", "story.txt", "--publisher", "", "--dry-run"]) == 0
    assert seeds(book) == {}


def test_a_page_is_data_and_nothing_is_fetched(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a request")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert main(["add", "page.html"]) == 0
    assert list(seeds(book)) == [
        "2023-05-10-harbour-talks-open-in-the-old-town.toml",
        "2023-05-10-harbour-talks-open-in-the-old-town.txt",
    ]
    seed = read_seed(book / "seeds/2023-05-10-harbour-talks-open-in-the-old-town.txt", root=book)
    assert seed.published == "2023-05-10"
    assert seed.sidecar.publisher == 'The "Freedonia" Gazette'
    assert seed.sidecar.url == "https://gazette.example/2023/05/10/talks"
    assert seed.sidecar.authors == ("Jane Doe", "John Roe")
    lines = seed.text.splitlines()
    assert lines[0] == "Harbour talks open in the old town"
    assert "& the quay were <script>alert(3)</script> safe." in seed.text
    assert "```{include} /etc/passwd" in lines
    assert "root:" not in seed.text
    assert "newsletter" not in seed.text


def test_a_page_names_no_file_of_ours(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    declared = 'x.dtd" [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    (book / "page.html").write_text(PAGE.replace('x.dtd">', declared), "utf-8")
    options = ["--published", "2023-05-10", "--title", "", "--publisher", ""]
    assert main(["add", "page.html", *options]) == 0
    assert "root:" not in "".join(text.decode() for text in seeds(book).values())
    assert "root:" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<html><body></body></html>", "no article is found on the page"),
        ("<html><body>" + "<div>" * 100_000 + "text", "no article is found on the page"),
    ],
)
def test_a_page_without_an_article(
    book: Path, capsys: pytest.CaptureFixture[str], page: str, said: str
) -> None:
    (book / "page.html").write_text(page)
    assert main(["add", "page.html"]) == 1
    assert capsys.readouterr().err.startswith(f"page.html: {said}")


def test_without_the_extra_it_is_said_how_to_have_it(
    book: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert main(["add", "page.html"]) == 1
    assert 'run python -m pip install "briefbook[html]"' in capsys.readouterr().err
    assert main(["add", "story.txt", "--publisher", ""]) == 0  # a text needs none


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--published", "May"], "published"),
        (["--url", "javascript:alert(1)"], "url is not a plain http or https address"),
        (["--publisher", "a\u202eb"], "publisher holds U+202E"),
        (["--name", "../out"], "--name"),
        (["--name", "a\nb"], "its name holds U+000A"),
    ],
)
def test_what_no_sidecar_may_hold_is_refused(
    book: Path, capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    assert main(["add", "story.txt", "--publisher", "x", *options]) == 1
    assert said in capsys.readouterr().err
    assert seeds(book) == {}


@pytest.mark.skipif(os.name == "nt", reason="a link needs rights there")
def test_no_link_leads_out_of_the_book(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (book / "book").mkdir()
    (book / "elsewhere").mkdir()
    (book / "book/seeds").symlink_to(book / "elsewhere")
    assert main(["add", "story.txt", "--publisher", "", "--book", "book"]) == 1
    assert "it is a link that leads out of the book" in capsys.readouterr().err
    assert list((book / "elsewhere").iterdir()) == []


def test_a_full_disk_leaves_nothing_behind(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = iter([False, True])  # there is room for the sidecar
    fill(monkeypatch, when=lambda _path: next(opened))
    assert main(["add", "story.txt", "--publisher", "x"]) == 1
    assert "it cannot be written" in capsys.readouterr().err
    assert seeds(book) == {}
