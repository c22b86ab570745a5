"""Reads what a built HTML book says to machines, and holds it against its formats."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from lxml import etree

_SCHEMAS = Path(__file__).parent / "fixtures/schemas"
_ATOM = etree.RelaxNG(etree.parse(str(_SCHEMAS / "atom.rng")))


class _Blocks(HTMLParser):
    """The data blocks of a page, as a browser finds their ends."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "script" and dict(attrs).get("type") == "application/ld+json"
        if self._inside:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data


def linked_data(page: Path) -> list[dict[str, Any]]:
    """The JSON-LD of a page. Fails where a block is no JSON, or holds a sign of HTML's."""
    blocks = _Blocks()
    blocks.feed(page.read_text("utf-8"))
    assert not [block for block in blocks.found if set("<>&\u2028\u2029") & set(block)]
    return [json.loads(block) for block in blocks.found]


def problems(name: str, value: object) -> list[str]:
    """What a schema of tests/fixtures/schemas finds wrong."""
    schema = json.loads((_SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    found = Draft202012Validator(schema).iter_errors(value)
    return [f"{'/'.join(map(str, each.path))}: {each.message}"[:500] for each in found]


def entries(feed: Path) -> list[dict[str, str]]:
    """The entries of a feed: the text of each element, and the address. Fails if it is no Atom."""
    tree = etree.parse(str(feed))
    assert _ATOM.validate(tree), _ATOM.error_log
    atom = "{http://www.w3.org/2005/Atom}"
    return [
        {
            each.tag.removeprefix(atom): each.get("href") or "".join(each.itertext()).strip()
            for each in one
        }
        for one in tree.getroot().findall(f"{atom}entry")
    ]
