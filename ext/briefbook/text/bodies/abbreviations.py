"""Abbreviations that an article introduces: "Full Name (FN)" and "FN (Full Name)".

After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text" (Pacific Symposium on Biocomputing, 2003): the short form's letters are sought in
the long form from the right, the first of them at the start of a word. Their method misses
abbreviations of other languages and orders ("Federal Security Service (FSB)"); for these the run of
capitalised words before the parenthesis is taken instead.

One pass; each parenthesis looks at no more than a bounded stretch around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefbook.text.bodies.name_words import CONNECTORS, HEADS, OPENERS

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 160
"""Characters looked at before a parenthesis and within one; the longest shipped name has 121."""

SHORT_FORM = re.compile(r"(?<!\w)[A-Z][A-Za-z0-9&./]{1,9}(?!\w)", re.ASCII)
"""A token that can be an abbreviation; ``is_short_form`` asks for its capitals, too."""

_SHORT_AT_END = re.compile(r"(?:^|(?<=[^\w-]))([A-Z][A-Za-z0-9&./]{1,9}) ?$", re.ASCII)
_MEMBERS_OF = re.compile(r"(\w+) (?:of|at|from|in) the ")
_TRAILING_WORD = re.compile(r"(\S+)\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A short form and where its long form stands, characters of the text."""

    short: str
    long_start: int
    long_end: int


def find_definitions(text: str) -> Iterator[Definition]:
    """Every definition of a text, in order, in either direction."""
    opening = text.find("(")
    while opening >= 0:
        closing = text.find(")", opening + 1, opening + _LONGEST)
        if closing >= 0:
            found = _before(text, opening, closing) or _inside(text, opening, closing)
            if found:
                yield found
        opening = text.find("(", opening + 1)


def is_short_form(text: str) -> bool:
    """Two capitals and more, ten characters at most, no other words: NPT, UNSC, RFE/RL."""
    return bool(SHORT_FORM.fullmatch(text)) and sum(letter.isupper() for letter in text) > 1


def is_spelled_in(short: str, long: str) -> int | None:
    """Where in ``long`` the long form of ``short`` begins; None where the letters do not fit."""
    letters = [letter.lower() for letter in short if letter.isalnum()]
    haystack = long.lower() if len(long.lower()) == len(long) else long  # "İ" grows
    at = len(haystack)
    for index in range(len(letters) - 1, -1, -1):
        at = haystack.rfind(letters[index], 0, at)
        if index == 0:
            while at > 0 and haystack[at - 1].isalnum():
                at = haystack.rfind(letters[0], 0, at)
        if at < 0:
            return None
    return at


def _before(text: str, opening: int, closing: int) -> Definition | None:
    # "Full Name (FN)"; what follows a comma or semicolon inside the parenthesis is left.
    inner = re.split(r"[,;]", text[opening + 1 : closing], maxsplit=1)[0].strip(" '\"“”‘’")
    if not is_short_form(inner):
        return None
    end = opening
    while end and text[end - 1] == " ":
        end -= 1
    run_start = _run_start(text, max(0, end - _LONGEST), end)
    if run_start is None:
        return None
    spelled_at = is_spelled_in(inner, text[run_start:end])
    start = run_start
    members = _MEMBERS_OF.match(text, run_start, end)  # "Officers of the …"
    if spelled_at is None and members is not None and members.group(1) not in HEADS:
        start = members.end()
    opens_on_head = text[run_start:end].split(" ", 1)[0] in HEADS  # "Treaty on the … (NPT)"
    if spelled_at is not None and text[run_start + spelled_at].isupper() and not opens_on_head:
        start = run_start + spelled_at
    return Definition(short=inner, long_start=start, long_end=end)


def _inside(text: str, opening: int, closing: int) -> Definition | None:
    # "FN (Full Name)"
    before = _SHORT_AT_END.search(text, max(0, opening - 12), opening)
    if before is None or not is_short_form(before.group(1)):
        return None
    start = opening + 1
    end = start + len(re.split(r"[,;]", text[start:closing], maxsplit=1)[0].rstrip())
    run_start = _run_start(text, start, end)
    if run_start is None or text[start:run_start].strip(" '\"“”‘’").lower() not in ("", "the"):
        return None
    return Definition(short=before.group(1), long_start=run_start, long_end=end)


def _run_start(text: str, floor: int, end: int) -> int | None:
    """Where the run of capitalised words that ends at ``end`` begins, small words between them.

    It does not reach below ``floor``. None where it has fewer than two capitalised words.
    """
    at = end
    start = None
    capitalised = 0
    while at > floor:
        match = _TRAILING_WORD.search(text, max(floor, at - 40), at)
        if match is None:
            break
        word = match.group(1)
        if at < end and word[-1] in ".;:!?)" and not re.fullmatch(r"(?:[A-Z]\.)+", word):
            break
        bare = word.strip("'\"“”‘’,")
        if bare in OPENERS:
            break
        if bare[:1].isupper():
            capitalised += 1
            start = match.start(1) + word.index(bare[0])
        elif bare.lower() not in CONNECTORS:
            break
        if word[0] in "(\"“'‘":
            break
        at = match.start(1)
    return start if capitalised > 1 else None
