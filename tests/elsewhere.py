"""README's "Use it elsewhere", as a project made of its own words."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
REPOSITORY = "PATH-OR-ADDRESS-OF-THIS-REPOSITORY"
ARTICLE = """\
 date 2023-01-04
Port talks

Ministers met envoys of NATO and the IMF on Friday, a diplomat said on condition of anonymity.
"Next month we shall know more," Jane Doe, who speaks for the port, told reporters.
"""


@dataclass(frozen=True)
class Words:
    """What the section tells a reader to run and to write."""

    install: list[str]
    conf: str
    glossary: str


def section(file: str, head: str) -> str:
    """The text under a head of the second level."""
    text = (ROOT / file).read_text("utf-8")
    found: str
    (found,) = re.findall(
        rf"^## {re.escape(head)}\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE
    )
    return found


def commands(text: str) -> list[list[str]]:
    """The indented lines, each a command; comments at their ends taken off."""
    lines = re.findall(r"^    (\S.*)$", text, re.MULTILINE)
    return [line.partition("#")[0].split() for line in lines]


def words() -> Words:
    """The section's commands and blocks. What it asks for in prose, `write_project` does."""
    text = section("README.md", "Use it elsewhere")
    prose = " ".join(text.split())
    assert "Put texts into `seeds/` beside `conf.py`, `articles/index` into a toctree" in prose
    assert ", and the glossary, which the articles link to, on a page of yours:" in prose
    (install,) = commands(text)
    (conf,) = re.findall(r"^```python\n# conf\.py\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    (glossary,) = re.findall(r"^````markdown\n(.*?)^````$", text, re.DOTALL | re.MULTILINE)
    return Words(install=install, conf=conf, glossary=glossary)


def write_project(folder: Path) -> None:
    """What a reader of the section has then."""
    told = words()
    (folder / "seeds").mkdir(parents=True)
    (folder / "seeds/port.txt").write_text(ARTICLE, "utf-8")
    (folder / "seeds/again.txt").write_text(ARTICLE.replace("2023-01", "2023-02"), "utf-8")
    (folder / "conf.py").write_text(told.conf, "utf-8")
    (folder / "bodies.md").write_text(f"# Bodies\n\n{told.glossary}", "utf-8")
    index = """\
        # A project

        ```{toctree}
        articles/index
        bodies
        ```
        """
    (folder / "index.md").write_text(textwrap.dedent(index), "utf-8")
