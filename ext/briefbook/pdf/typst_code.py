r"""Values written as Typst code: the one place where text is escaped.

The book is written in Typst's code mode alone: text always stands in a string literal, never in
markup. In a string literal only the backslash and the quotation mark are special
(https://typst.app/docs/reference/foundations/str/), so nothing a text holds can become markup, a
label, a comment or code, and no dash, quotation mark or ellipsis is replaced.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence


class Code(str):
    """A Typst expression, as opposed to a text."""

    __slots__ = ()


Value = None | bool | int | float | str | Sequence["Value"] | Mapping[str, "Value"]

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_SPECIAL = re.compile(r'["\\]')

_FORBIDDEN = re.compile("[\x00\ufeff\ufffe\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
"""PDF/UA-1 (ISO 14289-1, 7.21.7) allows no font to map to U+0000, U+FEFF or U+FFFE; lone
surrogates are no characters and have no UTF-8; bidirectional embeddings, overrides and isolates
make a text read other than it is written (CVE-2021-42574).

Not the rule of ``text/characters.py``, which a page's text has passed whole: here it comes in
pieces, and half of a flag is tags; and the book's own pages may hold what strangers' may not."""

_INVISIBLE = re.compile(
    "[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufff9-\uffff]"
)
"""Written as escapes, so that a person who opens the source sees what stands there."""

_BREAKING_SPACE = re.compile("[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")


def string(text: str) -> str:
    """``text`` as a Typst string literal.

    Characters that no PDF/UA document may hold become U+FFFD.
    """
    text = _FORBIDDEN.sub(REPLACEMENT, text)
    text = _SPECIAL.sub(r"\\\g<0>", text)
    text = text.replace("\n", r"\n").replace("\r", r"\r").replace("\t", r"\t")
    return '"' + _INVISIBLE.sub(lambda found: f"\\u{{{ord(found.group()):x}}}", text) + '"'


def flowing(text: str) -> str:
    """``text`` with runs of breaking white space made one space, as a page shows it."""
    return _BREAKING_SPACE.sub(" ", text)


def value(thing: Value) -> str:
    """``thing`` as a Typst expression."""
    match thing:
        case None:
            return "none"
        case bool():
            return "true" if thing else "false"
        case int() | float():
            return repr(thing)
        case Code():
            return thing
        case str():
            return string(thing)
        case Mapping():
            return "(" + "".join(f"{string(k)}: {value(v)}, " for k, v in thing.items()) + ")"
        case _:
            return "(" + "".join(f"{value(item)}, " for item in thing) + ")"


def arguments(named: Mapping[str, Value]) -> str:
    """Named arguments of a call, each followed by a comma. Underscores become hyphens."""
    return "".join(f"{name.replace('_', '-')}: {value(v)}, " for name, v in named.items())
