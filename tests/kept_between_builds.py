"""What each build of Sphinx works out anew and another of the same process need not.

People's builds have a process each. Of a small book's build this is about a third.
"""

from __future__ import annotations

import functools
import importlib.metadata
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache
from jinja2.sandbox import SandboxedEnvironment
from sphinx import jinja2glue
from sphinx.search.en import SearchEnglish

if TYPE_CHECKING:
    from jinja2.bccache import Bucket


class _Templates(BytecodeCache):
    """Themes' templates, compiled; Jinja asks for them by name and content."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if (kept := self._kept.get((bucket.key, bucket.checksum))) is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


def keep() -> None:
    """For this process: compiled templates, what packages offer as plugins, stems of words."""
    importlib.metadata.entry_points = functools.cache(  # type: ignore[assignment]
        importlib.metadata.entry_points
    )
    jinja2glue.SandboxedEnvironment = functools.partial(  # type: ignore[assignment,attr-defined]
        SandboxedEnvironment, bytecode_cache=_Templates()
    )
    stem = functools.cache(SearchEnglish({}).stem)

    def stem_of_any(_: SearchEnglish, word: str) -> str:
        return stem(word)

    SearchEnglish.stem = stem_of_any  # type: ignore[assignment,method-assign]
