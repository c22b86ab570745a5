"""The order of an index: that of letters, whatever their accents, and not of code points."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LETTERS: Final = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i",
    "ŋ": "n", "ħ": "h", "ŧ": "t",
}  # fmt: skip
"""Letters that no decomposition makes plain."""

_SKIPPED: Final = re.compile(r"[^\w\s]|_")


def collation_key(text: str) -> tuple[str, str, str]:
    """What sorts words as an index does: by letters, then accents, then capitals.

    The three levels of the Unicode Collation Algorithm (UTS #10) with the marks of punctuation left
    out, and without its table, which takes a second to load: scripts follow one another as they do
    there, since their code points do.
    """
    spaced = " ".join(_SKIPPED.sub(" ", text.replace("’", "").replace("'", "")).split())
    folded = "".join(_LETTERS.get(letter, letter) for letter in spaced.casefold())
    parts = unicodedata.normalize("NFKD", folded)
    plain = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return plain, unicodedata.normalize("NFKD", spaced.casefold()), spaced.swapcase()
