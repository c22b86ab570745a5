"""Problems of files, as warnings of the build."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util import logging

from briefbook.warnings import TYPE

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from briefbook.text.errors import FileProblem
    from briefbook.warnings import Subtype

logger = logging.getLogger(__name__)


def warn(app: Sphinx, subtype: Subtype, error: FileProblem) -> None:
    """Warn of the problem, at its place, which may be named from the folder of conf.py."""
    error = error.from_here(Path(app.confdir))
    # What is wrong with the whole file, at its top: Sphinx takes a name alone for a page's.
    place = error.place if error.line else f"{error.path}:1"
    logger.warning(
        "%s; %s", error.problem, error.remedy, location=place, type=TYPE, subtype=subtype.value
    )
