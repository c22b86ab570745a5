"""The book that the browser's tests look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Route


@dataclass
class Site:
    """A book built as HTML."""

    folder: Path
    refused: list[str] = field(default_factory=list)
    """Addresses that a page asked for outside of the book."""

    @property
    def pages(self) -> list[str]:
        """Names of all pages."""
        return sorted(
            path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html")
        )

    def url(self, page: str) -> str:
        return (self.folder / page).as_uri()

    def guard(self, route: Route) -> None:
        """Let through the book's own files alone."""
        if route.request.url.startswith(self.folder.as_uri()):
            route.continue_()
        else:
            self.refused.append(route.request.url)
            route.abort()
