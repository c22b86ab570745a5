r"""Formulas in TeX as Typst's code: through MathML, which latex2mathml makes of each part.

Rows of equations, parted by ``\\`` and ``&``, are taken apart here: it leaves them as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from latex2mathml.converter import convert

from briefbook.pdf.typst_code import string

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from xml.etree.ElementTree import Element


class FormulaError(ValueError):
    """A formula that cannot be set; says why."""


LONGEST: Final = 5_000
"""Characters of a formula that is set: what converts it takes more than linear time."""

_ROWS: Final = re.compile(
    r"\s*\\begin\{(align|aligned|gather|gathered|split|multline|eqnarray|equation)\*?\}(.*)"
    r"\\end\{\1\*?\}\s*",
    re.DOTALL,
)
_TOKEN: Final = re.compile(r"\\begin\{|\\end\{|\\\\(?:\[[^\]]*\])?|\\.|[{}&]", re.DOTALL)
_DEEPER: Final = {"{": 1, "}": -1, "\\begin{": 2, "\\end{": 0}
"""An environment's name stands in braces, too: its end closes what its beginning opened."""
_UNSET: Final = re.compile(r"\\(?:label|tag|nonumber|notag)\b\*?(?:\{[^{}]*\})?")
"""What numbers an equation, which Sphinx does."""

_STYLES: Final = {
    "normal": "upright",
    "bold": "bold",
    "double-struck": "bb",
    "script": "cal",
    "fraktur": "frak",
    "sans-serif": "sans",
    "monospace": "mono",
}
_ACCENTS: Final = {
    "^": "\u0302", "~": "\u0303", "˜": "\u0303", "→": "\u20d7", "˙": "\u0307", "¨": "\u0308",
    "ˇ": "\u030c", "˘": "\u0306", "´": "\u0301", "`": "\u0300",
}  # fmt: skip
_OVER: Final = {"¯": "overline", "―": "overline", "‾": "overline", "⏞": "overbrace"}
_UNDER: Final = {"_": "underline", "―": "underline", "̲": "underline", "⏟": "underbrace"}
_NAMESPACE: Final = ' xmlns="http://www.w3.org/1998/Math/MathML"'
_LIMITS: Final = frozenset(
    ["lim", "max", "min", "sup", "inf", "det", "gcd", "liminf", "limsup", "Pr", "argmax", "argmin"]
)
_OPENING: Final = frozenset("([{|‖⟨⌊⌈")


def typst_formula(tex: str, *, is_block: bool = False) -> str:
    """``tex`` as an equation of Typst's, which says the TeX to those who do not see it.

    Raises FormulaError.
    """
    if len(tex) > LONGEST:
        raise FormulaError("it is too long")
    found = _ROWS.fullmatch(tex)
    inner = _UNSET.sub("", found[2] if found else tex)
    rows = _rows(inner) if is_block else [[inner]]
    lines = ["align-point\n".join(map(_part, row)) for row in rows]
    block = "true" if is_block else "false"
    body = "linebreak()\n".join(lines)
    return f"math.equation(block: {block}, alt: {string(tex.strip())}, {{[]\n{body}}})"


def _rows(tex: str) -> list[list[str]]:
    r"""Rows and their parts: what ``\\\\``, empty lines and ``&`` part, outside braces."""
    rows: list[list[str]] = [[]]
    depth = start = 0
    tex = re.sub(r"\n\s*\n", r"\\\\", tex.strip())
    for token in _TOKEN.finditer(tex):
        sign = token[0]
        depth += _DEEPER.get(sign, 0)
        if depth == 0 and (sign == "&" or sign.startswith("\\\\")):
            rows[-1].append(tex[start : token.start()])
            start = token.end()
            if sign != "&":
                rows.append([])
    rows[-1].append(tex[start:])
    return [row for row in rows if any(part.strip() for part in row)]


def _part(tex: str) -> str:
    if not tex.strip():
        return ""
    try:
        root = ET.fromstring(convert(tex).replace(_NAMESPACE, ""))  # noqa: S314 - made here, without entities
    except Exception as error:
        raise FormulaError(type(error).__name__) from error
    return _code(root)


def _code(node: Element) -> str:
    """The code of an element, a line or more."""
    known = _ELEMENTS.get(node.tag)
    if known is None:
        raise FormulaError(f"{node.tag} is not set")
    return known(node)


def _body(nodes: Sequence[Element]) -> str:
    """What stands in a row, as one argument."""
    return "{[]\n" + _sequence(nodes) + "}"


def _sequence(nodes: Sequence[Element]) -> str:
    out: list[str] = []
    place = 0
    while place < len(nodes):
        within = nodes[place + 1 : place + 2]
        closes = nodes[place + 2 : place + 3]
        if _is_fence(nodes[place]) and within and within[0].tag in ("mtable", "mfrac"):
            fenced = nodes[place : place + 2 + (bool(closes) and closes[0].tag == "mo")]
            out.append(f"math.lr({{[]\n{''.join(map(_code, fenced))}}})\n")
            place += len(fenced)
            continue
        out.append(_code(nodes[place]))
        place += 1
    return "".join(out)


def _is_fence(node: Element) -> bool:
    return node.tag == "mo" and (node.text or "") in _OPENING


def _row(node: Element) -> str:
    children = list(node)
    if children and children[0].get("form") == "prefix":
        return f"math.lr({{[]\n{''.join(map(_code, children))}}})\n"
    return _sequence(children)


def _letter(node: Element) -> str:
    words = (node.text or "").strip()
    if "\\" in words:
        raise FormulaError(f"{words} is not known")
    style = _STYLES.get(node.get("mathvariant", ""))
    if node.tag == "mo" and len(words) > 1 and words.isalpha():
        code = f"math.op({string(words)}, limits: {'true' if words in _LIMITS else 'false'})"
    elif len(words) > 1 and words.isascii() and words.isalpha() and node.tag == "mi":
        code = string(words) if style else f"math.op({string(words)})"
    elif len(words) == 1:
        code = f"symbol({string(words)})"
    else:
        code = string(words)
    return f"math.{style}({code})\n" if style else f"{code}\n"


def _words(node: Element) -> str:
    return f"{string(node.text or '')}\n"


def _space(node: Element) -> str:
    width = re.fullmatch(r"(-?[\d.]+)em", node.get("width", ""))
    return f"h({width[1]}em)\n" if width else "h(0.2em)\n"


def _fraction(node: Element) -> str:
    above, below = (_body([each]) for each in node)
    if node.get("linethickness") == "0":
        return f"math.mat(delim: none, ({above},), ({below},))\n"
    return f"math.frac({above}, {below})\n"


def _scripts(base: str, below: str | None, above: str | None) -> str:
    named = [f"{name}: {code}" for name, code in (("b", below), ("t", above)) if code]
    return f"math.attach({base}, {', '.join(named)})\n"


def _beside(node: Element) -> str:
    base, *others = (_body([each]) for each in node)
    below = others.pop(0) if node.tag in ("msub", "msubsup") else None
    return _scripts(base, below, others.pop(0) if others else None)


def _over_or_under(node: Element) -> str:
    base = node[0]
    if node.tag != "munderover":
        sign = (node[1].text or "").strip() if node[1].tag in ("mo", "mi") else ""
        if node.tag == "mover" and sign in _ACCENTS:
            return f"math.accent({_body([base])}, {string(_ACCENTS[sign])})\n"
        drawn = (_OVER if node.tag == "mover" else _UNDER).get(sign)
        if drawn:
            return f"math.{drawn}({_body([base])})\n"
    limits = f"math.limits({_body([base])})"
    below = _body([node[1]]) if node.tag in ("munder", "munderover") else None
    above = _body([node[-1]]) if node.tag in ("mover", "munderover") else None
    return _scripts(limits, below, above)


def _root(node: Element) -> str:
    return f"math.root({_body([node[1]])}, {_body([node[0]])})\n"


def _table(node: Element) -> str:
    cells = [[_body(list(cell)) for cell in row] for row in node]
    aligned = {cell.get("columnalign") for row in node for cell in row}
    align = "left" if aligned == {"left"} else "center"
    rows = ", ".join("(" + "".join(f"{cell}, " for cell in row) + ")" for row in cells)
    return f"math.mat(delim: none, align: {align}, {rows})\n"


_ELEMENTS: Final[dict[str, Callable[[Element], str]]] = {
    "math": _row,
    "mrow": _row,
    "mstyle": _row,
    "mpadded": _row,
    "mi": _letter,
    "mo": _letter,
    "mn": _letter,
    "mtext": _words,
    "mspace": _space,
    "mfrac": _fraction,
    "msqrt": lambda node: f"math.sqrt({_body(list(node))})\n",
    "mroot": _root,
    "msub": _beside,
    "msup": _beside,
    "msubsup": _beside,
    "munder": _over_or_under,
    "mover": _over_or_under,
    "munderover": _over_or_under,
    "mtable": _table,
    "mphantom": lambda node: f"hide({_body(list(node))})\n",
}
