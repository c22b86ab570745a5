"""The subsets of the book's typefaces: what is in them, that they are kept, and their licence."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from briefbook.html.typefaces import kept, kept_typefaces, preloaded
from briefbook.html.typefaces.cut import cut, source, subsets, unicode_range
from briefbook.html.typefaces.faces import FACES
from briefbook.text.errors import OutputError

SANS_ITALIC = FACES[3]


def test_every_character_of_a_face_is_in_one_subset() -> None:
    for face in FACES:
        raw = source(face)
        parts = subsets(raw)
        with TTFont(BytesIO(raw), lazy=True) as font:
            assert sorted(point for part in parts.values() for point in part) == sorted(
                font.getBestCmap()
            )
        assert ord("é") in parts["latin"]
        assert ord("ж") in parts["cyrillic"]
        assert ord("ő") in parts["more"]


def test_a_subset() -> None:
    raw = source(SANS_ITALIC)
    made = cut(raw, SANS_ITALIC, [ord(char) for char in "0bć1"])
    assert made == cut(raw, SANS_ITALIC, [ord(char) for char in "0bć1"]), "the same bytes"
    with TTFont(BytesIO(made)) as font:
        assert font.flavor == "woff2"
        assert {chr(point) for point in font.getBestCmap()} == set("0bć1")
        (axis,) = font["fvar"].axes
        assert (axis.axisTag, axis.minValue, axis.maxValue) == ("wght", 400, 600)
        features = {each.FeatureTag for each in font["GSUB"].table.FeatureList.FeatureRecord}
        assert "frac" in features
        names = {each.nameID: str(each) for each in font["name"].names}
    assert names[1] == "Brief Sans"
    assert not [each for each in names if each in {3, 6, 16, 25} and "Source" in names[each]]
    assert "Reserved Font Name" in names[0]
    assert "SIL Open Font License" in names[13]


def test_ranges_of_characters() -> None:
    assert unicode_range([65, 66, 67, 80, 8364], set()) == "U+41-43, U+50, U+20AC"
    assert unicode_range([65, 69], {90}) == "U+41-45", "a short gap that is nobody's"
    assert unicode_range([65, 69], {67}) == "U+41, U+45"


def test_the_files_of_a_book() -> None:
    folder = kept_typefaces()
    sheet = (folder / "briefbook/fonts.css").read_text("utf-8")
    files = sorted((folder / "briefbook/fonts").glob("*.woff2"))
    assert len(files) == 16
    assert all(path.name in sheet for path in files)
    assert [Path(name).name[:16] for name in preloaded(folder)] == [
        "brief-serif-lati",
        "brief-sans-latin",
    ]
    assert sum((folder / name).stat().st_size for name in preloaded(folder)) < 60_000
    for family in ("source-serif-4", "source-sans-3"):
        licence = (folder / f"briefbook/fonts/{family}-licence.txt").read_text("utf-8")
        assert "SIL OPEN FONT LICENSE" in licence


def test_they_are_made_once(tmp_path: Path) -> None:
    asked = 0

    def files() -> Iterator[tuple[str, bytes]]:
        nonlocal asked
        asked += 1
        yield "briefbook/fonts.css", b"sheet"

    first = kept.folder_of(tmp_path / "kept", files)
    assert kept.folder_of(tmp_path / "kept", files) == first
    assert asked == 1
    assert [path.name for path in (tmp_path / "kept").iterdir()] == [first.name]


def test_where_nothing_can_be_kept_they_are_made_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("in the way")
    made = kept.folder_of(tmp_path / "kept", lambda: iter([("briefbook/fonts.css", b"sheet")]))
    assert (made / "briefbook/fonts.css").read_bytes() == b"sheet"


def test_what_was_broken_off_is_not_kept(tmp_path: Path) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield "briefbook/fonts.css", b"sheet"
        raise OutputError("x", None, "no room", "make some")

    with pytest.raises(OutputError):
        kept.folder_of(tmp_path / "kept", files)
    assert list((tmp_path / "kept").iterdir()) == []
