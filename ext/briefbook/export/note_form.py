"""What the form in which readers write notes offers: reasons to write, and works to cite.

A script, for pages that are opened as files may load no data.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from briefbook.text.annotations.motivations import MOTIVATIONS

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment
    from sphinxcontrib.bibtex.domain import BibtexDomain

_LONGEST = 120
"""Characters of a work as it is offered."""


def note_form(env: BuildEnvironment) -> bytes:
    """A script with each motivation and its words, and key and citation of each listed work."""
    domain = cast("BibtexDomain", env.get_domain("cite"))
    works = {each.key: each.formatted_entry.text.render_as("text") for each in domain.citations}
    offered = {
        "motivations": [[each.name, each.does] for each in MOTIVATIONS.values()],
        "references": [[key, text[:_LONGEST]] for key, text in sorted(works.items())],
    }
    return f"globalThis.briefbookOffered = {json.dumps(offered)};\n".encode()
