"""Links of the finished book, and its one inventory."""

from __future__ import annotations

import os
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sphinx.util.inventory import InventoryFile

from briefbook.text.errors import OutputError
from briefbook.volumes import inventory, links

if TYPE_CHECKING:
    from pathlib import Path


def _write(folder: Path, pages: dict[str, str]) -> None:
    for name, text in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def test_dead_links_are_found_within_volumes_and_between_them(tmp_path: Path) -> None:
    _write(
        tmp_path,
        {
            "index.html": '<p id="top">'
            '<a href="#top">x</a> <a href="articles/2021/12/fire.html#p1">x</a>'
            '<a href="https://example.org/gone">x</a> <a href="mailto:jane@example.org">x</a>'
            '<a href="articles/2021/12/fire.html#p2">dead</a>',
            "articles/2021/12/fire.html": '<p id="p1"><a href="../../../index.html#top">x</a>'
            '<a href="../../2022/01/rain.html#a&amp;b">x</a>'
            '<a href="../../2022/01/snow.html">dead</a> <img src="../../../_static/a%20b.png?v=1">'
            '<img src="../../../../outside.png">'
            "<script>'<a href=\"none.html\">'</script>",
            "articles/2022/01/rain.html": '<p id="a&amp;b">The words href="none.html" in a text.',
            "_static/a b.png": "",
        },
    )
    (tmp_path.parent / "outside.png").write_text("")
    cover, older, newer = (
        links.joined(links.of_pages(tmp_path, [name], {}))
        for name in ("index.html", "articles/2021/12/fire.html", "articles/2022/01/rain.html")
    )
    path = tmp_path / "kept"
    links.write(path, cover, root=tmp_path)
    projects = {"cover": links.read(path, root=tmp_path), "2021": older, "2022": newer}
    assert links.dead_links(projects, projects.__getitem__, tmp_path) == [
        ("articles/2021/12/fire.html", "../outside.png"),
        ("articles/2021/12/fire.html", "articles/2022/01/snow.html"),
        ("index.html", "articles/2021/12/fire.html#p2"),
    ]


def test_a_page_is_read_again_where_it_is_another(tmp_path: Path) -> None:
    names = ["a.html", "b.html"]
    _write(tmp_path, dict.fromkeys(names, '<p id="p1"><a href="c.html">x</a>'))
    found = links.of_pages(tmp_path, names, {})
    kept = tmp_path / "kept"
    links.write_pages(kept, found, root=tmp_path)
    assert links.read_pages(kept, root=tmp_path) == found
    before = {name: replace(page, anchors=["kept"]) for name, page in found.items()}
    page = tmp_path / "b.html"
    page.write_text('<p id="p2">', "utf-8")
    after = links.of_pages(tmp_path, names, before)
    assert [after[name].anchors for name in names] == [["kept"], ["p2"]]
    os.utime(tmp_path / "a.html", ns=(0, 0))
    assert links.of_pages(tmp_path, names, before)["a.html"].anchors == ["p1"]
    kept.write_bytes(kept.read_bytes()[:-1])
    assert links.read_pages(kept, root=tmp_path) == {}


def test_what_is_damaged_is_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    links.write(path, links.PageLinks(anchors={"a.html": ["p1"]}, targets={}), root=tmp_path)
    path.write_bytes(path.read_bytes().replace(b"p1", b"p2"))
    with pytest.raises(OutputError, match=r"kept: it cannot be used: its seal is broken"):
        links.read(path, root=tmp_path)
    assert not path.exists()


def _inventory(path: Path, lines: list[str]) -> Path:
    head = "# Sphinx inventory version 2\n# Project: A book\n# Version: 1\n"
    head += "# The remainder of this file is compressed using zlib.\n"
    body = "".join(f"{line}\n" for line in lines)
    path.write_bytes(head.encode() + zlib.compress(body.encode()))
    return path


def test_inventories_become_one(tmp_path: Path) -> None:
    """Of stand-ins for pages, which other projects have, nothing is in it."""
    cover = _inventory(
        tmp_path / "cover.inv",
        [
            "fire brief:article 1 articles/2021/12/fire.html A fire: 12 -1 dead",
            "index std:doc -1 index.html A book",
            "articles/2021/12/index std:doc -1 articles/2021/12/index.html Cover’s stand-in",
            "World Bank std:term -1 bodies.html#term-world-bank -",
        ],
    )
    volume = _inventory(
        tmp_path / "2021.inv",
        [
            "fire brief:article 1 articles/2021/12/fire.html A fire: 12 -1 dead",
            "index std:doc -1 index.html Volume’s stand-in",
            "articles/2021/12/index std:doc -1 articles/2021/12/index.html December 2021",
            "articles/2021/12/fire std:doc -1 articles/2021/12/fire.html A fire",
        ],
    )
    lines = [
        [*inventory.own_lines(path, "articles", is_cover=path is cover)] for path in (cover, volume)
    ]
    merged = b"".join(inventory.merged(cover, lines))
    found = InventoryFile.loads(merged, uri="https://example.org").data
    assert found["std:doc"]["index"].display_name == "A book"
    assert found["std:doc"]["articles/2021/12/index"].display_name == "December 2021"
    assert set(found["std:doc"]) == {"index", "articles/2021/12/index", "articles/2021/12/fire"}
    assert set(found["brief:article"]) == {"fire"}
    assert set(found["std:term"]) == {"World Bank"}
