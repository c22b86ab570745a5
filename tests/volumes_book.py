"""The book that tests divide: its pages are apart from its seeds, as people's are."""

from __future__ import annotations

import shutil
from pathlib import Path

from projects import ROOTS


def divided_book(root: Path, settings: str = "") -> Path:
    """The book of tests/roots/test-incremental in a folder, with more settings."""
    shutil.copytree(ROOTS / "test-incremental", root / "docs")
    for name in ("conf.py", "seeds"):
        (root / "docs" / name).rename(root / name)
    conf = (root / "conf.py").read_text("utf-8")
    conf = conf.replace('"references.bib"', '"docs/references.bib"')
    (root / "conf.py").write_text(f"{conf}{settings}\n", "utf-8")
    return root


def files_of(folder: Path) -> dict[str, bytes]:
    """All files below a folder, by name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
