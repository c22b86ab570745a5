"""A book for the tests of its HTML: three articles, one of them with a note."""

from __future__ import annotations

import shutil
from pathlib import Path

from projects import Project, copy_of

REPOSITORY = Path(__file__).parents[2]
SEED = "000_0a0825d94d863160"
NOTE = "2026-11-22-asking-about-troops.md"
"""One of its notes: a page that tests look at closely has no more."""
ARTICLE = f"articles/2021/12/{SEED}"
RIVER = "articles/2023/05/river"
HARVEST = "articles/2023/06/harvest"

LEAD = "**Three** meetings in four days."

HOSTILE_TITLE = "Bread & <b>salt</b>"
"""The harvest's title, by its editors."""


def html_book(folder: Path, config: str = "") -> Project:
    """The project of own seeds with the repository's seed and one of its notes, not yet built.

    ``config`` is added to conf.py.
    """
    book = copy_of("own-seeds", folder)
    for path in (REPOSITORY / "seeds").glob(f"{SEED}.*"):
        shutil.copy(path, folder / "seeds")
    (folder / "annotations" / SEED).mkdir(parents=True)
    shutil.copy(REPOSITORY / f"docs/annotations/{SEED}/{NOTE}", folder / "annotations" / SEED)
    shutil.copy(REPOSITORY / "docs/references.bib", folder)
    (folder / "seeds/harvest.toml").write_text(f'title = "{HOSTILE_TITLE}"\nlanguage = "de"\n')
    (folder / "front.md").write_text(
        "---\norphan: true\n---\n# Front\n\n```{brief:briefing}\n```\n"
    )
    (folder / "lead.md").write_text(f"{LEAD}\n\n*Jane Doe, 24 November 2026*\n")
    with (folder / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(f'bibtex_bibfiles = ["references.bib"]\n{config}')
    return book
