"""The benchmarks measure what they say: adapters have the scorers' form, scorers count right."""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent.parent.parent / "benchmarks"


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """As when a script of the folder runs: its neighbours can be imported."""
    monkeypatch.syspath_prepend(BENCHMARKS)


def test_adapters() -> None:
    import adapters

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
    from scorers.calendar import canonical

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
    from scorers import dates

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
    from scorers.corrections import corrected

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
    from scorers.corrections import corrected

    path = tmp_path / "corrections.toml"
    path.write_text(CORRECTION.replace("2019-12-30", "2019-12-31"), "utf-8")
    with pytest.raises(ValueError, match="a has other marks at 3"):
        corrected([{"id": "a", "timexes": TIMEXES}], path)


def test_quotations_are_counted() -> None:
    from scorers import polnear, quotes

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
    from scorers import lines

    page = {"p": ["aaaa", "bb", "cc"], "p_keep": [True, True, False], "p_cover": 1.0}
    score = lines.score(lambda _: [True, False, True], [page, {**page, "p_cover": 0.1}], "p")
    assert score.pages == 1
    assert score.kept.precision == pytest.approx(100 * 4 / 6)
    assert score.lost == pytest.approx(100 * 2 / 6)


def test_articles_are_the_same_every_time() -> None:
    from make_articles import make_article

    assert make_article(7) == make_article(7)
    assert make_article(7) != make_article(8)
    # What was measured with these articles was measured with these very ones.
    assert hashlib.sha256(make_article(7)[1].encode()).hexdigest()[:12] == "02ac8754e4e0"


def test_articles_of_an_archive_have_many_names_that_come_again() -> None:
    from make_articles import A_YEAR, MANY_WORDS, make_article

    assert make_article(7, various=True) == make_article(7, various=True)
    assert [len(set(MANY_WORDS[each])) for each in ("place", "person", "body")] == [400, 2000, 300]
    first, second = (
        " ".join(make_article(year * A_YEAR + number, various=True)[1] for number in range(150))
        for year in (0, 1)
    )
    assert make_article(A_YEAR, various=True)[0].endswith("-20220104")
    for kind, least in (("place", 300), ("person", 150), ("body", 100)):
        again = [name for name in MANY_WORDS[kind] if name in first and name in second]
        assert len(again) > least, kind


@pytest.mark.parametrize(
    ("seconds", "exponent"), [((0.1, 0.2, 0.4, 0.8), 1.0), ((0.1, 0.4, 1.6, 6.4), 2.0)]
)
def test_growth_is_fitted(seconds: tuple[float, float, float, float], exponent: float) -> None:
    from growth import Growth

    assert Growth((1, 2, 4, 8), seconds).exponent == pytest.approx(exponent)


def test_growth_beyond_the_limit_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each case says how dear a size is, in place of the clock."""
    import growth
    from hostile.case import Case

    costs = {"linear": lambda size: size / 4e4, "square": lambda size: (size / 2e4) ** 2}
    cases = [Case(name, 8000, cost) for name, cost in costs.items()]
    monkeypatch.setattr(growth, "_cpu", lambda work: work)
    monkeypatch.setattr(growth, "all_cases", lambda: contextlib.nullcontext(cases))
    assert growth.main([]) == 1
    *_, linear, square, summary = capsys.readouterr().out.splitlines()
    assert linear.split()[:2] == ["1.00", "200.0"]
    assert square.endswith("square  TOO FAST")
    assert summary.startswith("1 too fast")
    assert growth.main(["linear"]) == 0


def test_hostile_files_are_never_too_large_to_be_read() -> None:
    from hostile import bibliography, files

    shapes = [
        *files.SIDECARS.items(),
        *files.NOTES.items(),
        *files.BODIES.items(),
        *bibliography.BIBLIOGRAPHIES.items(),
    ]
    for name, shape in shapes:
        assert 15_000 < len(shape(20_000)) <= 20_000, name


SOURCE = '''\
"""Words that are not run: 1 + 1."""


def f(x: int, on: bool = True) -> int | None:
    if x < 1 and not on:
        return None
    return "é" * x if x else f"{x + 1}"
'''


def test_mutants_break_one_thing_each(tmp_path: Path) -> None:
    import mutants

    (tmp_path / "a.py").write_text(SOURCE, "utf-8")
    made = list(mutants.mutants_of(Path("a.py"), tmp_path))
    texts = []
    for one in made:
        raw = SOURCE.encode()
        text = (raw[: one.start] + one.instead.encode() + raw[one.end :]).decode()
        compile(text, "a.py", "exec")
        [changed] = set(text.split("\n")) - set(SOURCE.split("\n"))
        assert changed == text.split("\n")[one.line - 1]
        texts.append(changed.strip())
    assert texts == [
        "def f(x: int, on: bool = False) -> int | None:",
        "if (x < 1 or not on):",
        "if (x <= 1) and not on:",
        "if x < 2 and not on:",
        "if x < 1 and (on):",
        "return None",
        "return (f'{x + 1}' if x else 'é' * x)",
    ]


def test_a_mutant_is_noticed_or_survives(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import mutants

    (tmp_path / "ext/a/b").mkdir(parents=True)
    (tmp_path / "tests/unit").mkdir(parents=True)
    (tmp_path / "ext/a/b/c.py").write_text("def f():\n    return 1 + 1, 5\n", "utf-8")
    (tmp_path / "tests/unit/test_b.py").write_text(
        "from a.b.c import f\n\n\ndef test_f():\n    assert f()[0] == 2\n", "utf-8"
    )
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # most of such a run loads plugins
    made = list(mutants.mutants_of(Path("ext/a/b/c.py"), tmp_path))
    noticed = {one.instead: mutants.noticed_by(one, tmp_path, near_only=True) for one in made}
    assert noticed.pop("6") is None
    assert set(noticed) == {"None", "(1 - 1)", "2"}
    for test in noticed.values():
        assert test is not None
        assert test.startswith("FAILED tests/unit/test_b.py::test_f")


def test_certainty_judges_both_kinds(tmp_path: Path) -> None:
    import certainty
    from scorers import polnear

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


def test_figures_of_volumes_say_what_was_measured_and_what_falls_short() -> None:
    from volumes import Figure

    good = Figure(what="memory, MB", found=800, wanted=1000)
    bad = Figure(what="an article", found=1.2, wanted=1.1, projected=True)
    unknown = Figure(what="dead links", found=None, wanted=0)
    assert [each.falls_short for each in (good, bad, unknown)] == [False, True, True]
    assert str(good) == "memory, MB: 800, measured (wanted: at most 1000)"
    assert str(bad) == "an article: 1.2, projected (wanted: at most 1.1, FALLS SHORT)"
    assert str(unknown) == "dead links: not measured (wanted: at most 0)"


def test_a_book_of_volumes_is_measured_beside_one_project(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With costs that are told in the place of builds."""
    import volumes

    costs = iter((100.0, 1050.0, 4.0, 30.0))

    def run(command: list[str]) -> volumes.Cost:
        made = tmp_path / "book/_build/volumes/made"
        made.mkdir(parents=True, exist_ok=True)
        (made / "checked.txt").write_text("9 pages, 8 targets of links, 0 dead\n")
        return volumes.Cost(cpu=next(costs), wall=1, megabytes=900)

    monkeypatch.setattr(volumes, "run", run)
    figures = volumes.measure(tmp_path, articles=20, one=2, by="year", minutes=0)
    assert [figure.found for figure in figures] == [
        pytest.approx(1.05), 900, pytest.approx(30 / 1050), pytest.approx(4 / 1050), 0,
    ]  # fmt: skip
    assert [figure.falls_short for figure in figures] == [False, False, True, False, False]
    assert "one article changed: 30.0 s of CPU" in capsys.readouterr().out
