"""Which pages that show other pages' data must be written again.

What an output folder shows of the book's data is remembered beside the doctrees, as one digest a
page: an aggregate page is returned from ``env-updated`` exactly when its data changed since that
folder was last written, and an article when the articles before and after it did.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from briefbook.sphinx.errors import BuildError
from briefbook.sphinx.neighbours import neighbours
from briefbook.text.errors import OutputError
from briefbook.text.writing import write_file

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from briefbook.sphinx.domain import BriefDomain

_FILE: Final = "briefbook-shown.json"
_PARTS: Final = {
    "cards": ("articles", "paragraphs", "dates", "mentions", "statements", "annotations"),
    "key-dates": ("articles", "dates"),
    "date-index": ("articles", "dates"),
    "source-index": ("articles", "statements"),
    "annotation-index": ("articles", "annotations"),
    "mentions": ("articles", "mentions"),
    "colophon": ("articles",),
}
"""The parts of the domain's data that each view of the whole book shows."""


def stale_pages(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """``env-updated``: the pages whose shown data changed."""
    shown = _read(app)
    return [name for name, digest in _digests(app).items() if shown.get(name) != digest]


def remember(app: Sphinx, exception: Exception | None) -> None:
    """``build-finished``: remember what was shown, unless the build broke off."""
    if exception is None:
        known = _read_all(app)
        known[str(app.outdir)] = _digests(app)
        content = json.dumps(known, sort_keys=True).encode()
        try:
            write_file(_path(app), content, root=Path(app.confdir))
        except OutputError as error:
            raise BuildError(error) from None


def _digests(app: Sphinx) -> dict[str, str]:
    domain = cast("BriefDomain", app.env.get_domain("brief"))
    parts = {
        part: hashlib.sha256(repr(sorted(domain.data[part].items())).encode()).hexdigest()
        for part in sorted({part for parts in _PARTS.values() for part in parts})
    }
    digests = {
        name: " ".join(parts[part] for view in views for part in _PARTS[view])
        for name, views in domain.places.items()
    }
    # An article's summary shows what the catalogue says of its bodies.
    catalogue = domain.glossary_input.catalogue
    articles = {name: f"{catalogue} {beside}" for name, beside in _beside(domain).items()}
    return digests | articles


def _beside(domain: BriefDomain) -> dict[str, str]:
    """By article, the names and titles of the articles before and after it."""
    titles = {None: ""} | {name: article.title for name, article in domain.articles.items()}
    return {
        name: f"{beside} {titles[beside.before]} {titles[beside.after]}"
        for name, beside in neighbours(domain).items()
    }


def _read(app: Sphinx) -> dict[str, str]:
    return _read_all(app).get(str(app.outdir), {})


def _read_all(app: Sphinx) -> dict[str, dict[str, str]]:
    try:
        known: dict[str, dict[str, str]] = json.loads(_path(app).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return known


def _path(app: Sphinx) -> Path:
    return Path(app.doctreedir) / _FILE
