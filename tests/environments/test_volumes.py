"""Volumes by the engine that builds them: side by side, after faults, on a cluster."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from elsewhere import section
from volumes_book import divided_book, files_of

pytestmark = pytest.mark.environment

COMMAND = [sys.executable, "-c", "import sys; from briefbook.cli import main; sys.exit(main())"]
VOLUMES = ["2023-05", "2023-06", "2023-07"]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each test leaves it whole and built, and as its seeds say."""
    root = tmp_path_factory.mktemp("volumes") / "a book"
    return divided_book(root, 'briefbook_volumes = "month"')


def run(book: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`briefbook volumes`, as people type it."""
    return subprocess.run(
        [*COMMAND, "volumes", str(book), "--jobs", "2", *options],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "CI": "1", **environment},
    )


def built(book: Path, *options: str, **environment: str) -> dict[str, bytes]:
    """The files of the book once a run has come to a good end."""
    done = run(book, *options, **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith(" 0 dead links\n")
    return files_of(book / "_build/html")


def made(book: Path) -> dict[str, int]:
    """When each volume was built that is."""
    paths = (book / "_build/volumes/made").glob("*.jsonl")
    return {path.stem: path.stat().st_mtime_ns for path in sorted(paths)}


def clean(book: Path, folder: Path, *options: str) -> dict[str, bytes]:
    """The files that a book has which is built from nothing."""
    shutil.copytree(book, folder, ignore=shutil.ignore_patterns("_build"))
    return built(folder, *options)


def test_a_second_run_builds_what_lacks(book: Path) -> None:
    seed = book / "seeds/toll.toml"
    sound = seed.read_text("utf-8")
    seed.write_text(f'{sound}[[date]]\nexact = "no such day"\nvalue = "2019"\n', "utf-8")
    failed = run(book)
    assert failed.returncode == 1
    assert "seeds/toll.toml" in failed.stdout + failed.stderr
    before = made(book)
    assert sorted(before) == ["2023-05", "2023-07"]
    assert (book / "_build/html/articles/2023/05/ferry.html").is_file()
    seed.write_text(sound, "utf-8")
    built(book)
    assert made(book)["2023-05"] == before["2023-05"]
    times = {path: path.stat().st_mtime_ns for path in (book / "_build/html").rglob("*")}
    built(book)
    assert {path: path.stat().st_mtime_ns for path in times} == times


def test_a_run_that_was_killed_is_taken_up_again(book: Path) -> None:
    before = built(book)
    shutil.rmtree(book / "_build/volumes")
    shutil.rmtree(book / "_build/html")
    command = [*COMMAND, "volumes", str(book), "--jobs", "1"]
    with subprocess.Popen(command, start_new_session=True) as running:
        # Of the volume that came last the engine may not have noted that it is there.
        while len(made(book)) < len(VOLUMES) - 1:
            assert running.poll() is None
            time.sleep(0.05)
        os.killpg(running.pid, signal.SIGKILL)
    at_the_kill = made(book)
    assert set(at_the_kill) < set(VOLUMES)
    assert built(book) == before
    first = min(at_the_kill, key=at_the_kill.__getitem__)
    assert made(book)[first] == at_the_kill[first]


def test_of_two_runs_at_once_one_ends_with_a_message(book: Path) -> None:
    import fcntl

    with (book / "_build/volumes/lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        second = run(book)
    assert second.returncode == 1
    assert "another run is building these volumes" in second.stderr


def scripts(folder: Path) -> None:
    """The two that docs/scale.md shows."""
    text = section("docs/scale.md", "On a cluster")
    blocks = re.findall(r"^```sh\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    for name, block in zip(("submit", "status"), blocks, strict=True):
        assert f"# {name}: " in block
        (folder / name).write_text(block, "utf-8")
        (folder / name).chmod(0o755)
    # A machine that is lost: of the first job nothing is heard.
    lost = '    mkdir "$JOBS/lost" 2> /dev/null && exec sleep 0\n'
    whole = (folder / "submit").read_text("utf-8")
    (folder / "submit").write_text(whole.replace("    env -i", f"{lost}    env -i"), "utf-8")


def test_a_cluster_shares_the_folder_of_the_book_alone(book: Path, tmp_path: Path) -> None:
    one = clean(book, tmp_path / "one")
    scripts(tmp_path)
    jobs = tmp_path / "jobs"
    jobs.mkdir()
    options = [
        "--executor", "cluster-generic", "--jobs", "2", "--retries", "1",
        "--cluster-generic-submit-cmd", str(tmp_path / "submit"),
        "--cluster-generic-status-cmd", str(tmp_path / "status"),
        "--seconds-between-status-checks", "1",
    ]  # fmt: skip
    shutil.copytree(book, tmp_path / "two", ignore=shutil.ignore_patterns("_build"))
    assert built(tmp_path / "two", "--snakemake", *options, JOBS=str(jobs)) == one
    statuses = [path.read_text("utf-8") for path in jobs.glob("job.*/status")]
    assert statuses.count("0\n") == len(made(tmp_path / "two")) + 2
    assert len([*jobs.glob("job.*")]) == len(statuses) + 1
    assert (jobs / "lost").is_dir()
