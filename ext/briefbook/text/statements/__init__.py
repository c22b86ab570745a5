"""Who said what: an article's statements and the sources they come from."""

from __future__ import annotations

from briefbook.text.kinds import StatementKind
from briefbook.text.statements.antecedents import Antecedents
from briefbook.text.statements.attribution import mention
from briefbook.text.statements.drafts import drafts_of
from briefbook.text.statements.known_names import KnownNames
from briefbook.text.statements.marking import find_statements
from briefbook.text.statements.readings import Passage, read


def quotes(text: str) -> list[tuple[int, int, int | None, int | None]]:
    """The quotations of plain text, one paragraph a line, with the characters of their speaker.

    Each is (quote start, quote end, speaker start, speaker end); the speaker's are None where the
    text names none.
    """
    found: list[tuple[int, int, int | None, int | None]] = []
    for reading in read(text, plain_passages(text)):
        for one in reading.attributed:
            start, end = one.source or (None, None)
            found.append((one.quoted.start, one.quoted.end, start, end))
    return found


def reports(text: str) -> list[tuple[int, int, int | None, int | None]]:
    """The indirect statements of plain text, one paragraph a line, with their source's characters.

    Each is (start, end, source start, source end); the source's are None where it is carried over.
    """
    found: list[tuple[int, int, int | None, int | None]] = []
    known = KnownNames(text, ())
    antecedents = Antecedents(text, known)
    for reading in read(text, plain_passages(text)):
        for draft in drafts_of(text, reading, known, antecedents):
            if draft.kind is StatementKind.INDIRECT:
                source = draft.source_span
                start, end = (source.start, source.end) if source else (None, None)
                frame = draft.frame
                if frame is not None and frame.source is not None and end is not None:
                    named_by = mention(reading.tokens, frame, frame.source)
                    end = max(end, reading.tokens.end[named_by[1] - 1])
                found.append((draft.spans[0].start, draft.spans[-1].end, start, end))
    return found


def plain_passages(text: str) -> list[Passage]:
    """Every line that is not blank, as a passage."""
    passages = []
    at = 0
    for number, line in enumerate(text.split("\n"), 1):
        body = line.strip()
        if body:
            start = at + line.index(body[0])
            passages.append(Passage(number, start, start + len(body)))
        at += len(line) + 1
    return passages


__all__ = ["find_statements", "quotes", "reports"]
