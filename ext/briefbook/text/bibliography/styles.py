"""What a pybtex style asks of an entry, found by having it format one of that form."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from pybtex.database import Entry, Person
from pybtex.plugin import PluginNotFound, find_plugin
from pybtex.richtext import BaseText
from pybtex.style.template import FieldIsMissing

from briefbook.text.bibliography.scan import named

if TYPE_CHECKING:
    from pybtex.style.formatting import BaseStyle

DEFAULT_STYLE: Final = "plain"
_GROUP: Final = "pybtex.style.formatting"


@lru_cache(maxsize=1024)
def complaint_of(
    style: str, kind: str, fields: frozenset[str], persons: frozenset[str]
) -> tuple[str, str] | None:
    """Why ``style`` cannot format entries of type ``kind`` with these fields: problem and remedy.

    None where it can. The problem follows the entry's name.
    """
    formatter = _formatter(style)
    entry = Entry(
        kind,
        fields=dict.fromkeys(fields, "1"),
        persons={role: [Person("Doe, Jane")] for role in persons},
    )
    entry.key = "key"
    try:
        text = formatter.format_entry("1", entry).text
        shown = str(text)
    except FieldIsMissing as error:
        return (
            f"lacks {error.field_name}, which @{kind} needs",
            f"add {error.field_name} = {{…}}, or make the entry a @misc",
        )
    # Styles look a type up among their own methods, so that a name may call anything of theirs.
    except Exception:  # noqa: BLE001
        text = None
    if isinstance(text, BaseText):
        if not shown.strip():
            return "has nothing that the style shows", "add what it is, such as author and title"
        return None
    known = ", ".join(
        name.removeprefix("get_").removesuffix("_template")
        for name in dir(formatter)
        if name.startswith("get_") and name.endswith("_template")
    )
    return f"is of the type {named(kind)}, which the style does not know", f"use one of {known}"


@lru_cache(maxsize=8)
def _formatter(style: str) -> BaseStyle:
    """The style; the default one for one that is not installed, of which the build complains."""
    try:
        return find_plugin(_GROUP, style)()
    except PluginNotFound:
        return find_plugin(_GROUP, DEFAULT_STYLE)()
