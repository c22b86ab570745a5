"""What does not fit a JSON Schema, said so that whoever wrote the file can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, cast

from jsonschema.exceptions import best_match

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jsonschema import ValidationError

    from briefbook.text.strict_yaml import Path

MAX_SHOWN: Final = 60
"""Characters of a value in a message; it may be as long as the file."""

MAX_KEYS: Final = 5
"""Unknown keys that are named one by one."""

_KINDS: Final = MappingProxyType(
    {
        "object": "a set of keys",
        "array": "a list",
        "string": "text",
        "integer": "a whole number",
        "boolean": "true or false",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaProblem:
    """Where in what was checked something is wrong, what it is, and what to do."""

    path: Path
    """It may end in a key that no form has."""
    problem: str
    remedy: str


def field_name(path: Path) -> str:
    """``target.exact``, ``aliases.name``: the keys of a path, without the places in lists."""
    return ".".join(step for step in path if isinstance(step, str))


def schema_problem(
    error: ValidationError,
    *,
    whole: str,
    remedies: Mapping[str, str] = MappingProxyType({}),
    sign: str = ":",
) -> SchemaProblem:
    """The error of a validator in words.

    ``whole`` names what was checked; ``remedies`` say, by the name of a field, what to do where it
    is missing or empty. What to write else is the schema's own example, or its description.
    ``sign`` is what stands between a key and its value.
    """
    error = best_match([error]) or error  # of a choice, the branch that fits nearly
    path = tuple(error.absolute_path)
    name = field_name(path) or whole
    schema: dict[str, Any] = error.schema if isinstance(error.schema, dict) else {}
    # Typed as what no schema leaves them: unset.
    asked, given = cast("Any", error.validator_value), cast("Any", error.instance)
    remedy = _as_asked(name, schema, sign)
    match error.validator:
        case "required":
            missing = [key for key in asked if key not in given]
            problem = f"{' and '.join(field_name((*path, key)) for key in missing)} missing"
            remedy = f"add {', '.join(f'{key}{sign} …' for key in missing)}"
            if len(missing) == 1:
                remedy = remedies.get(missing[0], remedy)
        case "additionalProperties":
            known = schema["properties"]
            unknown = [key for key in given if key not in known]
            path = (*path, unknown[0])
            problem = f"unknown key {_listed(unknown)}"
            remedy = f"use only {', '.join(known)}"
        case "enum":
            problem = f"{name} is {_shown(given)}"
            remedy = f"write one of {', '.join(asked)}"
        case "type":
            kinds = [asked] if isinstance(asked, str) else asked
            problem = f"{name} is not {' or '.join(_KINDS[kind] for kind in kinds)}"
        case "minLength" | "minItems":
            least = "empty" if asked == 1 else f"shorter than {_counted(error, asked)}"
            problem, remedy = f"{name} is {least}", remedies.get(name, remedy)
        case "maxLength" | "maxItems":
            problem, remedy = f"{name} is longer than {_counted(error, asked)}", "shorten it"
        case "uniqueItems":
            problem, remedy = f"{name} names one thing twice", "keep one of them"
        case _:
            problem = f"{name} {_shown(given)} does not match the form"
    return SchemaProblem(path=path, problem=problem, remedy=remedy)


def _as_asked(name: str, schema: dict[str, Any], sign: str) -> str:
    for example in schema.get("examples", ()):
        return f"write it such as {name}{sign} {example}"
    return str(schema.get("description", "follow the form"))


def _counted(error: ValidationError, number: object) -> str:
    return f"{number} {'characters' if isinstance(error.instance, str) else 'entries'}"


def _listed(keys: Iterable[str]) -> str:
    spelt = [repr(key[:40]) for key in keys]
    more = len(spelt) - MAX_KEYS
    return " and ".join([*spelt[:MAX_KEYS], *([f"{more:,} more"] if more > 0 else [])])


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 1] + "…"
