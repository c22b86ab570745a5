"""Whether somebody sits at the terminal, and asking them."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

from briefbook.text.errors import FileProblem

if TYPE_CHECKING:
    from pathlib import Path


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


def edit(file: Path, *, what: str, remedy: str) -> None:
    """Let somebody at ``file`` in their own editor ($VISUAL, $EDITOR).

    Raises FileProblem, which names ``what`` and says ``remedy``, where the editor fails.
    """
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        # The user's own editor, which they name as a command.
        subprocess.run([*shlex.split(editor), str(file)], check=True)  # noqa: S603
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        problem = f"the editor {editor!r} has failed: {error}"
        raise FileProblem(what, None, problem, remedy) from None
