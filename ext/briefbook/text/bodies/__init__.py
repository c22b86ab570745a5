"""Bodies: a catalogue of organisations and offices, and where an article names them."""

from __future__ import annotations

from briefbook.text.bodies.body import Body, BodyKind, ContextName, FormerName, Members
from briefbook.text.bodies.catalogue import Catalogue
from briefbook.text.bodies.load import load_catalogue
from briefbook.text.bodies.recognise import find_bodies

__all__ = [
    "Body",
    "BodyKind",
    "Catalogue",
    "ContextName",
    "FormerName",
    "Members",
    "find_bodies",
    "load_catalogue",
]
