"""Which face prints a script, and what is said of characters that none has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pdf_build import PLAIN_OPTIONS, code_of, print_code
from pdf_text import Block, tagged_blocks

from briefbook.pdf import fonts
from briefbook.pdf.output import Output

if TYPE_CHECKING:
    from pathlib import Path

SAMPLES = {
    "Arabic": ("ar", "قال الوزير إن الجسر آمن", "Amiri"),
    "Hebrew": ("he", "השר אמר שהגשר בטוח", "LibertinusSerif"),
    "Devanagari": ("hi", "मंत्री ने कहा", "NotoSansDevanagari"),
    "Thai": ("th", "รัฐมนตรีกล่าว", "NotoSansThai"),
    "Ethiopic": ("am", "ሚኒስትሩ ተናግረዋል", "NotoSansEthiopic"),
    "emoji": ("en", "🌉🚢", "NotoEmoji"),
    "Cyrillic": ("ru", "Министр сказал", "SourceSerif4"),
}


def printed(folder: Path, texts: dict[str, str]) -> tuple[list[Block], list[str]]:
    """Each text in its language as a paragraph; and the characters that are drawn as boxes."""
    out = Output()
    out.start_run("", "")
    for text, language in texts.items():
        out.code(f'in-language("{language}", none, par("{text}"))')
    compiled = print_code(code_of(out), PLAIN_OPTIONS, folder)
    return tagged_blocks(compiled.pdf), [*compiled.boxed]


@pytest.fixture(scope="module")
def blocks(tmp_path_factory: pytest.TempPathFactory) -> list[Block]:
    texts = {text: language for language, text, _ in SAMPLES.values()}
    found, boxed = printed(tmp_path_factory.mktemp("scripts"), texts)
    assert boxed == []
    return found


@pytest.mark.parametrize("script", SAMPLES)
def test_a_script_is_set_in_a_face_made_for_it(blocks: list[Block], script: str) -> None:
    _, text, face = SAMPLES[script]
    found = next(block for block in blocks if set("".join(text.split())) <= set(block.text))
    names = {piece.font for piece in found.pieces if piece.text.strip()}
    assert names
    assert all(name.startswith(face) for name in names), names


def test_without_the_extra_they_are_boxes_and_arabic_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "find_spec", lambda name: name == "fontpkg_amiri" or None)
    texts = {SAMPLES[script][1]: SAMPLES[script][0] for script in ("Arabic", "Thai")}
    _, boxed = printed(tmp_path, texts)
    assert set(boxed) == set(SAMPLES["Thai"][1])


def test_only_fonts_that_the_text_needs_are_taken(tmp_path: Path) -> None:
    families, found = fonts.copy_extras(tmp_path, {ord("ก"), 0xE000})
    assert families == ["Noto Sans Thai"]
    assert found == {ord("ก")}
