"""What a page's text carries from the pages' side to Sphinx's: each form is written and read here.

What was written is read again as it was, but for what ``showable`` takes from text: no form shows
what a reader could not see.
"""

from briefbook.pages.wire.directives import option_names, read, write
from briefbook.pages.wire.error import WireError
from briefbook.pages.wire.forms import (
    Attribution,
    ChangedParagraph,
    Note,
    Provenance,
    Removed,
    RemovedPart,
    Revised,
    Said,
    StandIn,
    Versions,
)
from briefbook.pages.wire.roles import BLOCK, DATE, PARAGRAPH, DateTarget
from briefbook.pages.wire.spans import (
    ANNOTATED,
    BY_EDITOR,
    LABEL,
    QUOTATION,
    REPORTED,
    REST,
    attributions,
    passage_begins,
    passage_ends,
    passages,
    said,
)

__all__ = [
    "ANNOTATED",
    "BLOCK",
    "BY_EDITOR",
    "DATE",
    "LABEL",
    "PARAGRAPH",
    "QUOTATION",
    "REPORTED",
    "REST",
    "Attribution",
    "ChangedParagraph",
    "DateTarget",
    "Note",
    "Provenance",
    "Removed",
    "RemovedPart",
    "Revised",
    "Said",
    "StandIn",
    "Versions",
    "WireError",
    "attributions",
    "option_names",
    "passage_begins",
    "passage_ends",
    "passages",
    "read",
    "said",
    "write",
]
