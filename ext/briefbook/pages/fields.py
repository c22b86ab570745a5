"""Data on a page: directive options and lines of YAML that no value can break out of."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from briefbook.text.characters import showable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Read as it stands by YAML and by MyST's option parser alike, and not taken for a number, a
# truth value or a date by either.
_BARE = re.compile(
    r"(?!(?:true|false|yes|no|on|off|null|y|n)$)[A-Za-z][A-Za-z0-9 ./_-]*[A-Za-z0-9]", re.IGNORECASE
)

_ENCODER = json.JSONEncoder(ensure_ascii=False)
_LEFT_ALONE = re.compile("[\u2028\u2029\ufeff]")


def quoted(value: str) -> str:
    """`value` as a YAML scalar on one line: bare where that is safe, else double-quoted.

    JSON strings are YAML double-quoted scalars (YAML 1.2, section 1.3). The line ends that JSON
    leaves alone are escaped too, since MyST splits directive content at them.
    """
    text = showable(value)
    return text if _BARE.fullmatch(text) else _json(text)


def listed(values: Sequence[object]) -> str:
    """A list as JSON in a single-quoted YAML scalar: its own quotes need no backslash there."""
    return "'" + _json(_shown(values)).replace("'", "''") + "'"


def _shown(value: object) -> object:
    if isinstance(value, str):
        return showable(value)
    return [_shown(each) for each in value] if isinstance(value, list | tuple) else value


def options(values: Mapping[str, str | Sequence[object] | None]) -> list[str]:
    """Directive option lines, ``:key: value``; a flag's value is empty, None is left out."""
    return [
        f":{key}: {quoted(value) if isinstance(value, str) else listed(value)}"
        if value
        else f":{key}:"
        for key, value in values.items()
        if value is not None
    ]


def record(values: Mapping[str, str | int | Sequence[str] | None]) -> str:
    """One line of a YAML list of mappings, ``- {key: value, …}``; None values are left out."""
    pairs = ", ".join(
        f"{key}: {_flow(value)}" for key, value in values.items() if value is not None
    )
    return f"- {{{pairs}}}"


def _flow(value: str | int | Sequence[str]) -> str:
    if isinstance(value, int):
        return str(value).lower()
    if isinstance(value, str):
        return _json(showable(value))
    return f"[{', '.join(_json(showable(each)) for each in value)}]"


def _json(value: object) -> str:
    text = _ENCODER.encode(value)
    return _LEFT_ALONE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
