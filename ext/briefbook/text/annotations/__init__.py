"""Readers' annotations: loaded, checked, and put where their passages stand."""

from briefbook.text.annotations.anchoring import anchor, anchor_all, anchoring_error
from briefbook.text.annotations.load import load_annotations
from briefbook.text.annotations.record import Annotation, OrphanReason, Suggestion

__all__ = [
    "Annotation",
    "OrphanReason",
    "Suggestion",
    "anchor",
    "anchor_all",
    "anchoring_error",
    "load_annotations",
]
