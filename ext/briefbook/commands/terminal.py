"""Whether somebody sits at the terminal, and asking them."""

from __future__ import annotations

import os
import sys

from briefbook.text.errors import FileProblem


def is_desk() -> bool:
    """Whether somebody is there to be asked."""
    return os.isatty(0) and sys.stdout.isatty()


def ask(question: str) -> str:
    """The answer, without blanks around it; raises FileProblem where there is none to come."""
    try:
        return input(question).strip()
    except EOFError:
        problem = "it has ended before all was answered"
        raise FileProblem("standard input", None, problem, "answer, or give options") from None
