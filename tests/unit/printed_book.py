"""A book whose own pages in print the tests read: many dates, notes of all lengths, a long page."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

from pdf_build import ROOTS, Built, build

DAYS = [date(2020, 1, 1) + timedelta(days=13 * step) for step in range(110)]
MANY = " date 2019-05-01 A hundred and ten meetings\n" + "".join(
    f"The council of Freedonia met on {day.day} {day:%B %Y} and rose without a vote.\n\n"
    for day in DAYS
)

TALKS = """ date 2023-05-0{day}

Mary Major of the OSCE said on Tuesday that “the bridge of day {day} holds.” NATO meets next month.

“No stone of day {day} will be moved,” a senior official told reporters on condition of anonymity.

The European Union, Max Sample said, “pays for the works of day {day}” until June 1{day}.
"""

NOTES_ON = [1, 2, 4, 0, 3, 1, 1, 5, 2, 0, 2, 1, 6, 1]
"""By paragraph of the annotated article, its notes: longer and shorter ones, replies among them."""


def write_annotated(source: Path) -> None:
    """An article of paragraphs of several lengths, with notes on words of them."""
    text = " date 2023-03-03\n\n"
    folder = source / "annotations/annotated"
    folder.mkdir(parents=True)
    for at, notes in enumerate(NOTES_ON):
        words = [f"place{at}n{number}" for number in range(notes)]
        text += "".join(
            f"Gate {at * 7 + line} of the harbour counted {line * 31 + at} carts by noon. "
            for line in range(1 + at % 4)
        )
        text += "".join(f"The clerk of {word} saw {at + 3} more. " for word in words) + "\n\n"
        for number, word in enumerate(words):
            says = "Who counted them, and by what list? " * (1 + 3 * ((at + number) % 6))
            kind = "replying" if at == 4 and number == 1 else "questioning"
            cited = "sources: [doe]\n" if kind == "replying" else ""
            (folder / f"2023-04-01-{word}.md").write_text(
                f"---\nmotivation: {kind}\ntarget: {{exact: {word}}}\n"
                f"author: {{name: Jane Doe}}\ncreated: 2023-04-01\n{cited}---\n{says}\n",
                "utf-8",
            )
    (source / "seeds/annotated.txt").write_text(text, "utf-8")
    (source / "seeds/annotated.toml").write_text('title = "Carts"\n', "utf-8")


def build_printed(source: Path) -> Built:
    """The book, printed; ``source`` is where it is laid out."""
    shutil.copytree(ROOTS / "test-own-seeds", source)
    for day in range(1, 9):
        (source / f"seeds/talks-{day}.txt").write_text(TALKS.format(day=day), "utf-8")
        told = f'title = "Talks of day {day}"\npublisher = "Freedonia Post"\n'
        (source / f"seeds/talks-{day}.toml").write_text(told, "utf-8")
    (source / "seeds/council.txt").write_text(MANY, "utf-8")
    long = "The harbour master of Freedonia counted the carts. " * 150
    (source / "seeds/long.txt").write_text(f" date 2023-04-02\n\n{long}\n\n{long}", "utf-8")
    index = source / "index.md"
    told = index.read_text("utf-8").replace("{brief:cards}", "{brief:briefing}")
    index.write_text(told, "utf-8")
    write_annotated(source)
    (source / "lead.md").write_text("What the *editors* say of it.\n", "utf-8")
    (source / "doe.bib").write_text("@misc{doe, title={Carts}, author={Doe, Jane}, year={2023}}")
    return build(
        source,
        bibtex_bibfiles=["doe.bib"],
        briefbook_lead="lead.md",
        briefbook_pdf_classification="For official use only",
        briefbook_pdf_accent="#7a1f3b",
        briefpdf_documents=["index", ("articles/2023/05/talks-1", "talks.pdf")],
    )
