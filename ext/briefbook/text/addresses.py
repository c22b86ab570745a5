"""Which addresses from outside may become links."""

from __future__ import annotations

from urllib.parse import quote, urlsplit, urlunsplit

import idna

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


def in_ascii(address: str) -> str:
    """A web address as PDF wants it, without a character beyond ASCII; any other as it is.

    The name of its host is spelt as the Internet's directories spell it, the rest in percent signs.
    """
    if address.isascii() or not is_web_address(address):
        return address
    parts = urlsplit(address)
    try:
        host = idna.encode(parts.hostname or "", uts46=True).decode("ascii")
    except idna.IDNAError:
        return address
    port = f":{parts.port}" if parts.port is not None else ""
    rest = (quote(part, safe="%/:=&?~#+!$,;'@()*[]") for part in parts[2:])
    return urlunsplit((parts.scheme, f"{host}{port}", *rest))
