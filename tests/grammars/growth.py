"""Whether reading a file takes time linear in its size, counted in steps and not by the clock.

A step is a line of Python, of ours or of a library's. What a regular expression or another part in
C takes is not seen here: benchmarks/growth.py measures that, by the clock.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from grammars.hostile import LINE_ENDS, MARKUP, NUMBERS, UNSEEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from _typeshed import TraceFunction

NUMBER = "№"
"""In a piece, what stands for six digits that are never the same: keys and values that differ."""
REPEATED = [
    "a", " ", "\n", "\t", ",", '"', "a№", ".a№", "a№.", ", a№", ', "a№"', ", [a№]", ", a№, [b№]",
    ", {a: b№}", ", №", "[№, №], ", "k№ = 1\n", "k№: v\n", "k№: [v]\n", "[k№]\n", "[[k]]\n",
    "  k№: v\n", "- a№\n", "- id: a№\n", "- ", "{a: ", "{term}`a№` ", "{cite}`a№` ", "*a* ",
    "@misc{k№, title = {t}}\n", "@misc{k№, title = {t\n", "@string{s№ = s}\n", ', b№="c"', '#"a"',
    "crossref = {k}, ", "{a}", "A B and ", "On Monday he said so. ", "“A,” he said. ", "NATO ",
    "12 January 2022 ", "- A line of text.\n", "# ", "% a\n", "é",
]  # fmt: skip
"""What may stand in a file any number of times."""
SIZE = 4096
"""Characters that the pieces take once they are doubled."""
ENOUGH = 20_000
"""Steps that the smallest file may take unseen: what a file costs whatever it holds."""


_PLACE = re.compile(r"^|$|(?<=[\[{\"])|(?=[\]}\",])|\b", re.MULTILINE)
"""Where a piece may stand: at the edges of lines, lists, quotations and words."""


@dataclass(frozen=True, slots=True)
class Grown:
    """A file with a piece that is repeated in it."""

    before: str
    piece: str
    after: str

    def of(self, times: int) -> bytes:
        """The file with so many pieces."""
        pieces = (self.piece.replace(NUMBER, f"{10**5 + number}") for number in range(times))
        return f"{self.before}{''.join(pieces)}{self.after}".encode("utf-8", "surrogatepass")


@st.composite
def grown(draw: st.DrawFn, documents: st.SearchStrategy[str]) -> Grown:
    """A nearly valid file with a piece somewhere in it: a known one, a hostile one or its own."""
    text = draw(documents)
    at = draw(st.sampled_from([match.start() for match in _PLACE.finditer(text)]))
    lines = text.splitlines(keepends=True)
    pieces = st.sampled_from(REPEATED) | st.sampled_from([*LINE_ENDS, *UNSEEN, *MARKUP, *NUMBERS])
    return Grown(text[:at], draw(pieces | st.sampled_from(lines or ["\n"])), text[at:])


def check_growth(file: Grown, read: Callable[[bytes], object]) -> None:
    """Twice the pieces cost at most three times the steps; four times, where it is a square.

    From some number of pieces on a file may be read otherwise, so it is doubled once more.
    """
    times = max(1, SIZE // len(file.piece) // 2)
    read(file.of(times))  # what the process keeps from its first file on is kept now
    seen = [max(ENOUGH, _steps_of(file, times, read))]
    for doubled in (2 * times, 4 * times):
        seen.append(_steps_of(file, doubled, read))
        if seen[-1] <= 3 * seen[-2]:
            return
    raise AssertionError(f"for {times} pieces, twice and four times as many: {seen} steps")


def _steps_of(file: Grown, times: int, read: Callable[[bytes], object]) -> int:
    raw = file.of(times)
    return steps(lambda: read(raw))


def steps(work: Callable[[], object]) -> int:
    """How many lines of Python ``work`` executes."""
    lines = 0

    def trace(frame: FrameType, event: str, argument: object) -> TraceFunction:
        nonlocal lines
        lines += 1
        return trace

    before = sys.gettrace()
    re.purge()  # whether a pattern was met before must not matter
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return lines
