"""Precision, recall and F1, in per cent."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Hits among what was found (precision), among what there is (recall), and their mean (F1)."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:5.1f}  R {self.recall:5.1f}  F1 {self.f1:5.1f}"


def figures(hits: float, found: float, wanted: float) -> Figures:
    """From counts; where nothing was found, or nothing was wanted, the figure is 0."""
    return Figures(
        precision=100 * hits / found if found else 0.0,
        recall=100 * hits / wanted if wanted else 0.0,
    )
