"""How a build ends that cannot go on: with a message, without a traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.errors import SphinxError

if TYPE_CHECKING:
    from briefbook.text.errors import FileProblem


class BuildError(SphinxError):
    """Ends the build, with ``-W`` or without; Sphinx shows `problem` and exits with 2."""

    category = "Build stopped"

    def __init__(self, problem: FileProblem) -> None:
        super().__init__(str(problem))
