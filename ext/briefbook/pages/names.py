"""What a seed's page is called: its place under docs/articles/ by year and month."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from briefbook.text.model import Seed

FOLDER: Final = "articles"
"""The folder of generated pages, below the Sphinx source folder."""


def slug(name: str) -> str:
    """`name` as it may stand in a file name and a URL: lower case, ``a-z 0-9 _ -`` only."""
    return re.sub(r"[^a-z0-9_]+", "-", name.lower()).strip("-") or "seed"


def docname(seed: Seed) -> str:
    """The page's Sphinx document name, such as ``articles/2021/12/NAME``.

    It follows the seed's name, not its title: a title may be bettered, an address must stay.
    """
    year, month = seed.published[:4], seed.published[5:7]
    return f"{FOLDER}/{year}/{month}/{slug(seed.name)}"
