"""An annotation as its file has it: what ``parse`` reads."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

import yaml

from briefbook.text.annotations.parse import MAX_FILE_NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.quote import TextQuote

_SLUG_WORDS: Final = 6
_WORD: Final = re.compile(r"[a-z0-9]+")
_NO_WORDS: Final = "note"


def written_annotation(
    quote: TextQuote,
    *,
    motivation: str,
    reply_of: str | None,
    author: str,
    github: str | None,
    created: str,
    sources: Sequence[str],
    body: str,
) -> str:
    """The file's text; ``created`` is ISO 8601, ``YYYY-MM-DD``."""
    values: dict[str, object] = {
        "motivation": motivation,
        **({"reply_of": reply_of} if reply_of else {}),
        **_target(quote),
        "author": {"name": author, **({"github": github} if github else {})},
        "created": created,
        **({"sources": list(sources)} if sources else {}),
    }
    return f"---\n{_as_yaml(values)}---\n{body.strip()}\n"


def written_target(quote: TextQuote) -> str:
    """The lines of the front matter that name a passage."""
    return _as_yaml(_target(quote))


def _target(quote: TextQuote) -> dict[str, object]:
    target = {"exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix}
    return {"target": {key: _Quoted(text) for key, text in target.items() if text}}


def _as_yaml(values: dict[str, object]) -> str:
    return yaml.dump(values, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10**6)


def file_name(created: str, subject: str) -> str:
    """The file's name without ``.md``: the day, and the first words of ``subject``."""
    plain = unicodedata.normalize("NFKD", subject).encode("ascii", "ignore").decode().lower()
    slug = "-".join(_WORD.findall(plain)[:_SLUG_WORDS]) or _NO_WORDS
    return f"{created}-{slug}"[:MAX_FILE_NAME].rstrip("-")


class _Quoted(str):
    """Text that is written in double quotes: what stands at its edges counts."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """Writes text as people do, and quotations in double quotes."""


_Dumper.add_representer(
    _Quoted, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), '"')
)
