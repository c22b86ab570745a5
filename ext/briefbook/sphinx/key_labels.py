"""Labels of works in a book of volumes: their keys, which are the same whatever a volume lists.

Numbers, and names with years, come of all works of a list together; a volume has its own articles
alone, and must cite them by what the whole list of the cover calls them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pybtex.plugin import PluginNotFound, find_plugin, register_plugin
from pybtex.style.labels import BaseLabelStyle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pybtex.database import Entry
    from sphinx.application import Sphinx
    from sphinx.config import Config

_ENDING: Final = "-by-key"
_STYLES: Final = "pybtex.style.formatting"


class KeyLabels(BaseLabelStyle):  # type: ignore[misc]  # pybtex has no types
    """A work's label is its key."""

    def format_labels(self, sorted_entries: Iterable[Entry]) -> Iterator[str]:
        for entry in sorted_entries:
            yield entry.key


def label_by_key(_app: Sphinx, config: Config) -> None:
    """``config-inited``: in a book that is divided, the book's style with other labels."""
    style = config.bibtex_default_style
    if not config.briefbook_volumes or style.endswith(_ENDING):
        return
    try:
        found = find_plugin(_STYLES, style)
    except PluginNotFound:
        return  # sphinxcontrib-bibtex says so
    of_keys = type("ByKey", (found,), {"default_label_style": KeyLabels})
    register_plugin(_STYLES, f"{style}{_ENDING}", of_keys, force=True)
    config.bibtex_default_style = f"{style}{_ENDING}"
    config.bibtex_cite_id = config.bibtex_cite_id or "cite-{key}"
