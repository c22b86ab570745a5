"""Build a small Sphinx project with the ``briefpdf`` builder, or any other."""

from __future__ import annotations

import io
import shutil
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils.parsers.rst import directives, roles
from sphinx.application import Sphinx
from sphinx.util.docutils import patch_docutils

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOTS = Path(__file__).parent.parent / "roots"


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


def build(source: Path, *, builder: str = "briefpdf", **settings: Any) -> Built:
    """Build the project in ``source``, from scratch."""
    outdir = source.parent / "out" / builder
    log = io.StringIO()
    with _docutils_restored():
        app = Sphinx(
            source,
            source,
            outdir,
            source.parent / "doctrees",
            builder,
            confoverrides=settings,
            status=None,
            warning=log,
            freshenv=True,
        )
        app.build(force_all=True)
    pdfs = sorted(outdir.glob("*.pdf"))
    return Built(pdf=pdfs[0].read_bytes() if pdfs else b"", warnings=log.getvalue(), outdir=outdir)


@contextmanager
def _docutils_restored() -> Iterator[None]:
    """Take away again the directives and roles that a build registers for the whole process."""
    before = directives._directives.copy(), roles._roles.copy()
    try:
        with warnings.catch_warnings(), patch_docutils():
            # MyST-Parser and sphinx-design use what Sphinx 9 has begun to retire.
            warnings.simplefilter("ignore", DeprecationWarning)
            warnings.simplefilter("ignore", PendingDeprecationWarning)
            yield
    finally:
        directives._directives, roles._roles = before
