"""Marks kept by content: given back as they were, or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefbook.text import cache as module
from briefbook.text.bodies import load_catalogue
from briefbook.text.bodies.catalogue import Catalogue
from briefbook.text.cache import MarksCache, pack, unpack
from briefbook.text.corrections import Corrected
from briefbook.text.decisions import Corrections, MentionCorrection, Review
from briefbook.text.errors import FileProblem, SeedError
from briefbook.text.mark_all import mark_all
from briefbook.text.marks import mark
from briefbook.text.model import Seed, Sidecar
from briefbook.text.quote import TextQuote
from briefbook.text.seeds import parse_seed, read_seed

REAL = sorted(Path(__file__).parents[2].glob("seeds/*.txt"))
TEXT = """ date 2023-05-11
NATO met on Monday. "The bridge is safe," said Jane Doe, the harbour master, on Friday.
Photo: Jane Doe/Example via Example
The council will meet next month, an official said on condition of anonymity.
"""


def seed(text: str = TEXT, name: str = "harbour", **sidecar: Any) -> Seed:
    return parse_seed(text.encode(), name=name, path=f"{name}.txt", sidecar=Sidecar(**sidecar))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture
def cache(tmp_path: Path, catalogue: Catalogue) -> MarksCache:
    return MarksCache(tmp_path / "kept", catalogue, root=tmp_path)


def files(folder: Path) -> list[Path]:
    """Those that somebody might miss: names of a catalogue are no marks."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in paths if path.name != "names.json")


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_a_real_article_comes_back_as_it_was(path: Path, catalogue: Catalogue) -> None:
    marks = mark(read_seed(path, root=path.parent), catalogue)
    assert marks.dates
    assert marks.bodies
    assert marks.statements
    assert unpack(pack(marks), marks.article.seed) == marks


def test_what_is_kept_is_found_by_its_content(cache: MarksCache, catalogue: Catalogue) -> None:
    kept = mark(seed(), catalogue)
    assert cache.load(seed()) is None
    cache.save(kept)
    assert cache.problem is None
    assert cache.load(seed()) == kept
    # The same article by another name: the marks are its own.
    renamed = cache.load(seed(name="port"))
    assert renamed is not None
    assert renamed.article.seed.path == "port.txt"
    assert renamed.dates == kept.dates


@pytest.mark.parametrize(
    "changed",
    [
        seed(TEXT + "And more.\n"),
        seed(TEXT.replace("2023", "2024")),
        seed(publisher="The Example"),
        replace(seed(), published="2023-05"),
    ],
    ids=["text", "header", "sidecar", "day"],
)
def test_another_content_is_not_found(
    cache: MarksCache, catalogue: Catalogue, changed: Seed
) -> None:
    cache.save(mark(seed(), catalogue))
    assert cache.load(changed) is None


def test_another_catalogue_or_engine_keeps_apart(
    tmp_path: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path
    MarksCache(root / "kept", catalogue, root=root).save(mark(seed(), catalogue))
    without = Catalogue({body.id: body for body in catalogue if body.id != "nato"})
    assert MarksCache(root / "kept", without, root=root).load(seed()) is None
    monkeypatch.setattr(module, "_engine", lambda: "another")
    assert MarksCache(root / "kept", catalogue, root=root).load(seed()) is None


def test_every_file_of_rules_and_tables_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A digest of the files themselves: no version that somebody must remember to raise."""
    for name in ("text/rule.py", "text/lang/en/verbs.toml", "data/bodies/un.yaml", "sphinx/x.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("one")
    monkeypatch.setattr(module, "__file__", str(tmp_path / "text/cache.py"))

    def engine() -> str:
        module._engine.cache_clear()
        return module._engine()

    seen = {engine()}
    for name in ("text/rule.py", "text/lang/en/verbs.toml", "data/bodies/un.yaml"):
        (tmp_path / name).write_text("two")
        seen.add(engine())
    (tmp_path / "text/rule.py").rename(tmp_path / "text/other.py")
    seen.add(engine())
    assert len(seen) == 5
    (tmp_path / "sphinx/x.py").write_text("two")
    assert engine() in seen
    monkeypatch.undo()
    module._engine.cache_clear()


def test_what_is_damaged_is_marked_again(
    tmp_path: Path, cache: MarksCache, catalogue: Catalogue
) -> None:
    kept = mark(seed(), catalogue)
    cache.save(kept)
    [path] = files(tmp_path)
    whole = path.read_bytes()
    damages = [b"", whole[:-1], whole + b"x", whole[:40], b"\0" * len(whole), whole[16:]]
    damages += [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in (0, 15, 16, 200)]
    for damaged in damages:
        path.write_bytes(damaged)
        assert cache.load(seed()) is None
        [found] = mark_all([seed()], catalogue, cache, jobs=1)
        assert isinstance(found, Corrected)
        assert found.marks == kept
        assert path.read_bytes() == whole


def test_corrections_are_made_of_what_is_kept(
    cache: MarksCache, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what does not fit is told each time, though nothing is marked again."""
    list(mark_all([seed()], catalogue, cache, jobs=1))
    monkeypatch.setattr("briefbook.text.mark_all.find_marks", lambda *_: pytest.fail("marked"))
    given = [
        MentionCorrection(line=2, column=1, quote=TextQuote(exact="Monday"), meaning="2023-05-01"),
        MentionCorrection(line=6, column=1, quote=TextQuote(exact="Tuesday"), meaning="2023-05-02"),
    ]
    of_editors = seed(
        corrections=Corrections(dates=tuple(given)), reviewed=Review(by="Jane Doe", on="2023-06-01")
    )
    for _ in range(2):
        [found] = mark_all([of_editors], catalogue, cache, jobs=1)
        assert isinstance(found, Corrected)
        assert next(date.value for date in found.marks.dates) == "2023-05-01"
        assert [problem.place for problem in found.problems] == ["harbour.toml:6:1"]


def test_a_file_under_another_ones_name_is_not_taken(
    tmp_path: Path, cache: MarksCache, catalogue: Catalogue
) -> None:
    cache.save(mark(seed(), catalogue))
    [first] = files(tmp_path)
    other = seed("date 2023-05-11\nThe OSCE meets.\n", name="other")
    cache.save(mark(other, catalogue))
    [second] = set(files(tmp_path)) - {first}
    first.replace(second)
    assert cache.load(other) is None


def test_a_sealed_file_of_another_form_is_not_taken(
    tmp_path: Path, cache: MarksCache, catalogue: Catalogue
) -> None:
    cache.save(mark(seed(), catalogue))
    [path] = files(tmp_path)
    for packed in (b"", b"\x80", b"\xc0", b"\x81\xa6blocks\x01"):
        path.write_bytes(module._seal(path.stem, packed) + packed)
        assert cache.load(seed()) is None


def test_a_link_is_not_followed(tmp_path: Path, cache: MarksCache, catalogue: Catalogue) -> None:
    cache.save(mark(seed(), catalogue))
    [path] = files(tmp_path)
    elsewhere = path.rename(tmp_path / "elsewhere")
    before = elsewhere.read_bytes()
    try:
        path.symlink_to(elsewhere)
    except OSError:  # Windows may not let this user make links
        return
    assert cache.load(seed()) is None
    cache.save(mark(seed(), catalogue))
    assert not path.is_symlink()
    assert elsewhere.read_bytes() == before


def test_a_folder_that_cannot_be_is_said_and_stops_nothing(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    (tmp_path / "kept").write_text("no folder")
    cache = MarksCache(tmp_path / "kept", catalogue, root=tmp_path)
    found = list(mark_all([seed(), seed(TEXT * 2, name="b")], catalogue, cache, jobs=1))
    marked = [each.marks for each in found if not isinstance(each, FileProblem)]
    assert [marks.article.seed.name for marks in marked] == ["harbour", "b"]
    assert cache.problem is not None
    assert "it cannot be written" in str(cache.problem)
    assert (tmp_path / "kept").read_text() == "no folder"


def test_older_states_go_and_nothing_else(
    tmp_path: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept"
    for state in "abcde":
        monkeypatch.setattr(module, "_engine", lambda state=state: state)
        MarksCache(kept, catalogue, root=tmp_path).save(mark(seed(), catalogue))
        if state == "a":
            [first] = kept.iterdir()
            (first / "mine.txt").write_text("mine")
            (kept / "notes").mkdir()
            (kept / "notes/mine.marks").write_text("mine")
    assert len([path for path in files(kept) if path.parent.name != "notes"]) == 3 + 1
    assert (first / "mine.txt").read_text() == "mine"
    assert (kept / "notes/mine.marks").read_text() == "mine"


@pytest.mark.parametrize("jobs", [1, 2])
def test_all_are_marked_in_order_and_problems_are_said(
    jobs: int, cache: MarksCache, catalogue: Catalogue
) -> None:
    texts = [f"date 2023-05-11\nNATO met on 3 June, said Jane Doe {n}.\n" for n in range(30)]
    texts[7] = "date 2023-05-11\nSubscribe to our newsletter\n"
    seeds = [seed(text, name=f"s{n}") for n, text in enumerate(texts)]
    cache.save(mark(seeds[3], catalogue))
    found = list(mark_all(seeds, catalogue, cache, jobs=jobs))
    assert isinstance(found[7], SeedError)
    rest = [each.marks for each in found if not isinstance(each, FileProblem)]
    assert rest == [mark(each, catalogue) for n, each in enumerate(seeds) if n != 7]
    assert [cache.load(each) is not None for each in seeds] == [n != 7 for n in range(30)]
