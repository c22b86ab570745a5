"""Law 3 in print: whatever a text holds, the PDF holds that text and nothing else comes of it."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_build import PLAIN_OPTIONS as OPTIONS
from pdf_build import code_of, print_code
from pdf_text import seen, tagged_blocks

from briefbook.pdf import fonts
from briefbook.pdf.book import Printed
from briefbook.pdf.output import Output

END = "=== end of text ==="


def compiled(out: Output) -> Printed:
    with TemporaryDirectory() as folder:
        return print_code(code_of(out), OPTIONS, Path(folder))


def printed(texts: list[str]) -> list[str]:
    """Each text as the PDF's tags give it back."""
    out = Output()
    out.start_run("", "")
    for text in texts:
        out.open("par")
        out.text(text)
        out.close()
        out.call("code-block", END)
    found, current = [], ""
    for block in tagged_blocks(compiled(out).pdf):
        if block.page == 1:
            continue  # the cover
        if block.text == END:
            found.append(seen(current))
            current = ""
        else:
            current += block.raw
    return found


def expected(text: str) -> str:
    # Which PDF/UA-1 forbids, and which reorder a text.
    for character in "\x00\ufeff\ufffe\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
        text = text.replace(character, "\N{REPLACEMENT CHARACTER}")
    return seen(text)


ATTACKS = [
    '#document #let x = 1 #import "@preview/x:1.0.0": * #panic()',
    '$x^2$ \\ \\u{41} \\n \\" */ /* comment */ // comment',
    "*bold* _emphasis_ `raw` ```raw``` ~ -- --- ... -? @label <label> [content] {code}",
    "= heading",
    "== heading",
    "- item",
    "+ item",
    "1. item",
    "/ term: definition",
    '"); panic("',
    '\\"); panic(\\"',
    "'single' \"double\" “curly” ‘curly’ «guillemets»",
    "https://example.org/a#b?c=d&e=%20",
    "<script>alert(1)</script> &amp; &#x41; {{ x }} {term}`x` % comment",
    "a\u202eb\u2066c\u2069d\u200be\u200df\u00adg",
    "\x01\x02\x1b[31m\x7f\x80\x85",
    "a b\u2003c\u3000d\u00a0e",
    "中文 日本語 한국어 ภาษา हिन्दी 😀 👩‍🚀 🏽 \ue000 \U0010fffd \uffff",
    "Київ Αθήνα naïve Łódź ﬁne ﬂow",
    "x" * 500,
    "\N{REPLACEMENT CHARACTER}",
]


def test_attacks_are_text() -> None:
    assert printed(ATTACKS) == [expected(text) for text in ATTACKS]


def _is_plain(character: str) -> bool:
    """Left to right, and no mark set above another character: a right-to-left run is stored in the
    order in which it is drawn, and Typst names a letter again for a mark that it shifts."""
    return (
        unicodedata.bidirectional(character)
        not in ("R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI")
        and unicodedata.category(character)[0] != "M"
    )


PLAIN = st.text(st.characters(exclude_categories=["Cs"]).filter(_is_plain))
MARKUP = st.text("#$*_`~<>@[](){}/\\-=+.'\":;,! \nab1")


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(st.lists(PLAIN | MARKUP, min_size=20, max_size=20))
def test_any_text_comes_back(texts: list[str]) -> None:
    assert printed(texts) == [expected(text) for text in texts]


@settings(max_examples=3, deadline=None, derandomize=True)
@given(st.lists(st.text(), min_size=20, max_size=20))
def test_no_text_stops_the_book(texts: list[str]) -> None:
    assert len(printed(texts)) == len(texts)


def test_right_to_left_text_keeps_its_characters() -> None:
    [found] = printed(["שלום العربية"])
    assert sorted(found.replace(" ", "")) == sorted("שלוםالعربية")


@pytest.mark.parametrize("length", [100, 6_000])
def test_long_words_stay_on_the_page(length: int) -> None:
    out = Output()
    out.start_run("", "")
    out.open("par")
    out.text("w" * length)
    out.close()
    blocks = [block for block in tagged_blocks(compiled(out).pdf) if block.page > 1]
    assert "".join(block.text for block in blocks) == "w" * length
    lines = {(round(piece.x), piece.text) for block in blocks for piece in block.pieces}
    # The text column begins 68 pt from the left and is 326 pt wide; a w is about 8 pt.
    assert all(x + 8 * len(text) < 68 + 326 + 20 for x, text in lines)


def test_boxed_characters_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "EXTRAS", ())
    out = Output()
    out.start_run("", "")
    out.open("par")
    out.text("Kyiv, Київ, 中, 😀")
    out.close()
    assert compiled(out).boxed == ["中", "😀"]
