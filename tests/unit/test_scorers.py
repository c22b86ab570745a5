"""What accuracy is measured with: adapters have the scorers' form, scorers count right."""

from __future__ import annotations

from pathlib import Path

import pytest

import adapters
import certainty
from scorers import dates, lines, polnear, quotes
from scorers.calendar import canonical
from scorers.corrections import corrected


def test_adapters() -> None:
    text = 'NATO said on Monday that "it will listen".\n"We wait," Jane Doe said.'
    dates = adapters.tag(text, "2021-12-30")
    assert [(text[start:end], *rest) for start, end, *rest in dates] == [
        ("Monday", "DATE", "2021-12-27")
    ]
    pairs = [(text[a:b], text[c:d]) for a, b, c, d in adapters.quotes(text)]
    assert pairs == [('"it will listen"', "NATO"), ('"We wait,"', "Jane Doe")]
    reports = adapters.reports("Jane Doe said on Monday that the bridge is safe.")
    assert reports == [(24, 47, 0, 8)]
    lines = ["Sign up for our newsletter.", f"{text} " * 5]
    assert adapters.keep(lines) == [False, True]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2013-03-22T08:30", "2013-03-22"),
        ("2013-W11", "2013-W11"),
        ("2013-W11-5", "2013-03-15"),
        ("199", "199X"),
        ("19", "19XX"),
        ("1998-AU", "1998-FA"),
        ("1998-05-XX", None),
        ("1998-WXX", None),
        ("PRESENT_REF", None),
        ("P1Y", None),
        ("", None),
        ("BC0499", "BC0499"),
        ("1989-H1", "1989-H1"),
        ("2016-11-07/2016-11-14", "2016-W45"),
        ("2016-01-01/2017-01-01", "2016"),
        ("2016-11-08/2016-11-11", "2016-11-08/2016-11-11"),
    ],
)
def test_canonical_calendar_values(value: str, expected: str | None) -> None:
    assert canonical(value) == expected


TIMEXES = [
    {"start": 3, "end": 9, "type": "DATE", "value": "2019-12-30"},
    {"start": 14, "end": 20, "type": "DATE", "value": "2020-01-05"},
    {"start": 24, "end": 28, "type": "DATE", "value": "FUTURE_REF"},
]


@pytest.mark.parametrize(
    ("found", "precision", "recall"),
    [
        ([(3, 9, "DATE", "2019-12-30"), (14, 20, "DATE", "2020-01-05")], 100, 100),
        ([(0, 9, "DATE", "2019-12-30"), (14, 20, "DATE", "2020-01-06")], 50, 50),
        # One span over both is right once.
        ([(0, 28, "DATE", "2019-12-30")], 100, 50),
        # A value for what has none is a mistake.
        ([(3, 9, "DATE", "2019-12-30"), (24, 28, "DATE", "2020-01-02")], 50, 50),
        ([], 0, 0),
    ],
)
def test_dates_are_counted(
    found: list[tuple[int, int, str, str]], precision: int, recall: int
) -> None:
    document = {"dct": "2020-01-01", "text": "on Monday and Jan. 5 or soon", "timexes": TIMEXES}
    score = dates.score(lambda _text, _dct: found, [document])
    assert (score.cal.precision, score.cal.recall) == (precision, recall)


CORRECTION = """\
[[correction]]
document = "a"
start = 3
end = 9
marked = "2019-12-30"
value = "2019-12-23"
why = "a week before"

[[correction]]
document = "a"
start = 0
end = 2
marked = ""
value = "2020"
why = "nobody marked it"

[[correction]]
document = "of another corpus"
start = 0
end = 2
marked = ""
value = "2020"
why = "it is not there"
"""


def test_marks_are_put_right(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text(CORRECTION, "utf-8")
    document = {"id": "a", "dct": "2020-01-01", "text": "on Monday and so on", "timexes": TIMEXES}
    (right,), made = corrected([document], path)
    values = [(one["start"], one["type"], one["value"]) for one in right["timexes"]]
    assert made == 2
    assert (3, "DATE", "2019-12-23") in values
    assert (0, "DATE", "2020") in values
    assert document["timexes"] == TIMEXES
    assert TIMEXES[0]["value"] == "2019-12-30"


def test_a_correction_of_what_is_not_marked_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text(CORRECTION.replace("2019-12-30", "2019-12-31"), "utf-8")
    with pytest.raises(ValueError, match="a has other marks at 3"):
        corrected([{"id": "a", "timexes": TIMEXES}], path)


def test_quotations_are_counted() -> None:
    text = '"We wait," Jane Doe said. He called it "open".'
    gold = (
        polnear.Gold(span=(0, 10), speakers=((11, 19),), is_fragment=False),
        polnear.Gold(span=(39, 45), speakers=((26, 28),), is_fragment=True),
    )
    document = polnear.Document(text=text, gold=gold)
    right = quotes.score(lambda _: [(0, 10, 11, 19), (39, 45, 26, 28)], [document])
    assert (right.lenient.f1, right.strict.f1, right.fragment_recall) == (100, 100, 100)
    half = quotes.score(lambda _: [(0, 10, 11, 19), (39, 45, 11, 19)], [document])
    assert (half.quotes.f1, half.lenient.f1, half.fragment_recall) == (100, 50, 0)


def test_lines_are_counted_by_their_characters() -> None:
    page = {"p": ["aaaa", "bb", "cc"], "p_keep": [True, True, False], "p_cover": 1.0}
    score = lines.score(lambda _: [True, False, True], [page, {**page, "p_cover": 0.1}], "p")
    assert score.pages == 1
    assert score.kept.precision == pytest.approx(100 * 4 / 6)
    assert score.lost == pytest.approx(100 * 2 / 6)


def test_certainty_judges_both_kinds(tmp_path: Path) -> None:
    for name in ("text", "attributions"):
        (tmp_path / name).mkdir()
    text = 'Jane Doe said that the bridge is safe. "It opens in May," John Roe said.'
    (tmp_path / "text/a.txt").write_text(text, "utf-8")
    (tmp_path / "attributions/a_x.ann").write_text(
        "T1\tSource 0 8\tJane Doe\nT2\tContent 14 37\tthat the bridge is safe\n"
        'T3\tSource 0 8\tJane Doe\nT4\tContent 39 57\t"It opens in May,"\n'
        "E1\tSource:T1 Content:T2\nE2\tSource:T3 Content:T4\n",
        "utf-8",
    )
    (document,) = polnear.load(tmp_path)
    assert sorted(certainty._judged(document)) == [("after", False), ("subject", True)]
