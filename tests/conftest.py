"""Shared fixtures."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from html_book import html_book
from hypothesis import settings
from sphinx.testing.util import _clean_up_global_state

import kept_between_builds
from briefbook.words import use_language
from projects import Project, copy_of, warnings_of

# No test measures time: what a machine is busy with is no fault of the code.
settings.register_profile("book", deadline=None)
settings.load_profile("book")

kept_between_builds.keep()


@pytest.fixture(autouse=True, scope="session")
def nothing_fetched() -> Iterator[None]:
    """Law 7: whatever a test does, a connection to another machine is an error."""
    connect = socket.socket.connect

    def only_here(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX:
            host = address[0] if isinstance(address, tuple) else address
            if host != "localhost" and not ipaddress.ip_address(str(host)).is_loopback:
                raise AssertionError(f"a connection to {host} was tried")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", only_here)
        yield


@pytest.fixture(autouse=True, scope="module")
def nothing_registered() -> Iterator[None]:
    """What the builds of a module registered with docutils is taken back, a failed one's too.

    The next module's would warn of it, whichever that is with tests in several processes. And it
    would have the language of a book that was built last.
    """
    yield
    _clean_up_global_state()
    use_language(None)


@pytest.fixture
def english_again() -> Iterator[None]:
    """Leaves no language of a test to the next."""
    yield
    use_language(None)


_FURO = """
html_theme = "furo"
html_theme_options = {
    "source_edit_link": "https://example.org/edit/{filename}",
    "source_view_link": "https://example.org/view/{filename}",
}
briefbook_annotate_url = "https://example.org/annotate?seed={seed}"
briefbook_sidecar_url = "https://example.org/edit/seeds/{seed}.toml"
"""


@pytest.fixture(scope="session")
def furo_book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The book of `html_book`, built once for all tests of its pages."""
    made = html_book(tmp_path_factory.mktemp("html") / "book", _FURO)
    app = made.build(nitpicky=True)
    assert warnings_of(app) == []
    yield made
    made.close()


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Callable[[str], Project]]:
    """A function that copies one of tests/roots/ and gives it as a `Project`."""
    made: list[Project] = []

    def make(name: str) -> Project:
        made.append(copy_of(name, tmp_path / name))
        return made[-1]

    yield make
    for each in made:
        each.close()
