"""The text engine under atheris: whatever bytes a seed holds, a page or a clear error comes of it.

    tox run -e fuzz -- -max_total_time=600

The arguments are libFuzzer's. An input that breaks something is left in a file ``crash-…``.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["briefbook"]):
    from briefbook.pages.article import article_page
    from briefbook.text.bodies import load_catalogue
    from briefbook.text.errors import FileProblem
    from briefbook.text.marks import as_json, mark
    from briefbook.text.seeds import parse_seed

CATALOGUE = load_catalogue()
HEADWORDS = {body.id: body.headword for body in CATALOGUE}


def read_any(data: bytes) -> None:
    """Reads, marks and writes a seed; anything but a FileProblem is a mistake."""
    try:
        seed = parse_seed(data, name="any", path="seeds/any.txt", date="2021-12-30")
        marks = mark(seed, CATALOGUE)
    except FileProblem:
        return
    as_json(marks, CATALOGUE)
    article_page(marks, HEADWORDS, [])


if __name__ == "__main__":
    atheris.Setup(sys.argv, read_any)
    atheris.Fuzz()
