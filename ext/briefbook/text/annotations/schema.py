"""Front matter against its JSON Schema, with messages a contributor can act on.

The schema ships as ``data/annotation.schema.json``, so that editors complete and check the form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from briefbook.text.errors import AnnotationError
from briefbook.text.schemas import validator

if TYPE_CHECKING:
    from jsonschema import ValidationError

    from briefbook.text.annotations.front_matter import FrontMatter, Place


def schema_errors(front: FrontMatter, *, path: str) -> list[AnnotationError]:
    """What in ``front`` is not as the schema asks, in order of the file's lines."""
    found = (
        _error(error, front, path) for error in validator("annotation").iter_errors(front.values)
    )
    # Missing keys are reported one by one, and each report names all of them.
    once = {error.args: error for error in found}
    return sorted(once.values(), key=lambda error: (error.line or 0, error.problem))


def _error(error: ValidationError, front: FrontMatter, path: str) -> AnnotationError:
    place = tuple(error.absolute_path)
    name = _name(place)
    schema: dict[str, Any] = error.schema if isinstance(error.schema, dict) else {}
    # Typed as what no schema leaves them: unset.
    asked, given = cast("Any", error.validator_value), cast("Any", error.instance)
    example = next(iter(schema.get("examples", ())), None)
    such_as = f"write it such as {name}: {example}" if example else "follow the form"
    match error.validator:
        case "required":
            missing = [key for key in asked if key not in given]
            problem = f"{' and '.join(_name((*place, key)) for key in missing)} missing"
            remedy = (
                "name a key of references.bib (only a question needs none)"
                if missing == ["sources"]
                else f"add {', '.join(f'{key}: …' for key in missing)}"
            )
        case "additionalProperties":
            known = schema["properties"]
            unknown = [key for key in given if key not in known]
            place = (*place, unknown[0])
            problem = f"unknown key {' and '.join(repr(key[:40]) for key in unknown)}"
            remedy = f"use only {', '.join(known)}"
        case "enum":
            problem = f"{name} is {_shown(given)}"
            remedy = f"write one of {', '.join(asked)}"
        case "type":
            problem = f"{name} is not {_KINDS[asked]}"
            remedy = such_as
        case "minLength" | "minItems":
            problem, remedy = f"{name} is empty", such_as
            if name == "sources":
                remedy = "name a key of references.bib (only a question needs none)"
        case "maxLength" | "maxItems":
            unit = "characters" if error.validator == "maxLength" else "entries"
            problem = f"{name} is longer than {asked} {unit}"
            remedy = "shorten it"
        case "uniqueItems":
            problem, remedy = f"{name} names one thing twice", "keep one of them"
        case _:
            problem, remedy = f"{name} is {_shown(given)}", such_as
    while place not in front.lines:
        place = place[:-1]
    # What the form lacks as a whole has no column.
    column = front.columns[place] if place else None
    return AnnotationError(path, front.lines[place], problem, remedy, column=column)


_KINDS = {"object": "a set of keys", "array": "a list", "string": "text"}


def _name(place: Place) -> str:
    words = ".".join(str(part) for part in place if isinstance(part, str))
    return words or "front matter"


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:59] + "…"
