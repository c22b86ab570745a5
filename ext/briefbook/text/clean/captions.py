"""A photo's caption and its credit, taken apart.

Forms seen: ``Photo: Jane Doe/Agency via Library``, ``(AP Photo/Jane Doe)``, ``REUTERS/Jane Doe``,
``A ferry at the quay. Jane Doe/AP``,
``[Jane Doe/Reuters]``, ``© Jane Doe / AFP``, ``Photograph by Jane Doe``, ``Credit: …``.
"""

from __future__ import annotations

import re

from briefbook.text.lang.page_wording import any_of
from briefbook.text.model import Credit

MAX_CAPTION = 700
"""Characters. News captions run to two or three sentences."""

MAX_STROKE = 120
"""Characters at a line's end that may be a credit without brackets or a label."""

MAX_POSED = 300
"""Characters of a caption that only says who stands where."""

MAX_BARE = 200
"""Characters of a caption whose only credit is an agency in brackets: paragraphs end so too."""

_LIBRARIES = any_of("agencies")
_LABELS = any_of("credit-labels")
_AGENCY = re.compile(rf"(?:{_LIBRARIES})(?:\b.*)?")

# Each opens at the credit; what stands before it is the caption.
# Glued to its caption: "the ferry at the quayCredit: Agency". Its own brackets are its own.
_LABELLED = re.compile(
    rf"\(?(?:\b|(?<=[a-z]{{2}}))(?:{_LABELS})(?: ?: ?| [Bb]y )"
    r"(?P<credit>.{2,120}?\([^()]{1,80}\)|.{2,120}?)\)?\.?$"
)
_BRACKETED = re.compile(
    rf"[(\[](?P<credit>[^()\[\]]{{2,80}}/ ?(?:{_LIBRARIES})\b[^()\[\]]{{0,60}}"
    rf"|(?:{_LIBRARIES})(?: Photos?)?/[^()\[\]]{{2,80}})[)\]]\.?$"
)
_BARE = re.compile(rf"[(\[](?P<credit>{_LIBRARIES})[)\]]$")
# "A ferry at the quay. Jane Doe/AP": the names begin with capitals, and nothing follows.
_STROKE = re.compile(
    r"(?<![\w/])(?P<credit>[A-ZÀ-Ž][\w.'’-]*(?: [A-ZÀ-Ž][\w.'’-]*){0,4} ?/ ?"
    rf"(?:{_LIBRARIES})(?: Photos?| Images)?)\.?$"
)
# A line that is nothing but a credit: "AFP via Getty Images", "Jane Doe/NurPhoto via AP".
_ALONE = re.compile(
    rf"(?P<credit>(?:[A-ZÀ-Ž][\w.'’-]*(?: [A-ZÀ-Ž][\w.'’-]*){{0,4}} ?[/,|–-] ?)?"
    rf"(?:{_LIBRARIES})(?: ?/ ?(?:{_LIBRARIES}))?(?: via (?:{_LIBRARIES})| Images| file photo))"
)
# Who stands where in the picture.
_POSED = re.compile(
    r", (?:left|right|cent(?:er|re)|above)(?:,| and\b)"
    r"|\((?:left|right|cent(?:er|re)|pictured)\b[^)]{0,30}\)"
)
_REUTERS = re.compile(r"\b(?P<credit>REUTERS/.{2,60}?)(?:/[Ff]ile [Pp]hoto)?\.?$")
_COPYRIGHT = re.compile(
    rf"© ?(?P<credit>.{{2,80}}?(?:/| via ) ?(?:{_LIBRARIES})\b.{{0,40}}|"
    rf"(?:{_LIBRARIES})\b.{{0,40}})$"
)
_WORD = re.compile(r"\w+")
_LINKS = frozenset(["via", "of", "and", "for", "the", "by", "de", "von", "van", "al", "dpa", "s"])
_SOURCE = re.compile(
    r"(?:Image|Picture|Photo) (?:source|copyright|credit)[,:] ?(?P<credit>.{2,120}?)\.?$"
)
_OPENS = re.compile(
    r"(?:Image|Media|Video|Picture|Photo) caption[,: ]"
    r"|(?:FILE|File|Handout|HANDOUT)(?: ?[-–—] | PHOTO| photo| picture)"
    r"|(?:PHOTO|Photo|Pictured|PICTURED|Caption|CAPTION|Image|IMAGE|Foto|Bild|Symbolbild|"
    r"Archivbild|Archivfoto) ?: "
)


def find_credit(text: str) -> re.Match[str] | None:
    """The credit that ends ``text``, a line: group ``credit``; the caption ends where it starts."""
    if len(text) > MAX_CAPTION:
        return None
    # Plain tests first: most lines are no captions, and the patterns are dear.
    match = _SOURCE.match(text)
    if match is None and (":" in text or " by " in text or " By " in text):
        match = _LABELLED.search(text)
        if match is not None and not _names(match["credit"]):
            match = None
    if match is None and text.endswith((")", "]", ").", "].")):
        match = _BRACKETED.search(text)
        if match is None and len(text) <= MAX_BARE and not text.startswith(('"', "“")):
            match = _BARE.search(text)
    if match is None and "©" not in text and "/" in text[-MAX_STROKE:]:
        match = _STROKE.search(text, max(0, len(text) - MAX_STROKE))
    if match is None and len(text) <= MAX_STROKE:
        match = _ALONE.fullmatch(text)
    if match is None and "REUTERS/" in text:
        match = _REUTERS.search(text)
    if match is None and "©" in text:
        match = _COPYRIGHT.search(text)
    return match


def _names(credit: str) -> bool:
    """Whether ``credit`` is made of names: "Photo: The bridge at night" opens a caption."""
    words = [word for word in _WORD.findall(credit) if word.lower() not in _LINKS]
    return credit.startswith(("courtesy", "Courtesy")) or all(
        not word[0].islower() for word in words
    )


def opens_caption(text: str) -> bool:
    """Whether ``text``, a line, says at its start that it is a photo's caption."""
    return len(text) <= MAX_CAPTION and _OPENS.match(text) is not None


def says_who_stands_where(text: str) -> bool:
    """Whether ``text``, a line, says who is where in a picture: "Jane Doe, left, and …"."""
    return (
        len(text) <= MAX_POSED and '"' not in text and "“" not in text and bool(_POSED.search(text))
    )


def take_apart(credit: str) -> Credit:
    """``Jane Doe-Pool/Keystone via Getty Images`` as photographer, agency and library."""
    rest, _, via = credit.partition(" via ")
    parts = [part.strip(" .,") for part in rest.split("/") if part.strip(" .,")]
    agencies = [part for part in parts if _AGENCY.fullmatch(part)]
    people = [part for part in parts if part not in agencies]
    if len(people) > 1 and not agencies:
        # Photographer first, in every house style that separates the two with a stroke.
        agencies = people[1:]
        people = people[:1]
    return Credit(
        photographer=people[0] if people else None,
        agency="/".join(agencies) or None,
        via=via.strip(" .") or None,
    )
