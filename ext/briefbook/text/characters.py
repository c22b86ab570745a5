"""Which characters text from outside may hold: one rule for all of it, and one for names of files.

What editors and contributors write (sidecars, bodies, the bibliography, notes, names of files) is
refused where it breaks the rule, with the character named. A seed's text is kept as it is (laws 2
and 3); where it is shown, U+FFFD stands for each of these characters.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

REPLACEMENT: Final = "\ufffd"
"""What stands for a character that is not shown."""

LINE_ENDS: Final = "\n\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029"
"""Where ``str.splitlines`` ends a line, and with it MyST within a directive. (YAML ends lines at
five of them, Markdown and editors at two.)"""

# Controls: C0 but for the tab, DEL, C1. In HTML and XML they are invalid or invisible; a terminal
# obeys them.
_CONTROLS = "\x00-\x08\x0a-\x1f\x7f-\x9f"
# Bidirectional embeddings, overrides and isolates reorder what stands around them, so that a text
# reads otherwise than it is written (CVE-2021-42574). The marks that Arabic and Hebrew are written
# with (U+061C, U+200E, U+200F) do not.
_REORDERING = "\u202a-\u202e\u2066-\u2069"
# Surrogates are halves of characters; noncharacters are what XML and PDF forbid.
_NO_CHARACTERS = "\ud800-\udfff\ufdd0-\ufdef" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
)
# Tags repeat ASCII invisibly: words for machines that no reader sees. Only flags such as Scotland's
# are rightly spelt with them (UTS 51, ED-14a): a black flag, then tags, then the cancel tag.
_TAGS = "\U000e0000-\U000e007f"
_FLAG = "\U0001f3f4[\U000e0020-\U000e007e]{1,10}\U000e007f"

_UNFIT = re.compile(f"({_FLAG})|[{_CONTROLS}{_REORDERING}{_NO_CHARACTERS}{_TAGS}]")
_LINE_END = re.compile("[\u2028\u2029]")


def showable(text: str, *, allowed: str = "") -> str:
    """``text`` as readers see it: character for character, U+FFFD for each that is not shown.

    Those in ``allowed`` stay. To be asked of a whole text, before it is cut: half a flag is tags.
    """
    if text.isprintable():  # as a rule, and much faster: what is unfit never is
        return text
    return _UNFIT.sub(
        lambda match: match[0] if match[1] or match[0] in allowed else REPLACEMENT, text
    )


def find_unfit(text: str, *, allowed: str = "") -> int | None:
    """Where the first character stands that text from outside may not hold.

    Line ends of all kinds are among them but for those in ``allowed``. Characters, 0-based.
    """
    plain = text
    for character in allowed:
        plain = plain.replace(character, "")
    if plain.isprintable():
        return None
    places = [
        match.start()
        for pattern in (_UNFIT, _LINE_END)
        for match in [_first(pattern, text, allowed)]
        if match is not None
    ]
    return min(places, default=None)


def _first(pattern: re.Pattern[str], text: str, allowed: str) -> re.Match[str] | None:
    for match in pattern.finditer(text):
        if len(match[0]) == 1 and match[0] not in allowed:
            return match
    return None


def code_point(character: str) -> str:
    """``U+202E``: how people look a character up that they cannot see."""
    return f"U+{ord(character):04X}"


def complaint(text: str, *, allowed: str = "") -> str | None:
    """Why ``text`` is not fit to be shown, to follow a subject: "holds U+202E, which …".

    None where it is fit. ``allowed`` as in ``find_unfit``.
    """
    at = find_unfit(text, allowed=allowed)
    if at is not None:
        return f"holds {code_point(text[at])}, {_meaning(text[at])}"
    if text.strip() and is_invisible(text):
        return "holds nothing that can be seen"
    return None


def _meaning(character: str) -> str:
    if character in LINE_ENDS:
        return "a line end"
    if "\ud800" <= character <= "\udfff":
        return "half of a character"
    if "\U000e0000" <= character <= "\U000e007f":
        return "an invisible tag"
    if "\x80" <= character <= "\x9f" and (meant := _in_windows(character)):
        return f"a control character, in Windows-1252 {meant}"
    if unicodedata.category(character) == "Cc":
        return "a control character"
    if unicodedata.category(character) == "Cf":
        return "which reorders what stands around it"
    return "which is no character"


def _in_windows(character: str) -> str:
    """What was meant by a control character that a text in Windows-1252 was read into."""
    return character.encode("latin-1").decode("cp1252", "ignore")


# Letters of Hangul that are blank (U+115F, U+1160, U+3164, U+FFA0), and the blank Braille pattern.
_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800")
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zs", "Zl", "Zp", "Mn", "Me"))


def is_invisible(text: str) -> bool:
    """Whether nothing in ``text`` would be seen: blanks, joiners, marks without a letter."""
    return all(char in _BLANK or unicodedata.category(char) in _UNSEEN for char in text)


MAX_NAME: Final = 150
"""Characters of a file's name: file systems end at 255 bytes, and pages add endings to it."""


def name_complaint(name: str) -> str | None:
    """Why a file may not be called ``name``, to follow a subject; None where it may."""
    if (problem := complaint(name)) is not None:
        return problem
    if not name.strip() or name != name.strip():
        return "begins or ends with a blank"
    if len(name) > MAX_NAME:
        return f"is longer than {MAX_NAME} characters"
    return None


def escaped(text: str) -> str:
    r"""``text`` on one line, safe to print: each unfit character, and each line end, as ``\u202e``.

    For names in messages: a log or a terminal would obey what it is given.
    """
    if find_unfit(text) is None and "\t" not in text:  # as a rule, and much faster
        return text
    return "".join(
        _escape(char) if find_unfit(char) is not None or char == "\t" else char for char in text
    )


def _escape(char: str) -> str:
    return char.encode("unicode_escape", "backslashreplace").decode("ascii")
