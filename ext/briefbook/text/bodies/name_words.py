"""Words that names are made of."""

from __future__ import annotations

CONNECTORS = frozenset({
    "of", "the", "for", "and", "on", "in", "to", "against", "with", "from", "by",
    "de", "du", "des", "la", "le", "les", "et", "pour", "der", "die", "das", "für", "und", "&",
})  # fmt: skip
"""Small words inside a name."""

HEADS = frozenset({
    "Academy", "Administration", "Agency", "Alliance", "Assembly", "Association", "Authority",
    "Bank", "Board", "Bureau", "Centre", "Center", "Coalition", "Commission", "Committee",
    "Community", "Confederation", "Conference", "Congress", "Consortium", "Convention",
    "Corporation", "Corps", "Council", "Court", "Department", "Directorate", "Federation",
    "Forum", "Foundation", "Fund", "Group", "Guard", "Inspectorate", "Institute", "Institution",
    "League", "Ministry", "Mission", "Movement", "Office", "Ombudsman", "Organisation",
    "Organization", "Parliament", "Partnership", "Programme", "Program", "Secretariat", "Senate",
    "Service", "Society", "Summit", "Treaty", "Tribunal", "Trust", "Union",
})  # fmt: skip
"""Words that end, or open ("Ministry of …"), the name of a body."""

OPENERS = frozenset({
    "The", "A", "An", "In", "On", "At", "As", "And", "But", "For", "From", "When", "While",
    "Both", "If", "That", "This", "These", "Those", "After", "Before", "Since", "Under", "With",
    "Without", "Inside", "Outside", "Until", "Although", "Because", "Where", "Whether", "Once",
    "Yet", "So", "Meanwhile", "Today", "However", "Also", "Even", "Only", "Now", "Then", "Later",
    "Earlier",
})  # fmt: skip
"""Words that open a sentence in capitals and do not belong to the name after them."""
