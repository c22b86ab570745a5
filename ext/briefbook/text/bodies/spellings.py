"""The spellings in which the press prints one name.

Derived by rule, so that the catalogue lists a name once: British and American endings, dots in
abbreviations, "UN" for "United Nations", lower-case generic words, capitals throughout.
"""

from __future__ import annotations

import itertools
import re
import unicodedata

from briefbook.text.folded import fold_words

_FOLDED = {"’": "'", "‘": "'", "–": "-"}

# Each group's members are printed for one another. Matched within words, so that the plural and
# the derived forms follow.
_ENDINGS: tuple[tuple[str, ...], ...] = (
    ("ization", "isation"),
    ("Cooperation", "Co-operation", "Co-Operation"),
    ("Programme", "Program"),
    ("Center", "Centre"),
    ("Defense", "Defence"),
    ("Labor", "Labour"),
    (" and ", " & "),
    ("United Nations ", "UN ", "U.N. "),
    ("European Union ", "EU "),
    ("US ", "U.S. ", "United States "),
    ("UK ", "U.K. ", "British "),
)
_VARIES = re.compile("|".join(re.escape(written) for group in _ENDINGS for written in group))
_MOST_SPELLINGS = 48
"""A bound on what one name can multiply to; the longest shipped name stays below."""

_SHORTEST_SHOUTED = 5
"""Letters; shorter words in capitals look like abbreviations."""

# The press lowers these where a capitalised word before them keeps the name a name:
# "the UN security council", "the Russian foreign ministry".
_GENERIC = frozenset(
    {
        "Administration",
        "Affairs",
        "Agency",
        "Army",
        "Assembly",
        "Authority",
        "Bank",
        "Bureau",
        "Central",
        "Commerce",
        "Commission",
        "Committee",
        "Council",
        "Court",
        "Defence",
        "Defense",
        "Department",
        "Economy",
        "Election",
        "Federation",
        "Finance",
        "Foreign",
        "Forum",
        "Fund",
        "Group",
        "Guard",
        "Human",
        "Intelligence",
        "Interior",
        "Justice",
        "Ministry",
        "Office",
        "Organisation",
        "Organization",
        "Parliament",
        "Party",
        "Rights",
        "Secretariat",
        "Security",
        "Service",
        "State",
        "Summit",
        "Supreme",
        "Treasury",
        "Union",
    }
)

_SMALL = frozenset({"of", "for", "the", "and"})

_ARABIC_ARTICLE = re.compile(r"\b[Aa]l[- ](?=[A-Z])")

_DOTTABLE = re.compile(r"[A-Z]{2,5}", re.ASCII)


def fold(text: str) -> str:
    """One form for the apostrophes and hyphens that print varies; the length stays.

    What hides words, odd blanks among them, is folded before (``text/folded.py``).
    """
    if text.isascii():
        return text
    for printed, plain in _FOLDED.items():
        text = text.replace(printed, plain)
    return text


def spellings(name: str) -> frozenset[str]:
    """All folded spellings of a name, its own among them."""
    plain = fold(fold_words(name))
    forms = {plain}
    for group in _ENDINGS if _VARIES.search(plain) else ():
        if not any(written in plain for written in group):
            continue
        for form, written in itertools.product(sorted(forms), group):
            if written in form and len(forms) < _MOST_SPELLINGS:
                forms.update(form.replace(written, other) for other in group)
    if _ARABIC_ARTICLE.search(plain):
        forms |= {
            _ARABIC_ARTICLE.sub(article, form)
            for form in sorted(forms)
            for article in ("al-", "Al-", "al ", "Al ")
        }
    if not plain.isascii():
        forms |= {without_accents(form) for form in forms}
    forms |= {_lowered(form) for form in forms}
    if _DOTTABLE.fullmatch(plain):
        forms.add("".join(f"{letter}." for letter in plain))
    # Headlines, datelines and old wires: UNITED NATIONS, KREMLIN.
    forms |= {form.upper() for form in forms if " " in form or len(form) >= _SHORTEST_SHOUTED}
    return frozenset(forms)


def lower_case(name: str) -> frozenset[str]:
    """The folded spellings in lower case of a name that is made of generic words alone.

    "Foreign Ministry" is "foreign ministry" in many papers. A single word says too little so.
    """
    forms = (form for form in spellings(name) if " " in form)
    return frozenset(
        form.lower() for form in forms if _GENERIC.issuperset(set(form.split(" ")) - _SMALL)
    )


def without_accents(name: str) -> str:
    """The name in plain letters: Élysée is Elysee."""
    if name.isascii():
        return name
    decomposed = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _lowered(name: str) -> str:
    words = name.split(" ")
    kept = len(words)
    while kept > 1 and words[kept - 1] in _GENERIC:
        kept -= 1
    return " ".join([*words[:kept], *(word.lower() for word in words[kept:])])
