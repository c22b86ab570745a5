"""What a strict policy asks of a page's HTML: no style between its lines, no telling link out."""

from __future__ import annotations

import re
from html import escape
from typing import Final

POLICY: Final = "; ".join((
    "default-src 'none'",
    # Browsers do not agree that a page opened as a file is the same 'self' as the files beside it.
    *(f"{kind}-src 'self' file:" for kind in ("script", "style", "font", "connect")),
    "img-src 'self' file: data:",
    "media-src 'self' file:",
    "form-action 'self' file:",
    "base-uri 'none'",
))  # fmt: skip
"""Nothing of others, and nothing between the lines of a page."""

_LINK_OUT: Final = re.compile(r'<a\b(?![^<>]*\srel=)([^<>]*\shref="(?:https?:)?//[^"<>]*"[^<>]*)>')
_STYLED: Final = re.compile(r'(<[a-z][^<>]*?)\s+style="([^"<>]*)"')
_WIDTH: Final = re.compile(r"(?:^|;)\s*width:\s*(\d+(?:\.\d+)?)(px|%)\s*(?:;|$)")
_HAVE_WIDTH: Final = ("<col", "<img", "<table", "<td")


def policy_tags() -> str:
    """The elements of a page's head that hold the policy."""
    return (
        f'\n<meta http-equiv="Content-Security-Policy" content="{escape(POLICY, quote=False)}">'
        '\n<meta name="referrer" content="no-referrer">'
    )


def outward(html: str) -> str:
    """Links to the web give what they lead to neither a hold on the page nor its address."""
    return _LINK_OUT.sub(r'<a\1 rel="noopener noreferrer">', html)


def unstyled(html: str) -> str:
    """``html`` without ``style`` attributes; of those, widths remain, as attributes."""
    return _STYLED.sub(_without_style, html)


def _without_style(match: re.Match[str]) -> str:
    tag, style = match.groups()
    width = _WIDTH.search(style)
    if width is None or not tag.startswith(_HAVE_WIDTH):
        return tag
    number, unit = width.groups()
    return f'{tag} width="{round(float(number))}{unit.removeprefix("px")}"'
