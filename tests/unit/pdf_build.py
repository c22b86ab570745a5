"""Build a small Sphinx project with the ``briefpdf`` builder, or any other."""

from __future__ import annotations

import re
import shutil
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sphinx.testing.util import SphinxTestApp, _clean_up_global_state

from briefbook.pdf.book import Printed, compile_book
from briefbook.pdf.config import Options
from briefbook.pdf.output import Output

ROOTS = Path(__file__).parent.parent / "roots"


PLAIN_OPTIONS = Options(
    title="Book",
    book="Book",
    subtitle="",
    author="",
    edition="",
    date="",
    language="en",
    region=None,
    paper="a4",
    has_cover=True,
    contents_depth=0,
    with_index=False,
    classification="",
    accent="#1f3b63",
    logo=None,
    text_face="",
    sans_face="",
    two_sided=False,
    roman_front=False,
    archive=False,
    filename="book.pdf",
    font_paths=(),
)
"""For tests that print without Sphinx."""


def code_of(out: Output) -> str:
    """The code of a book that is not divided."""
    ((_part, code),) = out.sources()
    return code


def print_code(code: str, options: Options, folder: Path) -> Printed:
    """The one PDF of a book; ``folder`` is empty."""
    [printed] = compile_book([code], [options], {}, folder)
    return printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build left."""

    pdf: bytes
    """Empty where there is none."""
    warnings: str
    outdir: Path


def build_root(name: str, tmp_path: Path, *, builder: str = "briefpdf", **settings: Any) -> Built:
    """Build a copy of ``tests/roots/test-NAME``."""
    source = tmp_path / "source"
    if not source.exists():
        shutil.copytree(ROOTS / f"test-{name}", source)
    return build(source, builder=builder, **settings)


def build(source: Path, *, builder: str = "briefpdf", parallel: int = 1, **settings: Any) -> Built:
    """Build the project in ``source``, from scratch."""
    with warnings.catch_warnings():
        # MyST-Parser and sphinx-design use what Sphinx 9 has begun to retire.
        warnings.simplefilter("ignore", DeprecationWarning)
        warnings.simplefilter("ignore", PendingDeprecationWarning)
        app = SphinxTestApp(
            builder, srcdir=source, freshenv=True, parallel=parallel, confoverrides=settings
        )
        try:
            app.build(force_all=True)
        finally:
            app.cleanup()
            _clean_up_global_state()
    pdfs = sorted(app.outdir.glob("*.pdf"))
    return Built(
        pdf=pdfs[0].read_bytes() if pdfs else b"",
        warnings=re.sub(r"\x1b\[[0-9;]*m", "", app.warning.getvalue()),
        outdir=Path(app.outdir),
    )
