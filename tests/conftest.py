"""Shared fixtures."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from sphinx.testing.util import _clean_up_global_state

from projects import Project, copy_of

# No test measures time: what a machine is busy with is no fault of the code.
settings.register_profile("book", deadline=None)
settings.load_profile("book")


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

    The next module's would warn of it, whichever that is with tests in several processes.
    """
    yield
    _clean_up_global_state()


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
