"""Cleaning: which lines of a seed are its article, what they are to it, and why the rest is not."""

from briefbook.text.clean.cleaning import clean
from briefbook.text.clean.judge import headline, keep_lines

__all__ = ["clean", "headline", "keep_lines"]
