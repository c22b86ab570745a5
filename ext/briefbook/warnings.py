"""Every warning's subtype, so that ``suppress_warnings`` and ``-W`` work."""

from __future__ import annotations

from enum import StrEnum

TYPE = "briefbook"
"""The type all of them share: ``suppress_warnings = ["briefbook.seed"]`` silences one subtype."""


class Subtype(StrEnum):
    """What a warning is about."""

    SEED = "seed"
    """A seed cannot be read or holds no article; it is left out."""
    SIDECAR = "sidecar"
    """A seed's sidecar is not valid; the seed is left out."""
    CORRECTION = "correction"
    """An editor's correction, in a sidecar, does not fit its article; it is left undone."""
    REVIEW = "review"
    """Marks are not those that an editor has reviewed; the page says so."""
    STRAY = "stray"
    """A file in the folder of seeds is neither a seed nor a seed's sidecar; or there is no seed."""
    CHARACTERS = "characters"
    """A seed holds characters that are not shown, or lacks some; it is kept as it is."""
    HALF_GONE = "half-gone"
    """Half of a seed's text or more is dropped or kept in doubt: the rules may have misread it."""
    PAGE_NAME = "page-name"
    """Two seeds claim one page name, in one month or in two; the later is left out."""
    PAGE = "page"
    """A generated page holds more than text and its own marks; nothing of it is shown."""
    ANNOTATION = "annotation"
    """An annotation is not valid or does not fit its passage; it is left out."""
    LOOK_ALIKE = "look-alike"
    """A page looks like a note or a seed; it is not read."""
    ORPHAN = "orphan"
    """An annotation's passage is gone from its article; it is kept at the article's end."""
    NOTES = "notes"
    """A paragraph has more notes than are marked in its text; the others stand beside it."""
    BODIES = "bodies"
    """The catalogue, or the book's own file of bodies, is not valid."""
    BIBLIOGRAPHY = "bibliography"
    """An entry of the bibliography is not valid and left out, or shown without a link."""
    PDF_NODE = "pdf-node"
    """The PDF builder does not know a node, or finds it where it cannot stand; its text is kept."""
    PDF_LEFT_OUT = "pdf-left-out"
    """The PDF cannot show something, such as a diagram; a line says so in its place."""
    PDF = "pdf"
    """The PDF could not be made as asked."""
