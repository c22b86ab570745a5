"""An article with far more beside it than is usual: dozens of sources, and of notes on one passage.

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
