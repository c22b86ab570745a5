"""The index that readers search by: its terms, its files, what is escaped in them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from briefbook.export import search_slices
from briefbook.export.search_directory import Directory, Named, directory_files
from briefbook.export.search_pieces import MOST, order, pieces
from briefbook.export.search_slices import Found, Row, made_slice, slices_of
from briefbook.export.search_terms import terms_of

if TYPE_CHECKING:
    from collections.abc import Iterable


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


def read(files: Iterable[tuple[str, bytes]]) -> dict[str, Any]:
    """What scripts hand over, by name."""
    found = {}
    for name, content in files:
        text = content.decode()
        call = re.fullmatch(r"globalThis\.briefbookSearch\.take\((\".*?\"),(.*)\);\n", text)
        assert call is not None, text
        assert f"{json.loads(call[1])}.js" == name
        assert "</" not in text
        found[json.loads(call[1])] = json.loads(call[2])
    return found


def made(*articles: Found) -> dict[str, Any]:
    return read(made_slice("2023", articles).files.items())


def directory(
    slices: dict[str, list[str]],
    names: tuple[tuple[str, str, str], ...] = (),
    dates: dict[str, Named] | None = None,
) -> dict[str, Any]:
    beside = Directory(names=names, dates=dates or {}, words={})
    return read(directory_files(beside, slices))


def article(*texts: str, also: str = "") -> Found:
    rows = (Row(anchor="", text="Title"), *(
        Row(anchor=f"p{number}", text=text, also=also) for number, text in enumerate(texts, 1)
    ))  # fmt: skip
    return Found(page="articles/a.html", title="Title", source="Paper, 1 May 2023", rows=rows)


def test_places() -> None:
    files = made(article("Bridges stand.", "A bridge"), article("Bridges fell."))
    assert files["2023/head"] == {"rows": 4, "starts": ["a"], "common": []}
    assert files["2023/w0"]["bridge"] == [2]
    assert files["2023/w0"]["bridges"] == [1, 4]
    assert files["2023/a1-0"] == [
        "articles/a.html", "Title", "Paper, 1 May 2023", [["", "Title"], ["p1", "Bridges fell."]],
    ]  # fmt: skip


def test_the_text_of_a_long_article_is_in_several_files() -> None:
    files = made(article(*map(str, range(40))))
    assert [len(files[f"2023/a0-{number}"][3]) for number in range(3)] == [16, 16, 9]
    assert files["2023/a0-1"][3][0] == ["p16", "15"]


def test_dates_are_found_as_terms_that_no_text_has() -> None:
    row = Row(anchor="p1", text="on @2022-01-12", dates=("2022-01-12",))
    found = Found(page="a.html", title="Title", source="Paper", rows=(row,))
    made = made_slice("2023", [found])
    assert made.terms == ("01", "12", "2022", "@2022-01-12", "on")


def test_slices_are_of_one_period_however_many_articles_others_have(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    days = ["1999-12-31", "2021-01-01", "2021-01-01", "2021-02-03", "2022-01-01"]
    assert slices_of([]) == {"all": range(0)}
    assert slices_of(days) == {"all": range(5)}
    monkeypatch.setattr(search_slices, "ARTICLES", 2)
    assert slices_of(days) == {
        "199": range(1),
        "2021-01": range(1, 3),
        "2021-02": range(3, 4),
        "2022": range(4, 5),
    }
    monkeypatch.setattr(search_slices, "ARTICLES", 1)
    assert slices_of(days)["2021-01-01"] == range(1, 3)


def test_a_directory_says_in_which_slices_a_term_is() -> None:
    files = directory({"2021": ["bridge", "river"], "2022": ["road"], "2023": ["bridge"]})
    assert files["t0"] == {"bridge": "5", "river": "1", "road": "2"}
    assert files["index"]["slices"] == ["2021", "2022", "2023"]
    assert files["index"]["terms"] == ["bridge"]


def test_pieces_are_small_and_begin_in_the_order_of_scripts() -> None:
    # As scripts compare: by units of 16 bits, in which the last of these comes before the second.
    terms = sorted(
        [*(f"term{number:05}" for number in range(5000)), "\uff21", "\U00010400"], key=order
    )
    assert terms[-2:] == ["\U00010400", "\uff21"]
    made = list(pieces((term, [1]) for term in terms))
    assert len(made) > 10
    assert all(len(piece) <= MOST + 2 for _, piece in made)
    assert [next(iter(json.loads(piece))) for _, piece in made] == [start for start, _ in made]
    assert [term for _, piece in made for term in json.loads(piece)] == terms


def test_a_body_is_found_by_all_its_names() -> None:
    names = (("OTAN", "NATO", "bodies.html#nato"), ("U.N.", "United Nations", "bodies.html#un"))
    files = directory({}, names=names)
    assert files["n0"] == {"otan": [[*names[0]]], "un": [[*names[1]]]}
    assert files["index"]["names"] == ["otan"]


def test_dates_stand_in_a_file_a_year() -> None:
    date = Named(words="12 January 2022", page="dates.html", anchor="date-2022-01-12")
    files = directory({}, dates={"2022-01-12": date})
    assert files["d-2022"] == {
        "pages": ["dates.html"], "dates": {"2022-01-12": ["12 January 2022", 0, "date-2022-01-12"]},
    }  # fmt: skip
    assert files["index"]["years"] == ["2022"]
    assert files["index"]["months"]["january"] == files["index"]["months"]["jan"] == 1


def test_what_strangers_wrote_ends_no_script() -> None:
    files = made(article("</script><script>alert(1)</script>\u2028<!--"))
    assert files["2023/a0-0"][3][1][1].startswith("</script><script>")


def test_common_words_are_left_out_of_a_large_slice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_slices, "_FEW", 2)
    made = made_slice("2023", [article("the bridge", "the river", "the end")])
    assert "the" in made.terms
    files = read(made.files.items())
    assert files["2023/head"]["common"] == ["the"]
    assert "the" not in files["2023/w0"]


def test_the_same_in_the_same_out() -> None:
    assert made(article("one two three")) == made(article("one two three"))
