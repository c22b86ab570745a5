"""What volumes tell the cover, page by page, and how far a run says it is."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

import pytest

from briefbook.sphinx.records import MentionRecord
from briefbook.text.errors import OutputError
from briefbook.volumes.division import Volume
from briefbook.volumes.plan import CoverPlan, Plans, VolumePlan
from briefbook.volumes.progress import Progress, words
from briefbook.volumes.summary import LookedUp, PageSummary, Summaries, written
from briefbook.volumes.work import Work

if TYPE_CHECKING:
    from pathlib import Path

NATO = MentionRecord(paragraph=1, headword="NATO")
PAGES = [
    PageSummary(docname="articles/2021/12/snow", mentions=[NATO], texts=[(1, "é")]),
    PageSummary(docname="articles/2021/12/fire", openings="A fire.", texts=[(None, "Fire")]),
]


@pytest.fixture
def summary(tmp_path: Path) -> Path:
    path = tmp_path / "2021.jsonl"
    path.write_bytes(written(PAGES))
    return path


def test_pages_come_one_by_one_and_are_found_by_name(summary: Path, tmp_path: Path) -> None:
    summaries = Summaries([summary], root=tmp_path)
    pages = [*summaries.overviews()]
    assert [page.docname for page in pages] == [page.docname for page in PAGES[::-1]]
    assert [page.has("mentions") for page in pages] == [False, True]
    mentions = LookedUp(summaries, "mentions", {"snow": "articles/2021/12/snow"})
    assert dict(mentions) == {"snow": [NATO]}
    assert "fire" not in mentions
    assert summaries.part("articles/2021/12/fire", "texts") == [(None, "Fire")]
    assert summaries.seal_of("articles/2021/12/fire") == summaries.seals[summary]


@pytest.mark.parametrize("damage", [b"", b'{"docname":"a"}\n', b"{\n"])
def test_a_damaged_summary_is_taken_away(summary: Path, tmp_path: Path, damage: bytes) -> None:
    whole = summary.read_bytes()
    summary.write_bytes(whole[: len(whole) // 2 + 1].rpartition(b"\n")[0] + b"\n" + damage)
    with pytest.raises(OutputError, match=r"2021\.jsonl: it cannot be used"):
        list(Summaries([summary], root=tmp_path).overviews())
    assert not summary.exists()


@pytest.mark.parametrize(
    ("done", "seconds", "line"),
    [
        (0, 100, "0 of 12 volumes built"),
        (3, 80, "3 of 12 volumes built, about 4 min left"),
        (11, 60, "11 of 12 volumes built, less than a minute left"),
        (12, 60, "all volumes are built; the cover is being made"),
    ],
)
def test_how_far_it_is(done: int, seconds: float, line: str) -> None:
    assert words(done, 12, seconds) == line


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def _plans(work: Work) -> Plans:
    plan = VolumePlan(
        name="2021", title="2021", subtitle="2021", months=("2021-12",), seeds=("fire",), guests=(),
        others=(), before=None, after=None, divisions={}, docs="docs", state="a",
    )  # fmt: skip
    work.plans.mkdir(parents=True)
    work.all_made.mkdir()
    work.plan("2021").write_text("")
    volume = Volume(name="2021", months=("2021-12",))
    cover = CoverPlan(volumes=(volume,), divisions={}, bodies=(), items={}, docs="docs", state="a")
    return Plans(volumes=(plan,), cover=cover, problems=())


def test_progress_is_for_people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = Work(folder=tmp_path)
    plans = _plans(work)
    for screen, ci, shown in (
        (_Screen(), "", True),
        (_Screen(), "1", False),
        (io.StringIO(), "", False),
    ):
        monkeypatch.setattr(sys, "stderr", screen)
        monkeypatch.setitem(os.environ, "CI", ci)
        work.made("2021", ".jsonl").unlink(missing_ok=True)
        progress = Progress(plans, work)
        progress.show()
        work.made("2021", ".jsonl").write_text("")
        progress.show()
        progress.end()
        said = "\r0 of 1 volumes built\rall volumes are built; the cover is being made"
        assert screen.getvalue().startswith(said if shown else "")
        assert bool(screen.getvalue()) == shown
