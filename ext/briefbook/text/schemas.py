"""The JSON Schemas that ship with the extension, ready to validate."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator, ValidationError, validators

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jsonschema.protocols import Validator

DATA = files("briefbook") / "data"


def _pattern(
    _validator: Validator, pattern: str, instance: object, _schema: object
) -> Iterator[ValidationError]:
    """The keyword ``pattern`` for patterns that are anchored at both ends, as all of ours are.

    A schema's patterns are of ECMA 262, where ``$`` is the very end; Python's ``$`` lets a closing
    line feed through. So here the pattern must match the whole text.
    """
    if isinstance(instance, str) and not re.fullmatch(pattern, instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


def _unique_items(
    _validator: Validator, wanted: object, instance: object, _schema: object
) -> Iterator[ValidationError]:
    """The keyword ``uniqueItems``: jsonschema's own compares every item with every other."""
    if wanted and isinstance(instance, list):
        spelt = {json.dumps(item, sort_keys=True) for item in instance}
        if len(spelt) < len(instance):
            yield ValidationError(f"{instance!r} has non-unique elements")


_Validator = validators.extend(  # type: ignore[no-untyped-call]
    Draft202012Validator, {"pattern": _pattern, "uniqueItems": _unique_items}
)


@cache
def schema(name: str) -> dict[str, Any]:
    """The JSON Schema ``data/NAME.schema.json``."""
    loaded: dict[str, Any] = json.loads((DATA / f"{name}.schema.json").read_text("utf-8"))
    return loaded


@cache
def validator(name: str) -> Validator:
    """A validator of ``data/NAME.schema.json``."""
    made: Validator = _Validator(schema(name))
    return made
