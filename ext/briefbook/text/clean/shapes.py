"""What a line looks like by itself: how many words, how written, how ended."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefbook.text.lang.guess import LANGUAGES_OF
from briefbook.text.lang.sentences import sentence_ends

SEEN = 1200
"""Characters of a line that are looked at, and its end: the rest of a paragraph tells no more."""

MIN_SAYING = 8
"""Words of a line that is a sentence or more, and no heading or button with a stop."""

MAX_PROSE = 80
"""Words that one line may weigh, so that no single paragraph is the article."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_END = re.compile(r"[.!?…。！？؟۔।][\"'”’»)\]]*\W{0,3}$")
# Leaked into the text of one page in a hundred. Programs quoted in an article hold none of these.
_MARKUP = re.compile(
    r"<!\[CDATA\[|<[a-z]{1,12} [a-z-]{1,20}=[\"']|\bsrcset=|"
    r"//(?:\w{1,20}|\*)\[@\w|\bdata-[a-z-]{1,30}=[\"']"
)
# Two signs of a program, in one line that holds a block of it.
_SCRIPT = re.compile(
    r"\bfunction ?\w{0,30}\(|\bdocument\.[a-z]\w{2,30}|\bwindow\.\w{2,40} ?=|\bvar \w{1,40} ?=|"
    r"\baddEventListener\(|\bsetTimeout\(|\.push\(\{"
)
_SYMBOL = re.compile(r"[<>{}=/\\_$;&%@#\[\]|]")
# Scripts without spaces: two characters are about a word.
_UNSPACED = re.compile("[\u3040-\u30ff\u4e00-\u9fff\u0e00-\u0e7f]")


@dataclass(frozen=True, slots=True)
class Shape:
    """Counts over a line's first ``SEEN`` characters."""

    words: int
    lower: int
    """Words that do not open with a capital or a digit."""
    capital: int
    digits: int
    function: int
    ends: bool
    """Whether the line ends as a sentence does."""
    sentences: int
    commas: int
    symbols: float
    """Symbols of markup and programming, as a share of the characters."""
    tagged: bool
    """Whether it holds what only markup holds."""
    script: bool
    """Whether it is a piece of a program."""
    content: frozenset[str]
    """The openings of its longer words, to compare lines by what they speak of."""

    @property
    def prose(self) -> float:
        """How much running text the line is, in words: the weight it gives to an article."""
        if self.words < 6:
            return 0.0
        weight = float(self.words)
        if not self.ends:
            weight *= 0.5 if self.words >= 12 else 0.2
        if self.lower < 0.5 * self.words:
            weight *= 0.4
        return min(weight, MAX_PROSE)

    @property
    def says_something(self) -> bool:
        """Whether it is a sentence or more."""
        return self.ends and self.words >= MIN_SAYING

    @property
    def is_markup(self) -> bool:
        """Leaked markup, or a list of tags or names: no sentence, hardly a function word."""
        return self.tagged or (
            self.words >= 25
            and not self.sentences
            and self.commas >= 0.3 * self.words
            and self.function < 0.08 * self.words
        )


def ends_sentence(text: str) -> bool:
    """Whether ``text``, a line or its end, ends as a sentence does."""
    return _END.search(text[-12:]) is not None


def says_something(text: str) -> bool:
    """Whether ``text``, a line, is a sentence or more."""
    return ends_sentence(text) and len(text.split(maxsplit=MIN_SAYING)) >= MIN_SAYING


def shape_of(text: str) -> Shape:
    seen = text[:SEEN]
    words = _WORD.findall(seen)
    folded = [word.lower() for word in words]
    count = len(words)
    unspaced = 0 if seen.isascii() else len(_UNSPACED.findall(seen[:300]))
    if unspaced > 5:
        count = max(count, unspaced // 2)
    initials = [word[0] for word in words]
    capital = sum(map(str.isupper, initials))
    digits = sum(map(str.isdigit, initials))
    ends = ends_sentence(text)
    return Shape(
        words=count,
        lower=count - capital - digits,
        capital=capital,
        digits=digits,
        function=sum(map(LANGUAGES_OF.__contains__, folded)),
        ends=ends,
        sentences=sum(1 for _ in sentence_ends(seen)) + ends,
        commas=seen.count(",") + seen.count("，") + seen.count("、"),
        symbols=len(_SYMBOL.findall(seen)) / max(20, len(seen)),
        tagged=("<" in seen or "=" in seen or "@" in seen) and _MARKUP.search(seen) is not None,
        script="{" in seen and ";" in seen and len(_SCRIPT.findall(seen)) > 1,
        content=frozenset(
            word[:7] for word in folded if len(word) >= 4 and word not in LANGUAGES_OF
        ),
    )


_LABELS = 4
"""Words that may stand before a doubled headline: a section's name, a number."""

_HEADLINE = (4, 30)
"""At least and at most, in words."""


def is_doubled(text: str) -> bool:
    """Whether ``text``, a line, says its headline twice: a teaser glued to its picture's words."""
    words = text[:SEEN].split(" ", 2 * _HEADLINE[1] + _LABELS)
    least, most = _HEADLINE
    for start in range(min(_LABELS, len(words))):
        if len(words[start]) < 2 or words.count(words[start]) < 2:
            continue
        for length in range(least, most + 1):
            again = start + length
            if again + length > len(words):
                break
            if words[again] == words[start] and words[start:again] == words[again : again + length]:
                return True
    return False
