"""What the form in which readers write notes offers: reasons to write, and works to cite.

A script, for pages that are opened as files may load no data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.export.escaped import json_for_html
from briefbook.export.works import works
from briefbook.text.annotations.motivations import MOTIVATIONS

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

_LONGEST = 120
"""Characters of a work as it is offered."""


def note_form(env: BuildEnvironment) -> bytes:
    """A script with each motivation and its words, and key and citation of each listed work."""
    offered = {
        "motivations": [[each.name, each.does] for each in MOTIVATIONS.values()],
        "references": [[key, work.text[:_LONGEST]] for key, work in sorted(works(env).items())],
    }
    return f"globalThis.briefbookOffered = {json_for_html(offered)};\n".encode()
