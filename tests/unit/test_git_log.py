"""The history of articles, as git remembers it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from briefbook.git_log import read_chronicle
from briefbook.text.chronicle import Chronicle, Deed, Touched
from briefbook.text.errors import FileProblem

NOTE = "---\nmotivation: questioning\n---\nIs it so?\n"
DATE = '[[date]]\nexact = "Monday"\nvalue = "2023-05-08"\n'
REVIEWED = 'reviewed = {by = "Jane Doe", on = 2023-05-14}\n'


class Repository:
    """A book's folder in a repository; each commit has a day of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "book").mkdir(parents=True)
        self.git("init", "-q")

    def git(self, *arguments: str, day: str = "2023-05-10") -> None:
        told = os.environ | {
            "GIT_AUTHOR_DATE": f"{day}T23:30:00 -0800",
            "GIT_COMMITTER_DATE": f"{day}T23:30:00 -0800",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        who = ("-c", "user.name=Jane Doe", "-c", "user.email=jane@example.org")
        subprocess.run(["git", *who, *arguments], cwd=self.folder, env=told, check=True)

    def commit(self, day: str, **files: str | None) -> None:
        """``seeds_a_txt="…"`` writes that file, None deletes it."""
        for name, text in files.items():
            path = self.folder / "book" / name.replace("__", "/").replace("_DOT_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink() if text is None else path.write_text(text)
        self.git("add", "-A", day=day)
        self.git("commit", "-qm", "More.", day=day)

    def told(self, *names: str) -> list[tuple[str, str, int]]:
        book = self.folder / "book"
        found = read_chronicle(book, seeds="seeds", annotations="docs/annotations")
        return [(each.day, each.deed.value, each.count) for each in found.of(names)]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "repository")
    made.commit("2023-05-10", seeds__talks_DOT_txt="Talks open.")
    return made


def test_what_was_done_is_told_by_day(repository: Repository) -> None:
    note = "docs__annotations__talks__{}_DOT_md"
    repository.commit("2023-05-11", **{note.format("a"): NOTE, note.format("b"): NOTE + "More."})
    repository.commit("2023-05-12", seeds__talks_DOT_toml='title = "Talks"\n' + DATE)
    repository.commit(
        "2023-05-13",
        seeds__talks_DOT_toml='title = "The talks"\n' + DATE.replace("08", "01"),
        **{note.format("a"): None},
    )
    repository.commit("2023-05-14", seeds__talks_DOT_toml=REVIEWED + DATE.replace("08", "01"))
    repository.commit("2023-05-15", seeds__talks_DOT_txt="Talks open?", seeds__x_DOT_txt="Else.")
    assert repository.told("talks") == [
        ("2023-05-10", "seed-added", 1),
        ("2023-05-11", "notes-added", 2),
        ("2023-05-12", "corrections", 1),
        ("2023-05-13", "corrections", 1),
        ("2023-05-13", "notes-removed", 1),
        ("2023-05-14", "reviewed", 1),
        ("2023-05-15", "seed-changed", 1),
    ]
    assert repository.told("x") == [("2023-05-15", "seed-added", 1)]
    assert repository.told("y") == []


def test_a_seed_keeps_its_history_under_another_name(repository: Repository) -> None:
    repository.commit("2023-05-11", docs__annotations__talks__a_DOT_md=NOTE)
    repository.commit(
        "2023-05-12",
        seeds__talks_DOT_txt=None,
        seeds__later_DOT_txt="Talks open.",
        docs__annotations__talks__a_DOT_md=None,
        docs__annotations__later__a_DOT_md=NOTE,
    )
    assert repository.told("later", "talks") == [
        ("2023-05-10", "seed-added", 1),
        ("2023-05-11", "notes-added", 1),
    ]


def test_a_sidecar_that_was_never_valid_is_as_if_empty(repository: Repository) -> None:
    repository.commit("2023-05-11", seeds__talks_DOT_toml="= no TOML")
    repository.commit("2023-05-12", seeds__talks_DOT_toml=DATE + "#" * 70_000)  # too large
    repository.commit("2023-05-13", seeds__talks_DOT_toml=DATE)
    assert repository.told("talks")[1:] == [("2023-05-13", "corrections", 1)]


def test_names_are_names_alone(repository: Repository) -> None:
    hostile = "--output=x", "\n:100644 100644 a b M", "$(touch x)", "-"
    for number, name in enumerate(hostile, 11):
        (repository.folder / "book/seeds" / f"{name}.txt").write_text(name)
        repository.commit(f"2023-05-{number}")
    for number, name in enumerate(hostile, 11):
        assert repository.told(name) == [(f"2023-05-{number}", "seed-added", 1)]
    assert len(repository.told("talks")) == 1
    assert not list(repository.folder.rglob("x"))


def test_settings_of_the_user_change_nothing(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = repository.told("talks")
    config = repository.folder.with_name("config")
    config.write_text(
        "[log]\nshowRoot = false\nshowSignature = true\ndate = relative\ndecorate = full\n"
        "[diff]\nrenames = copies\nnoprefix = true\n[format]\npretty = oneline\n"
        "[color]\nui = always\n[core]\npager = false\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert repository.told("talks") == expected == [("2023-05-10", "seed-added", 1)]


@pytest.mark.parametrize(
    ("clone", "said"),
    [
        (["--depth=1"], "the repository holds only the end of its history"),
        (["--filter=tree:0", "--no-checkout"], "git tells no history of this folder"),
    ],
)
def test_a_clone_in_part_says_so(repository: Repository, clone: list[str], said: str) -> None:
    repository.commit("2023-05-11", seeds__talks_DOT_toml=DATE)
    repository.git("config", "uploadpack.allowFilter", "true")
    folder = repository.folder.with_name("clone")
    repository.git("clone", "-q", *clone, repository.folder.as_uri(), str(folder))
    (folder / "book").mkdir(exist_ok=True)
    with pytest.raises(FileProblem, match=said):
        read_chronicle(folder / "book", seeds="seeds", annotations="docs/annotations")


def test_there_is_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "book").mkdir()
    for path in (os.environ["PATH"], str(tmp_path)):  # with git, and without
        monkeypatch.setenv("PATH", path)
        with pytest.raises(FileProblem, match=r"holds|tells no history"):
            read_chronicle(tmp_path / "book", seeds="seeds", annotations="notes")


def test_folders_may_be_the_books_own() -> None:
    touched = Touched(
        commit=1, day="2023-05-10", status="A", path="a.txt", before="0" * 40, after="1" * 40
    )
    chronicle = Chronicle([touched], {}, seeds=".", annotations="notes")
    assert [each.deed for each in chronicle.of(["a"])] == [Deed.SEED_ADDED]
