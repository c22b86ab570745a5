"""Which addresses from outside may become links."""

from __future__ import annotations

from urllib.parse import urlsplit

MAX_ADDRESS = 2000
"""Characters; what is longer, browsers and printers cut."""


def is_web_address(href: str) -> bool:
    """Whether ``href`` is an absolute http or https address that says plainly where it leads."""
    if len(href) > MAX_ADDRESS:
        return False
    try:
        parts = urlsplit(href)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and bool(host)
        # Before the @ may stand the name of another site: https://good.example@bad.example
        and "@" not in parts.netloc
        and not any(
            char.isspace() or not char.isprintable() or char in '<>"\\^`{|}' for char in href
        )
    )
