"""Hostile seeds, for all that is done to a seed's text until its page is written."""

from __future__ import annotations

import re
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from briefbook.pages.article_page import article_page
from briefbook.text.bodies import find_bodies, find_candidates, load_catalogue
from briefbook.text.clean import clean
from briefbook.text.dates import find_dates
from briefbook.text.events import with_events
from briefbook.text.lines import ENDS
from briefbook.text.marks import mark
from briefbook.text.model import Sidecar
from briefbook.text.seeds import MAX_SEED_LINES, parse_seed
from briefbook.text.statements import find_statements
from hostile.case import Case, Shape, cases, times

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefbook.text.model import Article, Seed

LEAD = "The talks were held in the capital on Monday, a minister said.\n"
"""Keeps the rest an article, and its language English."""

ATOMS = {
    "quotation marks": '"',
    "curly marks": "“”",
    "open marks": "“a ",
    "open straight marks": '"a ',
    "single marks": "‘a’ ",
    "apostrophes": "'",
    "quotations": "“We will,” said Jane Doe. ",
    "quotations of nobody": '"We will." ',
    "digits": "1",
    "numbers": "1, ",
    "clock times": "12:30 ",
    "dates": "Jan. 1, 2021, ",
    "weekdays": "Monday, ",
    "relative dates": "last year ago next week ",
    "full stops": ".",
    "dots and blanks": ". ",
    "ellipses": "…",
    "question marks": "? ",
    "capitals": "A",
    "initials": "A. ",
    "capital words": "Aa ",
    "one word": "a",
    "words": "word ",
    "said said said": "said ",
    "said,": "said, ",
    "according to": "according to ",
    "who said": "who said that he ",
    "names": "Jane Doe, a minister, said, ",
    "titles": "President Sen. Mr. ",
    "groups": "officials familiar with the matter ",
    "anonymous": "a spokesman on condition of anonymity ",
    "bodies": "NATO, ",
    "parts of bodies' names": "United European Council of the ",
    "the council": "the council ",
    "hyphens": "-",
    "dashes": " — ",
    "brackets": "[",
    "parentheses": "(a) ",
    "stars": "*",
    "underscores": "_a",
    "backticks": "`a",
    "braces": "{a}`",
    "tags": "<a b='",
    "entities": "&amp;",
    "backslashes": "\\",
    "bars": "| ",
    "commas": ",",
    "semicolons": "; ",
    "addresses": "https://www.a.example/ ",
    "ats": "@a ",
    "combining marks": "e\u0301",
    "no letters": "\u0301",
    "emoji": "\U0001f600",
    "no spaces": "中",
    "right to left": "ש ",
    "embeddings": "\u202e",
    "blanks": " ",
    "tabs": "\t",
    "no-break spaces": "\u00a0",
    "invisible": "\u200b",
    "line separators": "\u2028a",
    "form feeds": "\x0c",
    "bullets": "• ",
    "headlines": "- Ten walks for a wet weekend\n",
    "credits": "Photo: Jane Doe/Getty Images ",
    "sign-ups": "sign up for our newsletter ",
    "comments": "2 hours ago reply ",
    "shares": "Share, 1111 ",
    "bylines": "By Ab. ",
    "captions": "Photo: ",
    "tags of stories": "Tags: ",
    "copyright": "©",
    "arrows": "› ",
    "capitals and commas": "A, ",
}  # fmt: skip

SHORT_LINES = (
    "quotation marks", "quotations", "digits", "dates", "full stops", "capital words", "words",
    "said,", "names", "bodies", "hyphens", "stars", "bullets", "headlines", "credits", "sign-ups",
    "comments",
)  # fmt: skip
"""Those of ``ATOMS`` that are measured as lines too."""

FULL_LINES = (
    "words", "one word", "quotation marks", "dots and blanks", "parentheses", "tags", "invisible",
    "sign-ups", "shares", "bylines", "captions", "tags of stories", "copyright", "arrows",
    "capitals and commas",
)  # fmt: skip
"""Those that are measured as lines of the length that the forms of words are tried on."""


def _line(atom: str) -> Shape:
    return lambda size: LEAD + "The minister said " + times(atom)(size) + " on Monday."


def _lines(atom: str) -> Shape:
    return lambda size: LEAD + times(atom.strip("\n") + "\n")(size)


def _full_lines(atom: str) -> Shape:
    line = atom.strip("\n") * (200 // len(atom)) + "\n"
    return lambda size: LEAD + times(line)(size)


SHAPES: dict[str, Shape] = {
    **{f"a line of {name}": _line(atom) for name, atom in ATOMS.items()},
    **{f"lines of {name}": _lines(ATOMS[name]) for name in SHORT_LINES},
    **{f"full lines of {name}": _full_lines(ATOMS[name]) for name in FULL_LINES},
    "blank lines": lambda size: LEAD + times("\n")(size),
    "carriage returns": lambda size: LEAD + times("\r")(size),
    "nested marks": lambda size: LEAD + "“" * (size // 2) + "a" + "”" * (size // 2),
    "one quotation": lambda size: LEAD + '"' + times("We will see. ")(size) + '" he said.',
    "never the same word": lambda size: LEAD + " ".join(f"w{i}" for i in range(size // 6)),
    "never the same name": lambda size: (
        LEAD + "\n".join(f'"We will," said {_name(i)} Doe.' for i in range(size // 30))
    ),
}

TOP = 4_000_000
"""Characters: a quarter of what a seed may have."""

PAGE_TOP = 500_000
"""Characters of an article that is written as a page: its marks, which are no part of what is
measured, cost far more than the page."""

EVENTS_TOP = 60_000
"""Characters of an article whose dates get their events, for the same reason."""

_LINE_END = re.compile(f"\r\n|[{ENDS}]")

ALL_LINES = Sidecar(keep=((1, MAX_SEED_LINES),), language="en")
"""Whatever cleaning thinks of them: later stages must bear with any line, as an English one."""


def _name(number: int) -> str:
    letters = [chr(97 + number // 26**power % 26) for power in range(4)]
    return "".join(letters).capitalize()


def seed_cases() -> list[Case]:
    """Every stage from bytes to page, on every shape."""
    catalogue = load_catalogue()
    headwords = {body.id: body.headword for body in catalogue}
    _ = catalogue.lexicon

    def cleaning(text: str) -> Callable[[], object]:
        seed = _seed(text)
        return lambda: clean(seed)

    def page(article: Article) -> Callable[[], object]:
        marks = mark(article.seed, catalogue)
        return lambda: article_page(marks, headwords, [])

    def events(article: Article) -> Callable[[], object]:
        dates, (_, statements) = find_dates(article), find_statements(article)
        return lambda: with_events(article, dates, statements)

    stages: dict[str, Callable[[Article], Callable[[], object]]] = {
        "find_statements": lambda article: lambda: find_statements(article),
        "find_dates": lambda article: lambda: find_dates(article),
        "with_events": events,
        "find_bodies": lambda article: lambda: find_bodies(article, catalogue),
        "find_candidates": lambda article: lambda: list(find_candidates(article, catalogue)),
        "article_page": page,
    }
    shapes = {name: _within_lines(shape) for name, shape in SHAPES.items()}
    made = cases("parse_seed", shapes, TOP, lambda text: lambda: _seed(text))
    made += cases("clean", shapes, TOP, cleaning)
    for name, stage in stages.items():
        top = {"article_page": PAGE_TOP, "with_events": EVENTS_TOP}.get(name, TOP)
        made += cases(name, shapes, top, partial(_staged, stage))
    return made


def _staged(stage: Callable[[Article], Callable[[], object]], text: str) -> Callable[[], object]:
    return stage(clean(_seed(text)))


def _within_lines(shape: Shape) -> Shape:
    """Cut to the lines that a seed may have."""

    def cut(size: int) -> str:
        text = shape(size)
        ends = islice(_LINE_END.finditer(text), MAX_SEED_LINES - 1, None)
        return text[: end.start()] if (end := next(ends, None)) else text

    return cut


def _seed(text: str) -> Seed:
    return parse_seed(
        text.encode(), name="a", path="seeds/a.txt", sidecar=ALL_LINES, date="2021-12-30"
    )
