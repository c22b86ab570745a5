"""What readers are told of an article's history, where the book tells it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from briefbook.git_log import read_chronicle
from briefbook.sphinx.problems import warn
from briefbook.text.chronicle import Deed
from briefbook.text.errors import FileProblem
from briefbook.warnings import Subtype
from briefbook.words import N_, NN_, _, in_words, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sphinx.application import Sphinx

    from briefbook.pages.folders import BookFolders
    from briefbook.text.chronicle import Chronicle

_ONCE: Final = {
    Deed.SEED_ADDED: N_("seed added"),
    Deed.SEED_CHANGED: N_("seed changed"),
    Deed.REVIEWED: N_("marks reviewed"),
}
_COUNTED: Final = {
    Deed.CORRECTIONS: NN_("{number} correction of marks", "{number} corrections of marks"),
    Deed.NOTES_ADDED: NN_("{number} note added", "{number} notes added"),
    Deed.NOTES_CHANGED: NN_("{number} note changed", "{number} notes changed"),
    Deed.NOTES_REMOVED: NN_("{number} note taken out", "{number} notes taken out"),
}


def chronicle_of(app: Sphinx, folders: BookFolders) -> Chronicle | None:
    """What git remembers; None where the book shall not tell, or, with a warning, cannot."""
    if not app.config.briefbook_history:
        return None
    try:
        return read_chronicle(
            folders.root,
            seeds=_from(folders.root, folders.seeds),
            annotations=_from(folders.root, folders.annotations),
        )
    except FileProblem as problem:
        warn(app, Subtype.GIT, problem)
        return None


def _from(root: Path, folder: Path) -> str:
    return folder.relative_to(root).as_posix() if folder.is_relative_to(root) else "../"


def history_in_words(history: Iterable[tuple[str, str, int]]) -> str:
    """Day by day: ``22 November 2026: seed added, 1 note added. 27 November 2026: …``."""
    days = [
        (day, ", ".join(_in_words(Deed(deed), number) for _day, deed, number in of_day))
        for day, of_day in groupby(history, key=lambda each: each[0])
    ]
    return " ".join(f"{in_words(day)}: {deeds}." for day, deeds in days)


def _in_words(deed: Deed, number: int) -> str:
    return _(_ONCE[deed]) if deed in _ONCE else ngettext(*_COUNTED[deed], number)
