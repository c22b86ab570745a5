"""Seeds: what a seed says, each case a specification, and what is refused."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from fixture_cases import FIXTURES, Case, load_cases

from briefbook.text.characters import find_unfit
from briefbook.text.errors import SeedError, SidecarError
from briefbook.text.model import Seed, Sidecar
from briefbook.text.seed_folder import look_through
from briefbook.text.seeds import parse_seed, read_seed

NOT_ON_WINDOWS = pytest.mark.skipif(os.name == "nt", reason="Windows lets no file be called so")
STORY = "The Minister of Freedonia arrived in Sylvania on Monday."


@pytest.mark.parametrize(
    "case", load_cases(FIXTURES / "seeds/dates.txt"), ids=lambda case: case.title
)
def test_dates(case: Case) -> None:
    try:
        seed = parse_seed(case.input.encode(), name="case", path="seeds/case.txt")
        found = f'{seed.published}; header "{seed.text[: seed.header_end]}"'
    except SeedError as error:
        found = f"line {error.line}: {error.problem}"
    assert found == case.expected


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    return tmp_path / "seeds"


def read(folder: Path, name: str = "story.txt", **options: Any) -> Seed:
    return read_seed(folder / name, root=folder.parent, **options)


def test_a_seed_and_its_sidecar(folder: Path) -> None:
    (folder / "story.txt").write_bytes(f" date 2021-12-30 {STORY}\r\n".encode())
    (folder / "story.toml").write_text('publisher = "The Gazette"\npublished = 2022-01-02\n')
    seed = read(folder)
    assert (seed.name, seed.path) == ("story", "seeds/story.txt")
    assert seed.text == f" date 2021-12-30 {STORY}\r\n"
    assert seed.published == "2022-01-02"
    assert seed.header_end == len(" date 2021-12-30 ")
    assert seed.sidecar.publisher == "The Gazette"
    assert len(seed.sha256) == 64


def test_the_sidecar_mends_an_impossible_header(folder: Path) -> None:
    (folder / "story.txt").write_text(f" date 2021-13-40 {STORY}")
    (folder / "story.toml").write_text('published = "2021-12"\n')
    assert read(folder).published == "2021-12"


def test_the_callers_date_stands_in_for_a_missing_one(folder: Path) -> None:
    (folder / "story.txt").write_text(STORY)
    assert read(folder, date="2021-12-30").published == "2021-12-30"
    (folder / "story.txt").write_text(f" date 2022-01 {STORY}")
    assert read(folder, date="2021-12-30").published == "2022-01"


def test_a_byte_order_mark_is_kept_and_belongs_to_the_header() -> None:
    seed = parse_seed(f"\ufeff date 2021-12-30 {STORY}".encode(), name="s", path="seeds/s.txt")
    assert seed.text[: seed.header_end] == "\ufeff date 2021-12-30 "
    bare = parse_seed(f"\ufeff{STORY}".encode(), name="s", path="seeds/s.txt", date="2021-12-30")
    assert bare.text[: bare.header_end] == "\ufeff"


@pytest.mark.parametrize("content", [b"", b"\n \r\n\t", b"\xef\xbb\xbf"])
def test_an_empty_seed(folder: Path, content: bytes) -> None:
    (folder / "story.txt").write_bytes(content)
    with pytest.raises(SeedError, match=r"^seeds/story\.txt: it is empty; "):
        read(folder)


def test_a_seed_that_is_not_utf_8_says_where(folder: Path) -> None:
    (folder / "story.txt").write_bytes(b" date 2021-12-30 One\r\nTwo\rThr\xe9e")
    with pytest.raises(SeedError, match=r"^seeds/story\.txt:3:4: byte 29 \(0xe9\) is not UTF-8, "):
        read(folder)


def test_a_seed_over_the_cap(folder: Path) -> None:
    (folder / "story.txt").write_text(f" date 2021-12-30 {STORY}")
    with pytest.raises(SeedError, match="larger than 20 bytes"):
        read(folder, max_bytes=20)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\x0c", "\u2029"])
def test_a_seed_of_too_many_lines(end: str) -> None:
    line = f"a{end}".encode()
    with pytest.raises(SeedError, match="more than 200000 lines"):
        parse_seed(line * 200_001, name="s", path="seeds/s.txt", date="2021-12-30")
    half = parse_seed(line * 100_000, name="s", path="seeds/s.txt", date="2021-12-30")
    assert half.text.count(end) == 100_000


def test_a_line_of_ten_megabytes_is_read() -> None:
    raw = b" date 2021-12-30 " + b"word and " * 1_200_000
    assert parse_seed(raw, name="s", path="seeds/s.txt").text.encode() == raw


def test_a_link_that_leads_out_of_the_folder(folder: Path) -> None:
    outside = folder.parent / "secret.txt"
    outside.write_text(f" date 2021-12-30 {STORY}")
    (folder / "story.txt").symlink_to(outside)
    with pytest.raises(SeedError, match="a link that leads out of its folder"):
        read(folder)


def test_a_sidecar_that_is_a_link_out_of_the_folder(folder: Path) -> None:
    (folder / "story.txt").write_text(f" date 2021-12-30 {STORY}")
    (folder / "story.toml").symlink_to(folder.parent / "secret.toml")
    (folder.parent / "secret.toml").write_text("")
    with pytest.raises(SidecarError, match="a link that leads out of its folder"):
        read(folder)


def test_a_link_within_the_folder_is_followed(folder: Path) -> None:
    (folder / "story.txt").write_text(f" date 2021-12-30 {STORY}")
    (folder / "again.txt").symlink_to(folder / "story.txt")
    assert read(folder, "again.txt").name == "again"


def test_links_that_lead_nowhere_or_to_themselves(folder: Path) -> None:
    (folder / "story.txt").symlink_to(folder / "gone.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    for name in ("story.txt", "loop.txt"):
        with pytest.raises(SeedError, match="cannot be read"):
            read(folder, name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "story.txt")
    with pytest.raises(SeedError, match="no ordinary file"):
        read(folder)


def test_a_broken_sidecar_names_itself(folder: Path) -> None:
    (folder / "story.txt").write_text(f" date 2021-12-30 {STORY}")
    (folder / "story.toml").write_text("title = 1\n")
    with pytest.raises(SidecarError, match=r"^seeds/story\.toml:1:1: title is not text; "):
        read(folder)


def test_a_sidecar_names_lines_that_the_seed_has(folder: Path) -> None:
    (folder / "story.txt").write_text(f" date 2021-12-30 {STORY}\n{STORY}\n")
    (folder / "story.toml").write_text("# two lines\nkeep = [3]\n")
    with pytest.raises(SidecarError, match=r"^seeds/story\.toml:2:1: keep names a line beyond "):
        read(folder)


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("a\u2028b", "its name holds U+2028, a line end"),
        pytest.param("a\nb", "its name holds U+000A, a line end", marks=NOT_ON_WINDOWS),
        pytest.param(
            "a\x1b[31mb", "its name holds U+001B, a control character", marks=NOT_ON_WINDOWS
        ),
        ("txt.\u202eexe", "its name holds U+202E, which reorders what stands around it"),
        ("q\udcff", "its name holds U+DCFF, half of a character"),
        ("\u200b", "its name holds nothing that can be seen"),
        ("a ", "its name begins or ends with a blank"),
        ("n" * 251, "its name is longer than 150 characters"),
    ],
)
def test_names_that_no_page_may_show(folder: Path, name: str, complaint: str) -> None:
    path = folder / f"{name}.txt"
    path.write_text(f" date 2021-12-30 {STORY}")
    with pytest.raises(SeedError) as caught:
        read_seed(path, root=folder.parent)
    assert caught.value.problem == complaint
    assert find_unfit(str(caught.value)) is None


def test_a_file_that_may_not_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As root, nothing is forbidden: so the system's refusal is played."""
    (folder / "story.txt").write_text(f" date 2021-12-30 {STORY}")

    def refuse(*_: object, **__: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SeedError, match=r"^seeds/story\.txt: it cannot be read: Permission denied"):
        read(folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_beside_a_seed_is_not_waited_for(folder: Path) -> None:
    (folder / "story.txt").write_text(f" date 2021-12-30 {STORY}")
    os.mkfifo(folder / "story.toml")
    with pytest.raises(SidecarError, match=r"^seeds/story\.toml: it is no ordinary file"):
        read(folder)


def test_a_folder_beside_a_seed_is_named(folder: Path) -> None:
    (folder / "story.txt").write_text(f" date 2021-12-30 {STORY}")
    (folder / "story.toml").mkdir()
    with pytest.raises(SidecarError, match=r"^seeds/story\.toml: it is no ordinary file"):
        read(folder)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices on this system")
def test_a_device_without_an_end_is_not_read(folder: Path) -> None:
    (folder / "story.txt").symlink_to("/dev/zero")
    with pytest.raises(SeedError, match="a link that leads out of its folder"):
        read(folder)


def test_the_books_own_seeds_are_never_written_to() -> None:
    seeds = Path(__file__).parent.parent.parent / "seeds"
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in seeds.iterdir()}
    found = look_through(seeds, root=seeds.parent)
    assert found.strays == ()
    for path in found.seeds:
        read_seed(path, root=seeds.parent)
    assert before == {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in seeds.iterdir()}


def test_reading_loads_neither_sphinx_nor_docutils() -> None:
    code = (
        "import sys, briefbook.text.seeds, briefbook.text.clean;"
        "sys.exit(any(m.split('.')[0] in ('sphinx', 'docutils') for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_parse_seed_wants_no_sidecar() -> None:
    seed = parse_seed(f" date 2021-12-30 {STORY}".encode(), name="s", path="seeds/s.txt")
    assert seed.sidecar == Sidecar()
