"""Which encoding a file is in that is not UTF-8, as far as its bytes tell, and how to mend it."""

from __future__ import annotations

import codecs
import shlex
from pathlib import PurePosixPath
from typing import Final

SEEN: Final = 64 * 1024
"""Bytes that are looked at."""

MANY_NULS: Final = 0.3
"""The share of bytes that are zero in UTF-16 of a Latin script; it is a half or little less."""

FEW_ACCENTS: Final = 0.2
"""The share of letters outside ASCII in languages that Windows-1252 is for; in Icelandic 0.17."""

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),  # it begins as UTF-16's does
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_UNUSED: Final = frozenset((0x81, 0x8D, 0x8F, 0x90, 0x9D))
"""Bytes that are no characters of Windows-1252."""


def wide_encoding(raw: bytes) -> str | None:
    """The encoding of ``raw`` where each character takes two or four bytes; None for any other."""
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return name
    seen = raw[:SEEN]
    nuls = seen.count(0)
    if len(seen) < 4 or nuls < MANY_NULS * len(seen):
        return None
    # The zero is the upper byte of a Latin letter: the second of two where the lower comes first.
    upper = seen[1::2].count(0)
    if upper >= 0.9 * nuls:
        return "UTF-16LE"
    return "UTF-16BE" if upper <= 0.1 * nuls else None


def narrow_encoding(raw: bytes) -> str | None:
    """The encoding of ``raw``, which is not valid UTF-8, where each character takes one byte.

    None where it may be one of many, and where most of it is UTF-8 and some bytes are damaged.
    """
    seen = raw[:SEEN]
    if any(ord(char) > 127 and char != "\ufffd" for char in seen.decode("utf-8", "replace")):
        return None
    high = [byte for byte in seen if byte > 127]
    letters = sum(byte > 191 for byte in high)
    plain = sum(bytes((byte,)).isalpha() for byte in seen if byte < 128)
    if _UNUSED.intersection(high) or letters > FEW_ACCENTS * (letters + plain):
        return None
    return "WINDOWS-1252"


def how_to_mend(encoding: str | None, path: str) -> str:
    """What to do with the file ``path``, which people name with forward slashes."""
    name = PurePosixPath(path).name
    if encoding is None:
        return "save it as UTF-8"
    old = shlex.quote(name if not name.startswith("-") else f"./{name}")
    new = shlex.quote(f"./{name}.utf-8" if name.startswith("-") else f"{name}.utf-8")
    return (
        f"save it as UTF-8; in its folder: iconv -f {encoding} -t UTF-8 {old} > {new} "
        f"&& mv {new} {old}"
    )
