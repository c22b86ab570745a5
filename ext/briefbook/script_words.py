"""The words of scripts, in the book's language: what scripts are handed where it is not English.

A script looks each up by its English: ``word("Show")``. Pages hold the words of the scripts that
they load at once; those of the forms come with what the forms offer.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

from briefbook.words import _

_STATIC: Final = Path(__file__).parent / "html" / "static"
_WORD: Final = re.compile(r'\bword\("([^"\\]+)"[,)]')
_FORMS: Final = frozenset({"forms.js", "notes.js", "new-source.js", "correcting.js"})


@cache
def _messages(*, forms: bool) -> tuple[str, ...]:
    """What the forms' scripts look up, or all others, in order of the alphabet."""
    paths = (path for path in _STATIC.rglob("*.js") if (path.name in _FORMS) == forms)
    scripts = (path.read_text("utf-8") for path in paths)
    return tuple(sorted({found for script in scripts for found in _WORD.findall(script)}))


def messages_of_scripts() -> tuple[str, ...]:
    """All that the scripts look up."""
    return _messages(forms=True) + _messages(forms=False)


def script_words() -> dict[str, str]:
    """Those of a page's scripts that the book's language says otherwise."""
    return _said(_messages(forms=False))


def form_words() -> dict[str, str]:
    """The same of the forms."""
    return _said(_messages(forms=True))


def _said(messages: tuple[str, ...]) -> dict[str, str]:
    return {words: said for words in messages if (said := _(words)) != words}
