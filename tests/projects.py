"""Small Sphinx projects for tests: a copy each, to be changed and built."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sphinx.builders.html._assets import _file_checksum_inner
from sphinx.cmd.build import build_main
from sphinx.locale import translators
from sphinx.testing.util import SphinxTestApp, _clean_up_global_state

from briefbook.words import use_language

ROOTS = Path(__file__).parent / "roots"


@dataclass
class Project:
    """A copy of one of tests/roots/, to be changed and built."""

    folder: Path
    apps: list[SphinxTestApp] = field(default_factory=list)

    def build(
        self,
        builder: str = "html",
        *,
        parallel: int = 1,
        fresh: bool = False,
        here: Path | None = None,
        files: Sequence[str] = (),
        **confoverrides: Any,
    ) -> SphinxTestApp:
        """Build once more from the same doctrees; `warnings` gives what was said.

        With `files`, only their pages are written. It is started in the folder `here`, the
        project's own if there is none: warnings name files from there.
        """
        forget_last_build()
        with contextlib.chdir(here or self.folder):
            app = SphinxTestApp(
                builder,
                srcdir=self.folder,
                freshenv=fresh,
                parallel=parallel,
                confoverrides=confoverrides,
            )
            self.apps.append(app)
            if files:
                app.build(filenames=[self.folder / name for name in files])
            else:
                app.build()
        return app

    def close(self) -> None:
        """Take back what the builds registered with docutils, for all of the process."""
        for app in self.apps:
            app.cleanup()
        _clean_up_global_state()
        use_language(None)

    def page(self, name: str) -> str:
        """The text of a file of the project."""
        return (self.folder / name).read_text("utf-8")

    def html(self, name: str) -> str:
        """The text of a built HTML page."""
        return self.page(f"_build/html/{name}")

    def write_seed(self, name: str, text: str | bytes) -> Path:
        """Put a seed into the project."""
        path = self.folder / "seeds" / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path


def forget_last_build() -> None:
    """Where people build, each build has a process of its own; here Sphinx would remember the last.

    Its language above all: once a build was German, all were.
    """
    translators.clear()
    _file_checksum_inner.cache_clear()


def copy_of(root: str, folder: Path) -> Project:
    """A copy of ``tests/roots/test-ROOT`` at `folder`."""
    shutil.copytree(ROOTS / f"test-{root}", folder)
    return Project(folder=folder)


def sphinx_build(folder: Path, *arguments: str | Path) -> tuple[int, str]:
    """What ``sphinx-build ARGUMENTS`` does, typed in a folder: exit status, and what it prints.

    Within this process, which has loaded already what the command would load.
    """
    forget_last_build()
    said = io.StringIO()
    with (
        contextlib.chdir(folder),
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(said),
        warnings.catch_warnings(),
    ):
        # MyST-Parser and sphinx-design use what Sphinx 9 has begun to retire.
        warnings.simplefilter("ignore", DeprecationWarning)
        warnings.simplefilter("ignore", PendingDeprecationWarning)
        try:
            status = build_main(["--no-color", *map(str, arguments)])
        except SystemExit as stopped:
            status = int(stopped.code or 0)
        finally:
            _clean_up_global_state()
    return status, said.getvalue()


def warnings_of(app: SphinxTestApp) -> list[str]:
    """What the build warned of, a line each, colours taken away."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", app.warning.getvalue())
    return [line for line in text.splitlines() if line.strip()]
