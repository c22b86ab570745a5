r"""LaTeX in BibTeX fields: written so that pybtex shows exactly what was meant, and read.

pybtex decodes fields with latexcodec, which knows fewer spellings than LaTeX: there is none for a
brace, and an unescaped ``%`` hides the rest of its field. Addresses it takes as they stand: from
``a\_b`` comes a link that leads nowhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefbook.text.addresses import is_web_address

if TYPE_CHECKING:
    from collections.abc import Callable

_SPECIAL = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        # Braces must balance even when they are escaped, and pybtex knows no spelling for them.
        "{": "(",
        "}": ")",
        "~": r"{\textasciitilde}",
        "%": r"\%",
        "&": r"\&",
        "#": r"\#",
        "_": r"\_",
        "$": "{$}",
    }
)
# Two signs that LaTeX reads as another one: -- is a dash, '' a quotation mark, ?` turned over.
_LIGATURE = re.compile(r"([-'`,])(?=\1)|[?!](?=`)")


def escape(text: str) -> str:
    """LaTeX that shows ``text``, its white space as single blanks and braces as parentheses."""
    return _LIGATURE.sub(r"\g<0>{}", " ".join(text.split()).translate(_SPECIAL))


_ADDRESS = re.compile(
    r"\\textasciitilde(?![A-Za-z])\s*|\\~|\$\\sim\$|\\string\s*~"  # all of them a tilde
    r"|\\textunderscore(?![A-Za-z])\s*"
    r"|\\([_%&#$])"
    r"|[{}]"
)


def address_in(latex: str) -> str:
    r"""The address that a field means: without LaTeX's escapes (``\_``, ``\~{}``) and braces.

    A backslash that escapes nothing known stays, so that no address is made up.
    """
    inner = _WRAPPED.fullmatch(latex.strip())
    return _ADDRESS.sub(_address_sign, inner[1] if inner else latex.strip()).strip()


def _address_sign(match: re.Match[str]) -> str:
    if match[0] in "{}":
        return ""
    if match[1]:
        return match[1]
    return "_" if "underscore" in match[0] else "~"


_GROUP = r"\{((?:[^{}]|\{[^{}]*\})*+)\}"
_WRAPPED = re.compile(rf"\\url\s*{_GROUP}")
_SIGNS = {"%": r"\%", r"\%": r"\%", r"\$": "{$}", r"\\": " "}
r"""``\\`` breaks a line; its second backslash begins no command."""
_COMMAND = re.compile(
    r"\\\\"
    rf"|\\(?:url|nolinkurl)(?![A-Za-z])\s*{_GROUP}"
    rf"|\\href(?![A-Za-z])\s*{_GROUP}\s*{_GROUP}"
    r"|\\(?:url|nolinkurl|href)(?![A-Za-z])\s*"
    r"|%|\\[%$]"
)


def mend(latex: str, refused: Callable[[str], None]) -> str:
    r"""A field's LaTeX as pybtex reads it rightly: ``\url`` stands only before a web address.

    ``\href{address}{words}`` becomes ``words (\url{address})``, so that the address prints. Any
    other address stays as text and ``refused`` is told. A percent sign is one, escaped or not.
    """

    def mended(match: re.Match[str]) -> str:
        if (sign := _SIGNS.get(match[0])) is not None:
            return sign
        if match[1] is not None:
            return _linked(match[1], refused)
        if match[2] is not None:
            address, words = _linked(match[2], refused, ""), mend(match[3], refused)
            return f"{words} ({address})" if address else words
        return ""

    return _COMMAND.sub(mended, latex)


def _linked(latex: str, refused: Callable[[str], None], otherwise: str | None = None) -> str:
    r"""``\url{…}`` of the address in ``latex``; text, or ``otherwise``, if it may be no link."""
    address = address_in(latex)
    if is_web_address(address):
        return rf"\url{{{escape(address)}}}"
    refused(address)
    return escape(address) if otherwise is None else otherwise
