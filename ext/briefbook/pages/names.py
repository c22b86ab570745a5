"""What a seed's page is called: its place under docs/articles/ by year and month."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING, Final

from briefbook.text.characters import MAX_NAME, name_complaint
from briefbook.text.errors import SeedError

if TYPE_CHECKING:
    from briefbook.text.model import Seed

FOLDER: Final = "articles"
"""The folder of generated pages, below the Sphinx source folder, if no other is set."""

_NOT_EVERYWHERE: Final = r'\:*?"<>|'
"""Characters that Windows allows in no name."""

_DEVICES: Final = (f"{kind}{number}" for kind in ("com", "lpt") for number in range(10))
_RESERVED: Final = frozenset(("index", "self", "con", "prn", "aux", "nul", *_DEVICES))
"""``index`` is a month's contents, ``self`` the page itself in a toctree; Windows keeps the others,
whatever ending follows them, for its devices."""
_DIGEST: Final = 8
"""Hexadecimal digits: among a thousand names two alike are a case of 1 in 8,000."""


def slug(name: str) -> str:
    """`name` as it may stand in a file name and a URL: lower case, ``a-z 0-9 _ -`` only.

    Accents are dropped. A name that loses letters bears a digest of all of them instead, so that
    two names in Cyrillic are two pages; names that differ in case or in signs alone are one.
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(char for char in plain if unicodedata.category(char) != "Mn")
    short = re.sub(r"[^a-z0-9_]+", "-", plain).strip("-")
    lost = any(char.isalnum() and not char.isascii() for char in plain)
    if lost or len(short) > MAX_NAME or not (short or name.isascii()):
        # One name, however it is composed: systems differ in that.
        same = unicodedata.normalize("NFC", name.casefold())
        digest = hashlib.sha256(same.encode()).hexdigest()[:_DIGEST]
        return f"{short[:MAX_NAME].strip('-') or 'seed'}-{digest}"
    return f"{short}-seed" if short in _RESERVED else short or "seed"


def name_taken(owners: dict[str, str], name: str, path: str) -> SeedError | None:
    """Note in ``owners`` that the seed ``name`` at ``path`` has its page name; or who has it.

    One name across all months: readers cite an article by it.
    """
    owner = owners.setdefault(slug(name), path)
    if owner == path:
        return None
    problem = f"its page would be called {slug(name)}, as that of {owner} is"
    return SeedError(path, None, problem, "rename one of the two seeds")


def former_name_taken(
    owners: dict[str, str], former: str, name: str, path: str
) -> SeedError | None:
    """The same of a name that the seed ``name`` at ``path`` had, for the page that leads to it."""
    if slug(former) == slug(name):
        return None  # they differ in case or in signs: one page is enough
    taken = name_taken(owners, former, f"{path} ({former})")
    return None if taken is None else SeedError(path, None, taken.problem, taken.remedy)


def docname(seed: Seed, folder: str) -> str:
    """The page's Sphinx document name, such as ``articles/2021/12/NAME`` for ``articles``.

    It follows the seed's name, not its title: a title may be bettered, an address must stay.
    """
    return docname_of(seed.name, seed.published, folder)


def docname_of(name: str, published: str, folder: str) -> str:
    """The same of a seed ``name`` that was published then."""
    year, month = published[:4], published[5:7]
    return f"{folder}/{year}/{month}/{slug(name)}"


def folder_complaint(folder: str) -> str | None:
    """Why generated pages may not be kept in ``folder``, to follow a subject; None where they may.

    ``folder`` is a path below the source folder, with forward slashes.
    """
    for part in folder.split("/"):
        if part in ("", ".", ".."):
            return "is no plain path below the source folder"
        if part[0] in "._" or part.casefold().partition(".")[0] in _RESERVED:
            return f"has {part!r} in it, and names like this are kept for Sphinx and the system"
        if part.endswith(".") or set(part) & set(_NOT_EVERYWHERE):
            return f"has {part!r} in it, which Windows does not allow"
        if (problem := name_complaint(part)) is not None:
            return problem
    return None
