"""Readers' notes as Web Annotations (W3C), in JSON-LD: what they are by their form already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from briefbook.export.feeds import moment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefbook.export.works import Work
    from briefbook.text.annotations import Annotation

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def collection(
    placed: Sequence[tuple[Annotation, str]], works: Mapping[str, Work], label: str
) -> dict[str, Any]:
    """A collection of one page that holds all notes.

    ``placed`` has each with the address of its article's page, relative to the file or absolute.
    """
    return {
        "@context": CONTEXT,
        "id": "#notes",
        "type": "AnnotationCollection",
        "label": label,
        "total": len(placed),
        "first": {
            "id": "#all",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": [web_annotation(note, page, works) for note, page in placed],
        },
    }


def note_anchor(note: Annotation) -> str:
    """Where a note stands on its article's page."""
    return nodes.make_id(f"note-{note.id}")


def web_annotation(note: Annotation, page: str, works: Mapping[str, Work]) -> dict[str, Any]:
    """One note; its works are bodies beside its words, for they are what it links to."""
    creator = {"type": "Person", "name": note.author_name}
    if note.author_github:
        creator["homepage"] = f"https://github.com/{note.author_github}"
    selector = {
        "type": "TextQuoteSelector",
        "exact": note.exact,
        "prefix": note.prefix,
        "suffix": note.suffix,
    }
    words = {"type": "TextualBody", "value": note.body, "format": "text/markdown"}
    return {
        "id": f"{page}#{note_anchor(note)}",
        "type": "Annotation",
        "motivation": note.motivation,
        "creator": creator,
        "created": moment(note.created),
        "body": [words, *(_linked(works[key]) for key in note.sources if key in works)],
        "target": {
            "source": page,
            "selector": {name: text for name, text in selector.items() if text},
        },
    }


def _linked(work: Work) -> dict[str, str]:
    if work.url:
        return {"type": "SpecificResource", "purpose": "linking", "source": work.url}
    return {
        "type": "TextualBody",
        "purpose": "linking",
        "value": work.text,
        "format": "text/plain",
    }
