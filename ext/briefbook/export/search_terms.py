"""The words that a text is found by: the page's script makes a query's in the same way.

Letters count without case and accents, figures without the comma of thousands, initials without
their stops. Where words are written without blanks between them, each character is one.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_MARK: Final = re.compile(r"[\u0300-\u036f]")
_THOUSANDS: Final = re.compile(r"(?<=\d)[,.](?=\d{3}(?!\d))")
_INITIALS: Final = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_TERM: Final = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+"
)
_PLAIN: Final = re.compile(r"[a-z0-9]{1,2}")


def terms_of(text: str) -> list[str]:
    """The terms of a text, in its order."""
    folded = _MARK.sub("", unicodedata.normalize("NFKD", text)).lower()
    joined = _INITIALS.sub(lambda match: match[0].replace(".", ""), _THOUSANDS.sub("", folded))
    return _TERM.findall(unicodedata.normalize("NFC", joined))


def bucket_of(term: str) -> str:
    """The file that a term is in: by its first two characters, if those are plain, else by one."""
    start = _PLAIN.match(term[:2])
    if start is not None and len(start[0]) == len(term[:2]):
        return start[0]
    return f"u{ord(term[0]):x}"
