"""briefbook: an annotated briefing book built on Sphinx."""

from __future__ import annotations

__version__ = "0.1.0"
