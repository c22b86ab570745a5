"""Bodies: a catalogue of organisations and offices, and where an article names them."""

from __future__ import annotations

from briefbook.text.bodies.body import (
    Body,
    BodyKind,
    ContextName,
    FactSource,
    FormerName,
    Members,
)
from briefbook.text.bodies.candidates import Candidate, find_candidates
from briefbook.text.bodies.catalogue import Catalogue
from briefbook.text.bodies.load import load_catalogue
from briefbook.text.bodies.recognise import (
    AmbiguousName,
    Reading,
    find_bodies,
    known_names,
    read_bodies,
)

__all__ = [
    "AmbiguousName",
    "Body",
    "BodyKind",
    "Candidate",
    "Catalogue",
    "ContextName",
    "FactSource",
    "FormerName",
    "Members",
    "Reading",
    "find_bodies",
    "find_candidates",
    "known_names",
    "load_catalogue",
    "read_bodies",
]
