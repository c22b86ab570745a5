"""Section labels: the words and colon that open a line, as in "Why it matters: …"."""

from __future__ import annotations

import re

from briefbook.text.lang.page_wording import any_of

# Sentence case, one to five words, then a sentence of its own.
_LABEL = re.compile(
    r"(?P<label>[A-Z][a-z'’]*(?:,? [\w'’-]+){0,4}):[ \u00a0]+(?=[A-Z0-9\"“‘'«„$€£])"
)
# A free form would take the subject of a sentence for one ("The result: …") or a speaker.
_OPENING = re.compile(rf"(?:{any_of('section-labels')})\b", re.IGNORECASE)
# "What he wants is clear: Peace" is a sentence.
_VERB = re.compile(r" (?:is|are|was|were|has|have|had|does|did|said|says|will|would)\b")


def label_end(text: str) -> int | None:
    """Where the section label that opens ``text`` ends, colon included; None if none does."""
    match = _LABEL.match(text)
    if match is None or _OPENING.match(text) is None or _VERB.search(match["label"]):
        return None
    return match.end("label") + 1
