"""On what ground a statement was made: each draft's bases, in the words of its sentence."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefbook.text.model import Basis
from briefbook.text.statements.basis import bases_of, is_translation
from briefbook.text.statements.spans import span_of

if TYPE_CHECKING:
    from briefbook.text.statements.draft import Draft
    from briefbook.text.statements.frame import Frame
    from briefbook.text.statements.tokens import Range, Tokens


def ground(text: str, tokens: Tokens, draft: Draft, vehicles: list[Frame], sentence: Range) -> None:
    """Add the bases that the draft's sentence gives; ``vehicles`` are how its words came over."""
    if draft.frame is None:
        return
    ranges = bases_of(tokens, draft.frame, *sentence)
    for vehicle in vehicles:
        if vehicle is draft.frame or vehicle.source is None:
            continue
        ranges.append(vehicle.source)
        draft.translated = draft.translated or is_translation(tokens, vehicle.source)
    for part in ranges:
        span = span_of(text, tokens, part)
        draft.bases.append(
            Basis(
                line=draft.line,
                start=span.start,
                end=span.end,
                text=text[span.start : span.end],
            )
        )


def share_grounds(drafts: list[Draft]) -> None:
    """A verb that shares its subject shares the ground: said *in a letter* …, but warned."""
    for before, draft in pairwise(drafts):
        if draft.frame is None or before.frame is None or draft.bases:
            continue
        if draft.frame.shared and draft.frame.source == before.frame.source:
            draft.bases = list(before.bases)
