"""Law 7: no page asks for anything but the book's own files."""

from __future__ import annotations

import re
from collections.abc import Callable

from browser_site import Site
from playwright.sync_api import Page


def test_no_page_makes_a_request_or_an_error(site: Site, visit: Callable[..., Page]) -> None:
    page = visit()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("requestfailed", lambda request: errors.append(request.url))
    for name in site.pages:
        page.goto(site.url(name))
        page.mouse.wheel(0, 5000)
    assert len(site.pages) > 10
    assert errors == []
    assert site.refused == []


def test_no_file_names_a_resource_elsewhere(site: Site) -> None:
    elsewhere = re.compile(r"(?:https?:)?//")
    for path in site.folder.rglob("*.css"):
        for address in re.findall(
            r"(?:url\(|@import)\s*[\"']?([^\"')\s]+)", path.read_text("utf-8")
        ):
            assert not elsewhere.match(address), f"{path.name}: {address}"
    resource = re.compile(r"<(?:link|script|img|source|iframe|audio|video|object|embed)\b[^>]*>")
    for name in site.pages:
        for tag in resource.findall((site.folder / name).read_text("utf-8")):
            for address in re.findall(r"(?:src|href|srcset|data)=\"([^\"]*)\"", tag):
                assert not elsewhere.match(address), f"{name}: {tag}"


def test_typefaces_are_the_books_own(visit: Callable[..., Page]) -> None:
    page = visit()
    loaded = page.evaluate(
        """[...document.fonts].filter(face => face.status === 'loaded')
            .map(face => face.family.replaceAll('"', '') + ' ' + face.weight)"""
    )
    assert {"Brief Serif normal", "Brief Serif 600 700", "Brief Sans normal"} <= {
        face.replace("400", "normal") for face in loaded
    }
