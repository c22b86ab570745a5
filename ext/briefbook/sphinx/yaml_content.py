"""A directive's content as YAML records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from sphinx.util.docutils import SphinxDirective

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # C where PyYAML was built with it


def content_records(directive: SphinxDirective) -> list[dict[str, Any]]:
    """The content of `directive` as a list of mappings, such as ``- {line: 3, text: "…"}``.

    Raises the directive's own error, which names file and line, where it is something else.
    """
    try:
        records = yaml.load("\n".join(directive.content), Loader=_LOADER) or []  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise directive.error(f"{directive.name}: its content is not YAML: {error}") from error
    if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
        raise directive.error(f"{directive.name}: its content is not a YAML list of mappings")
    return records
