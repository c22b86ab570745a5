"""The words of scripts, in the book's language: a page hands them over where they are not English.

A script looks each up by its English: ``word("Show")``.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

from briefbook.words import _

_STATIC: Final = Path(__file__).parent / "static"
_WORD: Final = re.compile(r'\bword\("([^"\\]+)"\)')


@cache
def messages_of_scripts() -> tuple[str, ...]:
    """All that the scripts look up, in order of the alphabet."""
    scripts = (path.read_text("utf-8") for path in _STATIC.rglob("*.js"))
    return tuple(sorted({found for script in scripts for found in _WORD.findall(script)}))


def script_words() -> dict[str, str]:
    """Those that the book's language says otherwise."""
    return {words: said for words in messages_of_scripts() if (said := _(words)) != words}
