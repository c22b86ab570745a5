"""The editors' last word: what the rules found in an article, as its sidecar corrects it."""

from briefbook.text.corrections.correct import Corrected, correct

__all__ = ["Corrected", "correct"]
