"""Articles unlike most: one with dozens of sources, and of notes on one passage; one in Arabic.

All of it is invented.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from projects import Project

PASSAGE = "the bridge over the river is safe"
NOTES = 45
_PEOPLE = (
    "Minister Jane Doe", "a senior official", "the harbour master", "residents of Sylvania",
    "Chancellor Richard Roe", "the Ministry of Bridges", "a person familiar with the plans",
)  # fmt: skip


def add_crowd(book: Project) -> str:
    """Add the article with its notes to a book; the name of its page."""
    lines = [" date 2023-07-03 ", f"Freedonia says that {PASSAGE}, whatever the river does."]
    for at in range(40):
        one, other = _PEOPLE[at % 7], _PEOPLE[(at + 3) % 7]
        dash = "- " if at % 3 else ""
        lines.append(
            f'{dash}"We counted {at + 20} boats at the bridge," {one} told reporters on Monday. '
            f"{other[0].upper()}{other[1:]} said that the boats would return next month."
        )
    book.write_seed("crowd.txt", "\n".join(lines) + "\n")
    folder = book.folder / "annotations/crowd"
    folder.mkdir(parents=True)
    kinds = ("commenting", "questioning", "editing")
    for number in range(NOTES):
        (folder / f"2023-08-01-note-{number}.md").write_text(
            f"---\nmotivation: {kinds[number % 3]}\ntarget:\n  exact: {PASSAGE}\n"
            "author: {name: Jane Doe}\ncreated: 2023-08-01\nsources: [osce2011vienna]\n---\n"
            f"Note {number} says at some length what may be said of bridges, of rivers and of "
            "ferries, so that it fills some lines of the margin.\n\nAnd it says more.\n",
            "utf-8",
        )
    return "articles/2023/07/crowd"


def add_arabic(book: Project) -> str:
    """Add an article that runs from right to left; the name of its page."""
    text = (
        "وقال المتحدث باسم الوزارة إن الجسر آمن. وأضاف أن العمل سيستمر حتى شهر يناير المقبل.\n"
        '- قال مسؤول كبير: "لم يوضع أي حجر بعد".\n'
    )
    book.write_seed("jisr.txt", f" date 2023-08-01 \n{text}")
    folder = book.folder / "annotations/jisr"
    folder.mkdir(parents=True)
    (folder / "2023-08-02-stones.md").write_text(
        "---\nmotivation: questioning\ntarget:\n  exact: لم يوضع أي حجر بعد\n"
        "author: {name: Jane Doe}\ncreated: 2023-08-02\n---\nSince when?\n",
        "utf-8",
    )
    (book.folder / "seeds/jisr.toml").write_text('language = "ar"\n', "utf-8")
    return "articles/2023/08/jisr"
