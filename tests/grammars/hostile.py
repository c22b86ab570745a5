"""What is put into a valid text: fragments that have broken something, here or elsewhere."""

from __future__ import annotations

from hypothesis import strategies as st

LINE_ENDS = ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"]
UNSEEN = [
    "\x00",
    "\x1b[31m",
    "\x7f",
    "\u200b",
    "\u202e",
    "\u2066",
    "\ufeff",
    "\ufffe",
    "\U000e0041",
]
MARKUP = [
    "<script>x</script>", "<b>", "`", "`a`", "``", "*a*", "$a$", "[a](b)", "```{raw} html\n",
    "\x85:::{raw} html\x85:::\x85", ":::",
    "{term}`NATO`", "{{ x }}", "[a](javascript:b)", "![a](b)", "[", "]", "]{.x}", "<", ">", "&amp;",
    "\\", "*", "_", "$", "|", "#", "---", "- ", "%", "~", "^", "@", "!", '"', "'", " <NATO>",
]  # fmt: skip
ADDRESSES = [
    "https://[", "https://[::1", "https://a@b.example", "javascript:x", "https://", "//a.example",
    "https://a.example:99999", "https://a.example/ b", "ftp://a.example", "http://a\u3002b",
]  # fmt: skip
NUMBERS = ["0", "-1", "9" * 30, "1e999", "0x1F", "１２", "٣", "9999-99-99", "2021-02-30"]
SIZES = ["", " ", "a" * 3000, " " * 3000, "[" * 300, "a." * 600]

_kinds = [LINE_ENDS, UNSEEN, MARKUP, MARKUP, MARKUP, ADDRESSES, NUMBERS, SIZES]
fragments = st.one_of([st.sampled_from(kind) for kind in _kinds])
"""A piece of text that valid text seldom holds."""

LINES = ["- " * 300, "&a *a", "!!b c", "%TAG !a! b", "--- a", "\t", *SIZES]
"""What stands on a line of its own."""


@st.composite
def spoiled(draw: st.DrawFn, valid: st.SearchStrategy[str]) -> str:
    """A valid text with a fragment at its end, at its front, within it, or in its place."""
    text: str = draw(valid)
    fragment: str = draw(fragments)
    at = {"end": len(text), "front": 0, "within": len(text) // 2}
    place = draw(st.sampled_from(["end", "front", "within", "instead"]))
    if place == "instead":
        return fragment
    return text[: at[place]] + fragment + text[at[place] :]


@st.composite
def edited(draw: st.DrawFn, documents: st.SearchStrategy[str]) -> bytes:
    """The bytes of a document, now and then with an edit that knows nothing of its form."""
    lines = draw(documents).split("\n")
    edit = draw(st.integers(0, 29))
    at = draw(st.integers(0, len(lines) - 1)) if edit < 4 else 0
    if edit == 0:
        lines.insert(at, lines[at])
    elif edit == 1:
        del lines[at]
    elif edit == 2:
        lines.insert(at, draw(st.sampled_from(LINES)))
    elif edit == 3:
        lines[at] = draw(spoiled(st.just(lines[at])))
    end = draw(st.sampled_from(["\r\n", "\r"])) if edit == 4 else "\n"
    raw = end.join(lines).encode("utf-8", "surrogatepass")
    return {5: b"\xef\xbb\xbf" + raw, 6: raw + b"\xff"}.get(edit, raw)
