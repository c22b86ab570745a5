"""A photo's caption and its credit, taken apart.

Forms seen: ``Photo: Jane Doe/Agency via Library``, ``(AP Photo/Jane Doe)``, ``REUTERS/Jane Doe``,
``[Jane Doe/Reuters]``, ``© Jane Doe / AFP``, ``Photograph by Jane Doe``, ``Credit: …``.
"""

from __future__ import annotations

import re

from briefbook.text.model import Credit

_LIBRARIES = (
    r"Getty(?: Images)?|Reuters|REUTERS|AFP|AP|Associated Press|EPA(?:-EFE)?|EFE|dpa|DPA|TASS|Sputnik|"
    r"Xinhua|Anadolu(?: Agency)?|Bloomberg|Shutterstock|Alamy(?: Stock Photo)?|Corbis|PA(?: Wire| Media)?|"
    r"Press Association|ZUMA(?: Press| Wire)?|NurPhoto|Keystone|Magnum(?: Photos)?|SOPA Images|UPI|"
    r"Kyodo(?: News)?|Yonhap|Imago|imago images|picture alliance|Ritzau Scanpix|TT|NTB|ANSA|ANP|Belga|APA|"
    r"PAP|CTK|MTI|Tanjug|Pool|iStock(?:photo)?|Unsplash|Flickr|Wikimedia(?: Commons)?|Wikipedia"
)
_AGENCY = re.compile(rf"(?:{_LIBRARIES})(?:\b.*)?")
_LABEL = (
    r"(?:Photo(?:graph|graphs|s)?|Photo (?:credit|illustration)|Image(?: credit)?|Picture|Credit|Illustration|"
    r"Foto|Fotos|Bild|Crédit|Fot\.|Zdjęcie)"
)
# Each opens at the credit; what stands before it is the caption.
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"\(?\b(?:{_LABEL}|PHOTO|FOTO|PHOTOGRAPH|IMAGE|CREDIT)(?: ?: ?| by )(?P<credit>[^\n]{{2,120}}?)\)?\.?$",
        rf"\((?P<credit>(?:{_LIBRARIES}) Photos?/[^()]{{2,80}})\)$",
        rf"[(\[](?P<credit>[^()\[\]]{{2,80}}/ ?(?:{_LIBRARIES})[^()\[\]]{{0,60}})[)\]]\.?$",
        rf"[(\[](?P<credit>(?:{_LIBRARIES})(?:/[^()\[\]]{{2,60}})?)[)\]]\.?$",
        r"\b(?P<credit>REUTERS/[^\n]{2,60}?)(?:/[Ff]ile [Pp]hoto)?\.?$",
        rf"© ?(?P<credit>[^\n]{{2,80}}?(?:/| ?via ?) ?(?:{_LIBRARIES})[^\n]{{0,40}})$",
    )
)
MAX_CAPTION = 700
"""Characters. News captions run to two or three sentences."""


def find_credit(text: str) -> re.Match[str] | None:
    """The credit that ends ``text``, a line: group ``credit``; the caption ends where it starts."""
    if len(text) > MAX_CAPTION:
        return None
    for form in _FORMS:
        match = form.search(text)
        if match is not None:
            return match
    return None


def take_apart(credit: str) -> Credit:
    """``Jane Doe-Pool/Keystone via Getty Images`` as photographer, agency and library."""
    rest, _, via = credit.partition(" via ")
    parts = [part.strip(" .") for part in rest.split("/") if part.strip(" .")]
    agencies = [part for part in parts if _AGENCY.fullmatch(part)]
    people = [part for part in parts if part not in agencies]
    if len(people) > 1 and not agencies:
        # Photographer first, in every house style but the "AP Photo/" one handled above.
        agencies = people[1:]
        people = people[:1]
    return Credit(
        photographer=people[0] if people else None,
        agency="/".join(agencies) or None,
        via=via.strip(" .") or None,
    )
