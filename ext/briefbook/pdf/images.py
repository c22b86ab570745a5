"""Which pictures can be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typst

from briefbook.pdf.typst_code import string

if TYPE_CHECKING:
    from pathlib import Path


def try_image(path: Path) -> list[str]:
    """What Typst says of the picture at ``path``, alone: nothing, or what it may print amiss.

    Asked of each picture by itself, so that what is said can name it, and one that is broken costs
    the book that picture. Raises typst.TypstError where it cannot be printed.
    """
    compiler = typst.Compiler(root=str(path.parent), ignore_system_fonts=True)
    code = f"#set page(width: auto, height: auto)\n#image({string('/' + path.name)})"
    _, warnings = compiler.compile_with_warnings(code.encode(), format="svg")
    return [warning.message for warning in warnings]
