"""Quotation marks, paired into quoted spans.

Marks are paired within one block and in one pass. What a mark does is told by its form where the
form says it (“ opens, » may do either) and by its neighbours where it does not (" and ').
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_DAMAGED = "\u00e2\u20ac"
_DAMAGED_OPEN = _DAMAGED + "\u0153"
_DAMAGED_CLOSE = (_DAMAGED, _DAMAGED + "\u009d", _DAMAGED + "\ufffd")
"""UTF-8 curly quotes read as Windows-1252, as scraped text carries them: â€œso it looksâ€.

Followed by another sign the two are a dash, an apostrophe or an ellipsis.
"""

_LOST = "\ufffd"
"""What stands for any character that was lost: a mark only where its neighbours leave no doubt."""
_STOPS = frozenset(".,!?;…")

_MARK = re.compile(
    _DAMAGED + "[\u0153\u009d\ufffd\u201c\u201d\u2122\u02dc\u00a6]?"
    "|''|``|[\"\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\ufffd]"
)
_SINGLE = re.compile("['\u2018\u2019\u201a\u2039\u203a]")

_BEFORE_OPENING = frozenset(" \t\u00a0\u2009\u202f([{-\u2013\u2014/:\u2018'*_")
_AFTER_CLOSING = frozenset(" \t\u00a0\u2009\u202f)]}.,;:!?-\u2013\u2014/\u2019'*_\u2026")
_LEFT_OPEN_AT_LEAST = 20
"""Characters an unclosed quotation must hold to count as one: shorter is a stray mark."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted span: ``start``/``end`` with its marks, ``inner_start``/``inner_end`` without."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    last: str
    """The last character inside; empty where there is none."""
    closed: bool = True


def _quoted(text: str, opened: re.Match[str], inner_end: int, end: int) -> Quoted:
    """The span that ``opened`` begins; left open where it ends without a mark."""
    last = text[inner_end - 1] if inner_end > opened.end() else ""
    return Quoted(opened.start(), end, opened.end(), inner_end, last, closed=inner_end < end)


def _opens(text: str, lo: int, hi: int, start: int, end: int) -> bool | None:
    """Whether a mark without direction opens, by its neighbours; None where they do not tell."""
    before = start == lo or text[start - 1] in _BEFORE_OPENING
    after = end == hi or text[end] in _AFTER_CLOSING
    if before and not after:
        return True
    if after and not before:
        return False
    return None


def _direction(text: str, lo: int, hi: int, mark: re.Match[str], opener: str | None) -> bool | None:
    """True: opens; False: closes; None: no quotation mark here. ``opener`` is the open mark."""
    sign = mark.group()
    if sign in ("\u201e", "\u300c", "\u201f", "``", _DAMAGED_OPEN):
        return True
    if sign in ("\u300d", *_DAMAGED_CLOSE):
        return False
    if sign.startswith(_DAMAGED):
        return None
    if sign == "\u201c":
        return opener != "\u201e"  # German: „so“
    if sign == "\u201d":
        if opener is None:  # Swedish and Finnish: ”so”
            return _opens(text, lo, hi, mark.start(), mark.end()) is True
        return False
    if sign in "\u00ab\u00bb":
        if opener is None:
            item = sign == "\u00bb" and text[mark.end() : mark.end() + 1].isspace()
            return None if item else True  # of a list: » Fares rise
        return opener == sign and _opens(text, lo, hi, mark.start(), mark.end()) is True
    by_neighbours = _opens(text, lo, hi, mark.start(), mark.end())
    if sign == _LOST:
        if opener is None:
            return True if by_neighbours and _closes_lost(text, mark.end(), hi) else None
        return False if opener == _LOST and _ends_lost(text, mark.start(), hi) else None
    if opener is None:
        if mark.start() > lo and text[mark.start() - 1].isdigit() and by_neighbours is not True:
            return None  # inches
        return by_neighbours is not False or None
    if by_neighbours is None:
        return False
    return by_neighbours


def _closes_lost(text: str, start: int, hi: int) -> bool:
    """Whether the next U+FFFD outside a word may be the mark that closes what opens here."""
    at = text.find(_LOST, start, hi)
    while at >= 0 and text[at - 1].isalnum() and text[at + 1 : at + 2].isalnum():
        at = text.find(_LOST, at + 1, hi)
    return at >= 0 and _ends_lost(text, at, hi)


def _ends_lost(text: str, at: int, hi: int) -> bool:
    """Whether a quotation may end with the U+FFFD at ``at``: behind a stop, before no word."""
    return text[at - 1] in _STOPS and (at + 1 == hi or text[at + 1] in _AFTER_CLOSING)


def quoted_spans(text: str, lo: int, hi: int, *, goes_on: bool = False) -> list[Quoted]:
    """The quoted spans of ``text[lo:hi]``, one block, in order and apart from each other.

    A quotation left open runs to the block's end (the next paragraph goes on with it), however
    short where ``goes_on`` tells that the next one opens with a mark. Single marks count where a
    block has no double ones.
    """
    spans: list[Quoted] = []
    opened: re.Match[str] | None = None
    depth = 0
    attribute = False
    for mark in _MARK.finditer(text, lo, hi):
        if attribute or (opened is None and mark.start() > lo and text[mark.start() - 1] == "="):
            attribute = not attribute  # both marks of an attribute of markup: id="…"
            continue
        opens = _direction(text, lo, hi, mark, opened.group() if opened else None)
        if opens is None:
            continue
        if opened is None:
            if opens:
                opened = mark
        elif opens:
            # A second opening mark of the same form: nested if both get closed. Straight marks
            # cannot tell, so there the first one stands.
            if mark.group() == "\u201c" == opened.group():
                depth += 1
        elif depth and _closes_inner(text, hi, mark):
            depth -= 1
        else:
            spans.append(_quoted(text, opened, mark.start(), mark.end()))
            opened = None
            depth = 0
    ends = bool(spans) and text[hi - 1] in ".?!"
    if opened is not None and (goes_on or ends or hi - opened.start() > _LEFT_OPEN_AT_LEAST):
        spans.append(_quoted(text, opened, hi, hi))
    if not spans and opened is None:
        return _single_spans(text, lo, hi)
    return _outer_spans(text, lo, hi, spans) or spans


def _outer_spans(text: str, lo: int, hi: int, spans: list[Quoted]) -> list[Quoted]:
    """The spans in curly single marks that hold all of ``spans``: ‘He called it “a joke”.’"""
    if "\u2018" not in text[lo : spans[0].start] if spans else True:
        return []
    outer = _single_spans(text, lo, hi)
    held = all(
        any(one.start < span.start and span.end < one.end for one in outer) for span in spans
    )
    return outer if held else []


def _closes_inner(text: str, hi: int, mark: re.Match[str]) -> bool:
    """Whether a later mark remains to close the outer quotation: then this one is the inner's."""
    following = text.find("\u201d", mark.end(), hi)
    if following < 0:
        return False
    return text.find("\u201c", mark.end(), following) < 0


def _single_spans(text: str, lo: int, hi: int) -> list[Quoted]:
    """Spans in single marks, apostrophes told apart: British style, headlines."""
    spans: list[Quoted] = []
    opened: re.Match[str] | None = None
    weak: re.Match[str] | None = None
    for mark in _SINGLE.finditer(text, lo, hi):
        sign, start, end = mark.group(), mark.start(), mark.end()
        before = start == lo or text[start - 1] in _BEFORE_OPENING
        after = end == hi or text[end] in _AFTER_CLOSING
        if opened is None:
            if sign in "\u201a\u2039" or (
                sign != "\u2019" and before and not after and text[end].isalpha()
            ):
                opened, weak = mark, None
            continue
        if sign == "\u2018" and opened.group() == "\u201a":
            after, before = True, False
        if not after or before:
            continue
        if text[start - 1] == "s" and text[start + 1 : start + 2] == " " and weak is None:
            weak = mark  # a plural's possessive, unless nothing better closes the quotation
            continue
        spans.append(_quoted(text, opened, start, end))
        opened = weak = None
    if opened is not None and weak is not None:
        spans.append(_quoted(text, opened, weak.start(), weak.end()))
    return spans
