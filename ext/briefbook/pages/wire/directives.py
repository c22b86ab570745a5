"""Forms as the options and the content of directives: ``:title-by: editors``; lines of YAML."""

from __future__ import annotations

import json
from dataclasses import MISSING, Field, fields
from typing import TYPE_CHECKING

import msgspec
import yaml

from briefbook.pages.fields import options, record
from briefbook.pages.wire.error import WireError
from briefbook.pages.wire.forms import Attribution, Removed, Revised, Versions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefbook.pages.wire.forms import (
        ChangedParagraph,
        Form,
        Note,
        Provenance,
        RemovedPart,
        Said,
        StandIn,
    )

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # C where PyYAML was built with it


def option_names(form: type[Form]) -> dict[str, bool]:
    """The options of a form, each with whether it is a flag."""
    return {_option(field): field.type == "bool" for field in fields(form) if _is_option(field)}


def write(
    form: Provenance | Attribution | Removed | Note | StandIn | Versions | Revised,
) -> list[str]:
    """The lines of the form's directive, without the fences around them and without a body."""
    values = {_option(field): _written(form, field) for field in fields(form) if _is_option(field)}
    lines = [f"{{brief:{form.directive}}}", *options(values)]
    if isinstance(form, Attribution | Removed | Revised):
        lines += ["", *(record(_record(each)) for each in form.content)]
    return lines


def read(form: type[Form], given: Mapping[str, str | None], content: Sequence[str] = ()) -> Form:
    """The form that a directive's options and the lines of its content make.

    Raises WireError. The content of a note is left alone.
    """
    values: dict[str, object] = {}
    for field in fields(form):
        option = _option(field)
        if _is_option(field) and option in given:
            values[field.name] = _value(field, given[option])
        elif field.name == "content":
            values["content"] = _records(content)
    try:
        return msgspec.convert(values, form, strict=False)
    except msgspec.ValidationError as error:
        raise WireError(str(error)) from None


def _is_option(field: Field[object]) -> bool:
    return field.name != "content"


def _option(field: Field[object]) -> str:
    return field.name.replace("_", "-")


def _written(form: object, field: Field[object]) -> str | tuple[object, ...] | None:
    value = getattr(form, field.name)
    if field.default is not MISSING and value == field.default:
        return None
    if value is True:
        return ""
    return value if isinstance(value, tuple) else str(value)


def _value(field: Field[object], text: str | None) -> object:
    if field.type == "bool":
        return True
    if text is None or not str(field.type).startswith("tuple"):
        return text
    try:
        return json.loads(text)
    except ValueError:
        raise WireError(f"{_option(field)}: {text!r} is no list in JSON") from None


def _record(
    said: Said | RemovedPart | ChangedParagraph,
) -> dict[str, str | int | Sequence[str] | None]:
    return {
        field.name: None if value == field.default else value
        for field in fields(said)
        for value in [getattr(said, field.name)]
    }


def _records(content: Iterable[str]) -> object:
    try:
        return yaml.load("\n".join(content), Loader=_LOADER) or []  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise WireError(f"its content is not YAML: {error}") from None
