"""Files are written whole or not at all, and a link is not written through."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from briefbook.text.errors import OutputError
from briefbook.text.paths import is_link
from briefbook.text.writing import TEMPORARY, write_file
from full_disk import fill


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_made_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    write_file(path, b"one", root=tmp_path)
    write_file(path, b"two", root=tmp_path)
    assert path.read_bytes() == b"two"
    assert names(tmp_path) == ["page.md"]


def test_others_may_read_it_as_any_new_file(tmp_path: Path) -> None:
    """A temporary file of the standard library is its owner's alone; a web server is another."""
    (tmp_path / "plain").write_bytes(b"")
    write_file(tmp_path / "ours", b"", root=tmp_path)
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_full_disk_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "book.pdf"
    path.write_bytes(b"the last good one")
    fill(monkeypatch, when=lambda _path: True)
    with pytest.raises(OutputError) as caught:
        write_file(path, b"the new one", root=tmp_path)
    monkeypatch.undo()
    assert str(caught.value) == (
        "book.pdf: it cannot be written: No space left on device; "
        "make room on the disk, see to the permissions of the file and its folder, or close the "
        "program that shows it"
    )
    assert path.read_bytes() == b"the last good one"
    assert names(tmp_path) == ["book.pdf"]


def test_an_interrupted_write_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(self: Path, target: object) -> None:
        assert TEMPORARY.fullmatch(self.name)
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "page.md", b"one", root=tmp_path)
    assert names(tmp_path) == []


def test_a_link_is_replaced_and_its_target_left_alone(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    link = tmp_path / "page.md"
    link.symlink_to(victim)
    write_file(link, b"ours", root=tmp_path)
    assert victim.read_bytes() == b"precious"
    assert not link.is_symlink()
    assert link.read_bytes() == b"ours"


def test_a_folder_in_the_way_is_a_message(tmp_path: Path) -> None:
    (tmp_path / "book.pdf").mkdir()
    with pytest.raises(OutputError, match=r"^book\.pdf: it cannot be written: "):
        write_file(tmp_path / "book.pdf", b"", root=tmp_path)
    assert names(tmp_path) == ["book.pdf"]


def test_links_and_junctions_are_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "link").symlink_to("nowhere")
    assert is_link(os.lstat(tmp_path / "link"))
    assert not is_link(os.lstat(tmp_path / "file"))
    assert not is_link(os.lstat(tmp_path))
    # What lstat says of a junction, and of a file that OneDrive keeps elsewhere.
    junction: Any = SimpleNamespace(st_mode=stat.S_IFDIR, st_reparse_tag=0xA0000003)
    cloud_file: Any = SimpleNamespace(st_mode=stat.S_IFREG, st_reparse_tag=0x9000001A)
    assert is_link(junction)
    assert not is_link(cloud_file)
