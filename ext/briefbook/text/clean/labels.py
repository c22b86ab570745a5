"""Section labels: the words and colon that open a line, as in "Why it matters: …"."""

from __future__ import annotations

import re

# Sentence case, one to five words, then a sentence of its own.
_LABEL = re.compile(
    r"(?P<label>[A-Z][a-z'’]*(?:,? [\w'’-]+){0,4}):[ \u00a0]+(?=[A-Z0-9\"“‘'«„$€£])"
)
# What the labels of this manner open with. A free form would take the subject of a sentence for one
# ("The result: …") or a speaker ("Biden: …").
_OPENING = re.compile(
    r"(?:what|why|how|where|who|when|between the lines|by the numbers|the (?:big picture|"
    r"bottom line|"
    r"other side|latest|details|backdrop|intrigue|context|background|stakes|state of play|takeaway|"
    r"impact|catch|upshot|backstory|numbers|response|reaction)|driving the news|state of play|"
    r"go deeper|"
    r"yes,? but|zoom (?:in|out)|catch up (?:quick|fast)|be smart|threat level|worth noting|of note|"
    r"our thought bubble|reality check|quick take|flashback|context|details|background|"
    r"the big question|editor['’]s note|for the record|on the other hand|meanwhile|"
    r"behind the scenes|"
    r"in other news|more to come|next steps?|key takeaways?|the other view|in context|in depth|"
    r"in brief|at stake|looking ahead|rewind|to be clear|remember|my thought bubble)\b",
    re.IGNORECASE,
)
# "What he wants is clear: Peace" is a sentence.
_VERB = re.compile(r" (?:is|are|was|were|has|have|had|does|did|said|says|will|would)\b")


def label_end(text: str) -> int | None:
    """Where the section label that opens ``text`` ends, colon included; None if none does."""
    match = _LABEL.match(text)
    if match is None or _OPENING.match(text) is None or _VERB.search(match["label"]):
        return None
    return match.end("label") + 1
