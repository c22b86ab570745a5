"""Makes the search index of an incremental build what a clean build would make it.

Sphinx takes the words of pages that it does not write again from the index of the last build, but
not their index entries, so that no body of the glossary is found by its name once another page has
changed (https://github.com/sphinx-doc/sphinx/issues/12599); and it leaves words behind that no page
has any longer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sphinx.util.index_entries import split_index_msg

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.domains.index import IndexDomain
    from sphinx.environment import BuildEnvironment
    from sphinx.search import IndexBuilder


def mend_search_index(app: Sphinx) -> list[tuple[str, dict[str, object], str]]:
    """``html-collect-pages``, which comes when all pages are written and the index is not."""
    index: IndexBuilder | None = getattr(app.builder, "indexer", None)
    if index is not None:
        # Sphinx gives no other way to them.
        for words in (index._mapping, index._title_mapping):  # noqa: SLF001
            for word in [word for word, pages in words.items() if not pages]:
                del words[word]
        pages = sorted(index._titles)  # noqa: SLF001
        index._index_entries = {name: _entries(app.env, name) for name in pages}  # noqa: SLF001
    return []


def _entries(env: BuildEnvironment, docname: str) -> list[tuple[str, str, str]]:
    """What searching finds a page's index entries by, in Sphinx's form: words, anchor, ``main``."""
    if {"no-search", "nosearch"} & env.metadata[docname].keys():
        return []
    entries = cast("IndexDomain", env.get_domain("index")).entries.get(docname, ())
    return sorted(
        {
            (words, anchor or "", main)
            for kind, value, anchor, main, _ in entries
            for words in split_index_msg(kind, value)
        }
    )
