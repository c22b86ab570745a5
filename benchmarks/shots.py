"""Pictures of every kind of page, for a person to look at: `tox run -e shots`.

    python benchmarks/shots.py FOLDER [--books real crowded] [--widths 390 1280] [--pages dates]

Two books: the one in this folder, and one of 26 invented articles whose newest has all that crowds
a page (53 speakers, 110 dates, 21 notes on one passage, Arabic, long addresses). Each page kind is
shot whole at each width in light and in dark, and as it is printed from the browser. Needs Chromium
(CHROMIUM names it, if it is not /usr/bin/chromium). Nothing is judged here: look at them.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from playwright.sync_api import sync_playwright

from make_articles import write_articles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT: Final = Path(__file__).resolve().parents[1]
WIDTHS: Final = (390, 768, 1280, 1920)
TALLEST: Final = 12_000
"""Pixels of a page that are shot."""
PATIENCE: Final = 600_000
"""Milliseconds for a page or a picture, on a machine that is busy with others."""
CONF: Final = """project = "A crowded book"
extensions = ["briefbook"]
html_theme = "furo"
html_title = project
html_show_sphinx = False
html_show_sourcelink = False
html_use_index = False
html_permalinks_icon = "#"
bibtex_bibfiles = ["references.bib"]
"""
PAGES: Final = {
    "index": "# A crowded book\n\n```{brief:briefing}\n```\n\n"
    "```{toctree}\n:hidden:\n\narticles/index\nbodies\ndates\nsources\nannotations\ncolophon\n```\n",
    "bodies": "# Bodies\n\n```{brief:glossary}\n```\n",
    "dates": "# Dates\n\n```{brief:date-index}\n```\n",
    "sources": "# Sources\n\n```{brief:source-index}\n```\n",
    "annotations": "# Notes\n\n```{brief:annotation-index}\n```\n\n```{bibliography}\n:all:\n```\n",
    "colophon": "# Colophon\n\n```{brief:colophon}\n```\n",
}
SPEAKERS, DATES, NOTES = 53, 110, 21
_NAMES: Final = ("Doe", "Roe", "Moe", "Poe", "Noe", "Loe", "Foe", "Zoe")


def crowd() -> str:
    """An article with more of everything than a page was drawn for."""
    day = date(2021, 6, 1)
    lines = [f" date {day} ", "A River, a Bridge and Everybody Who Has Something to Say of Them"]
    for number in range(SPEAKERS):
        name = f"Jane {_NAMES[number % 8]}-{_NAMES[number // 8]}"
        lines.append(f'"The bridge is number {number} on our list," Minister {name} said.')
    for number in range(DATES):
        when = day + timedelta(days=3 * number + 1)
        lines.append(f"Round {number} of the talks opens on {when:%B} {when.day}, {when.year}.")
    lines += [
        "The address was https://example.org/"
        + "a-very-long-part-of-an-address/" * 8
        + " it said.",
        "قالت الوزيرة إن الجسر آمن وإن الأعمال ستبدأ في شهر يونيو.",
        "A senior official, who spoke on condition of anonymity, said the OSCE would be asked.",
    ]
    return "\n".join(lines) + "\n"


def note(number: int) -> str:
    body = "The council has said so before. " * (1 + 7 * (number % 3))
    return (
        f"---\nmotivation: {'editing' if number % 5 == 0 else 'questioning'}\n"
        'target: {exact: "The bridge is number 7 on our list"}\n'
        f"author: {{name: Jane Doe {number}}}\ncreated: 2021-07-{number + 1:02d}\n"
        f"{'sources: [doe2020]' if number % 5 == 0 else ''}\n---\n{body}\n"
    )


def write_crowded(folder: Path) -> None:
    """The book of 26 articles at ``folder``."""
    (folder / "seeds").mkdir(parents=True, exist_ok=True)
    (folder / "conf.py").write_text(CONF, "utf-8")
    entry = "@misc{doe2020, author = {Doe, Jane}, title = {Bridges of Freedonia}, year = {2020}}\n"
    (folder / "references.bib").write_text(entry, "utf-8")
    for name, text in PAGES.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    write_articles(folder / "seeds", 25)
    (folder / "seeds/0003-20210113.toml").unlink()  # one without title and publisher
    (folder / "seeds/crowd.txt").write_text(crowd(), "utf-8")
    notes = folder / "annotations/crowd"
    notes.mkdir(parents=True, exist_ok=True)
    for number in range(NOTES):
        path = notes / f"2021-07-{number + 1:02d}-on-the-bridge.md"
        path.write_text(note(number), "utf-8")


def build(book: str, folder: Path) -> Path:
    """The book's HTML, below ``folder``."""
    html = folder / book / "html"
    source, conf = (ROOT / "docs", ROOT) if book == "real" else (folder / book / "docs",) * 2
    if book != "real":
        write_crowded(source)
    folders = ["-c", str(conf), "-d", str(folder / book / "doctrees"), str(source), str(html)]
    subprocess.run([sys.executable, "-m", "sphinx", "-q", "-b", "html", *folders], check=True)
    return html


def kinds(html: Path) -> Iterator[str]:
    """One page of each kind: all at the top, and of articles and their contents two each."""
    yield from sorted(path.name for path in html.glob("*.html"))
    below = sorted(path for path in html.rglob("*.html") if path.parent != html)
    contents = [path for path in below if path.name == "index.html"]
    for some in (contents[:2], [path for path in below if path not in contents][-2:]):
        yield from (path.relative_to(html).as_posix() for path in some)


def shoot(browser: Browser, html: Path, pages: list[str], widths: list[int], out: Path) -> int:
    """Write the pictures; how many there are."""
    shot = 0
    out.mkdir(parents=True, exist_ok=True)
    for width in widths:
        for scheme in ("light", "dark", "print"):
            context = browser.new_context(
                viewport={"width": width, "height": 900},
                color_scheme="dark" if scheme == "dark" else "light",
            )
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            if scheme == "print":
                page.emulate_media(media="print")
            for name in pages:
                page.goto((html / name).as_uri())
                height = min(TALLEST, int(page.evaluate("document.documentElement.scrollHeight")))
                file = out / f"{name.removesuffix('.html').replace('/', '_')}-{width}-{scheme}.png"
                clip = {"x": 0, "y": 0, "width": width, "height": height}
                page.screenshot(path=file, full_page=True, clip=clip)  # type: ignore[arg-type]
                shot += 1
            context.close()
    return shot


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="where books and pictures go")
    both = ("real", "crowded")
    parser.add_argument("--books", nargs="+", choices=both, default=both)
    parser.add_argument("--widths", nargs="+", type=int, default=[*WIDTHS])
    parser.add_argument("--pages", nargs="+", help="those whose names begin so; all otherwise")
    options = parser.parse_args()
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for book in options.books:
            html = build(book, options.folder.resolve())
            wanted = tuple(options.pages or ("",))
            pages = [name for name in kinds(html) if name.startswith(wanted)]
            out = options.folder / book / "shots"
            print(f"{out}: {shoot(browser, html, pages, options.widths, out)} pictures")
        browser.close()


if __name__ == "__main__":
    main()
