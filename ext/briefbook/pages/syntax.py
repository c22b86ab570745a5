"""The syntax in which the generated pages are written."""

from __future__ import annotations

from typing import Final

SYNTAX: Final = """\
# Syntax of this page, whatever conf.py says of others:
myst:
  commonmark_only: false
  gfm_only: false
  disable_syntax: []
  enable_extensions: [attrs_inline, colon_fence]"""
"""Part of a page's front matter. A project may want less for the pages that it writes itself."""
