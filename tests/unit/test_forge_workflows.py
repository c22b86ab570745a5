"""What the workflows of forges take of a request: notes, seeds, sources, and nothing that runs."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
FORGES = ROOT / "ext/briefbook/data/forges"
GITHUB = [
    ROOT / ".github/workflows/contribution.yml",
    FORGES / "github/dot.github/workflows/contribution.yml",
]
OF_BASE = {
    "conf.py": "base", "tox.ini": "base", "docs/index.md": "base", "docs/references.bib": "base",
    "docs/annotations/talks/old.md": "base", "seeds/talks.txt": "base",
}  # fmt: skip
OF_REQUEST = {
    "conf.py": "request", "tox.ini": "request", "docs/index.md": "request",
    "docs/evil.py": "request", "docs/references.bib": "request",
    "docs/annotations/talks/new.md": "request", "seeds/talks.txt": "request",
}  # fmt: skip
TAKEN = {
    "conf.py": "base", "tox.ini": "base", "docs/index.md": "base",
    "docs/references.bib": "request", "docs/annotations/talks/new.md": "request",
    "seeds/talks.txt": "request",
}  # fmt: skip


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def held(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in files
        if ".git" not in path.relative_to(folder).parts
    }


def run(script: str, folder: Path, **environment: str) -> None:
    folder.mkdir(exist_ok=True)
    settings = {**os.environ, **environment, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["bash", "-eu", "-c", script], cwd=folder, env=settings, check=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The book on its branch main, and request 7."""
    folder = tmp_path / "book.git"
    write(folder, OF_BASE)
    commit = "git add -A && git -c user.name=a -c user.email=a@localhost commit -qm x"
    run(f"git init -q -b main . && {commit}", folder)
    run("git checkout -q -b request && git rm -rqf .", folder)
    write(folder, OF_REQUEST)
    run(f"{commit} && git update-ref refs/pull/7/head HEAD && git checkout -q main", folder)
    return folder


@pytest.mark.parametrize("path", GITHUB, ids=["own", "new book"])
def test_github(path: Path, tmp_path: Path) -> None:
    steps: Any = yaml.safe_load(path.read_text("utf-8"))["jobs"]["check"]["steps"]
    [take] = [step for step in steps if step.get("name", "").startswith("Take notes")]
    write(tmp_path / "work", OF_BASE)
    write(tmp_path / "work/_contribution", OF_REQUEST)
    run(take["run"], tmp_path / "work")
    assert held(tmp_path / "work") == TAKEN


def test_forgejo(repository: Path, tmp_path: Path) -> None:
    path = FORGES / "forgejo/dot.forgejo/workflows/contribution.yml"
    steps: Any = yaml.safe_load(path.read_text("utf-8"))["jobs"]["check"]["steps"]
    work = tmp_path / "work"
    run(steps[0]["run"], work, REPOSITORY=f"file://{repository}", BRANCH="main", NUMBER="7")
    assert held(work) == TAKEN


def test_every_forge_keeps_the_book_as_it_would_be() -> None:
    """Under one name, for as long, and the check does not hang on it at Forgejo's."""
    kept = {"name": "preview", "path": "_build/html", "retention-days": 14}
    for path in (*GITHUB, FORGES / "forgejo/dot.forgejo/workflows/contribution.yml"):
        *_, step = yaml.safe_load(path.read_text("utf-8"))["jobs"]["check"]["steps"]
        assert step["with"] == kept
        assert ("forgejo" in step["uses"]) == step.get("continue-on-error", False)
    gitlab = yaml.safe_load((FORGES / "gitlab/dot.gitlab-ci.yml").read_text("utf-8"))
    assert gitlab["contribution"]["artifacts"]["paths"]


def test_gitlab(repository: Path, tmp_path: Path) -> None:
    text = (FORGES / "gitlab/dot.gitlab-ci.yml").read_text("utf-8")
    lines = yaml.safe_load(text)["contribution"]["script"]
    script = "\n".join(line for line in lines if not line.startswith(("python", "mv")))
    checkout = tmp_path / "checkout"
    run(f"git clone -q -b request 'file://{repository}' checkout", tmp_path)
    run(
        script,
        checkout,
        CI_PROJECT_DIR=str(checkout),
        CI_MERGE_REQUEST_PROJECT_URL=f"file://{repository.with_suffix('')}",
        CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main",
    )
    assert held(tmp_path / "book") == TAKEN
