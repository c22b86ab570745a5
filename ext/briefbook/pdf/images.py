"""Which pictures can be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typst

from briefbook.pdf.typst_code import string

if TYPE_CHECKING:
    from pathlib import Path


def problem_of(path: Path) -> str | None:
    """What is wrong with the picture at ``path``; None where Typst can print it.

    Asked of each picture alone, so that one that is broken costs the book that picture.
    """
    compiler = typst.Compiler(root=str(path.parent), ignore_system_fonts=True)
    code = f"#set page(width: auto, height: auto)\n#image({string('/' + path.name)})"
    try:
        compiler.compile(code.encode(), format="svg")
    except typst.TypstError as error:
        return str(error)
    return None
