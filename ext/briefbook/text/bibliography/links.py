"""Fields that styles turn into links: only what leads to a web page, and leads there, is one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from briefbook.text.addresses import is_web_address
from briefbook.text.bibliography.latex import address_in


@dataclass(frozen=True, slots=True, kw_only=True)
class _Identifier:
    """A field that holds an identifier, which styles put behind an address of their own."""

    name: str
    prefix: re.Pattern[str]
    """What people write before it, to be taken off."""
    form: re.Pattern[str]
    site: str
    remedy: str


_IDENTIFIERS: Final = {
    "doi": _Identifier(
        name="DOI",
        prefix=re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE),
        form=re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+", re.ASCII),
        site="https://doi.org/",
        remedy="write it as 10.1234/abc",
    ),
    "eprint": _Identifier(
        name="arXiv identifier",
        prefix=re.compile(r"(?:https?://arxiv\.org/abs/|arxiv:\s*)", re.IGNORECASE),
        form=re.compile(r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?", re.ASCII),
        site="https://arxiv.org/abs/",
        remedy="write it as 2101.00001, or give the address as url",
    ),
    "pubmed": _Identifier(
        name="PubMed number",
        prefix=re.compile(r"(?:pmid:\s*)", re.IGNORECASE),
        form=re.compile(r"\d{1,10}", re.ASCII),
        site="https://www.ncbi.nlm.nih.gov/pubmed/",
        remedy="write its digits alone",
    ),
}

WEB_ADDRESS: Final = "http or https address"
WEB_ADDRESS_REMEDY: Final = "write it whole, https://…, without blanks and without user@"
FIELDS: Final = frozenset(("url", *_IDENTIFIERS))
"""The fields that pybtex's styles make links of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedLink:
    """What a field held that may be no link."""

    address: str
    kind: str
    """What it is not, in words."""
    remedy: str


def link_value(field: str, latex: str) -> str | RefusedLink:
    """What a style shall get for one of `FIELDS`, as text without LaTeX; or why it gets nothing."""
    address = address_in(latex)
    if field == "url":
        if is_web_address(address):
            return address
        return RefusedLink(address=address, kind=WEB_ADDRESS, remedy=WEB_ADDRESS_REMEDY)
    identifier = _IDENTIFIERS[field]
    prefix = identifier.prefix.match(address)
    bare = address[prefix.end() :] if prefix else address
    # Old DOIs hold < and >, which an address spells with a percent sign.
    value = quote(bare, safe="/%()*+,;:=@!$&'~")
    if identifier.form.fullmatch(bare) and is_web_address(identifier.site + value):
        return value
    return RefusedLink(address=address, kind=identifier.name, remedy=identifier.remedy)
