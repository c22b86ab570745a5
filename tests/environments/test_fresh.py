"""What README and CONTRIBUTING tell others to type, typed in fresh environments."""

from __future__ import annotations

import os
import shutil
import subprocess
import venv
from pathlib import Path

import pytest

from elsewhere import REPOSITORY, ROOT, commands, section, words, write_project

pytestmark = pytest.mark.environment


class Environment:
    """A fresh virtual environment, with nothing of the one that runs the tests."""

    def __init__(self, folder: Path) -> None:
        venv.create(folder, with_pip=True)
        self._programs = folder / ("Scripts" if os.name == "nt" else "bin")
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        kept.pop("PIP_CONSTRAINT", None)  # tox's: a reader has none
        self._variables = kept | {
            "PATH": os.pathsep.join([str(self._programs), kept["PATH"]]),
            "VIRTUAL_ENV": str(folder),
        }

    def run(self, *command: str, folder: Path) -> str:
        """What a command prints, which must succeed."""
        program = shutil.which(command[0], path=str(self._programs))
        assert program is not None, f"{command[0]} is not installed"
        done = subprocess.run(
            [program, *command[1:]],
            cwd=folder,
            env=self._variables,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    return Environment(tmp_path / "environment")


@pytest.fixture(scope="module")
def one_environment(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """For what may be installed in turn, as on a reader's machine."""
    return Environment(tmp_path_factory.mktemp("one") / "environment")


def test_use_it_elsewhere(one_environment: Environment, tmp_path: Path) -> None:
    environment = one_environment
    project = tmp_path / "project"
    write_project(project)
    install = [str(ROOT) if word == REPOSITORY else word for word in words().install]
    assert str(ROOT) in install
    environment.run(*install, folder=tmp_path)
    environment.run("sphinx-build", "-n", "-W", "--keep-going", ".", "_build", folder=project)
    environment.run(
        "sphinx-build", "-n", "-W", "--keep-going", "-b", "briefpdf", ".", "_print", folder=project
    )
    assert "Port talks" in (project / "_build/articles/2023/01/port.html").read_text("utf-8")
    assert [path.name for path in (project / "_print").glob("*.pdf")] != []
    assert '"NATO"' in environment.run("briefbook", "marks", "seeds/port.txt", folder=project)
    environment.run("briefbook", "check", "--docs", ".", folder=project)


def test_the_book_with_every_file_checked(environment: Environment, tmp_path: Path) -> None:
    """CONTRIBUTING's words for a CI without tox, in a copy of the repository."""
    told = [
        command
        for command in commands(section("CONTRIBUTING.md", "Versions"))
        if "tox" not in command
    ]
    assert [command[0] for command in told] == ["python3", "python3", "sphinx-build"]
    copy = tmp_path / "copy"
    leave = shutil.ignore_patterns(".git", ".tox", "_build", "articles", ".*_cache", "__pycache__")
    shutil.copytree(ROOT, copy, ignore=leave)
    for command in told:
        environment.run(*command, folder=copy)
    assert (copy / "_build/html/index.html").is_file()


def test_a_new_book(one_environment: Environment, tmp_path: Path) -> None:
    """``briefbook init``, then the two commands of the README that it makes."""
    environment = one_environment
    environment.run("python", "-m", "pip", "install", f"{ROOT}[html]", folder=tmp_path)
    environment.run("briefbook", "init", "book", folder=tmp_path)
    book = tmp_path / "book"
    told = [
        [*command.split()]
        for line in commands((book / "README.md").read_text("utf-8"))
        for command in " ".join(line).split("&&")
    ]
    assert [command[2] for command in told] == ["pip", "tox", "tox"]
    for command in told:
        environment.run(*command, folder=book)
    assert (book / "_build/html/index.html").is_file()
    assert [path.name for path in (book / "_build/briefpdf").glob("*.pdf")] != []
    article = "The mayor of Freedonia spoke on Monday. The bridge, she said, is safe.\n"
    (book / "story.txt").write_text(article, "utf-8")
    facts = ["--published", "2023-05-12", "--title", "The bridge", "--publisher", "The Gazette"]
    environment.run("briefbook", "add", "story.txt", *facts, folder=book)
    environment.run(*told[1], folder=book)
    assert (book / "_build/html/articles/2023/05/2023-05-12-the-bridge.html").is_file()
