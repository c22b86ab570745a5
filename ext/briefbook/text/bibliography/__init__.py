"""The bibliography: BibTeX files of strangers, checked before any style sees them."""

from briefbook.text.bibliography.latex import escape
from briefbook.text.bibliography.read import Bibliography, missing_sources, read_bibliography

__all__ = ["Bibliography", "escape", "missing_sources", "read_bibliography"]
