"""How a build ends that cannot go on: one message, with the file and what to do."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from sphinx.util import logging

from briefbook.text.errors import FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

logger = logging.getLogger(__name__)


class BuildStopped(SystemExit):
    """The build has said why and ends with exit status 2, as Sphinx does when it breaks off.

    No SphinxError: with each of those Sphinx shows a traceback and asks that it be reported.
    """

    def __init__(self, problem: FileProblem) -> None:
        super().__init__(2)
        self.problem = problem


@contextlib.contextmanager
def stopping_the_build(root: Path | None = None) -> Iterator[None]:
    """Within it a FileProblem ends the build, with ``-W`` or without.

    ``root`` is the folder that its path may be given from.
    """
    try:
        yield
    except FileProblem as problem:
        said = problem.from_here(root) if root else problem
        logger.error("%s", said)  # noqa: TRY400 - it is no fault of the code
        raise BuildStopped(problem) from None
