"""A corpus with marks put right that are wrong by the texts themselves."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from scorers.dates import Document


def corrected(documents: list[Document], path: Path) -> tuple[list[Document], int]:
    """The documents with the corrections of a file made, and how many were.

    Those of documents that are not there are left out. Raises ValueError where what is marked is
    not what the correction says.
    """
    by_id = {one["id"]: [dict(mark) for mark in one["timexes"]] for one in documents}
    made = 0
    for correction in tomllib.loads(path.read_text("utf-8"))["correction"]:
        marks = by_id.get(correction["document"])
        if marks is None:
            continue
        place = (correction["start"], correction["end"])
        there = [one for one in marks if (one["start"], one["end"]) == place]
        if "".join(one["value"] for one in there) != correction["marked"]:
            raise ValueError(f"{correction['document']} has other marks at {place[0]}")
        if not there:
            there = [{"start": place[0], "end": place[1]}]
            marks += there
        there[0].update(type="DATE", value=correction["value"])
        made += 1
    return [{**one, "timexes": by_id[one["id"]]} for one in documents], made
