"""``briefbook init``: a book that builds at once; tests/environments has a fresh environment."""

from __future__ import annotations

import contextlib
import io
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from pypdf import PdfReader
from sphinx.application import Sphinx
from sphinx.testing.util import _clean_up_global_state

from briefbook.cli import main
from briefbook.desk import new_book
from briefbook.desk.new_book import FORGES
from briefbook.text.annotations.motivations import MOTIVATIONS
from projects import forget_last_build

SEED = "2023-05-10-example-harbour-talks"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("new") / "book"
    assert main(["init", str(folder)]) == 0
    yield folder
    _clean_up_global_state()


def build(folder: Path, builder: str) -> str:
    """What the build warns of."""
    warning = io.StringIO()
    forget_last_build()
    _clean_up_global_state()
    with contextlib.chdir(folder):
        app = Sphinx(
            "docs",
            ".",
            f"_build/{builder}",
            "_build/doctrees",
            builder,
            confoverrides={"nitpicky": True},
            status=None,
            warning=warning,
        )
        app.build()
    return warning.getvalue()


def test_it_builds_at_once(book: Path) -> None:
    assert build(book, "html") == ""
    assert build(book, "briefpdf") == ""
    page = (book / f"_build/html/articles/2023/05/{SEED}.html").read_text("utf-8")
    for shown in ("on condition of anonymity", "United Nations", "An example of a reader"):
        assert shown in page
    assert "14 June 2023" in (book / "_build/html/dates.html").read_text("utf-8")
    (pdf,) = (book / "_build/briefpdf").glob("*.pdf")
    printed = "".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert "Freedonia" in "".join(printed.split())  # older pypdf puts blanks into words


def test_its_example_looks_like_one(book: Path) -> None:
    seed = (book / f"seeds/{SEED}.txt").read_text("utf-8")
    sidecar = tomllib.loads((book / f"seeds/{SEED}.toml").read_text("utf-8"))
    assert "invented" in seed
    assert "invented" in sidecar["publisher"]
    assert "delete it" in sidecar["rights"]


def test_nothing_is_wrong_with_it(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(book), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []


def test_its_workflow_runs_what_tox_has(book: Path) -> None:
    known = re.findall(r"^\[testenv:(\w+)\]", (book / "tox.ini").read_text(), re.MULTILINE)
    told = (book / "README.md").read_text("utf-8")
    for forge in FORGES:
        files = dict(new_book.new_book(forge))
        workflows = [text.decode() for name, text in files.items() if name.endswith(".yml")]
        named = re.findall(r"tox run -e (\w+)", "\n".join([*workflows, told]))
        assert {"check", "book"} <= set(named) <= set(known), forge
        assert any(name.endswith("CODEOWNERS") for name in files)


def test_actions_of_others_are_pinned_and_requests_read_only(book: Path) -> None:
    for path in (book / ".github/workflows").iterdir():
        text = path.read_text("utf-8")
        assert yaml.safe_load(text)["permissions"] == {"contents": "read"}
        assert "pull_request_target" not in text
        used = re.findall(r"uses: (\S+)", text)
        assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", name) for name in used)


def test_the_issue_form_has_all_motivations(book: Path) -> None:
    form = yaml.safe_load((book / ".github/ISSUE_TEMPLATE/annotation.yml").read_text("utf-8"))
    [why] = [field for field in form["body"] if field.get("id") == "motivation"]
    offered = [option.partition(" ")[0] for option in why["attributes"]["options"]]
    assert offered == list(MOTIVATIONS)
    ours = Path(__file__).parents[2] / ".github/ISSUE_TEMPLATE/annotation.yml"
    assert yaml.safe_load(ours.read_text("utf-8")) == form


def test_nothing_is_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "conf.py").write_text("own = 1")
    (tmp_path / "file").write_text("")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in (".", "file", "link"):
        assert main(["init", name]) == 1
        assert "nothing is overwritten" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["conf.py", "file", "link"]
    (tmp_path / "empty").mkdir()
    assert main(["init", "empty"]) == 0


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (None, "briefbook[html]==0.1.0"),
        ({"url": "file:///a/b", "dir_info": {}}, "briefbook[html] @ file:///a/b"),
        (
            {"url": "https://a.example/b.git", "vcs_info": {"vcs": "git", "commit_id": "c0ffee"}},
            "briefbook[html] @ git+https://a.example/b.git@c0ffee",
        ),
    ],
)
def test_it_is_built_with_the_briefbook_that_made_it(
    monkeypatch: pytest.MonkeyPatch, source: object, wanted: str
) -> None:
    class Installed:
        def read_text(self, _name: str) -> str | None:
            return json.dumps(source) if source else None

    monkeypatch.setattr(new_book, "VERSION", "0.1.0")
    monkeypatch.setattr(new_book, "distribution", lambda _name: Installed())
    files = dict(new_book.new_book("github"))
    assert files["requirements.txt"].decode().splitlines()[-1] == wanted
