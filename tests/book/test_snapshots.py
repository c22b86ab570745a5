"""The seed's page as MyST and as a doctree, to be read by people when it changes.

After a wanted change: ``tox run -e tests -- --force-regen tests/book/test_snapshots.py``, then
read the difference before committing it.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from projects import Project

REPOSITORY = Path(__file__).parents[2]
SEED = "000_0a0825d94d863160"
NOTE = "2026-11-22-asking-about-troops.md"
DOCNAME = f"articles/2021/12/{SEED}"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The real seed with its sidecar and one note, in a project that only names the extension."""
    folder = tmp_path_factory.mktemp("snapshot")
    (folder / "conf.py").write_text('extensions = ["briefbook"]\n')
    (folder / "index.md").write_text(
        "# Book\n\n```{brief:glossary}\n```\n\n```{bibliography}\n:all:\n```\n\n"
        "```{toctree}\narticles/index\n```\n"
    )
    (folder / "seeds").mkdir()
    for path in (REPOSITORY / "seeds").glob(f"{SEED}.*"):
        shutil.copy(path, folder / "seeds")
    (folder / "annotations" / SEED).mkdir(parents=True)
    shutil.copy(REPOSITORY / f"docs/annotations/{SEED}/{NOTE}", folder / "annotations" / SEED)
    shutil.copy(REPOSITORY / "docs/references.bib", folder)
    made = Project(folder=folder)
    made.build("dummy", bibtex_bibfiles=["references.bib"])
    yield made
    made.close()


def test_myst_page(book: Project, file_regression: FileRegressionFixture) -> None:
    file_regression.check(book.page(f"{DOCNAME}.md"), extension=".md", newline="\n")


def test_doctree(book: Project, file_regression: FileRegressionFixture) -> None:
    tree = book.apps[0].env.get_doctree(DOCNAME).pformat()
    plain = re.sub(r"<document [^>]*>", "<document>", tree)
    file_regression.check(plain, extension=".txt", newline="\n")
