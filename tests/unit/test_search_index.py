"""The index that readers search by: its terms, its files, what is escaped in them."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from briefbook.export import search
from briefbook.export.search import ROWS, Found, Named, Row, Searched, index_files
from briefbook.export.search_terms import bucket_of, terms_of


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Šefčovič said “no”", ["sefcovic", "said", "no"]),
        ("more than 100,000 troops", ["more", "than", "100000", "troops"]),
        ("the U.S. and the E.U.", ["the", "us", "and", "the", "eu"]),
        ("Putin's", ["putin", "s"]),
        ("北京 talks", ["北", "京", "talks"]),
        ("Ждёт", ["ждет"]),
        ("", []),
    ],
)
def test_terms(text: str, terms: list[str]) -> None:
    assert terms_of(text) == terms


def test_files_are_named_plainly() -> None:
    assert [bucket_of(each) for each in ("nato", "a", "7", "ждет", "é", "a京")] == [
        "na", "a", "7", "u436", "ue9", "u61",
    ]  # fmt: skip


def made(*articles: Found, **more: Any) -> dict[str, Any]:
    given = Searched(
        articles=articles, names=more.get("names", ()), dates=more.get("dates", {}),
    )  # fmt: skip
    found = {}
    for name, content in index_files(given):
        text = content.decode()
        call = re.fullmatch(r"globalThis\.briefbookSearch\.take\((\".*?\"),(.*)\);\n", text)
        assert call is not None, text
        assert f"{json.loads(call[1])}.js" == name
        assert "</" not in text
        found[json.loads(call[1])] = json.loads(call[2])
    return found


def article(*texts: str, also: str = "") -> Found:
    rows = (Row(anchor="", text="Title"), *(
        Row(anchor=f"p{number}", text=text, also=also) for number, text in enumerate(texts, 1)
    ))  # fmt: skip
    return Found(page="articles/a.html", title="Title", source="Paper, 1 May 2023", rows=rows)


def test_places() -> None:
    files = made(article("Bridges stand.", "A bridge"), article("Bridges fell."))
    assert files["w-br"]["terms"] == {"bridge": [2], "bridges": [1, ROWS]}
    assert files["a-1"] == [
        "articles/a.html", "Title", "Paper, 1 May 2023", [["", "Title"], ["p1", "Bridges fell."]],
    ]  # fmt: skip
    assert files["index"]["buckets"] == ["a", "br", "fe", "st", "ti"]


def test_a_body_is_found_by_all_its_names_and_answers_first() -> None:
    names = (("OTAN", "NATO", "bodies.html#term-nato"),)
    files = made(article("The alliance met.", also="NATO OTAN"), names=names)
    assert files["w-ot"] == {"terms": {"otan": [1]}, "names": [["OTAN", "NATO", names[0][2]]]}


def test_dates_stand_in_a_file_a_year() -> None:
    files = made(
        article("x"),
        dates={
            "2022-01-12": Named(
                words="12 January 2022", link="dates.html#date-2022-01-12", places=(1,)
            )
        },
    )
    assert files["d-2022"] == {"2022-01-12": ["12 January 2022", "dates.html#date-2022-01-12", [1]]}
    assert files["index"]["years"] == ["2022"]
    assert files["index"]["months"]["january"] == files["index"]["months"]["jan"] == 1


def test_what_strangers_wrote_ends_no_script() -> None:
    files = made(article("</script><script>alert(1)</script>\u2028<!--"))
    assert files["a-0"][3][1][1].startswith("</script><script>")


def test_common_words_are_left_out_of_a_large_book(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_FEW", 2)
    files = made(article("the bridge", "the river", "the end"))
    assert files["index"]["common"] == ["the"]
    assert "w-th" not in files


def test_the_same_in_the_same_out() -> None:
    assert made(article("one two three")) == made(article("one two three"))
