"""Who holds the folder in which volumes are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefbook.text.errors import OutputError
from briefbook.volumes.run import Run, start_engine

if TYPE_CHECKING:
    from pathlib import Path


def test_the_folder_is_held_for_as_long_as_the_engine_runs(tmp_path: Path) -> None:
    run = Run(
        root=tmp_path, docs=tmp_path / "docs", output=tmp_path / "html", work=tmp_path / "work",
        jobs=1,
    )  # fmt: skip
    with run._alone() as lock:
        engine = start_engine(["sleep", "60"], lock)
    with engine:
        try:
            with (
                pytest.raises(OutputError, match="another run is building these volumes"),
                run._alone(),
            ):
                pass
        finally:
            engine.kill()
    with run._alone():
        pass
