"""Whose word a source is, by its host, as ``data/hosts.toml`` says."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from briefbook.text.schemas import DATA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class HostClass(StrEnum):
    """Whose word a source is; in the order in which a page names them."""

    OFFICIAL = "official"
    """The body itself, a state or a treaty."""
    REGISTER = "register"
    REFERENCE = "reference"
    """Encyclopedias, handbooks, universities."""
    PRESS = "press"
    OTHER = "other"
    REFUSED = "refused"
    """Copies, blogs and staging hosts: never cited in the shipped catalogue."""

    @property
    def rank(self) -> int:
        """The place of the class among all, from 0."""
        return list(HostClass).index(self)


def class_of(address: str) -> HostClass:
    """The class of a web address; one with a port, or a bare number for a host, is refused."""
    parts = urlsplit(address)
    host = (parts.hostname or "").rstrip(".")
    if parts.port is not None or not host.strip("0123456789.:"):
        return HostClass.REFUSED
    hosts = _hosts()
    for entry in _entries(address):
        if entry in hosts:
            return hosts[entry]
    refused = _table()["refused"]
    rest = f"{parts.path}?{parts.query}".lower()
    if any(word in host for word in refused["words"]):
        return HostClass.REFUSED
    if any(word in rest for word in refused["paths"]):
        return HostClass.REFUSED
    return HostClass.OTHER


def publisher_of(address: str) -> str | None:
    """Who publishes a page, where its host alone says it."""
    publishers: Mapping[str, str] = _table()["publishers"]
    return next((publishers[entry] for entry in _entries(address) if entry in publishers), None)


def _entries(address: str) -> Iterator[str]:
    """What the table may say of an address, the most exact first: staging hosts come so."""
    parts = urlsplit(address)
    labels = (parts.hostname or "").rstrip(".").split(".")
    folder = parts.path.split("/")[1] if parts.path.count("/") > 1 else ""
    for start in range(len(labels)):
        below = ".".join(labels[start:])
        yield f"{below}/{folder}/"
        yield below
        if start:
            yield f".{below}"


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((DATA / "hosts.toml").read_text("utf-8"))


@cache
def _hosts() -> Mapping[str, HostClass]:
    classes = set(HostClass) - {HostClass.OTHER}
    return {host: each for each in sorted(classes) for host in _table()[each]["hosts"]}
