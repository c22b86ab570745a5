"""What the forms of readers offer: reasons to write, works to cite, and the words they are in.

A script, for pages that are opened as files may load no data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.export.escaped import json_for_html
from briefbook.script_words import form_words
from briefbook.text.annotations.motivations import MOTIVATIONS
from briefbook.text.certainty import OF_BODIES, OF_DATES
from briefbook.text.dates import Rule
from briefbook.text.statements.source_rules import CERTAINTY as OF_SOURCES
from briefbook.words import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefbook.export.works import Work

_LONGEST = 120
"""Characters of a work as it is offered."""


def note_form(works: Mapping[str, Work]) -> bytes:
    """A script with each motivation and its words, key and citation of each listed work, and how
    often the rules of marks are right; and the forms' own words where they are not English.
    """
    # The longest first: of two that begin alike, it is the one that is meant.
    rules = sorted(
        ((_(rule.short), OF_DATES[rule]) for rule in Rule if rule in OF_DATES),
        key=lambda rule: -len(rule[0]),
    )
    offered = {
        "words": form_words(),
        "motivations": [[each.name, _(each.does)] for each in MOTIVATIONS.values()],
        "certainty": {
            "dates": rules,
            "bodies": OF_BODIES,
            "sources": OF_SOURCES,
        },
        "references": [[key, work.text[:_LONGEST]] for key, work in sorted(works.items())],
    }
    return f"globalThis.briefbookOffered = {json_for_html(offered)};\n".encode()
