"""A section of an index: what is ahead, what is over, who is anonymous."""

from __future__ import annotations

from docutils import nodes


def section(title: str, anchor: str, about: str = "") -> nodes.container:
    """A section with nothing in it but its head and what is said of it, if anything."""
    head = nodes.rubric("", title, ids=[anchor], classes=["brief-era-head"])
    head["heading-level"] = 2
    node = nodes.container("", head, classes=["brief-era", "brief-choosable"])
    if about:
        node += nodes.paragraph("", about, classes=["brief-era-about"])
    return node
