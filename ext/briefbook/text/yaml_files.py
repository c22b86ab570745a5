"""A file of YAML that editors may write or do without, through the guards that all such pass."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from briefbook.text.files import decode, read_file, refuse_unfit
from briefbook.text.paths import shown_path
from briefbook.text.strict_yaml import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from briefbook.text.strict_yaml import Form, Located


def read_yaml_file(
    path: Path, *, home: Path, root: Path, max_bytes: int, form: Form
) -> tuple[Located, str] | None:
    """What the file holds, and how messages name it; None where it is not there.

    ``home`` is the folder that no link may lead it out of, ``root`` the one that messages name it
    from. Raises the problem of ``form``.
    """
    if not os.path.lexists(path):
        return None
    shown = shown_path(path, root)
    raw = read_file(path, home=home, root=root, max_bytes=max_bytes, problem=form.problem)
    text = decode(raw, shown, form.problem)
    refuse_unfit(text, shown, form.problem, "take the character out")
    return read_yaml(text, shown, form), shown
