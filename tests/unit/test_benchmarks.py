"""The benchmarks measure what they say, on articles that stay the same."""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

import pytest

import costs
import growth
import volumes
from hostile import bibliography, files
from hostile.case import Case
from hostile.pages import WORDS, page_cases
from make_articles import A_YEAR, MANY_WORDS, make_article


def test_articles_are_the_same_every_time() -> None:
    assert make_article(7) == make_article(7)
    assert make_article(7) != make_article(8)
    # What was measured with these articles was measured with these very ones.
    assert hashlib.sha256(make_article(7)[1].encode()).hexdigest()[:12] == "02ac8754e4e0"


def test_articles_of_an_archive_have_many_names_that_come_again() -> None:
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
    assert growth.Growth((1, 2, 4, 8), seconds).exponent == pytest.approx(exponent)


def test_growth_beyond_the_limit_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each case says how dear a size is, in place of the clock."""
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


def test_growth_is_of_the_page_as_long_as_it_is_said_to_be() -> None:
    with page_cases() as cases:
        [translating] = [case for case in cases if case.name == "PDF translation: lines of words"]
        for size in (600, 1200):
            code = str(translating.make(size)())
            assert size * 0.9 < len(WORDS) * code.count(WORDS[:20]) <= size


def test_hostile_files_are_never_too_large_to_be_read() -> None:
    shapes = [
        *files.SIDECARS.items(),
        *files.NOTES.items(),
        *files.BODIES.items(),
        *bibliography.BIBLIOGRAPHIES.items(),
    ]
    for name, shape in shapes:
        assert 15_000 < len(shape(20_000)) <= 20_000, name


def test_figures_of_volumes_say_what_was_measured_and_what_falls_short() -> None:
    good = volumes.Figure(what="memory, MB", found=800, wanted=1000)
    bad = volumes.Figure(what="an article", found=1.2, wanted=1.1, how="projected")
    unknown = volumes.Figure(what="dead links", found=None, wanted=0)
    assert [each.falls_short for each in (good, bad, unknown)] == [False, True, True]
    assert str(good) == "memory, MB: 800, measured (wanted: at most 1000)"
    assert str(bad) == "an article: 1.2, projected (wanted: at most 1.1, FALLS SHORT)"
    assert str(unknown) == "dead links: not measured (wanted: at most 0)"


def test_a_book_of_volumes_is_measured_beside_one_project(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With costs that are told in the place of builds; what was measured is not built again."""

    def run(command: list[str]) -> None:
        made = tmp_path / "book/_build/volumes/made"
        made.mkdir(parents=True, exist_ok=True)
        (made / "checked.txt").write_text("9 pages, 0 dead links\n")
        (made.parent / "plans").mkdir(exist_ok=True)
        (made.parent / "plans/2021.json").write_text('{"seeds": ["fire"]}')
        if not told:
            raise KeyboardInterrupt

    def cost_since(before: object, began: float) -> costs.Cost:
        return costs.Cost(cpu=told.pop(0) if told else 0, wall=1, megabytes=900)

    monkeypatch.setattr(costs, "run", run)
    monkeypatch.setattr(costs, "cost_since", cost_since)
    told = [100.0, 1000.0]
    with pytest.raises(KeyboardInterrupt):
        volumes.measure(tmp_path, articles=20, one=2, by="year", minutes=0)
    told = [4.0, 30.0, 60.0]
    figures = volumes.measure(tmp_path, articles=20, one=2, by="year", minutes=0)
    assert [figure.found for figure in figures] == [
        pytest.approx(1.0), 900, pytest.approx(30 / 1000), pytest.approx(4 / 1000), 0,
    ]  # fmt: skip
    assert [figure.falls_short for figure in figures] == [False, False, True, False, False]
    said = capsys.readouterr().out
    assert "one article changed: 30.0 s of CPU" in said
    assert "the PDF of 2021, 1 articles: 60.0 s of CPU" in said
