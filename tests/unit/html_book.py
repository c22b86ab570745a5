"""A book for the tests of its HTML: three articles, one of them with a note."""

from __future__ import annotations

import shutil
from pathlib import Path

from projects import Project, copy_of

REPOSITORY = Path(__file__).parents[2]
SEED = "000_0a0825d94d863160"
ARTICLE = f"articles/2021/12/{SEED}"
RIVER = "articles/2023/05/river"
HARVEST = "articles/2023/06/harvest"

HOSTILE_TITLE = "Bread & <b>salt</b>"
"""The harvest's title, by its editors."""


def html_book(folder: Path, config: str = "") -> Project:
    """The project of own seeds with the repository's seed and note, not yet built.

    ``config`` is added to conf.py.
    """
    book = copy_of("own-seeds", folder)
    for path in (REPOSITORY / "seeds").glob(f"{SEED}.*"):
        shutil.copy(path, folder / "seeds")
    shutil.copytree(REPOSITORY / "docs/annotations", folder / "annotations")
    shutil.copy(REPOSITORY / "docs/references.bib", folder)
    (folder / "seeds/harvest.toml").write_text(f'title = "{HOSTILE_TITLE}"\nlanguage = "de"\n')
    with (folder / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(f'bibtex_bibfiles = ["references.bib"]\n{config}')
    return book
