"""Formulas in TeX as Typst's code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import typst

from briefbook.pdf.formulas import LONGEST, FormulaError, typst_formula

if TYPE_CHECKING:
    from pathlib import Path

SET = [
    r"x^2+\frac{a}{b}",
    r"\sum_{i=1}^n i^2",
    r"\left(\frac12\right]",
    r"\hat{x} \vec v \bar{a} \overline{AB}",
    r"\begin{pmatrix}a&b\\c&d\end{pmatrix}",
    r"f(x)=\begin{cases}1&x>0\\0&\text{else}\end{cases}",
    r"\begin{align*}a&=b\\&=c+\frac1x\end{align*}",
    r"\mathbb{R} \mathbf{x} \mathcal L \mathrm{d}",
    r"\sin x, \lim_{x\to0}, \operatorname{rank} A",
    r"\sqrt[3]{x}\,\quad \sqrt y",
    r"\underbrace{a+b}_{n}",
    r"\binom{n}{k} 10\,\%",
    "a=b\n\nc=d",
    r'\text{#panic("a")} "#x" \#',
    r"x < y > z \label{q}",
]


def test_what_is_set_compiles(tmp_path: Path) -> None:
    formulas = "\n".join(f"#{{{typst_formula(tex, is_block=True)}}}" for tex in SET)
    page = f"#let align-point = $&$.body\n{formulas}\n#context [#metadata(\n{_COUNT}\n)<found>]"
    (tmp_path / "page.typ").write_text(page, "utf-8")
    compiler = typst.Compiler(str(tmp_path / "page.typ"), ignore_system_fonts=True)
    assert compiler.query("<found>", field="value", one=True) == str(len(SET))


_COUNT = "query(math.equation).len()"


def test_rows_are_aligned_where_they_are_parted() -> None:
    code = typst_formula("a &= b \\\\ &= \\begin{matrix} c & d \\end{matrix}", is_block=True)
    assert code.count("align-point") == 2
    assert code.count("linebreak()") == 1


def test_fences_alone_grow_with_what_they_hold() -> None:
    assert "math.lr" not in typst_formula(r"\frac{a+b}{c}")
    assert typst_formula(r"\left(\frac{a+b}{c}\right)").count("math.lr") == 1


def test_those_who_do_not_see_it_are_told_the_tex() -> None:
    assert 'alt: "\\\\frac12"' in typst_formula(r" \frac12 ")


def test_text_is_a_literal() -> None:
    assert '"a\\"b#c"' in typst_formula(r'\text{a"b#c}')


@pytest.mark.parametrize(
    "tex", [r"\frac{", r"\unheard x", "a & b", "x" * (LONGEST + 1), r"\begin{matrix} a"]
)
def test_what_is_not_set_is_said(tex: str) -> None:
    with pytest.raises(FormulaError):
        typst_formula(tex)
