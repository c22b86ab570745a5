"""Volumes by the engine that builds them: side by side, and resumed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from projects import ROOTS

pytestmark = pytest.mark.environment


@pytest.fixture
def book(tmp_path: Path) -> Path:
    root = tmp_path / "a book"
    shutil.copytree(ROOTS / "test-incremental", root / "docs")
    for name in ("conf.py", "seeds"):
        (root / "docs" / name).rename(root / name)
    conf = (root / "conf.py").read_text("utf-8")
    conf = conf.replace('"references.bib"', '"docs/references.bib"')
    (root / "conf.py").write_text(f'{conf}briefbook_volumes = "month"\n', "utf-8")
    return root


def run(book: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """`briefbook volumes`, as people type it."""
    command = [sys.executable, "-c", "import sys; from briefbook.cli import main; sys.exit(main())"]
    return subprocess.run(
        [*command, "volumes", str(book), "--jobs", "2", *options],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "CI": "1"},
    )


def test_a_second_run_builds_what_lacks(book: Path) -> None:
    seed = book / "seeds/toll.toml"
    sound = seed.read_text("utf-8")
    seed.write_text(f'{sound}[[date]]\nexact = "no such day"\nvalue = "2019"\n', "utf-8")
    failed = run(book)
    assert failed.returncode == 1
    assert "seeds/toll.toml" in failed.stdout + failed.stderr
    made = book / "_build/volumes/made"
    assert sorted(path.stem for path in made.glob("*.jsonl")) == ["2023-05", "2023-07"]
    assert (book / "_build/html/articles/2023/05/ferry.html").is_file()
    before = (made / "2023-05.jsonl").stat().st_mtime_ns
    seed.write_text(sound, "utf-8")
    done = run(book)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith(" 0 dead links\n")
    assert (made / "2023-05.jsonl").stat().st_mtime_ns == before
    times = {path: path.stat().st_mtime_ns for path in (book / "_build/html").rglob("*")}
    assert run(book).returncode == 0
    assert {path: path.stat().st_mtime_ns for path in times} == times


def test_of_two_runs_at_once_one_ends_with_a_message(book: Path) -> None:
    import fcntl

    folder = book / "_build/volumes"
    folder.mkdir(parents=True)
    with (folder / "lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        second = run(book)
    assert second.returncode == 1
    assert "another run is building these volumes" in second.stderr
    assert not (book / "_build/html").exists()
