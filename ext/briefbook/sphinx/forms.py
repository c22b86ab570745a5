"""Directives of which the page's text is a form: see ``pages/wire/``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from docutils.parsers.rst import directives

from briefbook.pages import wire

if TYPE_CHECKING:
    from sphinx.util.docutils import SphinxDirective

Form = TypeVar(
    "Form",
    wire.Provenance,
    wire.Attribution,
    wire.Removed,
    wire.Note,
    wire.StandIn,
    wire.Versions,
    wire.Revised,
)


def options_of(form: type[Form]) -> dict[str, Any]:
    """The ``option_spec`` of the directive that a form is."""
    return {
        name: directives.flag if is_flag else directives.unchanged
        for name, is_flag in wire.option_names(form).items()
    }


def read(form: type[Form], directive: SphinxDirective) -> Form:
    """What the page says there. Raises the directive's own error, which names file and line."""
    try:
        return wire.read(form, directive.options, list(directive.content))
    except wire.WireError as error:
        raise directive.error(f"{directive.name}: {error}") from error
