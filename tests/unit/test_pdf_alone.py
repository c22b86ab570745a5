"""``extensions = ["briefbook.pdf"]``: any project in print, without the rest of briefbook."""

from __future__ import annotations

import io
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from pdf_text import tagged_text

if TYPE_CHECKING:
    from pathlib import Path

SHARED = {
    "briefbook",
    "briefbook.build_time",
    "briefbook.settings",
    "briefbook.stopping",
    "briefbook.text",
    "briefbook.text.addresses",
    "briefbook.text.characters",
    "briefbook.text.errors",
    "briefbook.text.paths",
    "briefbook.text.timex",
    "briefbook.text.writing",
    "briefbook.version",
    "briefbook.warnings",
    "briefbook.words",
}
"""What the builder has of briefbook's: its name, its words and messages, files and time."""

BUILD = """
import sys
from sphinx.application import Sphinx
app = Sphinx(".", ".", "out", "dt", "briefpdf", warning=sys.stderr)
app.build()
names = [name for name in sys.modules if name.partition(".")[0] == "briefbook"]
print("loaded", *sorted(name for name in names if not name.startswith("briefbook.pdf")))
"""

PAGE = r"""
A plain project
===============

.. math:: a^2 + \frac{1}{b}
   :label: sum

It says :eq:`sum` and :math:`x^2`, but not :math:`\unheard{x}`.

.. literalinclude:: conf.py
   :linenos:
   :emphasize-lines: 2

.. todo:: Print it.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """A plain project built in a fresh interpreter: its folder, what it printed, its warnings."""
    folder = tmp_path_factory.mktemp("alone")
    extensions = '["briefbook.pdf", "sphinx.ext.todo", "sphinx.ext.autosummary"]'
    conf = f'project = "Plain"\nextensions = {extensions}\ntodo_include_todos = True\n'
    (folder / "conf.py").write_text(conf, "utf-8")
    (folder / "index.rst").write_text(PAGE, "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", BUILD], cwd=folder, capture_output=True, text=True, check=True
    )
    return folder, done.stdout, done.stderr


def test_nothing_of_the_briefing_book_is_loaded(built: tuple[Path, str, str]) -> None:
    _folder, told, _warnings = built
    [line] = [line for line in told.splitlines() if line.startswith("loaded ")]
    assert set(line.split()[1:]) <= SHARED


def test_a_plain_project_is_printed(built: tuple[Path, str, str]) -> None:
    folder, _told, warnings = built
    text = tagged_text((folder / "out/plain.pdf").read_bytes())
    assert "A plain project" in text
    assert "Print it." in text
    assert "It says (1) and" in text
    assert warnings.count("WARNING") == 1
    assert r"the PDF prints a formula as it is written: \unheard is not known" in warnings
    assert r"\unheard{x}" in text


def test_formulas_are_set(built: tuple[Path, str, str]) -> None:
    from pypdf import PdfReader

    folder, _told, _warnings = built
    reader = PdfReader(io.BytesIO((folder / "out/plain.pdf").read_bytes()))
    fonts = {
        font.get_object()["/BaseFont"].partition("+")[2]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert any("Math" in font for font in fonts)
