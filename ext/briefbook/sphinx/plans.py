"""Whether a project is a whole book, a volume of one, or the cover of its volumes."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from briefbook.stopping import stopping_the_build
from briefbook.text.errors import OutputError
from briefbook.text.files import read_file
from briefbook.volumes.division import COVER
from briefbook.volumes.plan import CoverPlan, VolumePlan, read_cover, read_volume
from briefbook.volumes.work import Work

if TYPE_CHECKING:
    from sphinx.config import Config

SETTING: Final = "briefbook_volume"
"""The file of the project's plan; empty where the project is a whole book."""
_MAX_BYTES: Final = 1024 * 1024 * 1024


def plan_of(config: Config) -> VolumePlan | CoverPlan | None:
    """The plan of the project; None where it is a whole book."""
    name = config[SETTING]
    if not name:
        return None
    path = Path(name)
    with stopping_the_build():
        raw = read_file(
            path, home=path.parent, root=path.parent, max_bytes=_MAX_BYTES, problem=OutputError
        )
        try:
            return _decoded(raw, path.stem)
        except msgspec.DecodeError:
            problem = "it is no plan of a volume"
            raise OutputError(path.name, None, problem, "delete it, and build again") from None


@lru_cache(maxsize=4)
def _decoded(raw: bytes, name: str) -> VolumePlan | CoverPlan:
    return read_cover(raw) if name == COVER else read_volume(raw)


def work_of(config: Config) -> Work:
    """Where volumes leave what they say to the cover."""
    return Work(folder=Path(config[SETTING]).parents[1])
