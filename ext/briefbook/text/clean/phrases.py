"""What pages say beside their articles, by reason: one line is one offer, one menu, one notice."""

from __future__ import annotations

import re

from briefbook.text.model import DropReason

_SIGN_UP = re.compile(
    r"^(?:sign up|subscribe|register|get (?:the|our|a|an|your)\b.*\b(?:newsletter|digest|inbox|briefing|"
    r"insider['’]s guide|inside stor)|want a daily|catch up on|make your busy|dive into|binge on|stay up[- ]to[- ]date)"
    r"|\b(?:sign up (?:for|to)|delivered (?:daily|weekly|straight|directly)?\b.*\binbox|newsletter\.?$)",
    re.IGNORECASE,
)


def reason_of(text: str) -> DropReason | None:
    """The reason for which ``text``, a line, is surely no part of an article; None if it may be."""
    if _SIGN_UP.search(text):
        return DropReason.SIGN_UP
    return None
